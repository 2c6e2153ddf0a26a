"""The Word file of a redrafted table: what was changed and why on a page of its own; the file holds any text, and is the same for the same answer."""

from __future__ import annotations

import time
from io import BytesIO
from zipfile import ZipFile

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from classifier.types import Answer, GoalSuggestion, Trace
from cli.formats.redraft_docx import render_docx
from tests.cli.answers import PURCHASE, QUESTION, SLOT, added, asked, dropped, kept, mend, reworded, table, unanswered
from tests.cli.redrafts import GOAL, OUTPUTS, changes, indicators, opened, paragraphs

# ---- what was changed and why ------------------------------------------------------------------------------------


def test_changes_begin_on_a_new_page_with_their_count():
    document = opened(*OUTPUTS, asked(4))
    assert [p.text for p in document.paragraphs if p.paragraph_format.page_break_before] == ["修改说明"]
    assert "共 4 行：保留 3 行、改写 1 行；其中 1 行待补" in [p.text for p in document.paragraphs]


def test_changes_tell_every_row_with_reason_findings_and_what_is_asked():
    heading = [cell.text for cell in opened().tables[1].rows[0].cells]
    assert heading == ["行", "原指标", "改后", "理由", "数字来源与待确认"]
    assert changes(asked(4)) == [
        [
            "第4行",
            "数量指标\n质量合格率\n≥90%",
            f"改写（待补）\n数量指标\n零星维修件数\n≥{SLOT}件",
            "维修按件算\n问题：警告 W003 套话：通用套名（98%）",
            f"待填：{QUESTION}",
        ]
    ]


def test_changes_tell_what_goes_what_comes_and_what_stays():
    shown = changes(OUTPUTS[0], dropped(7), added("质量指标", "漏水维修合格率", "≥95%", why="必设"), unanswered(8))
    assert [(row[0], row[2].partition("\n")[0]) for row in shown] == [("第1行", "保留"), ("第7行", "删去"), ("补设", "补设"), ("第8行", "自拟")]
    assert shown[1][1] == "生态效益指标\n生态效益增长率\n≥96%"
    assert shown[2][1] == "（原表没有）"


def test_changes_tell_the_goal_first():
    assert changes(*OUTPUTS, goal=GOAL)[0] == [
        "目标",
        "保障干部住宿",
        f"改写（待补）\n{GOAL.text}",
        "写明做多少",
        f"2024＝表内：文本标题的年度\n待填：{QUESTION}",
    ]


def test_doubt_about_the_kind_stands_with_the_changes_and_not_on_the_page_to_be_pasted():
    shown = paragraphs(*OUTPUTS, nearest=(PURCHASE,))
    assert next(position for position, text in enumerate(shown) if "K09 设备购置" in text) > shown.index("修改说明")


def test_what_the_unit_must_mend_is_listed():
    shown = paragraphs(*OUTPUTS, mends=(mend(), mend("没有写主管部门", "")))
    assert shown[shown.index("需单位补正") + 1 :] == [
        "1. 错误 P002 支出计划12月底空白，累计应为预算数7.50万元\n应改为：12月底填7.50万元",
        "2. 错误 P002 没有写主管部门",
    ]
    assert "需单位补正" not in paragraphs(*OUTPUTS)


# ---- the file ----------------------------------------------------------------------------------------------------


def full() -> Answer:
    return table(*OUTPUTS, asked(4), dropped(5), goal=GOAL, mends=(mend(),))


def test_same_answer_gives_the_same_bytes_at_another_time(monkeypatch):
    first = render_docx(full())
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    monkeypatch.setattr(time, "time", lambda: 4e9)
    assert render_docx(full()) == first


def test_file_tells_neither_who_nor_when():
    content = render_docx(full())
    properties = docx.Document(BytesIO(content)).core_properties
    assert (properties.title, properties.author, properties.last_modified_by, properties.created.year, properties.modified.year) == (
        "周转房租金",
        "zhibiao",
        "zhibiao",
        1980,
        1980,
    )
    assert {member.date_time for member in ZipFile(BytesIO(content)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_name_longer_than_a_property_may_be_is_no_fault():
    assert paragraphs(name="长" * 999)[0] == "长" * 999


def test_characters_that_xml_cannot_hold_are_left_out():
    assert paragraphs(name="周转\x00房\x0b租\ud800金\ufffe")[0] == "周转房租金"
    assert indicators(kept(1, "数量指标", "租房\x07套数\r\n（含押金）", "12套\x1b"))[0][2::2] == ["租房套数\n（含押金）", "12套"]


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_text_of_a_draft_makes_a_file_that_opens(text: str):
    trace = (Trace(text, "cell", text), Trace("", "slot", text))
    row = reworded(1, text, text, text, level1=text, description=text, basis=text, why=text, trace=trace, ready=False)
    document = opened(row, dropped(2), name=text, goal=GoalSuggestion(text, text, False, trace), mends=(mend(text, text),))
    assert len(document.tables) == 2
