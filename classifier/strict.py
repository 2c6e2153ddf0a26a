"""A TOML or word-list file of the project in, checked plain values out; an unknown, missing or repeated key is an error with file and line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from classifier.errors import DataError, reason_of


def load_toml(path: Path) -> dict[str, Any]:
    """Parse a TOML file; DataError with file and line where it is no TOML."""
    try:
        return parse_toml(path.read_text(encoding="utf-8-sig"), path)
    except UnicodeDecodeError:
        raise DataError(f"{path} 不是 UTF-8 文本，请另存为 UTF-8 后再试") from None
    except OSError as error:
        raise DataError(f"{path} 打不开（{reason_of(error)}）") from None


def parse_toml(text: str, path: Path) -> dict[str, Any]:
    """Parse the text of a TOML file, or a part of it; DataError with the file where it is no TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path} 不是合规的 TOML 文件：{error}") from None


def check_keys(table: Mapping[str, Any], types: Mapping[str, type], optional: Collection[str], path: Path, header: str, position: int = 0) -> None:
    """Check one table of a TOML file.

    Args:
        table: the parsed table.
        types: the type of every key that may stand in it.
        optional: the keys that may be missing.
        path: the file, for the message.
        header: the table's header as written, such as "[[entry]]", "" for the top of the file.
        position: which of several tables with this header, from 0.

    Raises:
        DataError: a key is unknown, missing or of the wrong type.
    """
    for key, value in table.items():
        if key not in types:
            raise DataError(f"{path} 第{find_line(path, header, position, key)}行：不认识的键 {key}")
        if not isinstance(value, types[key]) or (isinstance(value, bool) and types[key] is not bool):
            raise DataError(f"{path} 第{find_line(path, header, position, key)}行：键 {key} 的类型不对，应为 {types[key].__name__}")
    for key in types:
        if key not in table and key not in optional:
            raise DataError(f"{path} 第{find_line(path, header, position)}行：缺少键 {key}")


def find_line(path: Path, header: str, position: int = 0, key: str = "") -> int:
    """The line, from 1, of a key in the given occurrence of a table header; the header's own line where `key` is empty or not found."""
    lines = path.read_text(encoding="utf-8").splitlines()
    starts = [number for number, line in enumerate(lines) if line.split("#")[0].strip() == header] if header else [0]
    start = starts[min(position, len(starts) - 1)] if starts else 0
    for number in range(start, len(lines)):
        if key and re.match(rf'\s*(?:"?{re.escape(key)}"?\s*=|\[\[?\s*{re.escape(key)}\s*\])', lines[number]):
            return number + 1
    return start + 1


def load_words(path: Path) -> tuple[str, ...]:
    """Read a word list: one word a line, `#` begins a remark; DataError where it cannot be read or a word stands twice."""
    words: dict[str, int] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise DataError(f"{path} 打不开（{reason_of(error)}）") from None
    except UnicodeDecodeError:
        raise DataError(f"{path} 不是 UTF-8 文本") from None
    for number, line in enumerate(lines, 1):
        word = line.split("#")[0].strip()
        if not word:
            continue
        if word in words:
            raise DataError(f"{path} 第{number}行：词 {word} 与第{words[word]}行重复")
        words[word] = number
    return tuple(words)
