"""Rows of cells in, the bytes of a .docx file out; standard library only, and only what a reader of tables has to understand.

Plain text is escaped, and "\\n" in it begins a new paragraph. What plain text cannot say is said by the functions below: they
give Inline markup (inside a paragraph) or Block markup (paragraphs and tables), which can be added up.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)
AUTHOR = 'w:id="1" w:author="审核人" w:date="2022-11-01T00:00:00Z"'


class Inline(str):
    """Markup that stands inside a paragraph."""

    def __add__(self, other: str) -> Inline:
        return Inline(str(self) + str(_inline(other)))


class Block(str):
    """Markup of whole paragraphs or tables."""

    def __add__(self, other: str) -> Block:
        return Block(str(self) + str(_block(other)))


class Cell(NamedTuple):
    """A cell: its content, the grid columns it spans, its part in a vertical merge ("restart" or "continue")."""

    content: str = ""
    span: int = 1
    merge: str = ""
    control: bool = False


class Row(NamedTuple):
    """A row: its cells, the grid columns left out before them, and whether it was inserted ("ins") or deleted ("del")."""

    cells: Sequence[Cell | str]
    before: int = 0
    change: str = ""
    control: bool = False


Rows = Sequence[Row | Sequence[Cell | str]]
ABOVE = Cell(merge="continue")
"""A cell that continues the cell above it."""


def top(content: str, span: int = 1) -> Cell:
    """The first cell of a vertical merge."""
    return Cell(content, span, "restart")


def run(text: str) -> Inline:
    """Plain text in a run; "\\n" is a line break inside the paragraph, "\\t" a tab."""
    body = escape(text).replace("\n", "</w:t><w:br/><w:t>").replace("\t", "</w:t><w:tab/><w:t>")
    return Inline(f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{body}</w:t></w:r>')


def inserted(text: str) -> Inline:
    return Inline(f"<w:ins {AUTHOR}>{_inline(text)}</w:ins>")


def deleted(text: str) -> Inline:
    return Inline(f'<w:del {AUTHOR}><w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>')


def moved_away(text: str) -> Inline:
    return Inline(f"<w:moveFrom {AUTHOR}>{_inline(text)}</w:moveFrom>")


def moved_here(text: str) -> Inline:
    return Inline(f"<w:moveTo {AUTHOR}>{_inline(text)}</w:moveTo>")


def smart_tag(text: str) -> Inline:
    return Inline(f'<w:smartTag w:uri="urn:x" w:element="place">{_inline(text)}</w:smartTag>')


def inline_control(text: str) -> Inline:
    return Inline(_control(_inline(text)))


def text_box(text: str) -> Inline:
    """A text box as Word writes it: the shape, and the same text again for programs that know only the older VML."""
    box = f"<w:txbxContent>{_block(text)}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    return Inline(f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>")


def paragraph(text: str, mark: str = "") -> Block:
    """One paragraph; `mark` says that its mark was inserted ("ins") or deleted ("del")."""
    properties = f"<w:pPr><w:rPr><w:{mark} {AUTHOR}/></w:rPr></w:pPr>" if mark else ""
    return Block(f"<w:p>{properties}{_inline(text)}</w:p>")


def block_control(content: str) -> Block:
    return Block(_control(_block(content)))


def table(rows: Rows) -> Block:
    return Block(f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(map(_row, rows))}</w:tbl>")


def document_xml(*blocks: str | Rows, namespace: str = W) -> str:
    """The body of a document of paragraphs (plain text), tables (rows) and block markup."""
    body = "".join(block if isinstance(block, Block) else _block(block) if isinstance(block, str) else table(block) for block in blocks)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}<w:document xmlns:w="{namespace}" {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>'


def pack(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The bytes of a zip archive with these members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return stream.getvalue()


def wrap(body: str | bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The bytes of a .docx file with this text as its word/document.xml."""
    return pack({"[Content_Types].xml": "<Types/>", "word/document.xml": body}, method)


def docx(*blocks: str | Rows, namespace: str = W) -> bytes:
    """The bytes of a .docx file of paragraphs (plain text), tables (rows) and block markup."""
    return wrap(document_xml(*blocks, namespace=namespace))


def _inline(text: str) -> Inline:
    return text if isinstance(text, Inline) else run(text)


def _block(content: str) -> Block:
    if isinstance(content, Block):
        return content
    if isinstance(content, Inline):
        return paragraph(content)
    return Block("".join(map(paragraph, content.split("\n"))))


def _control(content: str) -> str:
    return f'<w:sdt><w:sdtPr><w:alias w:val="控件"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def _row(row: Row | Sequence[Cell | str]) -> str:
    row = row if isinstance(row, Row) else Row(row)
    settings = f'<w:gridBefore w:val="{row.before}"/>' if row.before else ""
    settings += f"<w:{row.change} {AUTHOR}/>" if row.change else ""
    xml = f"<w:tr><w:trPr>{settings}</w:trPr>{''.join(map(_cell, row.cells))}</w:tr>"
    return _control(xml) if row.control else xml


def _cell(cell: Cell | str) -> str:
    cell = cell if isinstance(cell, Cell) else Cell(cell)
    settings = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    settings += {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[cell.merge]
    content = _block(cell.content)
    end = "<w:p/>" if content.endswith("</w:tbl>") else ""  # a cell must not end with a table
    xml = f"<w:tc><w:tcPr>{settings}</w:tcPr>{content}{end}</w:tc>"
    return _control(xml) if cell.control else xml
