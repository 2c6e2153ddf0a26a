"""The text dump of a Word draft: cells by tab, rows by blank line, whatever encoding and line ends it was saved with."""

from __future__ import annotations

from pathlib import Path

import pytest

from classifier.documents.files import read_document
from classifier.types import Grid, Location
from tests.support.docx_builder import ABOVE
from tests.support.dump_builder import dump
from tests.support.sample_tables import HEADER_OF_FOUR, TRAINING, head, indicators, plain

PROJECT = dump("3.人才培训经费绩效目标表", head(), indicators())


@pytest.fixture
def document_in(tmp_path: Path):
    def read(text: str):
        path = tmp_path / "draft.txt"
        path.write_text(text, encoding="utf-8", newline="")
        return read_document(path)

    return read


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows]


def test_a_tab_begins_a_cell_and_a_blank_line_a_row(document_in):
    (grid,) = document_in("\t甲\n\t乙\n\n\t丙\n").blocks
    assert texts(grid) == [["甲", "乙"], ["丙"]]


def test_a_line_without_a_tab_is_a_paragraph_before_a_table_and_a_further_line_of_a_cell_inside(document_in):
    title, grid = document_in("标题\n\t甲\n第二行\n\t乙\n").blocks
    assert (title, texts(grid)) == ("标题", [["甲\n第二行", "乙"]])


def test_text_below_a_table_of_indicators_is_a_paragraph(document_in):
    grid, ending = document_in(dump([HEADER_OF_FOUR, TRAINING], "结尾")).blocks
    assert (texts(grid)[1], ending) == (TRAINING, "结尾")


def test_text_below_another_table_is_a_paragraph(document_in):
    grid, *below = document_in(dump([["姓名", "职务"], ["张三", "主任"]], "结尾")).blocks
    assert (texts(grid)[1], below) == (["张三", "主任"], ["结尾"])


def test_a_heading_below_another_table_still_numbers_its_project(draft_in):
    draft = draft_in(dump([["姓名", "职务"], ["张三", "主任"]], "7.人才培训经费绩效目标表", head(), indicators()))
    assert [project.number for project in draft.projects] == [7]


def test_several_blank_lines_part_two_tables(document_in):
    first, second = document_in("\t甲\n\n\n\n\t乙\n").blocks
    assert (first.number, second.number) == (1, 2)


def test_blank_lines_at_the_end_of_a_cell_become_a_note_and_no_text(draft_in):
    name = TRAINING[2]
    draft = draft_in(dump(plain(HEADER_OF_FOUR, [*TRAINING[:2], name + "\n\n\n\n", "≥30人"], ["", "质量指标", "结业率", "95%"])))
    assert [row.name for row in draft.projects[0].indicators] == ["培训人数", "结业率"]
    assert [(note.code, note.place, note.message) for note in draft.notes] == [("trailing-blank-lines", "表1第2行第3格", "单元格末尾有4个空行")]


def test_blank_lines_at_the_end_of_the_last_cell_of_a_row_become_a_note_too(draft_in):
    draft = draft_in(dump(plain(HEADER_OF_FOUR, [*TRAINING[:3], "≥30人\n\n"], ["", "质量指标", "结业率", "95%"])))
    assert [row.value for row in draft.projects[0].indicators] == ["≥30人", "95%"]
    assert [(note.place, note.message) for note in draft.notes] == [("表1第2行第4格", "单元格末尾有2个空行")]


def test_one_blank_line_between_rows_is_no_note(draft_in):
    assert draft_in(PROJECT).notes == ()


def test_text_after_a_blank_line_inside_a_cell_belongs_to_that_cell(draft_in):
    draft = draft_in(dump(plain(HEADER_OF_FOUR, [*TRAINING[:2], "培训人数\n\n（人次）", "≥30人"])))
    assert [(row.name, row.value) for row in draft.projects[0].indicators] == [("培训人数\n\n（人次）", "≥30人")]


def test_bookmarks_are_dropped_from_paragraphs_and_cells(document_in):
    document = document_in("[bookmark: _GoBack]\n[bookmark: _Toc_4]1.甲项目\n\t[bookmark: a]乙[bookmark: b]\n")
    assert [block for block in document.blocks if block] == ["1.甲项目", document.blocks[-1]]
    assert texts(document.blocks[-1]) == [["乙"]]


def test_a_bookmark_heading_right_below_a_table_ends_it(draft_in):
    draft = draft_in(PROJECT.rstrip("\n") + "\n[bookmark: _Toc]" + dump("4.差旅费绩效目标表", head("差旅费"), indicators("差旅人次")))
    assert [(project.number, project.name, len(project.indicators)) for project in draft.projects] == [(3, "人才培训经费", 4), (4, "差旅费", 4)]
    assert draft.projects[0].indicators[-1].basis == "问卷调查"


def test_an_empty_cell_takes_the_level_of_the_cell_above_with_its_location(draft_in):
    second = draft_in(dump([HEADER_OF_FOUR, TRAINING, [ABOVE, "质量指标", "结业率", "95%"]])).projects[0].indicators[1]
    assert second.level1 == "产出指标"
    assert (second.locations["level1"], second.locations["level2"]) == (Location(1, 2, 1), Location(1, 3, 2))


@pytest.mark.parametrize(
    ("encoding", "notes"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("gb18030", ["按 GB18030 编码读取"]),
        ("gbk", ["按 GB18030 编码读取"]),
        ("utf-16", ["按 UTF-16 编码读取"]),
    ],
)
def test_every_common_encoding_reads_alike_and_a_guess_is_noted(draft_in, encoding, notes):
    draft = draft_in(PROJECT.encode(encoding))
    assert draft.projects == draft_in(PROJECT).projects
    assert [note.message for note in draft.notes] == notes


def test_both_byte_orders_of_utf_16_are_read(draft_in):
    orders = [b"\xff\xfe" + PROJECT.encode("utf-16-le"), b"\xfe\xff" + PROJECT.encode("utf-16-be")]
    assert [draft_in(content).projects[0].name for content in orders] == ["人才培训经费"] * 2


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_the_line_ends_of_other_systems_read_alike(draft_in, line_end):
    assert draft_in(PROJECT.replace("\n", line_end)) == draft_in(PROJECT)
