"""A web page is read as the .docx of the same text: merges, unclosed elements, hidden text, encodings; hostile pages do no harm."""

from __future__ import annotations

import html
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifier.documents.html import read_html
from classifier.documents.tables import read_draft
from classifier.errors import UnreadableError
from classifier.types import Cell as Found
from classifier.types import Document, Grid
from tests.documents.test_reading_time import SLACK, STEP, seconds
from tests.support.docx_builder import ABOVE, Cell, top
from tests.support.sample_tables import head, indicators


def page(text: str) -> Document:
    return read_html(text.encode(), "draft.html")


def texts(document: Document) -> list[list[str]]:
    (grid,) = [block for block in document.blocks if isinstance(block, Grid)]
    return [[cell.text for cell in row] for row in grid.rows]


def cell_of(markup: str) -> str:
    return texts(page(f"<table><tr><td>{markup}</td></tr></table>"))[0][0]


def plain(rows: list) -> str:
    """A table of plain texts; "\\n" in them is a line break."""
    cells = [[html.escape(cell.content if isinstance(cell, Cell) else cell).replace("\n", "<br>") for cell in row] for row in rows]
    return "<table>" + "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in cells) + "</table>"


def test_a_draft_is_the_same_as_from_docx(draft_of):
    blocks = ["2023年部门预算绩效文本", "1.人才培训经费绩效目标表"]
    word = draft_of(*blocks, head(), indicators())
    document = page("".join(f"<p>{block}</p>" for block in blocks) + plain(head()) + plain(indicators()))
    assert read_draft(document)._replace(path="") == word._replace(path="")


def test_merged_cells_are_those_of_docx(document_of):
    word = document_of([[Cell("甲", 2), top("乙")], [top("丙", 2), ABOVE], [Cell(merge="continue", span=2), "丁"]])
    rows = "<tr><td colspan=2>甲</td><td rowspan=2>乙</td></tr><tr><td colspan='2' rowspan='2'>丙</td></tr><tr><td>丁</td></tr>"
    assert page(f"<table>{rows}</table>").blocks == word.blocks


def test_a_tall_cell_continues_in_a_row_that_is_too_short_and_in_one_without_cells():
    (grid,) = page("<table><tr><td>甲<td>乙<td rowspan=3>丙<tr><td>丁<tr></table>").blocks
    assert grid.rows[1:] == ((Found("丁", 1, 0), Found("", 2, 2, merged=True)), (Found("", 1, 2, merged=True),))


def test_a_tall_cell_ends_with_its_group_of_rows():
    (grid,) = page("<table><tbody><tr><td rowspan=0>甲<td>乙<tr><td>丙<tbody><tr><td>丁</table>").blocks
    assert [[(cell.text, cell.merged) for cell in row] for row in grid.rows] == [[("甲", False), ("乙", False)], [("", True), ("丙", False)], [("丁", False)]]


def test_a_cell_laid_over_a_tall_one_takes_its_place():
    (grid,) = page("<table><tr><td>甲<td rowspan=2>乙<tr><td colspan=2>丙<td>丁</table>").blocks
    assert grid.rows[1] == (Found("丙", 1, 0, 2), Found("丁", 2, 2))


@pytest.mark.parametrize(("span", "width"), [("999999", 1), ("0", 1), ("-2", 1), ("x", 1), ("", 1), ("3px", 3), (" 2 ", 2), ("²", 1), ("9999", 9999)])
def test_a_span_is_read_as_a_browser_reads_it(span, width):
    (grid,) = page(f'<table><tr><td colspan="{span}">甲</td></tr></table>').blocks
    assert grid.rows[0][0].width == width


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param("甲<br>乙<BR/>丙", "甲\n乙\n丙", id="line breaks"),
        pytest.param("<p>甲</p><div>乙</div>丙", "甲\n乙\n丙", id="blocks"),
        pytest.param("<p>甲<br></p><p></p><p>乙", "甲\n乙", id="break at the end and empty block"),
        pytest.param("<p>甲<p><br><p>乙", "甲\n\n乙", id="blank line"),
        pytest.param("<ul><li>甲<li>乙</ul>", "甲\n乙", id="list"),
        pytest.param(" 甲 \n\t <b>乙</b>\n丙 ", "甲 乙 丙", id="blanks of the source"),
        pytest.param("<pre>甲\n\n乙</pre>", "甲\n\n乙", id="lines kept"),
        pytest.param("&ge;95&#37;&#x4e2d;&amp;&lt;b&gt;", "≥95%中&<b>", id="entities"),
        pytest.param("甲<script>var x='<td>';</script><style>p{}</style><!-- <td> -->乙", "甲乙", id="script, style, comment"),
        pytest.param("甲<![if !supportLists]>乙<![endif]><?xml:namespace prefix=o/><o:p>丙</o:p>", "甲乙丙", id="markup of Word"),
        pytest.param("甲<span style='color:red;DISPLAY : none'>密<p>密</p></span><i hidden>密</i>乙", "甲乙", id="hidden"),
        pytest.param("<p hidden>密<p>甲", "甲", id="hidden paragraph ended by the next"),
        pytest.param("<table hidden><tr><td>密</table>甲", "甲", id="hidden table"),
        pytest.param("<ruby>甲<rt>jia</rt></ruby>", "甲", id="ruby"),
        pytest.param("甲</span></div></li>乙", "甲乙", id="ends of what was never begun"),
    ],
)
def test_the_text_of_a_cell(markup, text):
    assert cell_of(markup) == text


def test_unclosed_cells_rows_and_paragraphs_end_where_a_browser_ends_them():
    closed = page("<p>前</p><table><tbody><tr><td><p>甲</p></td><td>乙</td></tr><tr><th>丙</th></tr></tbody></table><p>后</p>")
    assert page("<p>前<table><tr><td><p>甲<td><b>乙<tr><th>丙</table><p>后").blocks == closed.blocks
    assert page("<p>前<table><td><p>甲<td>乙<tr><th>丙<table></table>后").blocks[0] == "前"


def test_a_table_begun_in_a_table_outside_its_cells_ends_it():
    assert [block.number for block in page("<table><tr><td>甲</td></tr><table><tr><td>乙").blocks] == [1, 2]


def test_parts_of_a_table_outside_any_are_plain_text():
    assert page("<td>甲</td><tr><td>乙").blocks == ("甲", "乙")


def test_a_hidden_row_is_no_row():
    assert texts(page("<table><tr style='display:none'><td>密<td>密<tr><td>甲<td hidden>密</table>")) == [["甲"]]


def test_a_table_in_a_cell_is_a_table_of_its_own_with_a_note():
    document = page("<table><tr><td>外<td><table><tr><td>内</table>后</table>")
    assert [(grid.number, [cell.text for cell in grid.rows[0]]) for grid in document.blocks] == [(2, ["内"]), (1, ["外", "后"])]
    assert [(note.code, note.place) for note in document.notes] == [("nested-table", "表1第1行第2格")]


def test_paragraphs_and_tables_come_in_document_order_and_the_head_is_left_out():
    document = page("<html><head><title>题</title><meta name=a></head><body>一<br>二<h1>三</h1><table><caption>表名<tr><td>甲</table>四</body></html>")
    assert [block if isinstance(block, str) else block.number for block in document.blocks] == ["一\n二", "三", "表名", 1, "四"]


def test_blank_lines_at_the_end_of_a_cell_become_a_note():
    assert [note[:3] for note in page("<table><tr><td>甲<br><br><br></table>").notes] == [("trailing-blank-lines", "表1第1行第1格", "单元格末尾有2个空行")]


def test_changes_that_a_page_marks_are_read_as_accepted_with_a_note():
    document = page("<p>培训<del>次数</del><ins>人数</ins>")
    assert document.blocks == ("培训人数",)
    assert document.notes[0].message == "文档含修订 2 处，已按全部接受修订后的内容审核"


@pytest.mark.parametrize(
    ("content", "notes"),
    [
        pytest.param("<p>指标".encode("utf-8-sig"), 0, id="UTF-8 with a mark"),
        pytest.param("<p>指标".encode("utf-16"), 0, id="UTF-16 with a mark"),
        pytest.param("<meta charset=GB2312><p>指标".encode("gb18030"), 0, id="meta"),
        pytest.param("<meta http-equiv=Content-Type content='text/html; charset=gbk'><p>指标".encode("gb18030"), 0, id="old meta"),
        pytest.param("<?xml version='1.0' encoding='gbk'?><p>指标".encode("gbk"), 0, id="XML declaration"),
        pytest.param("<meta charset=big5><p>指標".encode("big5"), 0, id="Big5"),
        pytest.param("<p>指标".encode(), 0, id="nothing said, UTF-8"),
        pytest.param("<p>指标".encode("gb18030"), 1, id="nothing said, GB18030"),
        pytest.param("<meta charset=utf-8><p>指标".encode("gb18030"), 1, id="wrong meta"),
        pytest.param("<meta charset=punycode><p>指标".encode(), 0, id="an encoding that no page has"),
    ],
)
def test_the_encoding_of_a_page(content, notes):
    document = read_html(content, "")
    assert document.blocks[0].replace("標", "标") == "指标"
    assert [note.message for note in document.notes] == ["按 GB18030 编码读取"] * notes


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"<p>\x80\xff\xff", "编码", id="no known encoding"),
        pytest.param(b"\xff\xfe<\x00p", "编码", id="half a UTF-16 text"),
        pytest.param(b"<div>" * 600, "嵌套层数异常", id="too deep"),
        pytest.param(b"<table><tr><td>" * 300, "嵌套层数异常", id="tables too deep"),
        pytest.param(b"<table><tr>" + b"<td rowspan=0>" * 2000 + b"<tr>" * 2000, "超过 500000 个", id="merged beyond measure"),
    ],
)
def test_a_page_made_to_do_harm_is_refused(content, words):
    with pytest.raises(UnreadableError, match=words):
        read_html(content, "")


@pytest.mark.parametrize(
    "part", ["<", "<!--", "<!-- >", "<a ", '<a x="', "<![CDATA[", "<![CDATA[>", "<script>", "</script", "<td>", "<p>", "<b></b>", "</", "&#1"]
)
def test_markup_never_closed_takes_time_linear_in_its_length(part):
    small, large = (seconds(lambda size=size: page("<table><tr><td>" + part * size), repeats=2) for size in (5000, 5000 * STEP))
    assert large < max(small, 0.01) * STEP * SLACK


def test_a_tall_merge_takes_time_linear_in_its_rows():
    small, large = (seconds(lambda rows=rows: page("<table><tr><td rowspan=0>甲" + "<td>乙<td>丙<tr>" * rows)) for rows in (500, 500 * STEP))
    assert large / small < STEP * SLACK


PIECES = ["<table>", "</table>", "<tr>", "</tr>", "<td colspan=2 rowspan=3>", "<td>", "</td>", "<tbody>", "<caption>", "<p>", "</p>", "<div hidden>", "</div>"]
PIECES += [
    "<br>",
    "<li>",
    "<head>",
    "<title>",
    "<!--",
    "-->",
    "<![x[",
    "<!",
    "<?",
    "<",
    ">",
    "&",
    "&#xD800;",
    '"',
    "甲",
    " ",
    "<pre>",
    "\n",
    "<del>",
    "</html>",
]


@settings(max_examples=400, derandomize=True, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_markup_is_read(pieces):
    document = page("".join(pieces))
    for block in document.blocks:
        for row in block.rows if isinstance(block, Grid) else ():
            assert [cell.column for cell in row] == list(range(1, len(row) + 1))
            assert all(cell.left + cell.width <= following.left for cell, following in pairwise(row))
