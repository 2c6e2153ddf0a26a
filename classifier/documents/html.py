"""A web page's bytes in, its paragraphs and grids out: what a browser without style sheets would show, in time linear in its size.

Nothing is fetched and nothing runs. Unclosed cells, rows and paragraphs end where a browser ends them; text is hidden by the attribute `hidden` or
an inline `display:none` only. As a browser does, blanks run together and a line end in the source is a blank.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from classifier.documents.docx import MAX_DEPTH, MAX_DIGITS
from classifier.documents.grids import CellText, GridBuilder
from classifier.errors import UnreadableError
from classifier.types import Document, Grid, Note

VOID = {"area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
SKIPPED = {"head", "template", "noscript", "rt", "rp", "del"}
IN_HEAD = {"meta", "link", "base", "template", "noscript"}
SECTIONS = {"thead", "tbody", "tfoot"}
TABLE_PARTS = {*SECTIONS, "caption", "colgroup", "tr", "td", "th"}
CELL_WALLS = {"td", "th", "caption", "table"}
"""An end tag inside one of these closes nothing outside it."""

CLOSES_P = {
    "address", "article", "aside", "blockquote", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "ul",
}  # fmt: skip
BLOCKS = CLOSES_P | TABLE_PARTS | {"body", "html", "legend", "option", "textarea"}
REPEATED = {"li": ({"li"}, {"ul", "ol", "menu", "dir"}), "dt": ({"dt", "dd"}, {"dl"}), "dd": ({"dt", "dd"}, {"dl"}), "option": ({"option"}, {"select"})}
"""An element that ends the one before it, and the list that it does not reach beyond."""

_NO_TEXT = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|<(script|style|title|iframe|noframes)(?=[\s/>]).*?(?:</\1\s*>|\Z)|<[!?][^>]*(?:>|\Z)", re.DOTALL | re.IGNORECASE
)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_SPAN = re.compile(r"\s*\+?0*(\d+)")
_NO_DISPLAY = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_CHARSET = re.compile(rb"<(?:meta[^>]*?charset|\?xml[^>]*?encoding)\s*=\s*[\"']?\s*([-\w]+)", re.IGNORECASE)
CHARSETS = {"utf-8": "utf-8", "utf8": "utf-8", "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs"}
"""Any other name (Latin-1, say) is an error in a Chinese page, and the bytes themselves decide."""

MAX_FILLED = 500_000


class Allowance:
    """How many cells one document may have beyond those written in it: a few bytes can call for millions."""

    spent = 0

    def spend(self, cells: int) -> None:
        self.spent += cells
        if self.spent > MAX_FILLED:
            raise UnreadableError(f"表格里合并或重复的单元格超过 {MAX_FILLED} 个，未读取；请拆分后再试")


class SpanningBuilder(GridBuilder):
    """A grid whose tall cells are written once, at their top: adds the cells that continue them, as Word writes them.

    `_tall` has the left edge, width and rows to come of the cells that reach below the row above, in order; `_next` is the first not yet added.
    """

    def __init__(self, number: int, allowance: Allowance) -> None:
        super().__init__(number)
        self.allowance = allowance
        self._tall: list[tuple[int, int, int]] = []
        self._new: list[tuple[int, int, int]] = []
        self._next, self._height = 0, 1

    def start_row(self) -> None:
        super().start_row()
        self._next, self._new = 0, []

    def open_cell(self, width: int, height: int) -> None:
        self._continue_above(to_end=False)
        self.cell, self._height = CellText(width=width), height

    def end_cell(self) -> None:
        if self.cell is not None and self._height > 1:
            self._new.append((self.left, self.cell.width, self._height - 1))
        self._height = 1
        super().end_cell()

    def end_row(self) -> None:
        self.end_cell()
        self._continue_above(to_end=True)
        super().end_row()
        self.skip_rows(1)
        self._tall = sorted(self._tall + self._new)

    def skip_rows(self, count: int) -> None:
        """Let the tall cells pass by so many rows."""
        self._tall = [(left, width, rows - count) for left, width, rows in self._tall if rows > count]

    def end_section(self) -> None:
        """No cell of a web page reaches beyond its group of rows."""
        self._tall = []

    def _continue_above(self, to_end: bool) -> None:
        """Add the tall cells that stand where the row has come to, or all that are left."""
        while self._next < len(self._tall) and (to_end or self._tall[self._next][0] <= self.left):
            left, width, _ = self._tall[self._next]
            self._next += 1
            self.allowance.spend(1)
            if left >= self.left:  # else a wide cell of this row lies over it
                self.left, self.cell = left, CellText(width=width, merged=True)
                self.end_cell()


class _PageReader(HTMLParser):
    """Keeps the stack of open elements as a browser does; an element in a hidden one does nothing but lie on the stack."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str | Grid] = []
        self.notes: list[Note] = []
        self.revisions = self._hidden = self._pre = self._tables = 0
        self._stack: list[tuple[str, bool, bool]] = []
        self._open: list[SpanningBuilder] = []
        self._lines: list[str] = []
        self._text: list[str] = []
        self._allowance = Allowance()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._stack and self._stack[-1][0] == "head" and tag not in IN_HEAD:
            self._pop()
        if tag in TABLE_PARTS and not any(name == "table" for name, _, _ in self._stack):
            self._end_paragraph()
            return
        self._close_implied(tag)
        if tag not in VOID:
            self._push(tag, dict(attrs))
        elif tag == "br" and not self._hidden:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and tag not in ("body", "html"):
            walls = {"tr", "table"} if tag in ("td", "th") else {"table"} if tag in TABLE_PARTS | {"table"} else CELL_WALLS
            self._close({tag}, walls - {tag})

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        for number, line in enumerate(data.split("\n") if self._pre else [data]):
            if number:
                self._break()
            self._text.append(line)

    def finish(self) -> None:
        self.close()
        while self._stack:
            self._pop()
        self._end_paragraph()

    def _close_implied(self, tag: str) -> None:
        """Close what the start of this element closes, and open the row that a cell lacks."""
        if tag in ("td", "th"):
            self._pop_to({"tr", "table", *SECTIONS})
            if self._stack[-1][0] != "tr":
                self._push("tr", {})
        elif tag in TABLE_PARTS:
            self._pop_to({"table"} if tag != "tr" else {"table", *SECTIONS})
        elif tag == "table":
            self._close({"table"}, CELL_WALLS - {"table"})  # a table in a table, but in none of its cells, ends it
        if tag in REPEATED:
            self._close(*REPEATED[tag])
        if tag in CLOSES_P:
            self._close({"p"}, CELL_WALLS)

    def _close(self, names: set[str], walls: set[str]) -> None:
        """Close the innermost of these elements with all in it, unless one of the walls stands nearer."""
        for depth in range(len(self._stack) - 1, -1, -1):
            name = self._stack[depth][0]
            if name in names:
                while len(self._stack) > depth:
                    self._pop()
                return
            if name in walls:
                return

    def _pop_to(self, names: set[str]) -> None:
        while self._stack[-1][0] not in names:
            self._pop()

    def _push(self, tag: str, attributes: dict[str, str | None]) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise UnreadableError("网页的嵌套层数异常，未读取；请用 Word 或 WPS 打开后另存为 .docx 再试")
        hides = tag in SKIPPED or "hidden" in attributes or bool(_NO_DISPLAY.search(attributes.get("style") or ""))
        pre = tag in ("pre", "textarea")
        self.revisions += tag in ("ins", "del") and not self._hidden
        self._stack.append((tag, hides, pre))
        self._hidden += hides
        self._pre += pre
        if not self._hidden:
            self._start_visible(tag, attributes)

    def _start_visible(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag in BLOCKS:
            self._end_paragraph()
        if tag == "table":
            self._tables += 1
            if self._open:
                self.notes.append(Note("nested-table", f"表{self._open[-1].place}", "单元格里套着表格，已按单独的表格读取"))
            self._open.append(SpanningBuilder(self._tables, self._allowance))
        elif tag == "tr":
            self._open[-1].start_row()
        elif tag in ("td", "th"):
            width, height = (_span(attributes.get(name)) for name in ("colspan", "rowspan"))
            self._open[-1].open_cell(width or 1, height or 10**MAX_DIGITS)  # rowspan="0" is all rows of the group

    def _pop(self) -> None:
        tag, hides, pre = self._stack.pop()
        if not self._hidden:
            self._end_visible(tag)
        self._hidden -= hides
        self._pre -= pre

    def _end_visible(self, tag: str) -> None:
        if tag in BLOCKS:
            self._end_paragraph()
        if tag == "table":
            grid, notes = self._open.pop().build()
            self.blocks.append(grid)
            self.notes += notes
        elif tag in SECTIONS:
            self._open[-1].end_section()
        elif tag == "tr":
            self._open[-1].end_row()
        elif tag in ("td", "th"):
            self._open[-1].end_cell()

    def _break(self) -> None:
        self._lines.append(_BLANKS.sub(" ", "".join(self._text)).strip(" "))
        self._text.clear()

    def _end_paragraph(self) -> None:
        """An element of no height is no line; one that holds a mere <br> is a blank line."""
        if _BLANKS.sub("", "".join(self._text)):
            self._break()
        self._text.clear()
        if not self._lines:
            return
        text, self._lines = "\n".join(self._lines), []
        if self._open and self._open[-1].cell is not None:
            self._open[-1].cell.paragraphs.append(text)
        elif text.strip():
            self.blocks.append(text.strip())


def _span(text: str | None) -> int:
    """A span as a browser reads it; what is no number, or none that a table of people has, counts as 1."""
    digits = _SPAN.match(text or "")
    return int(digits[1]) if digits and len(digits[1]) <= MAX_DIGITS else 1


def read_html(content: bytes, path: str) -> Document:
    """Read a web page.

    Args:
        content: the page as saved.
        path: where it came from.

    Returns:
        Its paragraphs and grids in order, with notes on nested tables, trailing blank lines and a guessed encoding.

    Raises:
        UnreadableError: the page is in no known encoding, or nested or merged beyond measure.
    """
    text, notes = _decode(content)
    reader = _PageReader()
    reader.feed(_tame(text.replace("\0", "")))
    reader.finish()
    if reader.revisions:
        notes.append(Note("tracked-changes", "全文", f"文档含修订 {reader.revisions} 处，已按全部接受修订后的内容审核"))
    return Document(path, tuple(reader.blocks), tuple(notes + reader.notes))


def _tame(text: str) -> str:
    """Take out scripts, comments, declarations and a tag that breaks off at the end, on which html.parser may take quadratic time or fail."""
    text = _NO_TEXT.sub("<!>", text)  # an empty declaration, so that what stood on either side makes no new tag
    end = text.rfind(">") + 1
    broken = re.compile(r"<[a-zA-Z/]").search(text, end)
    return text[: broken.start()] if broken else text


def _decode(content: bytes) -> tuple[str, list[Note]]:
    """The text, by the mark of its first bytes, else by what the page says, else as UTF-8 or GB18030."""
    said = None if content.startswith(b"\xef\xbb\xbf") else _CHARSET.search(content[:4096])
    codecs = [CHARSETS.get(said[1].decode("ascii", "replace").lower(), "utf-8") if said else "utf-8", "utf-8", "gb18030"]
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        codecs = ["utf-16"]
    for codec in codecs:
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        guessed = codec == "gb18030" != codecs[0]
        return text.removeprefix("\ufeff"), [Note("encoding", "全文", "按 GB18030 编码读取")] if guessed else []
    raise UnreadableError("网页的编码不是 UTF-8、UTF-16 或 GB18030，请用浏览器打开后另存为 UTF-8 再试")
