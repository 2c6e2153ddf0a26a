"""The blocks that docx_builder takes in, the text dump of the same document out.

Every cell begins with a tab on a line of its own, a blank line parts two rows, three end a table; a merged cell is empty.
"""

from __future__ import annotations

from tests.support.docx_builder import Cell, Row, Rows


def dump(*blocks: str | Rows) -> str:
    """The text dump of a document of paragraphs (plain text) and tables (rows)."""
    return "\n".join(block if isinstance(block, str) else _table(block) for block in blocks)


def _table(rows: Rows) -> str:
    return "\n\n".join("\n".join(map(_cell, row.cells if isinstance(row, Row) else row)) for row in rows) + "\n\n\n"


def _cell(cell: Cell | str) -> str:
    return "\t" + (cell.content if isinstance(cell, Cell) else cell)
