"""The bytes of a .csv or .tsv file in, its paragraphs and grids out."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import pairwise

from classifier.documents.sheets import SheetBlocks
from classifier.documents.txt import decode
from classifier.errors import UnreadableError
from classifier.types import Cell, Document, Note

DELIMITERS = ",\t;|"
SNIFFED_CHARACTERS, SNIFFED_LINES = 65_536, 20


def read_delimited(content: bytes, path: str) -> Document:
    """Read a table in delimited text.

    Args:
        content: the file's bytes, in UTF-8, UTF-16 with a mark, or GB18030.
        path: the file's path, for the Document.

    Returns:
        Its paragraphs and grids in order.

    Raises:
        UnreadableError: the bytes are no text, or their quotes or fields are not those of a table.
    """
    if content[:2] not in (b"\xff\xfe", b"\xfe\xff") and b"\0" in content:
        raise UnreadableError("文件里有空字符，不是文本表格；请在 Excel 或 WPS 里另存为 .xlsx 后再试")
    text, encoding = decode(content)
    if "\0" in text:
        raise UnreadableError("文件里有空字符，不是文本表格；请在 Excel 或 WPS 里另存为 .xlsx 后再试")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sniff_delimiter(text), strict=True)
    sheet = SheetBlocks()
    try:
        for fields in reader:
            sheet.feed([Cell(_lines(field), n + 1, n) for n, field in enumerate(fields)])
    except csv.Error:
        limit = csv.field_size_limit()
        raise UnreadableError(f"第{reader.line_num}行附近的引号不成对，或一格超过 {limit} 字，未读取；请在 Excel 或 WPS 里打开后另存为 .xlsx 再试") from None
    sheet.end_sheet()
    notes = [] if encoding == "UTF-8" else [Note("encoding", "全文", f"按 {encoding} 编码读取")]
    return Document(path, tuple(sheet.blocks), tuple(notes + sheet.notes))


def sniff_delimiter(text: str) -> str:
    """The delimiter that stands equally often outside quotes in most of the first lines; the comma where none does."""
    counts: list[Counter[str]] = [Counter()]
    quoted = False
    for before, character in pairwise("\n" + text[:SNIFFED_CHARACTERS]):
        quoted ^= character == '"' and (quoted or before in DELIMITERS + '\r\n"')
        if not quoted and character in "\r\n":
            counts.append(Counter())
        elif not quoted and character in DELIMITERS:
            counts[-1][character] += 1
        if len(counts) > SNIFFED_LINES:
            break

    def score(delimiter: str) -> tuple[int, int]:
        found = Counter(line[delimiter] for line in counts if line[delimiter])
        return max(found.values(), default=0), sum(line[delimiter] for line in counts)

    return max(DELIMITERS, key=score)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
