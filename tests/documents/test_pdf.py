"""PDF files: ruled tables with merged cells, what a page break parts, wraps of Chinese text, page furniture, and the files that are refused."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from classifier.documents import pdf as reader
from classifier.documents.pdf import read_pdf
from classifier.documents.tables import read_draft
from classifier.errors import UnreadableError
from classifier.types import Cell as Found
from classifier.types import Document, Draft, Grid
from tests.support.docx_builder import ABOVE, Cell, top
from tests.support.pdf_builder import LEADING, LOCK, NO_ALPHABET, PICTURE, TOP, Table, paragraph, pdf, rule, table, text
from tests.support.sample_tables import HEADER, HEADER_OF_FOUR, TRAINING, head, indicators

LONG_GOAL = "保障全区大型会议顺利举办，会议议程按时完成，技术设备安全可用，参会人员满意，会后资料归档及时"
BOTTOM = 780


@pytest.fixture
def pdf_of(tmp_path: Path) -> Callable[..., Document]:
    """Write pages as a .pdf file and read it."""

    def read(*pages: str | Table, **settings: str) -> Document:
        path = tmp_path / "draft.pdf"
        path.write_bytes(pdf(*pages, **settings))
        return read_pdf(path)

    return read


@pytest.fixture
def refused(tmp_path: Path) -> Callable[[bytes], str]:
    """Write bytes as a .pdf file and give the reason why it is refused."""

    def refuse(content: bytes) -> str:
        path = tmp_path / "draft.pdf"
        path.write_bytes(content)
        with pytest.raises(UnreadableError) as caught:
            read_pdf(path)
        return str(caught.value)

    return refuse


def grids(document: Document) -> list[Grid]:
    return [block for block in document.blocks if isinstance(block, Grid)]


def texts(document: Document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in grid.rows] for grid in grids(document)]


def on_page(*tables: tuple[list, int]) -> str:
    """Tables below each other on one page, with room between."""
    marks, place = [], TOP
    for rows, columns in tables:
        drawn = table(rows, columns, place)
        marks.append(drawn.marks)
        place = drawn.bottom + 30
    return "\n".join(marks)


def names(draft: Draft) -> list[str]:
    return [row.name for project in draft.projects for row in project.indicators]


# ---- tables --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("thick", [False, True], ids=["lines", "thin boxes"])
def test_merged_cells_are_known_by_the_rules_that_they_lack(pdf_of, thick):
    rows = [[Cell("预算", 2), "备注"], [top("产出"), "数量", "无"], [ABOVE, "质量", ""]]
    (grid,) = grids(pdf_of(table(rows, 3, thick=thick)))
    assert grid.rows == (
        (Found("预算", 1, 0, 2), Found("备注", 2, 2)),
        (Found("产出", 1, 0), Found("数量", 2, 1), Found("无", 3, 2)),
        (Found("", 1, 0, 1, merged=True), Found("质量", 2, 1), Found("", 3, 2)),
    )


def test_a_project_table_is_read_with_head_plan_and_indicators(pdf_of):
    draft = read_draft(pdf_of(on_page((head(), 7), (indicators(), 6))))
    (project,) = draft.projects
    assert (project.name, project.code, project.money_unit, project.budget) == ("人才培训经费", "001", "万元", Decimal("7.50"))
    assert (project.purpose, project.goal) == ("用于人才培训经费", "培训三期，人人结业")
    assert [(node.label, node.amount) for node in project.plan] == [
        ("3月底", None), ("6月底", Decimal("0.00")), ("10月底", Decimal("5.25")), ("12月底", Decimal("7.50")),
    ]  # fmt: skip
    assert [row[1:] for row in indicators()[1:]] == [[row.level2, row.name, row.description, row.value, row.basis] for row in project.indicators]
    assert [row.level1 for row in project.indicators] == ["产出指标", "产出指标", "效益指标", "满意度指标"]


def test_a_table_open_at_its_sides_keeps_its_outer_columns(pdf_of):
    lines = [rule(50, y, 350, y) for y in (80, 100, 120)] + [rule(x, 80, x, 120) for x in (150, 250)]
    words = [text(word, x, y) for word, x, y in (("甲", 60, 85), ("乙", 160, 85), ("丙", 260, 85), ("丁", 60, 105), ("戊", 160, 105), ("己", 260, 105))]
    assert texts(pdf_of("\n".join(lines + words))) == [[["甲", "乙", "丙"], ["丁", "戊", "己"]]]


def test_a_frame_around_the_page_and_an_underline_are_no_tables(pdf_of):
    frame = "\n".join([rule(20, 20, 575, 20), rule(20, 820, 575, 820), rule(20, 20, 20, 820), rule(575, 20, 575, 820), rule(50, 95, 200, 95)])
    assert pdf_of(frame + "\n" + text("部门预算绩效文本")).blocks == ("部门预算绩效文本",)


def test_a_watermark_across_a_table_is_not_read(pdf_of):
    mark = "BT /F 60 Tf 0.7 0.7 -0.7 0.7 100 600 Tm <83497a3f> Tj ET"
    assert texts(pdf_of(table([["甲", "乙"]], 2).marks + "\n" + mark)) == [[["甲", "乙"]]]


# ---- wraps ---------------------------------------------------------------------------------------------------------


def test_lines_of_a_cell_that_only_wrap_are_joined_without_a_blank(pdf_of):
    rows = [["绩效目标", LONG_GOAL], ["项目编码", "13060523P00450210002B"]]
    assert texts(pdf_of(table(rows, 2, width=200))) == [rows]


def test_a_line_that_ends_before_the_column_does_ends_a_paragraph(pdf_of):
    rows = [["绩效目标", "目标1：按时完成。\n目标2：群众满意。"]]
    assert texts(pdf_of(table(rows, 2))) == [rows]


def test_lines_of_a_paragraph_are_joined_and_paragraphs_stay_apart(pdf_of):
    first, second = LONG_GOAL * 2 + "。", "为落实上级要求，" + LONG_GOAL + "。"
    page = paragraph(first, 100, indent=2) + "\n" + paragraph(second, 100 + 2 * LEADING, indent=2)
    assert pdf_of(page).blocks == (first, second)


# ---- page breaks ---------------------------------------------------------------------------------------------------


def test_a_table_that_goes_on_is_joined_and_its_repeated_header_dropped(pdf_of):
    first, second = [HEADER_OF_FOUR, TRAINING], [HEADER_OF_FOUR, ["效益指标", "社会效益指标", "持证上岗率", "≥90%"]]
    document = pdf_of(table(first, 4), table(second, 4))
    assert texts(document) == [[*first, second[1]]]
    assert names(read_draft(document)) == ["培训人数", "持证上岗率"]


def test_a_table_that_goes_on_without_a_header_is_joined_too(pdf_of):
    rows = [["", "质量指标", "结业率", "≥95%"], ["效益指标", "社会效益指标", "持证上岗率", "≥90%"]]
    document = pdf_of(table([HEADER_OF_FOUR, TRAINING], 4), table(rows, 4))
    assert texts(document) == [[HEADER_OF_FOUR, TRAINING, *rows]]
    assert [row.level1 for row in read_draft(document).projects[0].indicators] == ["产出指标", "产出指标", "效益指标"]


def test_a_label_that_the_page_break_parts_is_one(pdf_of):
    rows = head()
    first, second = [*rows[:2], ["预算规模", *rows[2][1:]]], [["及资金用途", rows[3][1]], *rows[4:]]
    (project,) = read_draft(pdf_of(table(first, 7), table(second, 7))).projects
    assert (project.budget, project.purpose, project.goal) == (Decimal("7.50"), "用于人才培训经费", "培训三期，人人结业")


def test_a_merge_that_the_page_break_parts_stays_one(pdf_of):
    first = [HEADER_OF_FOUR, [top("产出指标"), *TRAINING[1:]], [ABOVE, "质量指标", "结业率", "≥95%"]]
    document = pdf_of(table(first, 4), table([["", "时效指标", "开班及时率", "100%"]], 4))
    assert grids(document)[0].rows[3][0] == Found("", 1, 0, 1, merged=True)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param("绩效目标", "", id="one cell goes on"),
        pytest.param("绩效目标（含总体目标和分年度的目", "标）", id="all cells go on"),
    ],
)
def test_a_row_cut_by_the_page_break_is_made_whole(pdf_of, above, below):
    width = 2 * (16 * 10 + 2 * 5.4)  # 16 characters a line: the texts stop at a full one
    first = table([["项目名称", "会议保障"], [above, LONG_GOAL[:32]]], 2, width=width)
    second = table([[below, LONG_GOAL[32:]], ["备注", "无"]], 2, width=width)
    assert texts(pdf_of(first, second)) == [[["项目名称", "会议保障"], [above + below, LONG_GOAL], ["备注", "无"]]]


def test_an_indicator_cut_by_the_page_break_is_one_indicator_though_a_line_of_it_was_finished(pdf_of):
    above = ["产出指标", "数量指标", "培训人数", "说明一。", "≥30人", "培训计划"]
    below = ["", "", "", "说明二。", "", ""]
    draft = read_draft(pdf_of(table([HEADER, above], 6), table([below, ["", "质量指标", "结业率", "占比", "≥95%", "往年数据"]], 6)))
    assert [(row.name, row.description) for row in draft.projects[0].indicators] == [("培训人数", "说明一。\n说明二。"), ("结业率", "占比")]


def test_a_table_with_other_columns_on_the_next_page_is_another(pdf_of):
    assert len(texts(pdf_of(table([["甲", "乙"]], 2), table([["丙", "丁", "戊"]], 3)))) == 2


def test_the_next_project_at_the_top_of_a_page_keeps_its_money_unit(pdf_of):
    pages = [on_page((head(name, unit="元"), 7), (indicators(), 6)) for name in ("人才培训经费", "会议经费")]
    projects = read_draft(pdf_of(*pages)).projects
    assert [(project.name, project.money_unit, len(project.indicators)) for project in projects] == [("人才培训经费", "元", 4), ("会议经费", "元", 4)]


def test_a_second_project_of_the_same_form_is_no_repeated_header(pdf_of):
    first, second = texts(pdf_of(table(head("人才培训经费"), 7), table(head("会议经费"), 7)))
    assert first[0] == second[0] == ["新城管理委员会办公室", "单位：万元"]


def test_the_header_of_another_project_at_the_top_of_a_page_is_kept(pdf_of):
    form = [[Cell("项目名称", 2), Cell("会议经费", 4)], *indicators()]
    first, second = [*form, [Cell("项目名称", 2), Cell("培训经费", 4)]], indicators("培训期数")
    projects = read_draft(pdf_of(table(first, 6), table(second, 6))).projects
    assert [(project.name, project.indicators[0].name, len(project.indicators)) for project in projects] == [
        ("会议经费", "培训人数", 4), ("培训经费", "培训期数", 4),
    ]  # fmt: skip


def test_rows_that_a_page_has_in_common_with_the_first_are_data(pdf_of):
    rows = [HEADER_OF_FOUR, TRAINING, ["", "质量指标", "结业率", "≥95%"]]
    assert texts(pdf_of(table(rows, 4), table(rows, 4))) == [[*rows, *rows[1:]]]


def test_a_paragraph_goes_on_over_the_page_break(pdf_of):
    content = LONG_GOAL * 4
    per_line = 49
    first, second = content[: 2 * per_line], content[2 * per_line :]
    assert pdf_of(paragraph(first, 700), paragraph(second)).blocks == (content,)


# ---- furniture -----------------------------------------------------------------------------------------------------


def test_page_numbers_and_running_titles_are_no_paragraphs_and_part_no_table(pdf_of):
    first, second = table([HEADER_OF_FOUR, TRAINING], 4).marks, table([["效益指标", "社会效益指标", "持证率", "≥90%"]], 4).marks
    pages = ["\n".join([text("二〇二三年部门预算", top=40), body, text(f"— {number} —", 280, BOTTOM)]) for number, body in enumerate((first, second), 1)]
    document = pdf_of(*pages)
    assert [len(grid.rows) for grid in document.blocks] == [3]


def test_a_money_unit_at_the_top_of_every_page_is_kept(pdf_of):
    pages = [text("单位：元", top=40) + "\n" + table([HEADER_OF_FOUR, TRAINING], 4).marks] * 2
    assert [block for block in pdf_of(*pages).blocks if isinstance(block, str)] == ["单位：元", "单位：元"]


# ---- refused -------------------------------------------------------------------------------------------------------


def test_a_scan_is_refused_with_advice(refused):
    reason = refused(pdf(PICTURE, PICTURE))
    assert "扫描件" in reason
    assert "OCR" in reason


def test_a_scanned_page_among_others_is_noted_as_unread(pdf_of):
    (note,) = pdf_of(text("前言"), PICTURE).notes
    assert (note.code, note.place, note.unread) == ("scanned-page", "第2页", True)


def test_an_encrypted_file_is_refused(refused):
    assert "密码" in refused(pdf(text("前言"), trailer=LOCK))


def test_text_that_nobody_can_decode_is_refused(refused):
    assert "没有字符对照表" in refused(pdf(text("前言"), font=NO_ALPHABET))


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_a_file_cut_off_is_refused(refused, share):
    content = pdf(*[table([HEADER_OF_FOUR, TRAINING], 4)] * 3)
    assert "已损坏" in refused(content[: int(len(content) * share)])


def test_a_file_that_only_says_it_is_a_pdf_is_refused(refused):
    assert "已损坏" in refused(b"%PDF-1.7\n" + bytes(range(256)) * 20 + b"\n%%EOF")


def test_a_missing_page_is_damage(refused):
    assert "已损坏" in refused(pdf(text("前言"), text("后记")).replace(b"/Count 2", b"/Count 3"))


def test_limits_on_pages_and_on_the_marks_of_a_page(refused, monkeypatch):
    monkeypatch.setattr(reader, "MAX_PAGES", 2)
    assert "超过 2 页" in refused(pdf(*[text("页")] * 3))
    monkeypatch.setattr(reader, "MAX_MARKS", 10)
    assert "超过 10 项" in refused(pdf(text("十一个字的一行就太多了")))


def test_a_script_in_the_file_changes_nothing(tmp_path):
    script = b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> "
    path = tmp_path / "draft.pdf"
    path.write_bytes(pdf(text("前言")).replace(b"/Type /Catalog ", b"/Type /Catalog " + script))
    assert read_pdf(path).blocks == ("前言",)
