"""The word lists of the cues (words.toml), read once: a name in, its words out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from classifier.errors import DataError
from classifier.strict import find_line, load_toml

PATH = Path(__file__).with_name("words.toml")


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    lists: dict[str, tuple[str, ...]] = {}
    for name, words in load_toml(PATH).items():
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise DataError(f"{PATH} 第{find_line(PATH, '', 0, name)}行：{name} 应为词的列表")
        if len(set(words)) != len(words):
            twice = next(word for word in words if words.count(word) > 1)
            raise DataError(f"{PATH} 第{find_line(PATH, '', 0, name)}行：{name} 里的 {twice} 写了两次")
        lists[name] = tuple(words)
    return lists


def words(name: str) -> tuple[str, ...]:
    """The list of that name; DataError where the file has none."""
    try:
        return _lists()[name]
    except KeyError:
        raise DataError(f"{PATH}：没有词表 {name}") from None


def find_word(name: str, text: str) -> str:
    """The first word of a list that stands in a text, "" for none."""
    return next((word for word in words(name) if word in text), "")


@cache
def _alternatives(name: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words(name), key=len, reverse=True)))


def strip_words(name: str, text: str) -> str:
    """What is left of a text when the words of a list are taken out, longest first."""
    return _alternatives(name).sub("", text)


def any_in(candidates: Iterable[str], text: str) -> bool:
    """Whether any of the words stands in the text."""
    return any(word in text for word in candidates)
