"""Paths in, drafts out: finds the files of a folder, tells a file's format by its content, and reads it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from classifier.documents.archive import OLE_MAGIC, open_archive
from classifier.documents.docx import read_docx
from classifier.documents.tables import read_draft
from classifier.documents.txt import read_txt
from classifier.errors import UnreadableError, reason_of
from classifier.types import Document, Draft

SUFFIXES = {".docx", ".txt"}
"""What is looked for in a folder; a file that is named itself is told apart by its content."""

OTHER_FORMATS = (
    (b"%PDF", "PDF 文件还不能读取，请提供 .docx"),
    (b"{\\rtf", "RTF 文件还不能读取，请用 Word 或 WPS 另存为 .docx"),
    (b"<!DOCTYPE", "网页文件还不能读取，请提供 .docx"),
    (b"<html", "网页文件还不能读取，请提供 .docx"),
)


def find_files(path: Path) -> list[Path]:
    """The files to review below a path, sorted; UnreadableError where it does not exist or holds none."""
    if path.is_dir():
        found = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file() and not p.name.startswith(("~$", ".")))
        if not found:
            raise UnreadableError("文件夹里没有 .docx 或 .txt 文件，请检查路径")
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
    if head.startswith(b"PK"):
        with open_archive(path) as archive:
            _check_word(archive)
        return read_docx(path)
    if head.startswith(OLE_MAGIC):
        raise UnreadableError(_ole_reason(path))
    for magic, reason in OTHER_FORMATS:
        if head.lstrip().lower().startswith(magic.lower()):
            raise UnreadableError(reason)
    return read_txt(path)


def _check_word(archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    if "word/document.xml" in names:
        return
    if "xl/workbook.xml" in names:
        raise UnreadableError("Excel 文件还不能读取，请把目标表复制到 Word 里存成 .docx")
    if "mimetype" in names:
        raise UnreadableError("OpenDocument 文件还不能读取，请另存为 .docx")
    raise UnreadableError("压缩包里没有 Word 正文（word/document.xml），请用 Word 或 WPS 打开后另存为 .docx")


def _ole_reason(path: Path) -> str:
    """An OLE compound file is an encrypted .docx where it holds a stream of that name ([MS-OFFCRYPTO] 2.3.4.4), else the old binary format."""
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "文件加了密码，请去掉密码后另存为 .docx 再试"
    return "旧版 .doc/.wps/.xls 格式还不能读取，请用 Word 或 WPS 另存为 .docx"


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
