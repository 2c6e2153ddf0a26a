"""A zipped office file in, the bytes of one member out, within limits that a hostile archive cannot pass."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import IO

from classifier.errors import UnreadableError

MAX_ENTRIES = 10_000
MAX_MEMBER_BYTES = 256 * 2**20
MAX_RATIO = 500
"""Word's own XML compresses 10 to 60 times; a member that unpacks to more than 500 times its size was made to do harm."""

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def open_member(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    """Open a member for streaming.

    Args:
        archive: the open archive.
        name: the member's name.

    Returns:
        A binary stream; what it yields is bounded by the size that the archive declares.

    Raises:
        UnreadableError: the member is missing, encrypted, or larger than the limits.
    """
    try:
        info = archive.getinfo(name)
    except KeyError:
        raise UnreadableError(f"压缩包里没有 {name}，文件可能已损坏，请用 Word 或 WPS 打开后另存为 .docx 再试") from None
    if info.flag_bits & 1:
        raise UnreadableError("文件加了密码，请去掉密码后另存为 .docx 再试")
    if info.file_size > MAX_MEMBER_BYTES:
        raise UnreadableError(f"{name} 解压后有 {info.file_size >> 20} MiB，超过上限 {MAX_MEMBER_BYTES >> 20} MiB，请拆分后再试")
    if info.file_size > MAX_RATIO * max(info.compress_size, 1024):
        raise UnreadableError(f"{name} 的压缩比异常，疑为恶意文件，未读取；请用 Word 或 WPS 打开后另存为 .docx 再试")
    return archive.open(info)


def open_archive(path: Path) -> zipfile.ZipFile:
    """Open the archive at `path`; UnreadableError when it is no complete zip archive or holds too many entries."""
    try:
        archive = zipfile.ZipFile(path)
    except PermissionError:
        raise
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError):  # ValueError: a name in no encoding
        raise UnreadableError("文件不完整或已损坏，请用 Word 或 WPS 打开后另存为 .docx，或重新传一份") from None
    if len(archive.infolist()) > MAX_ENTRIES:
        archive.close()
        raise UnreadableError(f"压缩包里的文件超过 {MAX_ENTRIES} 个，未读取；请用 Word 或 WPS 打开后另存为 .docx 再试")
    return archive
