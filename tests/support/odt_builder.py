"""Markup of paragraphs and tables in, the bytes of an .odt file out; standard library only."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tests.support.docx_builder import pack

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = {"office": "office", "text": "text", "table": "table", "draw": "drawing", "svg": "svg-compatible"}
NAMESPACES = " ".join(f'xmlns:{prefix}="{OASIS}{name}:1.0"' for prefix, name in SPACES.items()) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
COVERED = "<table:covered-table-cell/>"


def paragraph(markup: str) -> str:
    return f"<text:p>{markup}</text:p>"


def cell(text: str = "", columns: int = 1, rows: int = 1, repeated: int = 1) -> str:
    """A cell of plain text; "\\n" in it begins a new paragraph."""
    spans = f'table:number-columns-spanned="{columns}" table:number-rows-spanned="{rows}" table:number-columns-repeated="{repeated}"'
    return f"<table:table-cell {spans}>{''.join(map(paragraph, escape(text).split(chr(10))))}</table:table-cell>"


def row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


def table(*rows: str) -> str:
    return f"<table:table><table:table-column/>{''.join(rows)}</table:table>"


def plain(rows: list[list[str]]) -> str:
    """A table of plain texts."""
    return table(*(row(*map(cell, texts)) for texts in rows))


def content_xml(*blocks: str) -> str:
    body = f"<office:body><office:text>{''.join(blocks)}</office:text></office:body>"
    return f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMESPACES}>{body}</office:document-content>'


def wrap(body: str | bytes, **members: str) -> bytes:
    """The bytes of an .odt file with this text as its content.xml."""
    return pack({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": body, **members})


def odt(*blocks: str) -> bytes:
    return wrap(content_xml(*blocks))
