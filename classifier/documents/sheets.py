"""The rows of cells of one sheet after another in, paragraphs and grids out, for every kind of sheet.

A sheet has no marks for where a table begins, so its rows tell: blank rows part tables, and a row with a single cell above a
table is a paragraph. A list that holds a project's head in columns beside its indicators is unfolded into one table a project,
whose first row is the list's header and whose others are the project's own rows.
"""

from __future__ import annotations

from collections.abc import Sequence

from classifier.documents.columns import header_columns
from classifier.documents.grids import CellText, GridBuilder
from classifier.documents.head import MONEY_UNIT, PLAN_LABEL
from classifier.documents.headers import headings, normalise_heading
from classifier.errors import UnreadableError
from classifier.types import Cell, Grid, Note

MAX_CELLS = 200_000
"""Cells with text in one sheet; the budget of a whole province has fewer."""

_TITLE_ENDS = ("绩效目标表", "绩效目标申报表")
_REMARKS = ("注：", "注:", "备注：", "备注:", "说明：", "说明:", "填表说明", "填报说明")
_BEGINS = {"name", "code"}


class SheetBlocks:
    """Turns the rows of one sheet after another into blocks; `_rows` is the table being read, `_blank` counts blank rows since."""

    def __init__(self) -> None:
        self.blocks: list[str | Grid] = []
        self.notes: list[Note] = []
        self._tables = 0
        self._rows: list[list[Cell]] = []
        self._columns: dict[str, Cell] = {}
        self._blank = 0
        self._later: list[str] = []
        self._unit = ""
        self._used = 0

    def feed(self, row: list[Cell]) -> None:
        """Take the next row of the sheet, its cells in order from its first column."""
        texts = [cell for cell in row if cell.text.strip()]
        self._used += len(texts)
        if self._used > MAX_CELLS:
            raise UnreadableError(f"一张工作表里有内容的单元格超过 {MAX_CELLS} 个，未读取；请按项目拆成几个文件后再试")
        if not texts:
            self._blank += bool(self._rows)
            return
        if self._blank and not self._continues(row):
            self._end_table()
        self._rows += [[] for _ in range(self._blank)]  # so that a row keeps the number that a person counts
        self._blank = 0
        if len(texts) == 1 and not any(cell.merged for cell in row) and not _is_heading(texts[0]):
            self._lone(row, texts[0])
        else:
            self._rows.append(row)
            self._columns = header_columns(tuple(row)) or self._columns

    def end_sheet(self) -> None:
        self._end_table()
        self._unit, self._used = "", 0

    def _continues(self, row: list[Cell]) -> bool:
        """Whether a row below a blank one belongs to the table above it: a merge reaches it, or it fills that table's name and value."""
        if any(cell.merged for cell in row):
            return True
        if not self._columns or any(_is_heading(cell) for cell in row):
            return False
        return all(any(cell.text.strip() and _overlap(cell, self._columns[field]) for cell in row) for field in ("name", "value"))

    def _lone(self, row: list[Cell], cell: Cell) -> None:
        """Take a row with a single text: a paragraph above a table, or a title, or a remark below; elsewhere a row like any other."""
        text = cell.text.strip()
        if not self._rows or (len(row) == 1 and cell.width == 1) or text.endswith(_TITLE_ENDS) or MONEY_UNIT.match(text):
            self._end_table()
            self.blocks.append(text)
            self._unit = text if MONEY_UNIT.match(text) else self._unit
        elif text.startswith(_REMARKS) or (cell.width > 1 and all(_overlap(cell, other) for other in self._rows[-1] if other.text.strip())):
            self._rows.append([])
            self._later.append(text)  # the table may go on below a line that is merged right across it
        else:
            self._rows.append(row)

    def _end_table(self) -> None:
        rows, self._rows, self._blank, self._columns = self._rows, [], 0, {}
        while rows and not rows[-1]:
            rows.pop()
        if rows:
            rows = _trim(rows)
            header = next((n for n, row in enumerate(rows) if _is_flat(row)), None)
            if header is None:
                self.blocks.append(self._build(rows))
            else:
                self._unfold(rows, header)
        self.blocks += self._later
        self._later = []

    def _build(self, rows: Sequence[Sequence[Cell]]) -> Grid:
        self._tables += 1
        builder = GridBuilder(self._tables)
        for row in rows:
            builder.start_row()
            for cell in row:
                builder.cell = CellText([cell.text], cell.width, cell.merged)
                builder.end_cell()
            builder.end_row()
        grid, notes = builder.build()
        self.notes += notes
        return grid

    def _unfold(self, rows: list[list[Cell]], header: int) -> None:
        """Part a list with the projects' heads in columns into tables, one a project, that read like those of a document."""
        if header:
            self.blocks.append(self._build(rows[:header]))
        keys = [cell for cell in rows[header] if _project_field(cell) in _BEGINS]
        projects: list[list[list[Cell]]] = []
        current: list[str] = []
        for row in rows[header + 1 :]:
            key = [cell.text.strip() for under in keys if (cell := _under(under, row)) and not cell.merged]
            if any(key) and key != current:
                projects.append([])
                current = key
            if not projects:
                projects.append([])
            projects[-1].append(row)
        first = self._tables + 1
        for project in projects:
            self.blocks += _project_tables(self._build([rows[header], *project]), self._unit)
        message = f"清单里一行一个指标，已按项目拆成 {len(projects)} 个表（表{first}至表{self._tables}）；各表第1行是清单的表头，第2行起是该项目自己的行"
        self.notes.append(Note("list-unfolded", f"表{first}", message))


def _project_tables(grid: Grid, unit: str) -> list[Grid]:
    """The head, the payment plan and the indicators of one project, each as a table of the same number, so that rows and cells keep their places."""
    header, first = grid.rows[0], grid.rows[1] if len(grid.rows) > 1 else ()
    known = headings()[1]
    kept = {c for cell in header if known.get(normalise_heading(cell.text)) for c in _span(cell)}
    pairs = [part for label in header if _project_field(label) and (cell := _under(label, first)) for part in (label, cell)]
    labels = tuple(cell for cell in header if PLAN_LABEL.match(cell.text.strip()))
    tables: list[tuple[tuple[Cell, ...], ...]] = [((Cell(unit, 1, 0),) if unit else (), tuple(pairs))]
    if labels:
        section = next(wording for wording, field in headings()[0].items() if field == "plan_section")
        outside = Cell("", 0, -1)  # the section's own column, which the list has not
        tables += [((), (outside._replace(text=section), *labels)), ((), (outside, *(c for c in (_under(x, first) for x in labels) if c)))]
    tables.append(tuple(tuple(cell for cell in row if not kept.isdisjoint(_span(cell))) for row in grid.rows))
    return [Grid(grid.number, table) for table in tables]


def _is_flat(row: list[Cell]) -> bool:
    """Whether a header row names a project's columns beside those of its indicators."""
    return bool(header_columns(tuple(row))) and any(_project_field(cell) in _BEGINS for cell in row)


def _project_field(cell: Cell) -> str:
    return headings()[0].get(normalise_heading(cell.text), "")


def _is_heading(cell: Cell) -> bool:
    return any(normalise_heading(cell.text) in wordings for wordings in headings())


def _span(cell: Cell) -> range:
    return range(cell.left, cell.left + cell.width)


def _overlap(one: Cell, other: Cell) -> bool:
    return one.left < other.left + other.width and other.left < one.left + one.width


def _under(header: Cell, row: Sequence[Cell]) -> Cell | None:
    return next((cell for cell in row if _overlap(cell, header)), None)


def _trim(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The rows without the empty columns to the left and right of them."""
    filled = [cell for row in rows for cell in row if cell.text.strip()]
    left, right = min(cell.left for cell in filled), max(cell.left + cell.width for cell in filled)
    return [[cell for cell in row if left <= cell.left < right] for row in rows]
