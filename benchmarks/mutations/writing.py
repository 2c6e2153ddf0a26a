"""A row or a number in, the same with something changed out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from random import Random
from typing import Any

from classifier.analysis.normalise import normalise
from classifier.types import Indicator, Project, Value


def pick(random: Random, found: Sequence[Any]) -> Any:
    """One of what was found, None where nothing was."""
    return random.choice(found) if found else None


def change(project: Project, row: Indicator, **fields: Any) -> Project:
    """The project with fields of one row changed."""
    return project._replace(indicators=tuple(other._replace(**fields) if other.row == row.row else other for other in project.indicators))


def drop(project: Project, gone: Collection[int]) -> Project:
    """The project without some rows; their weights go to the first that stays, so that the weights still add up."""
    kept = [row for row in project.indicators if row.row not in gone]
    lost = sum((row.weight for row in project.indicators if row.row in gone and row.weight is not None), Decimal(0))
    if lost and kept and kept[0].weight is not None:
        kept[0] = kept[0]._replace(weight=kept[0].weight + lost)
    return project._replace(indicators=tuple(kept))


def write(value: Value, *, sign: str | None = None, amount: Decimal | str | None = None, unit: str | None = None) -> str:
    """A simple value written anew with a part changed."""
    number = value.amount if amount is None else amount
    return f"{value.sign if sign is None else sign}{plain(number)}{value.unit if unit is None else unit}"


def plain(number: Decimal | str | None) -> str:
    """A number in digits."""
    return number if isinstance(number, str) else format(number, "f") if number is not None else ""


def digit_raised(number: Decimal, random: Random) -> Decimal:
    """The number with one digit typed too high."""
    text = plain(number)
    places = [at for at, digit in enumerate(text) if digit.isdigit() and digit < "9"]
    if not places:
        return number * 10
    at = random.choice(places)
    return Decimal(text[:at] + str(random.randint(int(text[at]) + 1, 9)) + text[at + 1 :])


def digit_lowered(number: Decimal, random: Random) -> Decimal:
    """The number with one digit typed too low; the same number where it has none to lower."""
    text = plain(number)
    places = [at for at, digit in enumerate(text) if digit.isdigit() and digit > "0"]
    at = random.choice(places)
    return Decimal(text[:at] + str(random.randint(0, int(text[at]) - 1)) + text[at + 1 :])


def splice(text: str, start: int, end: int, new: str) -> str:
    """The text with a stretch replaced; offsets of the normalised text hold for the text itself."""
    assert len(normalise(text)) == len(text)
    return text[:start] + new + text[end:]
