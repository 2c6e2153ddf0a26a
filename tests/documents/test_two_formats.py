"""The same draft as .docx and as text dump gives the same Draft, to the character and to the cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifier.documents.files import load_draft
from classifier.types import Draft
from tests.support.docx_builder import Rows, docx
from tests.support.dump_builder import dump
from tests.support.sample_tables import HEADER, head, indicators, plain

TEXT = st.text("甲乙丙指标率≥9%万元 ()", max_size=8).map(str.strip)
LINES = st.lists(TEXT, min_size=1, max_size=4).map("\n".join)
ROW = st.tuples(*[LINES] * 5, TEXT).map(list)
"""The last cell of a row is one line: in a dump nothing tells its further text from what follows the table."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("formats")


def both(folder: Path, *blocks: str | Rows) -> tuple[Draft, Draft]:
    """The draft of these blocks, read from a .docx file and from a dump; the paths are left out."""
    word, text = folder / "draft.docx", folder / "draft.txt"
    word.write_bytes(docx(*blocks))
    text.write_text(dump(*blocks), encoding="utf-8")
    first, second = (load_draft(path)._replace(path="") for path in (word, text))
    return first, second


def test_a_draft_of_two_projects(folder):
    first = ["2023年部门预算绩效文本", "1.人才培训经费绩效目标表", head(), indicators()]
    second = ["2.差旅费绩效目标表", head("差旅费", "002", "12.00"), indicators("差旅人次")]
    word, text = both(folder, *first, *second)
    assert word == text
    assert [(project.number, project.year, project.name, len(project.indicators)) for project in word.projects] == [
        (1, 2023, "人才培训经费", 4),
        (2, 2023, "差旅费", 4),
    ]


def test_blank_lines_in_cells_give_the_same_notes(folder):
    rows = plain(HEADER, ["产出指标", "数量指标", "人数\n\n", "人数\n\n说明\n", "3人", "计划\n\n\n"], ["", "", "次数", "", "2次", ""])
    word, text = both(folder, "标题", rows)
    assert word == text
    assert len(word.notes) == 3


@settings(max_examples=100, derandomize=True, deadline=None)
@given(rows=st.lists(ROW, min_size=1, max_size=5))
def test_any_table_of_indicators(folder, rows):
    word, text = both(folder, "1.甲绩效目标表", head(), plain(HEADER, *rows, ["满意度指标", "满意度", "满意率", "满意", "95%", "问卷"]))
    assert word == text
    assert word.projects[0].indicators[-1].name == "满意率"
