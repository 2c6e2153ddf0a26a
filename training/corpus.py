"""A folder of annotated JSONL rows in, the rows with their groups out; any bad line stops the training with file and line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from classifier.analysis.analyse import analyse_project
from classifier.documents.rows import RowError, read_rows
from classifier.errors import DataError
from classifier.model.features import row_features
from classifier.types import LABELS, IndicatorAnalysis, Kind, RowRecord


@dataclass(frozen=True)
class Sample:
    """An annotated row, analysed.

    Attributes:
        row: the row as read.
        analysis: its analysis.
        kind: its project's kind.
        keys: the keys of its features, by block.
        labels: 0 or 1 in the order of LABELS.
        group: rows that must not stand on both sides of a split: the same document, or the same project of the only document.
        sector: the trade of its unit, "" where unknown.
    """

    row: RowRecord
    analysis: IndicatorAnalysis
    kind: Kind
    keys: Mapping[str, list[str]]
    labels: tuple[int, ...]
    group: str
    sector: str


def find_row_files(path: Path) -> list[Path]:
    """The JSONL files at a path (a file, or every one in a folder), sorted; DataError where there are none."""
    found = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not found or not found[0].is_file():
        raise DataError(f"{path} 里没有标注文件（*.jsonl），请检查 --data 的路径")
    return found


@dataclass(frozen=True)
class BadLine:
    """A line that is no annotated row, and why."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file} 第{self.line}行：{self.reason}"


def load_corpus(path: Path) -> list[Sample]:
    """Read and analyse all annotated rows at a path.

    Args:
        path: a JSONL file or a folder of them.

    Returns:
        The samples in file order. Rows are grouped by document; where there is only one document, by project.

    Raises:
        DataError: a line is no row, or carries no labels.
    """
    samples, bad = read_corpus(path)
    if bad:
        raise DataError(str(bad[0]) + (f"（另有{len(bad) - 1}处）" if len(bad) > 1 else ""))
    return samples


def read_corpus(path: Path) -> tuple[list[Sample], list[BadLine]]:
    """As load_corpus, but bad lines are listed and the others still count."""
    records: list[RowRecord] = []
    bad: list[BadLine] = []
    for file in find_row_files(path):
        with file.open(encoding="utf-8", errors="surrogateescape") as stream:
            for record in read_rows(stream):
                if isinstance(record, RowError):
                    bad.append(BadLine(str(file), record.line, record.reason))
                elif not record.labels:
                    bad.append(BadLine(str(file), record.line, f"没有标注（{'、'.join(LABELS)}）"))
                else:
                    records.append(record)
    documents = {str(record.fields.get("doc", "")) for record in records}
    return [_sample(record, by_document=len(documents) > 1) for record in records], bad


def _sample(row: RowRecord, by_document: bool) -> Sample:
    analysis = analyse_project(row.project)
    document = str(row.fields.get("doc", ""))
    group = document if by_document and document else f"{document}/{row.project.name}"
    labels = tuple(row.labels[label] for label in LABELS)
    keys = {block: [feature.key for feature in features] for block, features in row_features(analysis.rows[0], analysis.kind).items()}
    return Sample(row, analysis.rows[0], analysis.kind, keys, labels, group, str(row.fields.get("sector", "")))
