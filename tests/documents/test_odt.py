"""An .odt file is read as the .docx of the same text: cells, merges, repeats, blanks, tracked changes; hostile files are refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from classifier.documents.odt import read_odt
from classifier.documents.tables import read_draft
from classifier.errors import UnreadableError
from classifier.types import Cell as Found
from classifier.types import Document, Grid
from tests.documents.test_reading_time import SLACK, STEP, seconds
from tests.support.docx_builder import ABOVE, Cell, pack, top
from tests.support.odt_builder import COVERED, cell, content_xml, odt, paragraph, plain, row, table, wrap
from tests.support.sample_tables import HEADER_OF_FOUR, TRAINING, head, indicators


@pytest.fixture
def odt_of(tmp_path: Path) -> Callable[..., Document]:
    """Write blocks of markup as an .odt file and read it."""

    def read(*blocks: str) -> Document:
        path = tmp_path / "draft.odt"
        path.write_bytes(odt(*blocks))
        return read_odt(path)

    return read


@pytest.fixture
def reason_of(tmp_path: Path) -> Callable[[bytes], str]:
    """Why these bytes are no readable .odt file."""

    def refuse(content: bytes) -> str:
        path = tmp_path / "draft.odt"
        path.write_bytes(content)
        with pytest.raises(UnreadableError) as caught:
            read_odt(path)
        return str(caught.value)

    return refuse


def only_grid(document: Document) -> Grid:
    (grid,) = [block for block in document.blocks if isinstance(block, Grid)]
    return grid


def texts(document: Document) -> list[list[str]]:
    return [[found.text for found in cells] for cells in only_grid(document).rows]


def text_of(document: Document) -> str:
    return texts(document)[0][0]


def test_a_draft_is_the_same_as_from_docx(odt_of, draft_of):
    blocks = ["2023年部门预算绩效文本", "1.人才培训经费绩效目标表"]
    word = draft_of(*blocks, head(), indicators())
    tables = [plain([[item.content if isinstance(item, Cell) else item for item in line] for line in rows]) for rows in (head(), indicators())]
    assert read_draft(odt_of(*map(paragraph, blocks), *tables))._replace(path="") == word._replace(path="")


def test_merged_cells_are_those_of_docx(odt_of, document_of):
    word = document_of([[Cell("甲", 2), top("乙")], [top("丙", 2), ABOVE], [Cell(merge="continue", span=2), "丁"]])
    rows = [
        row(cell("甲", 2), COVERED, cell("乙", rows=2)),
        row(cell("丙", 2, 2), COVERED, COVERED),
        row(COVERED, COVERED, cell("丁")),
    ]
    assert odt_of(table(*rows)).blocks == word.blocks


def test_a_file_that_leaves_covered_cells_out_is_read_alike(odt_of):
    full = odt_of(table(row(cell("甲", 2, 2), COVERED, cell("乙")), row(COVERED, COVERED, cell("丙"))))
    assert odt_of(table(row(cell("甲", 2, 2), cell("乙")), row(cell("丙")))).blocks == full.blocks


def test_text_in_a_covered_cell_is_not_read(odt_of):
    covered = "<table:covered-table-cell><text:p>残留</text:p></table:covered-table-cell>"
    assert only_grid(odt_of(table(row(cell("甲", rows=2)), row(covered)))).rows[1] == (Found("", 1, 0, 1, merged=True),)


def test_header_rows_are_rows(odt_of):
    assert texts(odt_of(table(f"<table:table-header-rows>{row(cell('甲'))}</table:table-header-rows>", row(cell("乙"))))) == [["甲"], ["乙"]]


def test_repeated_cells_and_rows_are_read_and_empty_ones_at_the_end_are_not(odt_of):
    rows = [row(cell("甲", repeated=2), cell(repeated=2), cell("乙"), cell(repeated=9999)), row(cell("丙"), repeated=2), row(cell(), repeated=1048576)]
    document = odt_of(table(*rows))
    assert texts(document) == [["甲", "甲", "", "", "乙"], ["丙"], ["丙"]]
    assert [found.left for found in only_grid(document).rows[0]] == [0, 1, 2, 3, 4]


def test_a_merge_reaches_past_empty_cells_that_are_dropped(odt_of):
    rows = [row(cell("甲"), cell("乙"), cell("丙"), cell("丁", rows=2)), row(cell("戊"), cell(repeated=2), COVERED)]
    assert only_grid(odt_of(table(*rows))).rows[1] == (Found("戊", 1, 0), Found("", 2, 3, merged=True))


def test_repeats_are_bounded(odt_of):
    document = odt_of(table(row(cell("甲", repeated=999999)), row(cell(), repeated=1048576), row(cell("乙"))))
    assert [len(only_grid(document).rows[0]), len(only_grid(document).rows)] == [1000, 1002]


def test_repeats_beyond_measure_are_refused(reason_of):
    assert "超过 500000 个" in reason_of(odt(table(*[row(cell("甲", repeated=1000), repeated=1000)] * 2)))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param('甲 <text:s text:c="3"/>乙<text:s/>', "甲    乙 ", id="repeated blanks"),
        pytest.param("\n  甲 \n\t乙", "甲 乙", id="blanks of the source"),
        pytest.param("甲<text:tab/>乙<text:line-break/>丙", "甲\t乙\n丙", id="tab and line break"),
        pytest.param("<text:span>甲</text:span><text:a>乙</text:a>", "甲乙", id="spans and links"),
        pytest.param(
            "甲<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>乙", "甲乙", id="note"
        ),
        pytest.param(
            "甲<office:annotation><dc:creator>人</dc:creator><text:p>批注</text:p></office:annotation>乙<office:annotation-end/>", "甲乙", id="annotation"
        ),
        pytest.param("<text:ruby><text:ruby-base>甲</text:ruby-base><text:ruby-text>jia</text:ruby-text></text:ruby>", "甲", id="ruby"),
        pytest.param("甲<draw:frame><svg:title>图</svg:title><svg:desc>说明</svg:desc></draw:frame>乙", "甲乙", id="picture"),
        pytest.param("甲<draw:frame><draw:text-box> <text:p>框内</text:p> </draw:text-box></draw:frame>乙", "甲\n框内\n乙", id="text box"),
        pytest.param("<draw:frame><draw:text-box><text:p>框内</text:p></draw:text-box></draw:frame>", "框内", id="text box alone"),
        pytest.param('甲<text:s text:c="999999"/>乙', f"甲{' ' * 100}乙", id="blanks beyond measure"),
    ],
)
def test_the_text_of_a_cell(odt_of, markup, text):
    assert text_of(odt_of(f"<table:table><table:table-row><table:table-cell>{paragraph(markup)}</table:table-cell></table:table-row></table:table>")) == text


def test_blank_lines_at_the_end_of_a_cell_become_a_note(odt_of):
    document = odt_of(table(row(cell("甲"), cell("乙\n丙\n\n"))))
    assert texts(document) == [["甲", "乙\n丙"]]
    assert [(note.code, note.place) for note in document.notes] == [("trailing-blank-lines", "表1第1行第2格")]


def test_a_table_in_a_cell_is_a_table_of_its_own_with_a_note(odt_of):
    inner = table(row(cell("内")))
    document = odt_of(table(row(cell("外"), f"<table:table-cell>{inner}{paragraph('后')}</table:table-cell>")))
    assert [(grid.number, [found.text for found in grid.rows[0]]) for grid in document.blocks] == [(2, ["内"]), (1, ["外", "后"])]
    assert [(note.code, note.place) for note in document.notes] == [("nested-table", "表1第1行第2格")]


def test_paragraphs_lists_and_sections_come_in_order(odt_of):
    heading = '<text:h text:outline-level="1">一、概况</text:h>'
    items = f"<text:list><text:list-item>{paragraph('其一')}</text:list-item></text:list>"
    document = odt_of(heading, paragraph(" "), f"<text:section>{items}</text:section>", table(row(cell("甲"))), paragraph("后记"))
    assert [block if isinstance(block, str) else block.number for block in document.blocks] == ["一、概况", "其一", 1, "后记"]


def test_tracked_changes_are_read_as_accepted_with_a_note(odt_of):
    deleted = f"<text:changed-region><text:deletion>{paragraph('旧名称')}</text:deletion></text:changed-region>"
    added = "<text:changed-region><text:insertion><office:change-info/></text:insertion></text:changed-region>"
    body = paragraph('培训<text:change text:change-id="a"/><text:change-start/>人数<text:change-end/>')
    document = odt_of(f"<text:tracked-changes>{deleted}{added}</text:tracked-changes>", body)
    assert document.blocks == ("培训人数",)
    assert document.notes[0][:3] == ("tracked-changes", "全文", "文档含修订 2 处，已按全部接受修订后的内容审核")


GOOD = content_xml(plain([HEADER_OF_FOUR, TRAINING]))
MANIFEST = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(wrap(GOOD.replace("?>", '?><!DOCTYPE d [<!ENTITY a "甲">]>')), "DOCTYPE", id="doctype"),
        pytest.param(wrap(content_xml("<text:section>" * 600 + "</text:section>" * 600)), "嵌套层数异常", id="too deep"),
        pytest.param(wrap(b"<a>" + b" " * 4_000_000), "压缩比异常", id="zip bomb"),
        pytest.param(wrap(GOOD[:-30]), "不完整或已损坏", id="xml breaks off"),
        pytest.param(wrap(GOOD.replace('columns-spanned="1"', 'columns-spanned="99999"', 1)), "不完整或已损坏", id="span beyond measure"),
        pytest.param(wrap(GOOD.replace('columns-repeated="1"', 'columns-repeated="²"', 1)), "不完整或已损坏", id="repeat that is no number"),
        pytest.param(wrap(b"\x8a\x01", **{"META-INF/manifest.xml": MANIFEST}), "加了密码", id="password"),
        pytest.param(pack({"mimetype": "", "encrypted-package": b"\x8a"}), "加了密码", id="password over the whole package"),
        pytest.param(pack({"mimetype": ""}), "没有 content.xml", id="no text"),
        pytest.param(wrap(GOOD)[:-9], "不完整或已损坏", id="cut"),
    ],
)
def test_a_damaged_or_hostile_file_is_refused(reason_of, content, words):
    assert words in reason_of(content)


def test_a_file_takes_time_linear_in_its_rows(tmp_path):
    times = []
    for rows in (400, 400 * STEP):
        path = tmp_path / f"{rows}.odt"
        path.write_bytes(odt(table(row(cell("产出", rows=rows), cell("甲")), *[row(COVERED, cell("乙"))] * (rows - 1))))
        times.append(seconds(lambda path=path: read_odt(path)))
    assert times[1] / times[0] < STEP * SLACK
