"""Paths in, drafts out: finds the files of a folder, tells a file's format by its content, and reads it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from classifier.documents.archive import OLE_MAGIC, open_archive, open_member
from classifier.documents.docx import DAMAGE, read_docx
from classifier.documents.tables import read_draft
from classifier.documents.txt import read_txt
from classifier.errors import UnreadableError, reason_of
from classifier.types import Document, Draft, Note

SUFFIXES = {".docx", ".doc", ".wps", ".odt", ".xlsx", ".xls", ".et", ".ods", ".pdf", ".html", ".htm", ".csv", ".tsv", ".txt"}
"""What is looked for in a folder; a file that is named itself is told apart by its content."""

DELIMITED = {".csv", ".tsv"}
"""Of text files only the name tells whether their lines are rows of cells."""

WEB_PAGE = (b"<!doctype", b"<html", b"<head", b"<meta", b"<body", b"<table", b"<div", b"<p>", b"<!--")
RTF = b"{\\rtf"
LONGEST_KIND = 100
"""Bytes of the longest name of an OpenDocument format."""

BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def find_files(path: Path) -> list[Path]:
    """The files to review below a path, sorted; UnreadableError where it does not exist or holds none."""
    if path.is_dir():
        found = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file() and not p.name.startswith(("~$", ".")))
        if not found:
            raise UnreadableError("文件夹里没有能读取的文件（Word、Excel、PDF、网页、文本），请检查路径")
        return found
    if not path.exists():
        raise UnreadableError("文件不存在，请检查路径和文件名")
    return [path]


def read_document(path: Path) -> Document:
    """Read one file by what it contains; UnreadableError, in one Chinese sentence, where that cannot be done."""
    try:
        with path.open("rb") as stream:
            head = stream.read(4096)
        if not head:
            raise UnreadableError("文件是空的（0 字节），请重新导出或重新传一份")
        return _reader(path, head)
    except PermissionError:
        raise UnreadableError("没有读取这个文件的权限；如果正在 Word 里打开，请先关闭") from None
    except OSError as error:
        raise UnreadableError(f"文件读不出来（{reason_of(error)}），请检查后再试") from None


def _reader(path: Path, head: bytes) -> Document:
    """Read by what the file begins with; each reader is loaded when its format turns up."""
    if head.startswith(b"PK"):
        return _read_archive(path)
    if head.startswith(OLE_MAGIC):
        return _read_compound(path)
    if head.startswith(b"%PDF"):
        from classifier.documents.pdf import read_pdf

        return read_pdf(path)
    if head.startswith(RTF):
        return _read_converted(path, "docx")
    if _is_web_page(head):
        from classifier.documents.html import read_html

        return read_html(path.read_bytes(), str(path))
    if path.suffix.lower() in DELIMITED:
        from classifier.documents.delimited import read_delimited

        return read_delimited(path.read_bytes(), str(path))
    return read_txt(path)


def _is_web_page(head: bytes) -> bool:
    """Whether a text begins with markup, in any of the encodings that web pages are saved in."""
    for mark in BYTE_ORDER_MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\x00", b"").lstrip().lower().startswith(WEB_PAGE)


def _read_archive(path: Path) -> Document:
    with open_archive(path) as archive:
        names = set(archive.namelist())
        kind = _declared_kind(archive) if "mimetype" in names else b""
    if "word/document.xml" in names:
        return read_docx(path)
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names or kind.endswith(b"spreadsheet"):
        from classifier.documents.spreadsheet import read_spreadsheet

        return read_spreadsheet(path)
    if kind.endswith(b"opendocument.text"):
        from classifier.documents.odt import read_odt

        return read_odt(path)
    raise UnreadableError("压缩包里没有 Word、Excel 或 OpenDocument 正文；如果里面是一批草案，请先解压再给文件夹")


def _declared_kind(archive: zipfile.ZipFile) -> bytes:
    """What an OpenDocument file says that it is (OpenDocument 1.3 part 2, 3.3); nothing where that cannot be read."""
    try:
        with open_member(archive, "mimetype") as stream:
            return stream.read(LONGEST_KIND)
    except (UnreadableError, *DAMAGE):
        return b""


def _read_compound(path: Path) -> Document:
    """An OLE compound file holds an encrypted .docx or .xlsx ([MS-OFFCRYPTO] 2.3.4.4), a workbook, or the text of an old .doc or .wps."""
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableError("文件加了密码，请去掉密码后另存再试")
    if "WordDocument".encode("utf-16-le") not in data and any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        from classifier.documents.spreadsheet import read_spreadsheet

        return read_spreadsheet(path)
    return _read_converted(path, "docx")


def _read_converted(path: Path, target: str) -> Document:
    from classifier.documents.office import converted

    with converted(path, target) as result:
        document = read_docx(result)
    note = Note("converted", "全文", "由 LibreOffice 转换后读取，合并单元格和空行可能与原件有出入，请对照原件")
    return document._replace(path=str(path), notes=(note, *document.notes))


def load_draft(path: Path) -> Draft:
    """Read the draft in a file.

    Raises:
        UnreadableError: the file cannot be read, or holds no table in which an indicator was found.
    """
    document = read_document(path)
    draft = read_draft(document)
    if draft.projects:
        return draft
    if not any(not isinstance(block, str) for block in document.blocks):
        raise UnreadableError("文件里没有表格，请确认是项目绩效目标表")
    places = "、".join(note.place for note in draft.notes if note.unread)
    hint = f"（{places} 像是指标表，但列没有认出）" if places else ""
    raise UnreadableError(f"没有认出任何项目绩效目标表{hint}，请确认表里有“三级指标”“指标值”等列")


def expand_paths(paths: list[Path]) -> Iterator[tuple[Path, UnreadableError | None]]:
    """Each file below the given paths in order, or the path with the reason why nothing was found there."""
    for path in paths:
        try:
            for found in find_files(path):
                yield found, None
        except UnreadableError as error:
            yield path, error
