"""An .xlsx, .xls or .ods file in, the paragraphs and grids of its visible sheets out; calamine reads the cells.

What calamine leaves out is looked up in the parts of an .xlsx (errors, formulas without a value) and of an .xlsx or .ods (percent
formats, and how far the cells reach: calamine would claim memory for all the empty ones between).
"""

from __future__ import annotations

import contextlib
import datetime
import os
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import IO, TYPE_CHECKING

from classifier.documents.archive import OLE_MAGIC
from classifier.documents.docx import DAMAGE
from classifier.documents.sheets import SheetBlocks
from classifier.documents.workbook_parts import LOCKED, Oddities, Place, check_area, inspect_parts
from classifier.errors import UnreadableError
from classifier.types import Cell, Document, Note

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

DAMAGED = "文件不完整或已损坏，请用 Excel 或 WPS 打开后另存为 .xlsx，或重新传一份"

Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta


def read_spreadsheet(path: Path) -> Document:
    """Read a workbook.

    Args:
        path: the file.

    Returns:
        The paragraphs and grids of its visible sheets in order, with notes on hidden sheets, errors and formulas without a value.

    Raises:
        UnreadableError: the file is damaged, encrypted or too large.
    """
    from python_calamine import CalamineError, PasswordError

    with path.open("rb") as stream, _without_panic_text():
        try:
            return _read(path, stream)
        except PermissionError:
            raise
        except PasswordError:
            raise UnreadableError(LOCKED) from None
        except (CalamineError, *DAMAGE):
            raise UnreadableError(DAMAGED) from None
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # Rust's own, which calamine does not export and which is no Exception
                raise
            raise UnreadableError(DAMAGED) from None


@contextlib.contextmanager
def _without_panic_text() -> Iterator[None]:
    """Keep off the screen what a panic of Rust writes to the error stream before it becomes an exception."""
    try:
        screen = os.dup(2)
    except OSError:  # no error stream is open
        yield
        return
    try:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(screen, 2)
        os.close(screen)


def _read(path: Path, stream: IO[bytes]) -> Document:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    magic = stream.read(len(OLE_MAGIC))
    stream.seek(0)
    oddities: dict[str, Oddities] = {}
    if magic.startswith(b"PK"):
        with zipfile.ZipFile(stream) as archive:
            oddities = inspect_parts(archive)
    elif magic == OLE_MAGIC and "EncryptedPackage".encode("utf-16-le") in stream.read():
        raise UnreadableError(LOCKED)
    stream.seek(0)
    blocks, notes = SheetBlocks(), []
    with CalamineWorkbook.from_filelike(stream) as workbook:
        for index, about in enumerate(workbook.sheets_metadata):
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            if about.visible != SheetVisibleEnum.Visible:
                notes.append(Note("sheet-hidden", f"工作表“{about.name}”", "隐藏的工作表，未审核"))
                continue
            found = oddities.get(about.name, Oddities({}, [], set()))
            notes += _notes(about.name, found)
            _read_sheet(workbook.get_sheet_by_index(index), found, blocks)
    return Document(str(path), tuple(blocks.blocks), tuple(notes + blocks.notes))


def _read_sheet(sheet: CalamineSheet, odd: Oddities, blocks: SheetBlocks) -> None:
    height, width = (sheet.end[0] + 1, sheet.end[1] + 1) if sheet.end else (0, 0)
    check_area(sheet.name, height, width)
    spans = _spans(sheet, height, width)
    for number, values in enumerate(sheet.to_python(skip_empty_area=False)):
        row: list[Cell] = []
        left = 0
        while left < len(values):
            place = (number, left)
            wide, merged = spans.get(place, (1, False))
            text = odd.errors.get(place) or _text(values[left], place in odd.percents)
            row.append(Cell("" if merged else text, len(row) + 1, left, wide, merged))
            left += wide
        blocks.feed(row)
    blocks.end_sheet()


def _spans(sheet: CalamineSheet, height: int, width: int) -> dict[Place, tuple[int, bool]]:
    """The width of every cell at the left edge of a merge, and whether it continues the cell above it."""
    spans: dict[Place, tuple[int, bool]] = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        for row in range(top, min(bottom + 1, height)):
            if (row, left) in spans:
                raise UnreadableError(DAMAGED)  # merges that overlap; no office program writes them
            spans[row, left] = (max(min(right + 1, width) - left, 1), row > top)
    return spans


def _text(value: Value, percent: bool) -> str:
    """A value as the sheet shows it, but for formats that round or pad it."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        number = Decimal(value if isinstance(value, int) else format(value, ".15g"))  # the digits that a spreadsheet keeps
        number = number * 100 if percent else number
        text = format(number, "f")
        return (text.rstrip("0").rstrip(".") if "." in text else text) + "%" * percent
    if isinstance(value, datetime.datetime):
        return _text(value.date(), False) + f" {value:%H:%M}"
    if isinstance(value, datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}"
    return str(value).replace("\r\n", "\n").replace("\r", "\n")


def _notes(name: str, odd: Oddities) -> list[Note]:
    notes = [Note("cell-error", _where(name, place), f"单元格是错误值 {text}，按文字读取") for place, text in odd.errors.items()]
    return notes + [Note("formula-unvalued", _where(name, place), "公式没有存下结果，按空格读取；请用 Excel 或 WPS 打开后保存一次") for place in odd.unvalued]


def _where(name: str, place: Place) -> str:
    letters, column = "", place[1] + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"工作表“{name}”{letters}{place[0] + 1}"
