"""A text dump of a Word draft in, its paragraphs and grids out.

In the dump every cell begins with a tab on a line of its own, rows are parted by a blank line, tables by more; a cell may
itself hold or end with blank lines, and a merged cell is empty. In a table of indicators a row ends when it has as many
cells as the header row; elsewhere a blank line ends it.
"""

from __future__ import annotations

import re
from pathlib import Path

from classifier.documents.grids import GridBuilder
from classifier.errors import UnreadableError
from classifier.types import Document, Grid, Note

BOOKMARK = re.compile(r"\[bookmark: [^\[\]]*\]")
ENCODINGS = (("utf-8-sig", "UTF-8"), ("gb18030", "GB18030"))
HEADER_WORD, HEADER_COUNT = "指标", 2
"""A first row in which this word stands in so many cells is the header of a table of indicators."""


class _DumpReader:
    """Turns lines into blocks; a cell is a list of lines, `_blank` counts the blank lines since the last text."""

    def __init__(self) -> None:
        self.blocks: list[str | Grid] = []
        self.notes: list[Note] = []
        self._tables = 0
        self._rows: list[list[list[str]]] = []
        self._row: list[list[str]] = []
        self._blank = 0

    def feed(self, line: str) -> None:
        if line.startswith("\t"):
            self._start_cell(line[1:])
        elif not line.strip():
            self._blank += 1
        elif self._row and not BOOKMARK.search(line) and self._continues_cell():
            self._row[-1] += [""] * self._blank + [line]
            self._blank = 0
        else:
            self.end_table()
            self.blocks.append(BOOKMARK.sub("", line).strip())

    def _continues_cell(self) -> bool:
        """Whether text that begins with no tab belongs to the cell above: over any blank lines while a row of indicators is unfinished,
        elsewhere over one.
        """
        width = self._regular_width()
        if width:
            return not self._blank or len(self._row) < width
        return self._blank <= 1

    def _start_cell(self, text: str) -> None:
        width = self._regular_width()
        if self._row and self._blank and (not width or len(self._row) >= width):
            self._end_row(self._blank - 1 if width else 0)
            if self._blank > 1 and not width:
                self.end_table()
        elif self._row and self._blank:
            self._row[-1] += [""] * self._blank
        self._row.append([BOOKMARK.sub("", text)])
        self._blank = 0

    def _regular_width(self) -> int:
        """The number of cells that every row of this table has, 0 where that is not known."""
        if not self._rows or sum(HEADER_WORD in line for cell in self._rows[0] for line in cell[:1]) < HEADER_COUNT:
            return 0
        return len(self._rows[0])

    def _end_row(self, trailing: int = 0) -> None:
        if self._row:
            self._row[-1] += [""] * trailing
            self._rows.append(self._row)
        self._row = []

    def end_table(self) -> None:
        self._end_row()
        self._blank = 0
        if not self._rows:
            return
        self._tables += 1
        builder = GridBuilder(self._tables)
        for row in self._rows:
            builder.add_row(["\n".join(cell) for cell in row])
        grid, notes = builder.build()
        self.blocks.append(grid)
        self.notes += notes
        self._rows = []


def read_txt(path: Path) -> Document:
    """Read a text dump.

    Args:
        path: the file, in UTF-8, UTF-16 with a mark, or GB18030.

    Returns:
        Its paragraphs and grids in order.

    Raises:
        UnreadableError: the bytes are no text in any of these encodings.
    """
    text, encoding = decode(path.read_bytes())
    reader = _DumpReader()
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        reader.feed(line)
    reader.end_table()
    notes = [] if encoding == "UTF-8" else [Note("encoding", "全文", f"按 {encoding} 编码读取")]
    return Document(str(path), tuple(reader.blocks), tuple(notes + reader.notes))


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file and the encoding that it is in; UnreadableError where no encoding fits."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return data.decode("utf-16"), "UTF-16"
        except UnicodeDecodeError:
            raise UnreadableError("文件标明是 UTF-16 文本，但内容不完整，请重新导出后再试") from None
    if b"\0" in data:
        raise UnreadableError("不是能识别的文本或 Word 文件；请另存为 .docx 后再试")
    for codec, label in ENCODINGS:
        try:
            return data.decode(codec), label
        except UnicodeDecodeError:
            continue
    raise UnreadableError("文本的编码不是 UTF-8、UTF-16 或 GB18030，请用记事本另存为 UTF-8 后再试")
