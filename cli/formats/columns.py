"""Text in, text padded to a width in a terminal out, where a Chinese character takes two columns."""

from __future__ import annotations

from unicodedata import east_asian_width


def width(text: str) -> int:
    """The columns that a text takes in a terminal."""
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)


def pad(text: str, columns: int) -> str:
    """The text with blanks up to a width; longer text is left whole."""
    return text + " " * max(columns - width(text), 0)


def one_line(text: str) -> str:
    """The text with its line breaks and runs of white space made into single blanks."""
    return " ".join(text.split())
