"""The Word file of a redrafted table: ready to be pasted, its open slots marked, its rows where the form wants them."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn

from classifier.types import GoalSuggestion, RowAnswer, Trace
from cli.formats.redraft_docx import arrange, render_docx
from tests.cli.answers import SLOT, added, asked, dropped, kept, mend, old, reworded, table, unanswered
from tests.cli.redrafts import EFFECT, GOAL, OUTPUTS, SATISFIED, coloured, indicators, opened, paragraphs, runs

UNCONFIRMED = reworded(1, "质量指标", "网站可用率", "≥99%", trace=(Trace("99", "library", "对外网站常见"),), ready=False)


# ---- the table to be pasted --------------------------------------------------------------------------------------


def test_table_holds_the_six_columns_of_the_form():
    heading = [cell.text for cell in opened(*OUTPUTS).tables[0].rows[0].cells]
    assert heading == ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"]


def test_rows_hold_the_very_texts():
    row = reworded(3, "质量指标", "漏水维修合格率", "≥95%", description="一次修好的件数÷报修件数，\n不含返修", basis="维修单")
    assert indicators(row) == [["产出指标", "质量指标", "漏水维修合格率", "一次修好的件数÷报修件数，\n不含返修", "≥95%", "维修单"]]


def test_dropped_row_is_left_out():
    assert [row[2] for row in indicators(*OUTPUTS, dropped(4))] == ["租房套数", "漏水维修合格率", "租金"]


def test_row_without_a_proposal_stays_and_is_marked():
    assert indicators(unanswered(1))[0][2] == "质量合格率"
    assert coloured(opened(unanswered(1)), WD_COLOR_INDEX.GRAY_25) == {"≥90%"}


def test_open_slots_are_yellow_in_table_and_goal_and_nothing_else_is():
    document = opened(*OUTPUTS, asked(4), goal=GOAL)
    assert coloured(document, WD_COLOR_INDEX.YELLOW) == {SLOT}
    assert coloured(opened(*OUTPUTS), WD_COLOR_INDEX.YELLOW) == set()


def test_value_that_awaits_confirmation_is_grey_and_the_colours_are_explained():
    assert coloured(opened(UNCONFIRMED), WD_COLOR_INDEX.GRAY_25) == {"≥99%"}
    assert "黄底：待填写；灰底：待确认（见后面的修改说明）" in paragraphs(UNCONFIRMED, asked(2))
    assert not any("底：" in text for text in paragraphs(*OUTPUTS))


def test_equal_levels_are_one_cell():
    document = opened(*OUTPUTS, kept(9, "成本指标", "物业费", "≤2万元"), EFFECT)
    first, second = ([cell._tc for cell in document.tables[0].columns[column].cells][1:] for column in (0, 1))
    assert [first.count(cell) for cell in dict.fromkeys(first)] == [4, 1]
    assert [second.count(cell) for cell in dict.fromkeys(second)] == [1, 1, 2, 1]


def test_merged_cell_says_its_level_once():
    body = opened(*OUTPUTS).element.body
    assert "".join(node.text for node in body.iter(qn("w:t"))).count("产出指标") == 1


def test_equal_second_level_under_another_first_one_is_another_cell():
    cells = opened(kept(1, "成本指标", "租金", "≤12万元"), kept(2, "成本指标", "排放", "不发生", "成本指标")).tables[0].columns[1].cells
    assert cells[1]._tc is not cells[2]._tc


def test_blank_levels_are_not_merged():
    cells = opened(kept(1, "", "租金", "≤12万元", ""), kept(2, "", "排放", "不发生", "")).tables[0].columns[0].cells
    assert cells[1]._tc is not cells[2]._tc


def test_level_that_the_layout_lacks_is_filled_by_the_standard():
    assert [row[0] for row in indicators(kept(1, "数量指标", "租房套数", "12套", ""), kept(2, "满意度", "满意度", "≥90%", ""))] == ["产出指标", "满意度指标"]


# ---- the order of the rows ---------------------------------------------------------------------------------------


def names(*rows: RowAnswer) -> list[str]:
    return [line.row.name for line in arrange(table(*rows))]


def test_rows_of_the_draft_keep_their_order():
    assert names(SATISFIED, *OUTPUTS, EFFECT) == ["入住干部满意度", "租房套数", "漏水维修合格率", "租金", "入住干部人数"]


def test_added_row_stands_behind_the_last_of_its_kind():
    assert names(*OUTPUTS, EFFECT, added("数量指标", "维修件数", "≥5件"))[:3] == ["租房套数", "维修件数", "漏水维修合格率"]


def test_added_row_takes_the_wording_of_its_neighbour_so_that_they_merge():
    first = kept(1, "1.数量指标", "租房套数", "12套", "产出指标（50分）")
    assert [row[:2] for row in indicators(first, added("数量指标", "维修件数", "≥5件"))] == [["产出指标（50分）", "1.数量指标"]] * 2


@pytest.mark.parametrize(
    ("level1", "level2", "position"),
    [("产出指标", "时效指标", 2), ("效益指标", "经济效益指标", 3), ("效益指标", "可持续影响指标", 4), ("满意度指标", "服务对象满意度指标", 4)],
)
def test_added_row_of_a_new_kind_stands_in_its_standard_place(level1: str, level2: str, position: int):
    assert names(*OUTPUTS, EFFECT, added(level2, "新行", "1", level1)).index("新行") == position


def test_added_row_stays_with_its_level_where_the_form_puts_cost_first():
    cost = kept(1, "经济成本指标", "租金", "≤12万元", "成本指标")
    assert names(cost, kept(2, "质量指标", "漏水维修合格率", "≥95%"), added("数量指标", "新行", "1")) == ["租金", "新行", "漏水维修合格率"]


def test_row_that_moves_to_another_kind_is_placed_like_an_added_one():
    moved = reworded(1, "社会效益指标", "退租投诉", "不发生", "效益指标")._replace(indicator=old(1, "数量指标", "不退租率", "≥90%"))
    assert names(moved, *OUTPUTS, EFFECT) == ["租房套数", "漏水维修合格率", "租金", "入住干部人数", "退租投诉"]


# ---- the page ----------------------------------------------------------------------------------------------------


def test_head_tells_what_is_known_of_the_project():
    assert paragraphs(*OUTPUTS)[:2] == ["周转房租金", "单位：县住建局　　年度：2024年　　预算：12.00万元"]
    unknown = table(*OUTPUTS)
    unknown = unknown._replace(project=unknown.project._replace(name="", unit="", year=None, budget=None, goal=""))
    assert [p.text for p in docx.Document(BytesIO(render_docx(unknown))).paragraphs][:2] == ["（未写项目名称）", "绩效指标"]


@pytest.mark.parametrize(("goal", "told"), [(GOAL, GOAL.text), (None, "保障干部住宿")], ids=["redrafted", "as it stands"])
def test_goal_stands_above_the_table(goal: GoalSuggestion | None, told: str):
    shown = paragraphs(*OUTPUTS, goal=goal)
    assert shown[shown.index("绩效目标") + 1] == told


def test_page_is_a4_on_its_side_and_the_columns_fill_it():
    document = opened(*OUTPUTS)
    (section,) = document.sections
    assert (section.orientation, round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (WD_ORIENT.LANDSCAPE, 29.7, 21.0)
    room = section.page_width.cm - section.left_margin.cm - section.right_margin.cm
    assert [round(sum(column.width.cm for column in shown.columns), 1) for shown in document.tables] == [round(room, 1)] * 2


def test_heading_row_repeats_on_every_page_and_no_row_is_parted():
    for shown in opened(*OUTPUTS).tables:
        assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in shown.rows] == [True] + [False] * 3
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in shown.rows)


def test_every_run_names_a_chinese_font():
    fonts = {run._r.rPr.rFonts.get(qn("w:eastAsia")) for run in runs(opened(*OUTPUTS, asked(4), goal=GOAL, mends=(mend(),)))}
    assert fonts == {"宋体", "仿宋"}
