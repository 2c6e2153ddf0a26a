"""Whatever bytes a file holds, it is read or refused with UnreadableError; no other exception comes out."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from classifier.documents.files import load_draft, read_document
from classifier.errors import UnreadableError
from classifier.types import Draft, Grid
from tests.support.docx_builder import W, document_xml, docx, wrap
from tests.support.sample_tables import HEADER_OF_FOUR, TRAINING, head, indicators

GOOD = docx(head(), indicators())
EXAMPLES = settings(max_examples=150, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])

LINES = st.sampled_from([*HEADER_OF_FOUR, *TRAINING, "", "项目名称", "单位：万元", "资金支出计划", "3月底", "合计", "[bookmark: a]", "1.甲绩效目标表", "1,2"])
TABLE_TAGS = ["tbl", "tr", "trPr", "gridBefore", "tc", "tcPr", "gridSpan", "vMerge", "sectPr"]
TEXT_TAGS = ["p", "pPr", "r", "rPr", "t", "br", "tab", "ins", "del", "moveFrom", "sdt", "sdtContent", "smartTag"]
NUMBERS = st.sampled_from(["", "0", "1", "-3", "restart", "9" * 30, "二"])


def element(tag: str, number: str, inside: list[str]) -> str:
    return f'<w:{tag} w:val="{number}">{"".join(inside)}</w:{tag}>'


SOUP = st.recursive(LINES, lambda inside: st.builds(element, st.sampled_from(TABLE_TAGS + TEXT_TAGS), NUMBERS, st.lists(inside, max_size=5)), max_leaves=40)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any") / "draft.docx"


def read_or_refuse(path: Path, content: bytes) -> Draft | None:
    """Read the bytes as a file; a refusal must say something in one line."""
    path.write_bytes(content)
    try:
        return load_draft(path)
    except UnreadableError as error:
        assert str(error)
        assert "\n" not in str(error)
        return None


def in_order(draft: Draft | None) -> bool:
    """Whether the indicators of every project are numbered from 1."""
    projects = draft.projects if draft else ()
    return all([row.row for row in project.indicators] == list(range(1, len(project.indicators) + 1)) for project in projects)


@EXAMPLES
@given(content=st.binary(max_size=400), start=st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"\xff\xfe", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]))
def test_any_bytes(path, content, start):
    assert in_order(read_or_refuse(path, start + content))


@EXAMPLES
@given(text=st.text(max_size=300), encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
def test_any_text(path, text, encoding):
    assert in_order(read_or_refuse(path, text.encode(encoding)))


@EXAMPLES
@given(lines=st.lists(st.tuples(st.sampled_from(["\t", "\t", ""]), LINES), max_size=60))
def test_any_text_that_resembles_a_dump(path, lines):
    assert in_order(read_or_refuse(path, "\n".join(tab + line for tab, line in lines).encode()))


@EXAMPLES
@given(body=st.binary(max_size=400))
def test_any_bytes_as_the_text_of_a_docx(path, body):
    assert in_order(read_or_refuse(path, wrap(body)))


@EXAMPLES
@given(body=SOUP)
def test_any_nesting_of_the_tags_of_a_docx(path, body):
    path.write_bytes(wrap(f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'))
    grids = [block for block in read_document(path).blocks if isinstance(block, Grid)]
    rows = [row for grid in grids for row in grid.rows]
    assert all([cell.column for cell in row] == list(range(1, len(row) + 1)) for row in rows)
    assert all(after.left >= cell.left + cell.width for row in rows for cell, after in pairwise(row))


@EXAMPLES
@given(cut=st.integers(0, len(GOOD) - 1))
def test_a_docx_that_breaks_off_anywhere_is_refused(path, cut):
    assert read_or_refuse(path, GOOD[:cut]) is None


@EXAMPLES
@given(start=st.integers(0, len(GOOD) - 1), damage=st.binary(min_size=1, max_size=8))
def test_a_docx_with_bytes_overwritten_anywhere(path, start, damage):
    assert in_order(read_or_refuse(path, GOOD[:start] + damage + GOOD[start + len(damage) :]))


@EXAMPLES
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=60))
@example(text="&<>\"'")
def test_any_text_of_a_cell_comes_back_exactly(path, text):
    path.write_bytes(wrap(document_xml([[text + "。"]])))
    (grid,) = read_document(path).blocks
    assert grid.rows[0][0].text == text + "。"
