"""A folder of annotated JSONL rows in, the rows with their groups out; any bad line stops the training with file and line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from classifier.analysis.analyse import analyse_project
from classifier.documents.rows import RowError, read_rows
from classifier.errors import DataError
from classifier.types import LABELS, IndicatorAnalysis, Kind, RowRecord


@dataclass(frozen=True)
class Sample:
    """An annotated row, analysed.

    Attributes:
        row: the row as read.
        analysis: its analysis.
        kind: its project's kind.
        labels: 0 or 1 in the order of LABELS.
        group: rows that must not stand on both sides of a split: the same document, or the same project of the only document.
        sector: the trade of its unit, "" where unknown.
    """

    row: RowRecord
    analysis: IndicatorAnalysis
    kind: Kind
    labels: tuple[int, ...]
    group: str
    sector: str


def find_row_files(path: Path) -> list[Path]:
    """The JSONL files at a path (a file, or every one in a folder), sorted; DataError where there are none."""
    found = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not found or not found[0].is_file():
        raise DataError(f"{path} 里没有标注文件（*.jsonl），请检查 --data 的路径")
    return found


def load_corpus(path: Path) -> list[Sample]:
    """Read and analyse all annotated rows at a path.

    Args:
        path: a JSONL file or a folder of them.

    Returns:
        The samples in file order. Rows are grouped by document; where there is only one document, by project.

    Raises:
        DataError: a line is no row, or carries no labels.
    """
    rows = [row for file in find_row_files(path) for row in _rows_of(file)]
    documents = {str(row.fields.get("doc", "")) for row in rows}
    return [_sample(row, by_document=len(documents) > 1) for row in rows]


def _rows_of(file: Path) -> list[RowRecord]:
    rows = []
    with file.open(encoding="utf-8") as stream:
        for row in read_rows(stream):
            if isinstance(row, RowError):
                raise DataError(f"{file} {row}")
            if not row.labels:
                raise DataError(f"{file} 第{row.line}行：没有标注（{'、'.join(LABELS)}）")
            rows.append(row)
    return rows


def _sample(row: RowRecord, by_document: bool) -> Sample:
    analysis = analyse_project(row.project)
    document = str(row.fields.get("doc", ""))
    group = document if by_document and document else f"{document}/{row.project.name}"
    labels = tuple(row.labels[label] for label in LABELS)
    return Sample(row, analysis.rows[0], analysis.kind, labels, group, str(row.fields.get("sector", "")))
