"""A good zip archive in, the same archive with one lie in its directory, or a compound file of the old office formats, out."""

from __future__ import annotations

import struct

DIRECTORY_ENTRY = b"PK\x01\x02"
END_OF_DIRECTORY = b"PK\x05\x06"
FIELDS = {"version": (6, "<H"), "flags": (8, "<H"), "method": (10, "<H"), "crc": (16, "<I"), "size": (24, "<I"), "name": (46, "<B")}
"""Where a field of a directory entry stands, and how (APPNOTE.TXT 4.3.12); `name` is the first byte of the member's name."""

ENCRYPTED = 0x1
UTF8_NAME = 0x800
OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")


def with_field(archive: bytes, **values: int) -> bytes:
    """The archive with fields of its last directory entry replaced."""
    data = bytearray(archive)
    start = data.rfind(DIRECTORY_ENTRY)
    for field, value in values.items():
        offset, form = FIELDS[field]
        struct.pack_into(form, data, start + offset, value)
    return bytes(data)


def with_directory_at(archive: bytes, offset: int) -> bytes:
    """The archive with another offset for its directory."""
    data = bytearray(archive)
    struct.pack_into("<I", data, data.rfind(END_OF_DIRECTORY) + 16, offset)
    return bytes(data)


def with_damaged_text(archive: bytes, member: str) -> bytes:
    """The archive with some bytes of a member's compressed text overwritten; the member's name is left as it is."""
    data = bytearray(archive)
    start = data.find(member.encode()) + len(member) + 12
    data[start : start + 6] = b"\xff" * 6
    return bytes(data)


def compound_file(*streams: str) -> bytes:
    """Enough of an OLE compound file to be told apart: its signature and the names of its streams."""
    return OLE_MAGIC + bytes(504) + b"".join(name.encode("utf-16-le").ljust(64, b"\0") for name in streams)


def truncated_workbook() -> bytes:
    """An old workbook that ends inside its directory ([MS-CFB] 2.2: header, one sector of the allocation table, the first name)."""
    free, end, table = b"\xff" * 4, b"\xfe\xff\xff\xff", b"\xfd\xff\xff\xff"
    versions_and_shifts = struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6)
    sectors = struct.pack("<5I", 0, 1, 1, 0, 4096) + end + bytes(4) + end + bytes(4)
    header = OLE_MAGIC + bytes(16) + versions_and_shifts + bytes(6) + sectors + bytes(4) + free * 108
    return header + (table + end).ljust(512, free[:1]) + "Workbook".encode("utf-16-le")
