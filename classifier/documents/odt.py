"""An .odt file in, its paragraphs and grids out: one streaming pass over content.xml, in time linear in its size.

Tracked changes are read as accepted: what was deleted stands in text:tracked-changes, apart from the text (OpenDocument 1.3 part 3, 5.5). Covered
cells are passed over and the cells above reach down by their spans, as LibreOffice reads them; so a file that leaves them out is read alike.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

from classifier.documents.archive import open_archive, open_member
from classifier.documents.docx import DAMAGE, MAX_DEPTH, MAX_DIGITS
from classifier.documents.html import Allowance, SpanningBuilder
from classifier.errors import UnreadableError
from classifier.types import Document, Grid, Note

PREFIXES = {
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text:",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table:",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw:",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office:",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg:",
}
SKIPPED = {
    "text:tracked-changes", "text:note", "text:ruby-text", "office:annotation", "office:forms", "office:binary-data",
    "table:covered-table-cell", "table:title", "table:desc", "svg:title", "svg:desc",
}  # fmt: skip
"""Elements whose text is not part of the accepted view or of the page."""

CHANGES = ("text:insertion", "text:deletion")
MAX_REPEATS = 1000
MAX_BLANKS = 100
MANIFEST, MANIFEST_BYTES = "META-INF/manifest.xml", 2**20
_BLANKS = re.compile(r"[ \t\r\n]+")


class _RepeatingBuilder(SpanningBuilder):
    """A grid whose cells and rows may be repeated; repeats of empty ones at the end are dropped, they only fill the page."""

    def __init__(self, number: int, allowance: Allowance) -> None:
        super().__init__(number, allowance)
        self.row_repeats = self.cell_repeats = 1
        self._empty_cells = self._empty_rows = 0

    def start_row(self) -> None:
        super().start_row()
        self._empty_cells = 0

    def close_cell(self) -> None:
        """End a cell that the file writes, and add its repeats."""
        tall = self._height > 1
        self.end_cell()
        cell = self._cells[-1]
        self.allowance.spend(self.cell_repeats - 1)
        for _ in range(1, self.cell_repeats):
            self._cells.append(cell._replace(column=len(self._cells) + 1, left=self.left))
            self.left += cell.width
        repeated_blank = self.cell_repeats > 1 and not tall and not cell.text
        self._empty_cells = self._empty_cells + self.cell_repeats if repeated_blank else 0

    def end_row(self) -> None:
        if self._empty_cells:
            self.left = self._cells[-self._empty_cells].left
            del self._cells[-self._empty_cells :]
        super().end_row()
        row = self._rows[-1]
        self.allowance.spend((self.row_repeats - 1) * max(len(row), 1))
        self._rows += [row] * (self.row_repeats - 1)
        self.skip_rows(self.row_repeats - 1)
        repeated_blank = self.row_repeats > 1 and not any(cell.text for cell in row)
        self._empty_rows = self._empty_rows + self.row_repeats if repeated_blank else 0

    def build(self) -> tuple[Grid, list[Note]]:
        if self._empty_rows:
            del self._rows[-self._empty_rows :]
        return super().build()


class _ContentWalker:
    """Expat handlers that follow the text and keep one open grid a nesting level.

    `_paragraphs` has an entry for every open paragraph: whether a text box or shape in it has parted it already; None stands for a text box or
    table, whose own characters are no text.
    """

    def __init__(self) -> None:
        self.blocks: list[str | Grid] = []
        self.notes: list[Note] = []
        self.revisions = 0
        self._open: list[_RepeatingBuilder] = []
        self._tables = 0
        self._paragraphs: list[bool | None] = []
        self._text: list[str] = []
        self._after_blank = True
        self._skip = 0
        self._depth = 0
        self._allowance = Allowance()
        self._starts: dict[str, Callable[[dict[str, str]], None]] = {
            "text:p": self._start_paragraph, "text:h": self._start_paragraph, "draw:text-box": self._start_box, "text:s": self._add_blanks,
            "text:tab": lambda _: self._add("\t"), "text:line-break": lambda _: self._add("\n"),
            "table:table": self._start_table, "table:table-row": self._start_row, "table:table-cell": self._start_cell,
        }  # fmt: skip
        self._ends: dict[str, Callable[[], None]] = {
            "text:p": self._end_paragraph, "text:h": self._end_paragraph, "draw:text-box": self._end_box,
            "table:table": self._end_table, "table:table-row": self._end_row, "table:table-cell": self._end_cell,
        }  # fmt: skip

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise UnreadableError("文件的嵌套层数异常，未读取；请用 Word 或 WPS 打开后另存为 .docx 再试")
        name = _short(tag)
        self.revisions += name in CHANGES
        if self._skip or name in SKIPPED:
            self._skip += 1
        elif name in self._starts:
            self._starts[name](attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        if self._skip:
            self._skip -= 1
        elif (name := _short(tag)) in self._ends:
            self._ends[name]()

    def characters(self, text: str) -> None:
        """Blanks run together and are nothing at the start of a paragraph (6.1.2); one at its end stays, as in LibreOffice."""
        if self._skip or not self._paragraphs or self._paragraphs[-1] is None:
            return
        text = _BLANKS.sub(" ", text)
        if self._after_blank:
            text = text.removeprefix(" ")
        if text:
            self._text.append(text)
            self._after_blank = text.endswith(" ")

    def _add(self, text: str) -> None:
        self._text.append(text)
        self._after_blank = False

    def _add_blanks(self, attributes: dict[str, str]) -> None:
        self._add(" " * min(_count(attributes, "text", "c"), MAX_BLANKS))

    def _part_paragraph(self) -> None:
        """A paragraph, table or text box begins: what the paragraph around it has so far is a paragraph."""
        if self._paragraphs and self._paragraphs[-1] is not None:
            self._paragraphs[-1] = True
            if "".join(self._text).strip():
                self._emit()
        self._text.clear()

    def _start_paragraph(self, _: dict[str, str]) -> None:
        self._part_paragraph()
        self._paragraphs.append(False)
        self._after_blank = True

    def _end_paragraph(self) -> None:
        parted = self._paragraphs.pop()
        if not parted or "".join(self._text).strip():
            self._emit()
        self._text.clear()

    def _emit(self) -> None:
        text = "".join(self._text)
        if self._open and self._open[-1].cell is not None:
            self._open[-1].cell.paragraphs.append(text)
        elif text.strip():
            self.blocks.append(text.strip())

    def _start_box(self, _: dict[str, str]) -> None:
        self._part_paragraph()
        self._paragraphs.append(None)

    def _end_box(self) -> None:
        self._paragraphs.pop()
        self._after_blank = True

    def _start_table(self, attributes: dict[str, str]) -> None:
        self._start_box(attributes)
        self._tables += 1
        if self._open:
            self.notes.append(Note("nested-table", f"表{self._open[-1].place}", "单元格里套着表格，已按单独的表格读取"))
        self._open.append(_RepeatingBuilder(self._tables, self._allowance))

    def _end_table(self) -> None:
        grid, notes = self._open.pop().build()
        self.blocks.append(grid)
        self.notes += notes
        self._end_box()

    def _start_row(self, attributes: dict[str, str]) -> None:
        if self._open:
            self._open[-1].start_row()
            self._open[-1].row_repeats = min(_count(attributes, "table", "number-rows-repeated"), MAX_REPEATS)

    def _end_row(self) -> None:
        if self._open:
            self._open[-1].end_row()

    def _start_cell(self, attributes: dict[str, str]) -> None:
        if self._open:
            width, height = (_count(attributes, "table", f"number-{lines}-spanned", MAX_DIGITS) for lines in ("columns", "rows"))
            self._open[-1].open_cell(width, height)
            self._open[-1].cell_repeats = min(_count(attributes, "table", "number-columns-repeated"), MAX_REPEATS)

    def _end_cell(self) -> None:
        if self._open:
            self._open[-1].close_cell()


def _short(tag: str) -> str:
    """The name with the prefix that OpenDocument itself uses, "" in any other namespace."""
    namespace, _, name = tag.partition(" ")
    return PREFIXES[namespace] + name if namespace in PREFIXES else ""


def _count(attributes: dict[str, str], space: str, name: str, digits: int = 9) -> int:
    """A span or repeat, 1 where none is given; ValueError where it is no such number, since a table read askew is worse than one refused."""
    text = attributes.get(f"urn:oasis:names:tc:opendocument:xmlns:{space}:1.0 {name}", "1")
    if not (text.isdecimal() and text.isascii() and len(text) <= digits):
        raise ValueError(text)
    return max(int(text), 1)


def _refuse_doctype(*_: object) -> None:
    raise UnreadableError("文件里有 DOCTYPE 声明（OpenDocument 文件不需要），疑为恶意文件，未读取；请用 Word 或 WPS 打开后另存为 .docx 再试")


def _check_open(archive: zipfile.ZipFile) -> None:
    """Refuse a file with a password: its manifest says how its members are enciphered (part 2, 4.8), or all of it is one enciphered package."""
    names = set(archive.namelist())
    enciphered = "encrypted-package" in names
    if MANIFEST in names and not enciphered:
        with open_member(archive, MANIFEST) as stream:
            enciphered = b"encryption-data" in stream.read(MANIFEST_BYTES)
    if enciphered:
        raise UnreadableError("文件加了密码，请去掉密码后另存为 .docx 再试")


def read_odt(path: Path) -> Document:
    """Read an .odt file.

    Args:
        path: the file.

    Returns:
        Its paragraphs and grids in order, with notes on tracked changes, nested tables and trailing blank lines.

    Raises:
        UnreadableError: the archive or its XML is damaged, encrypted or hostile.
    """
    walker = _ContentWalker()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = walker.start
    parser.EndElementHandler = walker.end
    parser.CharacterDataHandler = walker.characters
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        with open_archive(path) as archive:
            _check_open(archive)
            with open_member(archive, "content.xml") as stream:
                parser.ParseFile(stream)
    except PermissionError:
        raise
    except DAMAGE:
        raise UnreadableError("文件不完整或已损坏，请用 LibreOffice 或 WPS 打开后另存为 .docx，或重新传一份") from None
    if walker.revisions:
        walker.notes.insert(0, Note("tracked-changes", "全文", f"文档含修订 {walker.revisions} 处，已按全部接受修订后的内容审核"))
    return Document(str(path), tuple(walker.blocks), tuple(walker.notes))
