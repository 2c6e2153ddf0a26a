"""Where the cells of a .docx table stand and what text they hold: merges, breaks, nested tables, text boxes, controls, smart tags."""

from __future__ import annotations

import pytest

from classifier.documents.files import load_draft, read_document
from classifier.types import Cell as Found
from classifier.types import Grid, Location
from tests.support.docx_builder import (
    ABOVE,
    STRICT_W,
    Block,
    Cell,
    Row,
    block_control,
    document_xml,
    docx,
    inline_control,
    paragraph,
    run,
    smart_tag,
    table,
    text_box,
    top,
    wrap,
)  # fmt: skip
from tests.support.sample_tables import HEADER_OF_FOUR, TRAINING


def only_grid(document) -> Grid:
    (grid,) = [block for block in document.blocks if isinstance(block, Grid)]
    return grid


def first_text(document) -> str:
    return only_grid(document).rows[0][0].text


def test_a_horizontal_merge_is_one_physical_cell_of_several_grid_columns(document_of):
    grid = only_grid(document_of([[Cell("预算", 2), "备注"], ["财政", "其他", "无"]]))
    assert grid.rows[0] == (Found("预算", 1, 0, 2), Found("备注", 2, 2))
    assert grid.rows[1] == (Found("财政", 1, 0), Found("其他", 2, 1), Found("无", 3, 2))


def test_a_vertical_merge_is_a_cell_with_text_and_empty_cells_that_continue_it(document_of):
    grid = only_grid(document_of([[top("产出指标"), "数量"], [ABOVE, "质量"], ["效益指标", "社会"]]))
    assert [row[0] for row in grid.rows] == [Found("产出指标", 1, 0), Found("", 1, 0, 1, merged=True), Found("效益指标", 1, 0)]


def test_text_left_behind_in_a_continuing_cell_is_not_read(document_of):
    grid = only_grid(document_of([[top("产出指标")], [Cell("残留文字", merge="continue")]]))
    assert grid.rows[1][0] == Found("", 1, 0, 1, merged=True)


def test_columns_left_out_before_a_row_shift_its_cells_but_not_their_physical_number(document_of):
    grid = only_grid(document_of([["甲", "乙"], Row(["丙"], before=1)]))
    assert grid.rows[1] == (Found("丙", 1, 1),)


def test_no_columns_left_out_is_a_legal_count(tmp_path):
    path = tmp_path / "draft.docx"
    path.write_bytes(wrap(document_xml([["甲"]]).replace("<w:trPr>", '<w:trPr><w:gridBefore w:val="0"/>')))
    assert only_grid(read_document(path)).rows == ((Found("甲", 1, 0),),)


def test_an_indicator_in_merged_cells_has_the_locations_of_its_physical_cells(draft_of):
    wide = [HEADER_OF_FOUR[0], HEADER_OF_FOUR[1], Cell("三级指标", 2), "指标值"]
    rows = [wide, [top("产出指标"), "数量指标", Cell("培训人数", 2), "30人"], [ABOVE, "质量指标", Cell("结业率", 2), "95%"]]
    second = draft_of(rows).projects[0].indicators[1]
    assert second[1:4] == ("产出指标", "质量指标", "结业率")
    assert second.locations == {"level1": Location(1, 2, 1), "level2": Location(1, 3, 2), "name": Location(1, 3, 3), "value": Location(1, 3, 4)}


def test_a_cell_belongs_to_the_column_that_it_stands_under_not_to_the_one_of_its_number(draft_of):
    header = ["一级指标", Cell("三级指标", 2), "指标值"]
    rows = [["产出指标", "培训人数", "（人次）", "30人"], Row(["结业率", "", "95%"], before=1)]
    first, second = draft_of([header, *rows]).projects[0].indicators
    assert (first.name, first.value, first.locations["value"]) == ("培训人数", "30人", Location(1, 2, 4))
    assert (second.name, second.value, second.locations["value"]) == ("结业率", "95%", Location(1, 3, 3))


def test_paragraphs_and_line_breaks_of_a_cell_are_lines_and_tabs_are_tabs(document_of):
    assert first_text(document_of([[Cell(paragraph("第一段") + paragraph(run("第二段\n换行\t制表")))]])) == "第一段\n第二段\n换行\t制表"


def test_blank_lines_at_the_end_of_a_cell_become_a_note_and_those_inside_stay(document_of):
    document = document_of([["甲", "一\n\n二\n\n\n"]])
    assert only_grid(document).rows[0][1].text == "一\n\n二"
    assert [(note.code, note.place, note.message) for note in document.notes] == [("trailing-blank-lines", "表1第1行第2格", "单元格末尾有3个空行")]


def test_an_empty_cell_of_several_paragraphs_is_empty_and_no_note(document_of):
    document = document_of([["\n\n", "乙"]])
    assert first_text(document) == ""
    assert document.notes == ()


def test_a_table_inside_a_cell_is_a_table_of_its_own_with_a_note(document_of):
    inner = table([["内甲", "内乙"]])
    document = document_of([["外甲", Cell(paragraph("外乙") + inner)]], [["后表"]])
    texts = {grid.number: [cell.text for cell in grid.rows[0]] for grid in document.blocks}
    assert texts == {1: ["外甲", "外乙"], 2: ["内甲", "内乙"], 3: ["后表"]}
    assert [note.place for note in document.notes if note.code == "nested-table"] == ["表1第1行第2格"]


def test_a_text_box_is_read_once_though_the_file_holds_it_twice(document_of):
    text = first_text(document_of([[Cell(run("框外") + text_box("框内"))]]))
    assert (text.count("框外"), text.count("框内")) == (1, 1)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([HEADER_OF_FOUR, Row(TRAINING, control=True)], id="around a row"),
        pytest.param([HEADER_OF_FOUR, [*TRAINING[:2], Cell("培训人数", control=True), TRAINING[3]]], id="around a cell"),
        pytest.param([HEADER_OF_FOUR, [*TRAINING[:2], Cell(block_control("培训人数")), TRAINING[3]]], id="around a paragraph"),
        pytest.param([HEADER_OF_FOUR, [*TRAINING[:2], Cell(run("培训") + inline_control("人数")), TRAINING[3]]], id="around a run"),
        pytest.param(block_control(table([HEADER_OF_FOUR, TRAINING])), id="around the table"),
        pytest.param([HEADER_OF_FOUR, [*TRAINING[:2], Cell(smart_tag("培训") + run("人数")), TRAINING[3]]], id="smart tag"),
    ],
)
def test_text_in_a_content_control_or_smart_tag_is_read(draft_of, rows):
    (indicator,) = draft_of(rows).projects[0].indicators
    assert indicator[1:4] == ("产出指标", "数量指标", "培训人数")
    assert indicator.locations["value"] == Location(1, 2, 4)


def test_the_strict_variant_of_the_format_is_read_alike(tmp_path):
    drafts = []
    for namespace in ({}, {"namespace": STRICT_W}):
        path = tmp_path / "draft.docx"
        path.write_bytes(docx([HEADER_OF_FOUR, TRAINING], **namespace))
        drafts.append(load_draft(path))
    assert drafts[0] == drafts[1]


def test_paragraphs_and_tables_come_in_document_order_and_empty_paragraphs_are_left_out(document_of):
    document = document_of("前言", " ", [["甲"]], Block(paragraph("后记")))
    assert [block if isinstance(block, str) else block.number for block in document.blocks] == ["前言", 1, "后记"]
