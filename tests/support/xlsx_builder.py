"""Writes small .xlsx workbooks for the tests from the few parts that a reader needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from tests.support.docx_builder import pack

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DATE_STYLE, PERCENT_STYLE = 1, 2
STYLES = f"""<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="1"><font/></fonts>
<fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>"""


@dataclass(frozen=True)
class Raw:
    """A cell by its own markup: attributes of <c> beside the place, and what stands in it."""

    attributes: str = ""
    body: str = ""


Value = str | int | float | bool | Raw | None


@dataclass(frozen=True)
class Sheet:
    """Rows of values; a merge is "A1:B2"; state is "", "hidden" or "veryHidden"."""

    rows: Sequence[Sequence[Value]]
    merges: Sequence[str] = ()
    name: str = "Sheet1"
    state: str = ""


def formula(text: str, value: str = "", kind: str = "") -> Raw:
    """A formula with its cached value, if any."""
    return Raw(f't="{kind}"' if kind else "", f"<f>{escape(text)}</f>" + (f"<v>{escape(value)}</v>" if value else ""))


def date(serial: float) -> Raw:
    return Raw(f's="{DATE_STYLE}"', f"<v>{serial}</v>")


def percent(share: float, style: int = PERCENT_STYLE) -> Raw:
    return Raw(f's="{style}"', f"<v>{share}</v>")


def error(code: str) -> Raw:
    return Raw('t="e"', f"<v>{code}</v>")


def column_name(index: int) -> str:
    """The letters of a column, from 0."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def xlsx(*sheets: Sheet | Sequence[Sequence[Value]]) -> bytes:
    """The bytes of a workbook with these sheets; bare rows are a sheet of their own."""
    return pack(parts(*sheets))


def parts(*sheets: Sheet | Sequence[Sequence[Value]]) -> dict[str, str | bytes]:
    """The members of the archive, for tests that damage one."""
    pages = [sheet if isinstance(sheet, Sheet) else Sheet(sheet, name=f"Sheet{number}") for number, sheet in enumerate(sheets, 1)]
    numbers = range(1, len(pages) + 1)
    listed = "".join(
        f'<sheet name={quoteattr(page.name)} sheetId="{n}"{f" state={quoteattr(page.state)}" if page.state else ""} r:id="rId{n}"/>'
        for n, page in zip(numbers, pages, strict=True)
    )
    related = "".join(f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers)
    related += f'<Relationship Id="rId{len(pages) + 1}" Type="{OFFICE}/styles" Target="styles.xml"/>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/><Default Extension="xml" ContentType="{kind}.worksheet+xml"/>'
    root = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    types += '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{root}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
        "xl/styles.xml": STYLES,
        **{f"xl/worksheets/sheet{n}.xml": _sheet(page) for n, page in zip(numbers, pages, strict=True)},
    }


def _sheet(page: Sheet) -> str:
    rows = "".join(
        f'<row r="{r}">{"".join(_cell(f"{column_name(c)}{r}", value) for c, value in enumerate(row) if value is not None)}</row>'
        for r, row in enumerate(page.rows, 1)
    )
    merges = "".join(f'<mergeCell ref="{merge}"/>' for merge in page.merges)
    merges = f'<mergeCells count="{len(page.merges)}">{merges}</mergeCells>' if merges else ""
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{merges}</worksheet>'


def _cell(place: str, value: Value) -> str:
    if isinstance(value, Raw):
        return f'<c r="{place}" {value.attributes}>{value.body}</c>'
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>' if value else f'<c r="{place}"/>'
    return f'<c r="{place}"><v>{value!r}</v></c>'
