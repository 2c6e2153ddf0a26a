"""Text in, words with their places out: jieba's own algorithm over a dictionary that loads only the first characters it meets.

jieba would load its whole dictionary (about a second and 75 MiB) and trust a cache in a shared temporary folder. An unmodified
jieba.Tokenizer looks words up in `FREQ` only by stretches of the text it cuts, so the entries that begin with the text's own
characters are all that it needs. `training.dictionary` writes the file from jieba's dictionary and the project's lexicon.
"""

from __future__ import annotations

import mmap
import struct
import sys
import warnings
from array import array
from bisect import bisect_left
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from classifier.analysis.normalise import NUMBER, normalise
from classifier.errors import DataError
from classifier.types import Token

PATH = Path(__file__).with_name("dictionary.bin")
MAGIC = b"ZBDICT1\n"
HEADER = struct.Struct("<8s32sQI")
"""Magic, SHA-256 of all that follows the header, sum of all frequencies, number of shards."""

SHARD = struct.Struct("<III")
"""Of each shard: where its words begin in the file, their length in bytes, how many they are; 32-bit frequencies follow the words."""

MEMORISED_TEXTS = 20_000


def _private_jieba() -> Any:
    """Import jieba without pkg_resources (which only finds its dictionary file, unused here, and costs as much as jieba itself) and without the
    SyntaxWarnings that its source raises from Python 3.12 on.
    """
    missing = object()
    before = sys.modules.get("pkg_resources", missing)
    if before is missing:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]  # the import system's way to say: not installed
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import jieba
    finally:
        if before is missing:
            del sys.modules["pkg_resources"]
    jieba.setLogLevel(60)
    return jieba


class PrefixDictionary:
    """jieba's prefix dictionary in a memory-mapped file, a shard for every first character."""

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as stream:
                self._map = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
            magic, digest, self.total, count = HEADER.unpack_from(self._map)
            if magic != MAGIC or len(self._map) != _end_of_last_shard(self._map, count):
                raise ValueError(magic)
        except (OSError, ValueError, struct.error):
            raise DataError(f"{path} 不是分词词典或已损坏，请重新安装 zhibiao") from None
        self.digest: str = digest.hex()
        self._points = array("I")
        self._points.frombytes(self._map[HEADER.size : HEADER.size + 4 * count])
        self._directory = HEADER.size + 4 * count

    def shard(self, character: str) -> dict[str, int]:
        """All words and prefixes that begin with a character, with their frequencies (0 for what is only a prefix)."""
        point = ord(character)
        position = bisect_left(self._points, point)
        if position == len(self._points) or self._points[position] != point:
            return {}
        start, length, count = SHARD.unpack_from(self._map, self._directory + SHARD.size * position)
        words = self._map[start : start + length].decode("utf-8").split("\n")
        frequencies = array("I")
        frequencies.frombytes(self._map[start + length : start + length + 4 * count])
        return dict(zip(words, frequencies, strict=True))


def _end_of_last_shard(mapped: mmap.mmap, count: int) -> int:
    """Where the file must end, by its own directory."""
    start, length, words = SHARD.unpack_from(mapped, HEADER.size + 4 * count + SHARD.size * (count - 1))
    return int(start + length + 4 * words)


class Segmenter:
    """A private jieba tokenizer over the lazily loaded dictionary."""

    def __init__(self, path: Path = PATH) -> None:
        self._dictionary = PrefixDictionary(path)
        jieba = _private_jieba()
        self.identity = f"jieba-{jieba.__version__}/{self._dictionary.digest[:16]}"
        self._tokenizer = jieba.Tokenizer()
        self._tokenizer.FREQ = {}
        self._tokenizer.total = self._dictionary.total
        self._tokenizer.initialized = True
        self._loaded: set[str] = set()

    def cut(self, text: str) -> list[str]:
        """Segment a text as jieba does with the same words loaded; nothing is masked or dropped."""
        for character in set(text) - self._loaded:
            self._tokenizer.FREQ.update(self._dictionary.shard(character))
            self._loaded.add(character)
        words: list[str] = self._tokenizer.lcut(text)
        return words

    def tokens(self, text: str) -> tuple[Token, ...]:
        """Segment a field for the analysis: numbers are masked first and come out whole, white space is dropped."""
        plain = normalise(text)
        tokens: list[Token] = []
        start = 0
        for number in NUMBER.finditer(plain):
            tokens += self._cut_between(text, plain, start, number.start())
            tokens.append(Token(text[number.start() : number.end()], number.start(), number.end()))
            start = number.end()
        return tuple(tokens + self._cut_between(text, plain, start, len(plain)))

    def _cut_between(self, text: str, plain: str, start: int, end: int) -> list[Token]:
        tokens = []
        for word in self.cut(plain[start:end]) if start < end else ():
            if word.strip():
                tokens.append(Token(text[start : start + len(word)], start, start + len(word)))
            start += len(word)
        return tokens


@cache
def segmenter() -> Segmenter:
    """The one segmenter of this process; made on first use."""
    return Segmenter()


@lru_cache(maxsize=MEMORISED_TEXTS)
def segment(text: str) -> tuple[Token, ...]:
    """The words of a field; a third of the cells of a draft repeat one another, so the last texts are kept."""
    return segmenter().tokens(text)
