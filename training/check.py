"""A folder of annotations in, every fault in it with file and line out: form, ids, conflicts, and labels outside the guideline's logic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from classifier.analysis.normalise import squeeze
from classifier.analysis.places import SATISFACTION, find_place
from classifier.analysis.values import parse_value
from classifier.documents.rows import RowError, read_rows
from classifier.errors import DataError
from classifier.types import FIELDS, RowRecord
from training.agreement import parse_labels

MISMATCHES = ("place", "project", "value")
CONTENT = ("project", "unit", "budget", "purpose", "goal", *FIELDS)
"""What a label may depend on: two rows that agree in all of it cannot have different labels."""


@dataclass(frozen=True)
class Fault:
    """A fault in a file of annotations."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file} 第{self.line}行：{self.message}"


@dataclass(frozen=True)
class CheckedRow:
    """A row with where it stands."""

    file: str
    record: RowRecord


def check_annotations(folder: Path) -> tuple[list[Fault], int]:
    """Check everything in an annotations folder.

    Args:
        folder: holds `rows/`, and perhaps `passes/` and `examples.jsonl`.

    Returns:
        The faults, in file order, and how many rows were read.

    Raises:
        DataError: the folder has no rows.
    """
    files = sorted((folder / "rows").glob("*.jsonl"))
    if not files:
        raise DataError(f"{folder} 里没有 rows/*.jsonl，请检查路径")
    if (examples := folder / "examples.jsonl").is_file():
        files.append(examples)
    rows: list[CheckedRow] = []
    faults = [fault for file in files for fault in _read(file, folder, rows)]
    faults += [fault for row in rows for fault in _guideline(row)]
    faults += [*_duplicates(rows), *_conflicts(rows), *_pairs(rows)]
    known = {str(row.record.fields.get("id")) for row in rows}
    faults += [fault for file in sorted((folder / "passes").glob("*.jsonl")) for fault in _check_pass(file, folder, known)]
    return sorted(faults, key=lambda fault: (fault.file, fault.line)), len(rows)


def _read(file: Path, folder: Path, rows: list[CheckedRow]) -> Iterator[Fault]:
    name = str(file.relative_to(folder))
    with file.open(encoding="utf-8", errors="surrogateescape") as stream:
        for record in read_rows(stream):
            if isinstance(record, RowError):
                yield Fault(name, record.line, record.reason)
                continue
            rows.append(CheckedRow(name, record))
            if not record.labels:
                yield Fault(name, record.line, "没有标注")
            if not record.fields.get("id"):
                yield Fault(name, record.line, "没有 id")


def _guideline(row: CheckedRow) -> Iterator[Fault]:
    """Labels that the guideline rules out, whatever the row says otherwise."""
    record, indicator = row.record, row.record.project.indicators[0]
    if not record.labels:
        return
    reason = record.fields.get("mismatch")
    place = find_place("", indicator.level2)
    if bool(record.labels["mismatched"]) != (reason is not None):
        yield Fault(row.file, record.line, "标错配要写 mismatch（place、project 或 value），不标就不写")
    elif reason is not None and reason not in MISMATCHES:
        yield Fault(row.file, record.line, f"mismatch“{reason}”应为 place、project 或 value")
    if reason == "place" and not indicator.level2.strip():
        yield Fault(row.file, record.line, "没有二级指标的行不判错放（mismatch 不能是 place）")
    if _repeats_level2(indicator.name, indicator.level2) and not record.labels["boilerplate"]:
        yield Fault(row.file, record.line, "名称照抄二级指标的行都是套话")
    rate = parse_value(indicator.value).kind == "percent" and "满意" in indicator.name
    if place == SATISFACTION and rate and record.labels["vague"]:
        yield Fault(row.file, record.line, "满意度是调查得来的，有百分比的不判空泛")


def _repeats_level2(name: str, level2: str) -> bool:
    bare = squeeze(name).removesuffix("指标")
    return bool(bare) and bare == squeeze(level2).partition("(")[0].removesuffix("指标") and "满意" not in bare


def _duplicates(rows: list[CheckedRow]) -> Iterator[Fault]:
    first: dict[str, CheckedRow] = {}
    for row in rows:
        identity = str(row.record.fields.get("id", ""))
        before = first.setdefault(identity, row)
        if identity and before is not row:
            yield Fault(row.file, row.record.line, f"id {identity} 与 {before.file} 第{before.record.line}行重复")


def _conflicts(rows: list[CheckedRow]) -> Iterator[Fault]:
    first: dict[tuple[str, ...], CheckedRow] = {}
    for row in rows:
        content = tuple(squeeze(str(row.record.fields.get(key, ""))) for key in CONTENT)
        before = first.setdefault(content, row)
        if before is not row and before.record.labels != row.record.labels:
            yield Fault(row.file, row.record.line, f"与 {before.file} 第{before.record.line}行内容相同而标签不同")


def _pairs(rows: list[CheckedRow]) -> Iterator[Fault]:
    pairs: dict[str, list[CheckedRow]] = {}
    for row in rows:
        if pair := row.record.fields.get("pair"):
            pairs.setdefault(str(pair), []).append(row)
    for pair, members in pairs.items():
        if len(members) == 1:
            yield Fault(members[0].file, members[0].record.line, f"对照组 {pair} 只有一行")


def _check_pass(file: Path, folder: Path, known: set[str]) -> Iterator[Fault]:
    name = str(file.relative_to(folder))
    seen: set[str] = set()
    for number, line in enumerate(file.read_text(encoding="utf-8", errors="surrogateescape").split("\n"), 1):
        if not line.strip():
            continue
        try:
            identity, _ = parse_labels(line)
        except ValueError as error:
            yield Fault(name, number, str(error))
            continue
        if identity in seen:
            yield Fault(name, number, f"id {identity} 重复")
        elif identity not in known:
            yield Fault(name, number, f"id {identity} 不在 rows/ 里")
        seen.add(identity)
