"""Covers training.check: every kind of fault in an annotations folder, beside what only looks like one, and the folder of the repository."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from classifier.errors import DataError
from tests.training.conftest import ANNOTATIONS
from tests.training.corpora import row, write_rows
from training.check import Fault, check_annotations

GOOD = row("维修处数", "000", id="r1", level2="数量指标", value="3处")


def _check(tmp_path: Path, *rows: dict[str, Any] | str) -> list[Fault]:
    write_rows(tmp_path / "rows" / "a.jsonl", *rows)
    return check_annotations(tmp_path)[0]


def test_annotations_of_the_repository_have_no_fault() -> None:
    faults, rows = check_annotations(ANNOTATIONS)

    assert [str(fault) for fault in faults] == []
    assert rows > 6000


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "不是合规的 JSON"),
        (row("甲", "", id="r2"), "没有标注"),
        (row("甲", "000"), "没有 id"),
        (row("甲", "010", id="r2"), "标错配要写 mismatch"),
        (row("甲", "000", id="r2", mismatch="value"), "标错配要写 mismatch"),
        (row("甲", "010", id="r2", mismatch="name"), "mismatch“name”应为 place、project 或 value"),
        (row("甲", "010", id="r2", mismatch="place"), "没有二级指标的行不判错放"),
        (row("经济效益", "100", id="r2", level2="经济效益指标"), "名称照抄二级指标的行都是套话"),
        (row("群众满意度", "100", id="r2", level2="满意度指标", value="≥95%"), "有百分比的不判空泛"),
        (row("乙", "000", id="r1"), "id r1 与 rows/a.jsonl 第1行重复"),
        (GOOD | {"id": "r2", "vague": 1}, "与 rows/a.jsonl 第1行内容相同而标签不同"),
        (row("甲", "000", id="r2", pair="p1"), "对照组 p1 只有一行"),
    ],
    ids=["JSON", "labels", "id", "no reason", "reason only", "other reason", "place", "level 2", "satisfaction", "id twice", "conflict", "pair"],
)
def test_fault_is_named_with_file_and_line(tmp_path: Path, line: Any, message: str) -> None:
    (fault,) = _check(tmp_path, GOOD, "", line)

    assert (fault.file, fault.line) == ("rows/a.jsonl", 3)
    assert message in fault.message


@pytest.mark.parametrize(
    "rows",
    [
        [row("甲", "010", id="r2", mismatch="value")],
        [row("甲", "010", id="r2", level2="质量指标", mismatch="place")],
        [row("经济效益", "001", id="r2", level2="经济效益指标")],
        [row("服务对象满意度", "000", id="r2", level2="服务对象满意度指标", value="≥95%")],
        [row("群众满意度", "100", id="r2", level2="满意度指标", value="提升")],
        [GOOD | {"id": "r2"}],
        [GOOD | {"id": "r2", "vague": 1, "project": "路灯维修"}],
        [row("甲", "000", id="r2", pair="p1"), row("乙", "000", id="r3", pair="p1")],
    ],
    ids=["reason", "place", "level 2", "satisfaction", "vague satisfaction", "same content", "other project", "pair"],
)
def test_what_only_looks_like_a_fault_is_none(tmp_path: Path, rows: list[dict[str, Any]]) -> None:
    assert _check(tmp_path, GOOD, *rows) == []


def test_faults_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    write_rows(tmp_path / "rows" / "b.jsonl", "{", row("丁", "000"))

    faults = _check(tmp_path, GOOD, "{", row("丙", "000"))

    assert [(fault.file, fault.line) for fault in faults] == [("rows/a.jsonl", 2), ("rows/a.jsonl", 3), ("rows/b.jsonl", 1), ("rows/b.jsonl", 2)]


def test_examples_are_checked_with_the_rows(tmp_path: Path) -> None:
    write_rows(tmp_path / "examples.jsonl", row("甲", "010", id="r9"))

    assert [fault.file for fault in _check(tmp_path, GOOD)] == ["examples.jsonl"]


def test_pass_may_only_label_rows_that_exist(tmp_path: Path) -> None:
    write_rows(tmp_path / "passes" / "one.jsonl", row("甲", "000", id="r1"), row("甲", "000", id="r8"))

    (fault,) = _check(tmp_path, GOOD)

    assert str(fault) == "passes/one.jsonl 第2行：id r8 不在 rows/ 里"


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (["", row("甲", "000", id="r8")], 2),
        ([row("甲", "000", id="r1"), "{"], 2),
    ],
    ids=["behind a blank line", "no JSON"],
)
def test_fault_in_a_pass_is_named_with_its_line(tmp_path: Path, lines: list[Any], line: int) -> None:
    write_rows(tmp_path / "passes" / "one.jsonl", *lines)

    (fault,) = _check(tmp_path, GOOD)

    assert (fault.file, fault.line) == ("passes/one.jsonl", line)


def test_folder_without_rows_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"里没有 rows/\*\.jsonl"):
        check_annotations(tmp_path)
