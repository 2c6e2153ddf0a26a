"""Text in, text padded or broken to a width in a terminal out, where a Chinese character takes two columns."""

from __future__ import annotations

from unicodedata import east_asian_width

from classifier.lazy import lazy_pattern

CLOSING = "，。、；：！？）】》〉」』”’％‰℃～＝/%,.;:!?)"
"""Signs that never begin a line."""

OPENING = "（【《〈「『“‘≥≤＞＜±"
"""Signs that never end a line."""

_BLANK = r"\s\x00-\x1f\x7f-\x9f"  # a control character that reached the terminal would move its cursor
_PIECE = lazy_pattern(rf"([{_BLANK}]+)|([{OPENING}]*(?:[!-~]+|[^{_BLANK}])[{CLOSING}]*)")


def width(text: str) -> int:
    """The columns that a text takes in a terminal."""
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)


def pad(text: str, columns: int) -> str:
    """The text with blanks up to a width; longer text is left whole."""
    return text + " " * max(columns - width(text), 0)


def one_line(text: str) -> str:
    """The text with its line breaks and runs of white space made into single blanks."""
    return " ".join(text.split())


def wrap(text: str, columns: int, hang: int = 0) -> list[str]:
    """Break a text into lines by the rules of Chinese typesetting: anywhere but before a closing sign, after an opening one, or inside a number or Latin word.

    Args:
        text: the text; blanks at its beginning stay, other white space and control characters become blanks.
        columns: the width that no line exceeds.
        hang: blanks before every line but the first; at least two columns less than `columns`.

    Returns:
        At least one line, none with blanks at its end.
    """
    lines: list[str] = []
    line = ""
    for blank, word in _PIECE.findall(text):
        units = list(word) if width(word) > columns - hang else [word or (" " if blank.strip(" ") else blank)]
        for unit in units:
            if width(line) + width(unit) > columns:
                if line.strip():
                    lines.append(line.rstrip())
                line = " " * hang
                if unit.isspace():
                    continue  # the break stands for the blank
            line += unit
    return [*lines, line.rstrip()] if line.strip() or not lines else lines
