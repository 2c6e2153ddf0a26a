"""Cells in the order in which a reader meets them in, a Grid with the place of every cell out."""

from __future__ import annotations

from dataclasses import dataclass, field

from classifier.types import Cell, Grid, Note


@dataclass
class CellText:
    """A cell being read: its paragraphs, the grid columns it spans, and whether it continues the cell above."""

    paragraphs: list[str] = field(default_factory=list)
    width: int = 1
    merged: bool = False


class GridBuilder:
    """Collects rows of cells; keeps count of physical cells and grid columns."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.cell: CellText | None = None
        self.left = 0
        self.row_deleted = False
        self._rows: list[tuple[Cell, ...]] = []
        self._cells: list[Cell] = []
        self._in_row = False
        self._notes: list[Note] = []

    @property
    def in_row_properties(self) -> bool:
        """Whether the reader stands in a row, before its first cell."""
        return self._in_row and self.cell is None and not self._cells

    @property
    def place(self) -> str:
        """The place of the cell being read, for people."""
        return f"{self.number}第{len(self._rows) + 1}行第{len(self._cells) + 1}格"

    def start_row(self) -> None:
        self._cells, self.left, self.row_deleted, self._in_row = [], 0, False, True

    def end_row(self) -> None:
        self._in_row = False
        self._rows.append(() if self.row_deleted else tuple(self._cells))

    def end_cell(self) -> None:
        if self.cell is None:
            return
        text, blank_lines = ("", 0) if self.cell.merged else strip_blank_lines("\n".join(self.cell.paragraphs))
        if blank_lines:
            self._notes.append(Note("trailing-blank-lines", f"表{self.place}", f"单元格末尾有{blank_lines}个空行"))
        width = self.cell.width
        self._cells.append(Cell(text, len(self._cells) + 1, self.left, width, self.cell.merged))
        self.left += width
        self.cell = None

    def add_row(self, texts: list[str]) -> None:
        """Add a whole row of plain cells, one grid column each."""
        self.start_row()
        for text in texts:
            self.cell = CellText([text])
            self.end_cell()
        self.end_row()

    def build(self) -> tuple[Grid, list[Note]]:
        return Grid(self.number, tuple(self._rows)), self._notes


def strip_blank_lines(text: str) -> tuple[str, int]:
    """Part a cell's text from its trailing blank lines; the count is 0 where the cell holds nothing else."""
    lines = text.split("\n")
    kept = len(lines)
    while kept and not lines[kept - 1].strip():
        kept -= 1
    if not kept:
        return "", 0
    return "\n".join(lines[:kept]), len(lines) - kept
