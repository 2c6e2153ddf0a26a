"""Documents are read in time linear in their size, however tall a merge and however odd a line."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from classifier.documents.files import load_draft, read_document
from classifier.documents.tables import read_draft
from tests.support.docx_builder import ABOVE, docx, top
from tests.support.dump_builder import dump
from tests.support.sample_tables import HEADER, HEADER_OF_FOUR, TRAINING, head, indicators, plain

STEP = 4
SLACK = 2
"""Four times the input may take up to eight times as long; time that grows with the square takes sixteen times."""


def seconds(action: Callable[[], object], repeats: int = 5) -> float:
    """The processor time of the shortest of several runs, which other work on the machine disturbs least."""
    times = []
    for _ in range(repeats):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def tall_merge(rows: int) -> list:
    """One 一级指标 merged down over so many rows."""
    return [HEADER, *([top("产出指标") if n == 0 else ABOVE, "数量指标", f"第{n}项人数", "说明", f"≥{n}人", "计划"] for n in range(rows))]


def ratio(tmp_path: Path, small: bytes, large: bytes) -> float:
    (tmp_path / "small.docx").write_bytes(small)
    (tmp_path / "large.docx").write_bytes(large)
    return seconds(lambda: load_draft(tmp_path / "large.docx")) / seconds(lambda: load_draft(tmp_path / "small.docx"))


def test_a_merge_of_1200_rows_is_read_to_its_end(draft_of):
    rows = draft_of(tall_merge(1200)).projects[0].indicators
    assert len(rows) == 1200
    assert {row.level1 for row in rows} == {"产出指标"}
    assert {row.locations["level1"] for row in rows} == {(1, 2, 1)}


def test_a_tall_merge_takes_time_linear_in_its_rows(tmp_path):
    assert ratio(tmp_path, docx(tall_merge(300)), docx(tall_merge(300 * STEP))) < STEP * SLACK


def test_a_dump_takes_time_linear_in_its_rows(tmp_path):
    small, large = (dump(plain(HEADER_OF_FOUR, *[TRAINING] * rows)).encode() for rows in (1000, 1000 * STEP))
    assert ratio(tmp_path, small, large) < STEP * SLACK


def test_many_projects_take_time_linear_in_their_number(tmp_path):
    small, large = (docx(*[head(), indicators()] * projects) for projects in (30, 30 * STEP))
    assert ratio(tmp_path, small, large) < STEP * SLACK


def read_text(tmp_path: Path, text: str) -> float:
    path = tmp_path / "draft.txt"
    path.write_text(text, encoding="utf-8")
    return seconds(lambda: read_draft(read_document(path)), repeats=1)


def test_a_cell_of_many_lines_takes_time_linear_in_them(tmp_path):
    small, large = (read_text(tmp_path, "\t甲\n" + "一行二十个字的文字一行二十个字的文字\n" * lines) for lines in (20_000, 20_000 * STEP))
    assert large / small < STEP * SLACK


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("1." + " " * 600 + "乙", id="heading with a wide gap"),
        pytest.param("[bookmark: " * 16_000, id="bookmarks never closed"),
        pytest.param("（" * 20_000, id="brackets never closed"),
        pytest.param("1,2" * 20_000, id="long number"),
        pytest.param("\t" + "2.1" * 20_000, id="long cell"),
        pytest.param("20 " * 20_000 + "年", id="nearly a year"),
    ],
)
def test_one_odd_line_does_not_hold_up_the_reading(tmp_path, line):
    assert read_text(tmp_path, line) < 0.3
