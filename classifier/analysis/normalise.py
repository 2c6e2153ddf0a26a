"""Text as typed in, text with one spelling a character out; the length never changes, so that offsets stay true.

Unicode's NFKC is not used: it changes lengths and meanings (㎡ → m2, 10⁴ → 104).
"""

from __future__ import annotations

import re
from functools import lru_cache

_FROM = "０１２３４５６７８９％（）：；，．＋－＝═＞＜≧≦≥≤／　～〜＊"
_TO = "0123456789%():;,.+-==><≥≤≥≤/ ~~*"
_TABLE = str.maketrans(_FROM, _TO)

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SPACE = re.compile(r"\s+")


def is_han(text: str) -> bool:
    """Whether a text is not empty and holds Chinese characters only (a character class of them would cost every start a millisecond to compile)."""
    return bool(text) and all("\u4e00" <= character <= "\u9fff" for character in text)


def normalise(text: str) -> str:
    """Give digits, signs and brackets their half-width form; character n of the result stands for character n of the text."""
    return text.translate(_TABLE)


@lru_cache(maxsize=50_000)
def squeeze(text: str) -> str:
    """The normalised text without any white space, for comparing names."""
    return _SPACE.sub("", normalise(text))
