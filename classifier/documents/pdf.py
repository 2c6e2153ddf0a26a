"""A .pdf file with a text layer in, its paragraphs and ruled tables out, page after page; scans, locked and damaged files are refused.

pdfminer.six only parses: it runs no script, follows no link and unpacks no image. Joined again is what a page break parts:
tables, rows cut in two, and paragraphs; dropped are repeated header rows, running titles and page numbers.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from classifier.documents.columns import header_columns, read_indicator
from classifier.documents.head import ProjectHead
from classifier.documents.pdf_tables import SNAP, THIN, Glyph, Line, Piece, Rule, Table, cells_of, joint, lines_of, read_tables, rules_of, same_edges, wraps
from classifier.errors import UnreadableError
from classifier.types import Document, Grid, Note

if TYPE_CHECKING:
    from pdfminer.layout import LTComponent, LTPage

MAX_PAGES, TAIL = 2000, 2048
MAX_MARKS = 200_000
"""Characters, rules and figures of one page; a full page of small print has some 5,000."""

UNKNOWN = "\ufffd"
MOST_UNKNOWN = 0.1
MARGIN = 0.08
"""The share of the page's height at its top and bottom in which running titles stand; page numbers may stand twice as far in."""

LINES_THAT_TELL = 3  # so many lines that end at one place show where the text's right edge is
_PAGE_NUMBER = re.compile(r"[-—–－·.]*(?:第?\d{1,4}页?|[ivxlc]{1,6})(?:[/,，共]+\d{1,4}页?)?[-—–－·.]*|[(（]?续上?表?[)）]?")
_DIGITS = re.compile(r"\d+")
_MEANT = re.compile(r"[:：]|表$")  # no running title: 单位：万元 and the titles of tables stand at the top of a page, too
HEADER_ROWS = 20  # headers are sought among so many first rows, so that joining takes no longer on a later page

SCAN = "这份 PDF 是扫描件，只有图像，没有文字；请提供 Word 原件，或先做文字识别（OCR）再试"
LOCKED = "PDF 文件加了密码，请去掉密码后再试，或提供 Word 原件"
DAMAGED = "PDF 文件不完整或已损坏，请重新导出或重新传一份，或提供 Word 原件"
NO_ALPHABET = "PDF 里的文字没有字符对照表，认不出是什么字；请提供 Word 原件，或先做文字识别（OCR）再试"


class _Sheet(NamedTuple):
    """A page: its size, its lines outside tables, and its tables."""

    width: float
    height: float
    lines: list[Line]
    tables: list[Table]


def read_pdf(path: Path) -> Document:
    """Read a .pdf file.

    Args:
        path: the file.

    Returns:
        Its paragraphs and grids in order, with a note on every page that is only a picture.

    Raises:
        UnreadableError: the file is a scan, asks for a password, is damaged, has no usable characters, or passes the limits.
    """
    sheets, notes, known, unknown = [], [], 0, 0
    for number, page in enumerate(_pages(path), 1):
        glyphs, rules, picture = _marks(page)
        unknown += sum(glyph.text == UNKNOWN for glyph in glyphs)
        known += sum(not glyph.text.isspace() for glyph in glyphs)
        if picture and not glyphs:
            notes.append(Note("scanned-page", f"第{number}页", "这一页只有图像，没有文字，未审核", unread=True))
        tables, outside = read_tables(glyphs, rules)
        sheets.append(_Sheet(page.width, page.height, lines_of(outside), tables))
    if not known:
        raise UnreadableError(SCAN)
    if unknown > MOST_UNKNOWN * known:
        raise UnreadableError(NO_ALPHABET)
    return Document(str(path), tuple(_blocks(sheets)), tuple(notes))


def _pages(path: Path) -> Iterator[LTPage]:
    """The pages as laid out; every fault of the file is one of UnreadableError."""
    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser
    from pdfminer.pdftypes import dict_value, resolve1

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what it complains of would reach the user in English
    count = 0
    try:
        with path.open("rb") as stream:
            stream.seek(max(path.stat().st_size - TAIL, 0))
            whole = b"%%EOF" in stream.read()  # a file that was cut off is not patched up from what is left
            document, device = PDFDocument(PDFParser(stream), fallback=whole), _device(resources := PDFResourceManager())
            interpreter = PDFPageInterpreter(resources, device)
            for count, page in enumerate(PDFPage.create_pages(document), 1):
                if count > MAX_PAGES:
                    raise UnreadableError(f"PDF 超过 {MAX_PAGES} 页，请拆分后再试")
                device.marks = 0
                interpreter.process_page(page)
                yield device.get_result()
                document._cached_objs.clear()  # it would keep the unpacked contents of every page
            promised = resolve1(dict_value(resolve1(document.catalog.get("Pages", {}))).get("Count"))
    except (UnreadableError, OSError):
        raise
    except PDFEncryptionError:
        raise UnreadableError(LOCKED) from None
    except Exception:  # a damaged file makes pdfminer fail anywhere: TypeError, KeyError, struct.error, RecursionError …
        raise UnreadableError(DAMAGED) from None
    if not count or (isinstance(promised, int) and count < promised):
        raise UnreadableError(DAMAGED)


def _device(resources: Any) -> Any:
    """A pdfminer device that collects the marks of a page and refuses one with too many."""
    from pdfminer.converter import PDFPageAggregator

    class Device(PDFPageAggregator):
        marks = 0

        def count(self) -> None:
            self.marks += 1
            if self.marks > MAX_MARKS:
                raise UnreadableError(f"PDF 有一页的内容超过 {MAX_MARKS} 项，不像公文，未读取；请提供 Word 原件")

        def begin_figure(self, *args: Any) -> None:
            self.count()
            super().begin_figure(*args)

        def paint_path(self, *args: Any) -> None:
            self.count()
            super().paint_path(*args)

        def render_char(self, *args: Any) -> float:
            self.count()
            return super().render_char(*args)

        def handle_undefined_char(self, font: Any, cid: int) -> str:
            return UNKNOWN

    return Device(resources)


def _marks(page: LTPage) -> tuple[list[Glyph], list[Rule], bool]:
    """The upright characters and the rules of a page, from its upper left, and whether it holds a picture."""
    from pdfminer.layout import LTChar, LTCurve, LTFigure, LTImage

    glyphs: list[Glyph] = []
    rules: list[Rule] = []
    picture = False
    stack: list[LTComponent] = [*page]
    while stack:
        item = stack.pop()
        if isinstance(item, LTFigure):
            stack += list(item)
        elif isinstance(item, LTImage):
            picture = True
        elif isinstance(item, LTChar):
            if not (item.matrix[0] and item.matrix[1]) and item.get_text():  # what stands askew is a watermark
                glyphs.append(Glyph(item.get_text(), item.x0, page.height - item.y1, item.x1, page.height - item.y0))
        elif isinstance(item, LTCurve) and (item.stroke or min(item.width, item.height) <= THIN):
            rules += rules_of([(x, page.height - y) for x, y in item.pts])
    return glyphs, rules, picture


def _without_furniture(sheets: list[_Sheet]) -> Iterator[_Sheet]:
    """The pages without page numbers and running titles: a line at the edge that is a number, or stands there on several pages."""

    def edge(sheet: _Sheet, line: Line) -> float:
        return min(line.bottom, sheet.height - line.top) / sheet.height

    def mark(line: Line) -> tuple[int, str]:
        return round(line.top), _DIGITS.sub("#", line.text)

    marks = Counter(mark(line) for sheet in sheets for line in sheet.lines if edge(sheet, line) <= MARGIN and not _MEANT.search(line.text))
    for sheet in sheets:
        dropped = [line for line in sheet.lines if edge(sheet, line) <= MARGIN and marks[mark(line)] > 1]
        outer = [line for line in (*sheet.lines[:1], *sheet.lines[-1:]) if edge(sheet, line) <= 2 * MARGIN]
        dropped += [line for line in outer if _PAGE_NUMBER.fullmatch("".join(line.text.split()))]
        yield sheet._replace(lines=[line for line in sheet.lines if line not in dropped])


def _blocks(sheets: list[_Sheet]) -> Iterator[str | Grid]:
    """The pages one after another, what a page break parts joined."""
    blocks: list[list[Line] | Table] = []
    for sheet in _without_furniture(sheets):
        left, right = _text_area(sheet)
        items: list[Line | Table] = [*sheet.lines, *sheet.tables]
        for position, item in enumerate(sorted(items, key=lambda item: (item.top, item.x0))):
            last = blocks[-1] if blocks else None
            if isinstance(item, Table):
                if position or not isinstance(last, Table) or not _join(last, item):
                    blocks.append(item)
            elif isinstance(last, list) and _same_paragraph(last[-1], item, left, right):
                last.append(item)
            else:
                blocks.append([item])
    tables = 0
    for block in blocks:
        if isinstance(block, Table):
            tables += 1
            yield Grid(tables, tuple(cells_of(row, block.edges) for row in block.rows))
        else:
            yield "".join([block[0].text, *(joint(before, line) + line.text for before, line in pairwise(block))])


def _text_area(sheet: _Sheet) -> tuple[float, float]:
    """The left and right edge of a page's text: where several lines end, else as far from the right as the text begins from the left."""
    boxes: list[Line | Table] = [*sheet.lines, *sheet.tables]
    left, right = min((box.x0 for box in boxes), default=0.0), max((box.x1 for box in boxes), default=0.0)
    at_edge = sum(right - line.x1 < line.size for line in sheet.lines)
    return left, right if at_edge >= LINES_THAT_TELL else max(right, sheet.width - left)


def _same_paragraph(before: Line, line: Line, left: float, right: float) -> bool:
    apart = line.top - before.bottom > 1.5 * before.size  # on the next page it stands higher
    indented = line.x0 > left + 1.2 * line.size
    return not (apart or indented or abs(before.size - line.size) > 1) and wraps(before, line, right - before.x1)


def _join(table: Table, part: Table) -> bool:
    """Append the part of a table on the next page; False, and nothing done, where it is a table of its own."""
    few, many = sorted((table.edges, part.edges), key=len)
    if max(abs(table.x0 - part.x0), abs(table.x1 - part.x1)) > SNAP or not all(any(abs(x - y) <= SNAP for y in many) for x in few):
        return False
    rows = _without_headers(table, part.rows)
    if rows is None:
        return False
    if rows and _is_cut(table, rows[0], many):
        for piece, rest in zip(table.rows[-1], rows[0], strict=True):
            _owner(table, piece).lines += rest.lines
        rows = rows[1:]
    elif rows:
        _continue_merges(table, rows)
    table.rows += rows
    table.edges = many
    return True


def _without_headers(table: Table, rows: list[list[Piece]]) -> list[list[Piece]] | None:
    """The rows of a part without the headers that it repeats; None where it begins a table of its own."""
    texts = [_texts(row) for row in table.rows[:HEADER_ROWS]]
    header = next((number for number in range(len(texts)) if header_columns(cells_of(table.rows[number]))), 0)
    count = 0
    while count < min(len(rows), header + 1) and any(texts[count]) and _texts(rows[count]) == texts[count]:
        count += 1
    rest = rows[count:]
    if count and rest and ProjectHead().begins_project(cells_of(rest[0])):
        return None  # another project, whose form begins with the same rows
    if not same_edges(table.rows[header], table.rows[-1]):
        return rows  # the table ends with the head of another project, whose own header this is
    if rest and header_columns(cells_of(rest[0])):
        return rest[1:] if _texts(rest[0]) in texts else None
    return rest


def _is_cut(table: Table, first: list[Piece], edges: list[float]) -> bool:
    """Whether a part's first row is the rest of the table's last: its lines stopped for want of room, or no whole indicator would be left."""
    last = table.rows[-1]
    if not same_edges(last, first):
        return False
    filled = [(_owner(table, piece), rest) for piece, rest in zip(last, first, strict=True) if rest.lines]
    if not all(piece.lines for piece, _ in filled):
        return False
    if all(piece.wraps(piece.lines[-1], rest.lines[0]) for piece, rest in filled):
        return True
    columns = next((columns for row in reversed(table.rows[:HEADER_ROWS]) if (columns := header_columns(cells_of(row, edges)))), None)
    if columns is None:
        return False
    whole, rest_of = (read_indicator(columns, 0, 0, cells_of(row, edges)) for row in (last, first))
    says = rest_of.name or rest_of.description or rest_of.value or rest_of.basis
    return bool(says and ((whole.name and not rest_of.name) or (whole.value and not rest_of.value)))


def _owner(table: Table, piece: Piece) -> Piece:
    """The cell that a merged cell continues, in the rows above; any other cell itself."""
    if not piece.merged:
        return piece
    above = (other for row in reversed(table.rows) for other in row if not other.merged and same_edges([other], [piece]))
    return next(above, piece)


def _continue_merges(table: Table, rows: list[list[Piece]]) -> None:
    """Mark the cells of a part's first row that continue those above: empty where either side spans rows, or the rest of a known label."""
    for piece in rows[0]:
        spans = any(other.merged and same_edges([other], [piece]) for row in (table.rows[-1], *rows[1:2]) for other in row)
        above = next((_owner(table, other) for other in table.rows[-1] if same_edges([other], [piece])), piece)
        if piece.lines and above.lines and ProjectHead().begins_project(cells_of([Piece(0, 1, above.lines + piece.lines)])):
            above.lines, piece.lines, spans = above.lines + piece.lines, [], True
        piece.merged = spans and not piece.lines


def _texts(row: list[Piece]) -> list[str]:
    return ["".join(piece.text.split()) for piece in row]
