"""Texts and column widths in, a Word file's page, fonts, bordered tables and highlighted slots out, and at last its bytes, the same for the same input.

Only `suggest --format docx` loads this, and python-docx with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.font import Font
from docx.text.paragraph import Paragraph

PAGE_WIDTH, PAGE_HEIGHT = Cm(29.7), Cm(21)
SIDE_MARGIN, EDGE_MARGIN = Cm(2), Cm(1.6)
"""The sides leave 25.7 cm for the columns of a table to share."""

CELL_PADDING = 45
"""Twentieths of a point above and below the text of a cell."""

BODY_FONT, HEAD_FONT, LATIN_FONT = "仿宋", "宋体", "Times New Roman"
BODY_SIZE = 10.5
HEAD_FILL = "E7E6E6"
TITLE_LENGTH = 255
EPOCH = (1980, 1, 1, 0, 0, 0)

_UNHOLDABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SLOT = re.compile("(【待填：[^】]*】)")


class Look(NamedTuple):
    """How a text is set: size in points, bold in the heads' font, centred, on a new page, points above and below, wholly marked as unconfirmed."""

    size: float = BODY_SIZE
    head: bool = False
    centred: bool = False
    new_page: bool = False
    before: float = 0
    after: float = 0
    unconfirmed: bool = False


PLAIN = Look()
CENTRED = Look(centred=True)


def new_document(title: str) -> Document:
    """An empty A4 landscape document in Chinese fonts, with properties that tell neither person nor time."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, PAGE_WIDTH, PAGE_HEIGHT
    section.left_margin = section.right_margin = SIDE_MARGIN
    section.top_margin = section.bottom_margin = EDGE_MARGIN
    normal = document.styles["Normal"]
    _set_font(normal.font, BODY_FONT, BODY_SIZE)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(0), 1
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")  # else Word breaks lines and checks spelling as in English
    properties, moment = document.core_properties, datetime(*EPOCH, tzinfo=UTC)
    properties.title, properties.author, properties.comments = clean(title)[:TITLE_LENGTH], "zhibiao", ""
    properties.created, properties.modified, properties.last_modified_by = moment, moment, "zhibiao"
    return document


def add_text(document: Document, text: str, look: Look = PLAIN) -> None:
    """Add a paragraph."""
    _set_text(document.add_paragraph(), text, look)


def add_table(document: Document, columns: Sequence[tuple[str, float]]) -> Table:
    """Add a bordered table with a heading row that every page repeats.

    Args:
        document: where to.
        columns: each column's heading and its width in centimetres.

    Returns:
        The table, for `add_row`.
    """
    table: Table = document.add_table(0, len(columns), "Table Grid")
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    for column, (_, width) in zip(table.columns, columns, strict=True):
        column.width = Cm(width)
    cells = add_row(table, [heading for heading, _ in columns], [Look(head=True, centred=True)] * len(columns))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    padding = OxmlElement("w:tblCellMar")
    padding.extend([_element(f"w:{side}", w=str(CELL_PADDING), type="dxa") for side in ("top", "bottom")])
    table._tbl.tblPr.insert_element_before(padding, "w:tblLook")
    for cell in cells:
        shading = _element("w:shd", val="clear", color="auto", fill=HEAD_FILL)
        cell._tc.get_or_add_tcPr().insert_element_before(shading, "w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign")
    return table


def add_row(table: Table, texts: Sequence[str], looks: Sequence[Look]) -> tuple[_Cell, ...]:
    """Add a row that no page break parts, and give its cells."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    cells: tuple[_Cell, ...] = row.cells
    for cell, text, look in zip(cells, texts, looks, strict=True):
        _set_text(cell.paragraphs[0], text, look)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    return cells


def join_down(cells: Sequence[_Cell]) -> None:
    """Make the cells of one column below one another one cell, which keeps the text of the first."""
    for position, cell in enumerate(cells):
        if position:
            for run in cell.paragraphs[0].runs:
                run._r.getparent().remove(run._r)
        cell._tc.vMerge = "continue" if position else "restart"


def clean(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _UNHOLDABLE.sub("", text.replace("\r\n", "\n"))


def to_bytes(document: Document) -> bytes:
    """The document as a file: every member bears the same date, whenever it is written."""
    written, packed = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            member = ZipInfo(name, EPOCH)
            member.compress_type, member.create_system, member.external_attr = ZIP_DEFLATED, 0, 0
            target.writestr(member, source.read(name))
    return packed.getvalue()


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    """An element of WordprocessingML with its attributes."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _set_text(paragraph: Paragraph, text: str, look: Look) -> None:
    """Fill a paragraph; open slots are yellow, a text that awaits confirmation is grey."""
    style = paragraph.paragraph_format
    if look.centred:
        style.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if look.new_page:
        style.page_break_before = True
    if look.head and (look.before or look.after):
        style.keep_with_next = True
    style.space_before, style.space_after = (Pt(look.before) if look.before else None), (Pt(look.after) if look.after else None)
    for part in filter(None, _SLOT.split(clean(text))):
        run = paragraph.add_run(part)
        _set_font(run.font, HEAD_FONT if look.head else BODY_FONT, look.size)
        run.bold = True if look.head else None
        if _SLOT.fullmatch(part):
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        elif look.unconfirmed:
            run.font.highlight_color = WD_COLOR_INDEX.GRAY_25


def _set_font(font: Font, name: str, size: float) -> None:
    font.name, font.size = LATIN_FONT, Pt(size)
    fonts = font._element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), name)
    fonts.set(qn("w:hint"), "eastAsia")  # else Word sets “”, ≥ and ÷ in the Latin font
