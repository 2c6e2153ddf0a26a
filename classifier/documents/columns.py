"""A header row in, the columns of an indicator table out; then a row of cells in, an Indicator out."""

from __future__ import annotations

import re
from decimal import Decimal

from classifier.documents.headers import headings, normalise_heading
from classifier.types import FIELDS, Cell, Grid, Indicator, Location

_WEIGHT = re.compile(r"^(\d+(?:\.\d+)?)\s*[分%％]?$")
REQUIRED = {"name", "value"}
LOOKS_LIKE = 2
"""So many known indicator headings in one row make a table that looks like indicators."""


def header_columns(row: tuple[Cell, ...]) -> dict[str, Cell]:
    """The header cell of every indicator field in this row; empty unless the row names at least a name and a value column."""
    wordings = headings()[1]
    order = {wording: rank for rank, wording in enumerate(wordings)}
    found = [(heading, cell) for cell in row if wordings.get(heading := normalise_heading(cell.text))]
    columns: dict[str, Cell] = {}
    for heading, cell in sorted(found, key=lambda item: order[item[0]]):  # the data list the plainest wording of a column first
        columns.setdefault(wordings[heading], cell)
    return columns if columns.keys() >= REQUIRED else {}


def looks_like_indicators(grid: Grid) -> bool:
    """Whether some row carries indicator headings, though perhaps not enough to be read."""
    known = headings()[1]
    return any(sum(bool(known.get(normalise_heading(cell.text))) for cell in row) >= LOOKS_LIKE for row in grid.rows)


def read_indicator(columns: dict[str, Cell], table: int, number: int, row: tuple[Cell, ...]) -> Indicator:
    """Read one row below a header; sign, value and unit in cells of their own are joined in that order.

    Args:
        columns: the header cell of each field.
        table: the table's number.
        number: the row's number in the table.
        row: its cells.

    Returns:
        The indicator with `row` 0; a field without a column is "" and has no location.
    """
    cells = {field: cell for field, header in columns.items() if (cell := _below(header, row))}
    texts = {field: cell.text for field, cell in cells.items()}
    sign, measure, weight = (texts.pop(field, "") for field in ("sign", "measure", "weight"))
    if sign.strip() == "定性":
        sign = ""
    if texts.get("value"):
        texts["value"] = sign + texts["value"] + measure
    places = {field: Location(table, number, cell.column) for field, cell in cells.items() if field in FIELDS}
    level1, level2, name, description, value, basis = (texts.get(field, "") for field in FIELDS)
    return Indicator(0, level1, level2, name, description, value, basis, places, _weight(weight))


def _weight(text: str) -> Decimal | None:
    """A weight as a number (10, 10分, 10%), None where the cell holds none."""
    found = _WEIGHT.match(text.strip())
    return Decimal(found[1]) if found else None


def _below(header: Cell, row: tuple[Cell, ...]) -> Cell | None:
    """The cell that stands under a header cell: the first that shares a grid column with it."""
    for cell in row:
        if cell.left < header.left + header.width and header.left < cell.left + cell.width:
            return cell
    return None
