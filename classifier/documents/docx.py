"""A .docx file in, its paragraphs and grids out: one streaming pass over the body's XML, in time linear in its size.

Tracked changes are read as accepted: insertions in, deletions out (ECMA-376 part 1, 17.13.5). A cell's place in the
grid comes from gridBefore, gridSpan and vMerge (17.4.15, 17.4.17, 17.4.84).
"""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

from classifier.documents.archive import open_archive, open_member
from classifier.documents.grids import CellText, GridBuilder
from classifier.errors import UnreadableError
from classifier.types import Document, Grid, Note

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main "
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006 "

SKIPPED = {"del", "moveFrom", "rt", "pPr", "sectPr", "tblPr", "tblGrid"}
"""Elements whose text is not part of the accepted view, or that hold settings only."""

BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-", "softHyphen": ""}
MAX_DEPTH = 512
DAMAGE = (expat.ExpatError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError, LookupError, ValueError)
"""What expat, zipfile and its decompressors raise on a damaged file, or on one of a kind that no office program writes."""

MAX_DIGITS = 4
"""A span or indent of more digits is no table of people."""


class _BodyWalker:
    """Expat handlers that follow the body and keep one open grid a nesting level."""

    def __init__(self) -> None:
        self.blocks: list[str | Grid] = []
        self.notes: list[Note] = []
        self.revisions = 0
        self._open: list[GridBuilder] = []
        self._tables = 0
        self._text: list[str] = []
        self._skip = 0
        self._depth = 0
        self._in_text = False
        self._mark_deleted = False
        self._starts: dict[str, Callable[[dict[str, str]], None]] = {
            "tbl": self._start_table, "tr": self._start_row, "tc": self._start_cell, "gridSpan": self._span,
            "vMerge": self._merge, "gridBefore": self._indent, "ins": self._revise, "t": self._start_text,
        }  # fmt: skip
        self._ends: dict[str, Callable[[], None]] = {
            "tbl": self._end_table, "tr": self._end_row, "tc": self._end_cell, "p": self._end_paragraph, "t": self._end_text,
        }  # fmt: skip

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise UnreadableError("文件的嵌套层数异常，未读取；请用 Word 或 WPS 打开后另存为 .docx 再试")
        name = _local(tag)
        if self._skip or name in SKIPPED or tag == MC + "Fallback":
            self._skip_element(name)
            return
        if name in self._starts:
            self._starts[name](attributes)
        elif name in BREAKS:
            self._text.append(BREAKS[name])

    def _skip_element(self, name: str) -> None:
        """Pass over an element, but count the deletions among them and note where a paragraph mark itself is deleted."""
        if name in ("del", "moveFrom"):
            if self._skip:
                self.revisions += 1
                self._mark_deleted = True  # in the properties of a paragraph: it is joined to the next
            else:
                self._delete()
        self._skip += 1

    def end(self, tag: str) -> None:
        self._depth -= 1
        if self._skip:
            self._skip -= 1
        elif (name := _local(tag)) in self._ends:
            self._ends[name]()

    def characters(self, text: str) -> None:
        if self._in_text and not self._skip:
            self._text.append(text)

    def _start_text(self, _: dict[str, str]) -> None:
        self._in_text = True

    def _end_text(self) -> None:
        self._in_text = False

    def _revise(self, _: dict[str, str]) -> None:
        self.revisions += 1

    def _delete(self) -> None:
        self.revisions += 1
        if self._open and self._open[-1].in_row_properties:
            self._open[-1].row_deleted = True

    def _start_table(self, _: dict[str, str]) -> None:
        self._tables += 1
        if self._open:
            self.notes.append(Note("nested-table", f"表{self._open[-1].place}", "单元格里套着表格，已按单独的表格读取"))
        self._open.append(GridBuilder(self._tables))

    def _end_table(self) -> None:
        grid, notes = self._open.pop().build()
        self.blocks.append(grid)
        self.notes += notes

    def _start_row(self, _: dict[str, str]) -> None:
        if self._open:
            self._open[-1].start_row()

    def _end_row(self) -> None:
        if self._open:
            self._open[-1].end_row()

    def _start_cell(self, _: dict[str, str]) -> None:
        if self._open:
            self._open[-1].cell = CellText()

    def _end_cell(self) -> None:
        if self._open:
            self._open[-1].end_cell()

    def _span(self, attributes: dict[str, str]) -> None:
        if self._open and self._open[-1].cell is not None:
            self._open[-1].cell.width = _count(_value(attributes))

    def _merge(self, attributes: dict[str, str]) -> None:
        if self._open and self._open[-1].cell is not None:
            self._open[-1].cell.merged = _value(attributes) != "restart"

    def _indent(self, attributes: dict[str, str]) -> None:
        if self._open:
            self._open[-1].left = _count(_value(attributes), least=0)

    def _end_paragraph(self) -> None:
        if self._mark_deleted:
            self._mark_deleted = False
            return
        text = "".join(self._text)
        self._text.clear()
        if self._open and self._open[-1].cell is not None:
            self._open[-1].cell.paragraphs.append(text)
        elif text.strip():
            self.blocks.append(text.strip())


def _local(tag: str) -> str:
    """The local name of a WordprocessingML tag (either namespace), "" for any other namespace."""
    for namespace in (W, STRICT_W):
        if tag.startswith(namespace):
            return tag[len(namespace) :]
    return ""


def _value(attributes: dict[str, str]) -> str:
    return attributes.get(W + "val") or attributes.get(STRICT_W + "val") or ""


def _count(text: str, least: int = 1) -> int:
    """A span or indent; ValueError where it is no number of columns, since a table read askew is worse than one refused."""
    if text and not (text.isdecimal() and text.isascii() and len(text) <= MAX_DIGITS):
        raise ValueError(text)
    return max(int(text or least), least)


def _refuse_doctype(*_: object) -> None:
    raise UnreadableError("文件里有 DOCTYPE 声明（Word 文件不允许），疑为恶意文件，未读取；请用 Word 或 WPS 打开后另存为 .docx 再试")


def read_docx(path: Path) -> Document:
    """Read a .docx file.

    Args:
        path: the file.

    Returns:
        Its paragraphs and grids in order, with notes on tracked changes, nested tables and trailing blank lines.

    Raises:
        UnreadableError: the archive or its XML is damaged, encrypted or hostile.
    """
    walker = _BodyWalker()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = walker.start
    parser.EndElementHandler = walker.end
    parser.CharacterDataHandler = walker.characters
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        with open_archive(path) as archive, open_member(archive, "word/document.xml") as stream:
            parser.ParseFile(stream)
    except PermissionError:
        raise
    except DAMAGE:
        raise UnreadableError("文件不完整或已损坏，请用 Word 或 WPS 打开后另存为 .docx，或重新传一份") from None
    if walker.revisions:
        walker.notes.insert(0, Note("tracked-changes", "全文", f"文档含修订 {walker.revisions} 处，已按全部接受修订后的内容审核"))
    return Document(str(path), tuple(walker.blocks), tuple(walker.notes))
