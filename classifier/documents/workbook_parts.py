"""The archive of an .xlsx or .ods in, what calamine does not tell of its cells out: errors, formulas without a value, percent formats, how far they reach."""

from __future__ import annotations

import html
import re
import zipfile
from typing import NamedTuple

from classifier.documents.archive import MAX_ENTRIES, MAX_MEMBER_BYTES, MAX_RATIO
from classifier.errors import UnreadableError

LOCKED = "文件加了密码，请去掉密码后另存为 .xlsx 再试"
HOSTILE = "文件的大小或压缩比异常，未读取；请用 Excel 或 WPS 打开后另存为 .xlsx 再试"
MAX_AREA = 4_000_000
"""Cells in the rectangle that a sheet's contents span, empty ones among them: 100 MB in calamine."""

PERCENT_FORMATS = {b"9", b"10"}
"""The built-in number formats 0% and 0.00% (ECMA-376 part 1, 18.8.30)."""

_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s>/])")
_PLACE = re.compile(rb"""\sr=["']([A-Z]{1,3})(\d{1,7})["']""")
_STYLE = re.compile(rb'\ss="(\d+)"')
_VALUE = re.compile(rb"<(?:\w+:)?v[^>]*>([^<]+)")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_NUMBER_FORMAT = re.compile(rb'<(?:\w+:)?numFmt\s(?=[^>]*numFmtId="(\d+)")[^>]*formatCode="[^"]*%')
_CELL_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_FORMAT = re.compile(rb'<(?:\w+:)?xf\s[^>]*?numFmtId="(\d+)"')

_ODS_TABLE = re.compile(rb"<table:table(?=[\s>])")
_ODS_NAME = re.compile(rb'\stable:name="([^"]*)"')
_ODS_ROW = re.compile(rb"<table:table-row(?=[\s>])")
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell(?=[\s/>])")
_ODS_REPEATED = re.compile(rb'\stable:number-(?:rows|columns)-repeated="(\d{1,7})"')

Place = tuple[int, int]


class Oddities(NamedTuple):
    """Cells of one sheet, by row and column from 0, that calamine does not tell from others."""

    errors: dict[Place, str]
    unvalued: list[Place]
    percents: set[Place]


def inspect_parts(archive: zipfile.ZipFile) -> dict[str, Oddities]:
    """The oddities of every worksheet by its name. Refuses archives that unpack beyond all measure."""
    members = archive.infolist()
    if len(members) > MAX_ENTRIES:
        raise UnreadableError(HOSTILE)
    for member in members:
        if member.flag_bits & 1:
            raise UnreadableError(LOCKED)
        if member.file_size > min(MAX_MEMBER_BYTES, MAX_RATIO * max(member.compress_size, 1024)):
            raise UnreadableError(HOSTILE)
    names = set(archive.namelist())
    if "xl/workbook.xml" not in names:
        return _scan_ods(archive.read("content.xml")) if "content.xml" in names else {}
    percents = _percent_styles(archive.read("xl/styles.xml")) if "xl/styles.xml" in names else set()
    sheets = _sheet_parts(archive.read("xl/workbook.xml").decode(), archive.read("xl/_rels/workbook.xml.rels").decode())
    return {sheet: _scan(sheet, archive.read(part), percents) for sheet, part in sheets if part in names}


def _sheet_parts(workbook: str, relations: str) -> list[tuple[str, str]]:
    """The name of every visible sheet and of the member that holds it."""
    targets = {}
    for tag in _RELATION.findall(relations):
        found = dict(_ATTRIBUTE.findall(tag))
        target = found.get("Target", "")
        targets[found.get("Id", "")] = target[1:] if target.startswith("/") else f"xl/{target}"
    listed = [dict(_ATTRIBUTE.findall(tag)) for tag in _SHEET.findall(workbook)]
    sheets = [found for found in listed if not found.get("state", "").lower().endswith("hidden")]
    return [(html.unescape(found.get("name", "")), targets.get(next((v for k, v in found.items() if k.endswith(":id")), ""), "")) for found in sheets]


def _percent_styles(styles: bytes) -> set[bytes]:
    """The numbers of the cell styles that show a share as percent."""
    formats = PERCENT_FORMATS | set(_NUMBER_FORMAT.findall(styles))
    listed = _CELL_FORMATS.search(styles)
    return {b"%d" % n for n, number in enumerate(_FORMAT.findall(listed[0])) if number in formats} if listed else set()


def _scan(name: str, xml: bytes, percent_styles: set[bytes]) -> Oddities:
    """Look at every cell's markup once."""
    odd = Oddities({}, [], set())
    height = width = 0
    for piece in _CELL.split(xml.partition(b"</sheetData")[0])[1:]:
        tag, _, body = piece.partition(b">")
        found = _PLACE.search(tag)
        if tag.endswith(b"/") or not found:
            continue
        place = (int(found[2]) - 1, _column(found[1]))
        height, width = max(height, place[0] + 1), max(width, place[1] + 1)
        value = _VALUE.search(body)
        if b't="e"' in tag:
            odd.errors[place] = value[1].decode() if value else "#N/A"
        elif not value and b't="' not in tag and _FORMULA.search(body):
            odd.unvalued.append(place)
        elif (style := _STYLE.search(tag)) and style[1] in percent_styles:
            odd.percents.add(place)
    check_area(name, height, width)
    return odd


def _scan_ods(xml: bytes) -> dict[str, Oddities]:
    """Count out the cells of every table of an .ods, which writes a run of equal ones once."""
    sheets = {}
    for table in _ODS_TABLE.split(xml)[1:]:
        tag, _, body = table.partition(b">")
        found = _ODS_NAME.search(tag)
        name = html.unescape(found[1].decode()) if found else ""
        odd = sheets[name] = Oddities({}, [], set())
        number = width = 0
        for row in _ODS_ROW.split(body)[1:]:
            tag, _, cells = row.partition(b">")
            rows, column, shares, reach = _repeated(tag), 0, [], 0
            for piece in _ODS_CELL.split(cells)[1:]:
                tag = piece.partition(b">")[0]
                after = column + _repeated(tag)
                reach = after if b"<text:p" in piece or b"office:value-type" in tag else reach
                shares += [range(column, after)] if b'office:value-type="percentage"' in tag else []
                column = after
            number, width = number + rows, max(width, reach)
            if reach:
                check_area(name, number, width)
            odd.percents.update((r, c) for share in shares for c in share for r in range(number - rows, number))
    return sheets


def _repeated(tag: bytes) -> int:
    found = _ODS_REPEATED.search(tag)
    return int(found[1]) if found else 1


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def check_area(name: str, height: int, width: int) -> None:
    """Refuse a sheet whose contents span more cells than memory should hold."""
    if height * width > MAX_AREA:
        raise UnreadableError(f"工作表“{name}”的内容一直散到第{height}行第{width}列，未读取；请删去表格以外的行列后再试")
