"""Pages of texts, rules and tables in, the bytes of a .pdf file out; standard library only.

Chinese is set in STSong-Light, which every reader knows without the font's file (UniGB-UCS2-H, Adobe-GB1). Tables take the
cells of docx_builder; places are points from the upper left of an A4 page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tests.support.docx_builder import Cell

WIDTH, HEIGHT = 595, 842
LEFT, TOP = 50, 80
SIZE, LEADING, PADDING = 10, 13, 5.4

FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 "
    "/BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500] "
    "/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 "
    "/Descent -120 /CapHeight 880 /StemV 93 >> >>] >>"
)
NO_ALPHABET = FONT.replace("/UniGB-UCS2-H", "/Identity-H").replace("(GB1)", "(Identity)")
"""A font of which nobody can tell what its characters are."""

IMAGE = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\x00\nendstream"
PICTURE = f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /Im Do Q"
"""A picture as large as the page: what a scanner makes."""

LOCK = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'11' * 32}> /U <{'22' * 32}> >> /ID [<00> <00>]"


class Table(NamedTuple):
    """The marks of a table, and where it ends."""

    marks: str
    bottom: float


def text(content: str, left: float = LEFT, top: float = TOP, size: float = SIZE) -> str:
    """A line of text."""
    return f"BT /F {size} Tf {left} {HEIGHT - top - 0.88 * size} Td <{content.encode('utf-16-be').hex()}> Tj ET"


def paragraph(content: str, top: float = TOP, width: float = WIDTH - 2 * LEFT, indent: int = 0) -> str:
    """A paragraph that wraps at a width, its first line indented by so many characters."""
    lines = wrap("\u3000" * indent + content, width)
    lines[0] = lines[0][indent:]
    return "\n".join(text(line, LEFT + (indent * SIZE if not number else 0), top + number * LEADING) for number, line in enumerate(lines))


def rule(x0: float, y0: float, x1: float, y1: float, *, thick: bool = False) -> str:
    """A straight line, or the thin filled box that some programs draw for one."""
    if thick:
        return f"{x0 - 0.25} {HEIGHT - y1 - 0.25} {x1 - x0 + 0.5} {y1 - y0 + 0.5} re f"
    return f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S"


def table(rows: Sequence[Sequence[Cell | str]], columns: int, top: float = TOP, width: float = 490, *, thick: bool = False) -> Table:
    """A ruled table of equal columns; every cell draws its own borders, and one that continues the cell above no upper one."""
    marks = []
    for number, row in enumerate(rows):
        cells = [cell if isinstance(cell, Cell) else Cell(cell) for cell in row]
        below = _merged_columns(rows[number + 1]) if number + 1 < len(rows) else set()
        wrapped = [wrap(cell.content, cell.span * width / columns - 2 * PADDING) for cell in cells]
        height = max(map(len, wrapped)) * LEADING + 2
        column = 0
        for cell, lines in zip(cells, wrapped, strict=True):
            x0, x1 = LEFT + column * width / columns, LEFT + (column + cell.span) * width / columns
            marks += [rule(x, top, x, top + height, thick=thick) for x in (x0, x1)]
            edges = [top] * (cell.merge != "continue") + [top + height] * (column not in below)
            marks += [rule(x0, y, x1, y, thick=thick) for y in edges]
            marks += [text(line, x0 + PADDING, top + 1 + index * LEADING) for index, line in enumerate(lines) if line]
            column += cell.span
        top += height
    return Table("\n".join(marks), top)


def _merged_columns(row: Sequence[Cell | str]) -> set[int]:
    columns, column = set(), 0
    for cell in row:
        columns |= {column} if isinstance(cell, Cell) and cell.merge == "continue" else set()
        column += cell.span if isinstance(cell, Cell) else 1
    return columns


def wrap(content: str, width: float) -> list[str]:
    """The lines of a text in this width; "\\n" ends a line, too."""
    lines = [""]
    for character in content:
        if character == "\n" or sum(map(_advance, lines[-1] + character)) > width:
            lines.append("")
        lines[-1] += character.strip("\n")
    return lines


def _advance(character: str) -> float:
    return SIZE / 2 if character.isascii() else SIZE


def pdf(*pages: str | Table, font: str = FONT, trailer: str = "") -> bytes:
    """A file with these pages, each the marks that stand on it."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>", font, IMAGE]
    for number, page in enumerate(pages):
        marks = page.marks if isinstance(page, Table) else page
        resources = "/Resources << /Font << /F 3 0 R >> /XObject << /Im 4 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {6 + 2 * number} 0 R {resources} >>")
        objects.append(f"<< /Length {len(marks)} >>\nstream\n{marks}\nendstream")
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    entries = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{entries}{end}".encode("latin-1")
