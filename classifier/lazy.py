"""A regular expression in, a pattern that is compiled when it is first used out: two hundred of them would cost every start a tenth of its time."""

from __future__ import annotations

import re
from typing import Any


def lazy_pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """A stand-in for the compiled pattern; the first use of search, match, sub … compiles it."""
    return _LazyPattern(text, flags)  # type: ignore[return-value]


class _LazyPattern:
    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        method = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, method)
        return method
