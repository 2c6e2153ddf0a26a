"""The pieces of a proposed value: what is filled, what stays open, and where every number comes from."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from classifier.lazy import lazy_pattern
from classifier.rules.costs import plain
from classifier.suggest.facts import cell_name
from classifier.suggest.library import Entry
from classifier.types import Indicator, IndicatorAnalysis, Origin, Project, Trace

DIGITS = lazy_pattern(r"\d+(?:\.\d+)?")
PREFIX = lazy_pattern(r"^(?:指标)?\d{1,2}[:：.、]\s*")
"""How a name is numbered (指标1:)."""


class Filled(NamedTuple):
    """A value with its origins; `ready` is False while a slot is open or a figure awaits confirmation."""

    value: str
    trace: tuple[Trace, ...]
    ready: bool


class Repair(NamedTuple):
    """A repaired value, why, and the origin of its numbers; `name` is "" where the drafter's stays."""

    value: str
    why: str
    trace: tuple[Trace, ...]
    ready: bool = True
    name: str = ""


def slot(question: str) -> str:
    """An open slot with the question that fills it."""
    return f"【待填：{question}】"


def known(entry: Entry, digits: str, unit: str, origin: Origin, ref: str, ready: bool = True) -> Filled:
    """A value whose number is known."""
    return Filled(f"{entry.sign}{digits}{unit}", (Trace(digits, origin, ref),), ready)


def open_slot(entry: Entry) -> Filled:
    """A value whose number only the drafter knows."""
    question = entry.question or "指标值是多少？"
    return Filled(f"{entry.sign}{slot(question)}{entry.unit}", (Trace("", "slot", question),), False)


def own_digits(row: IndicatorAnalysis) -> str:
    """The number of a row's value as people write it; as it stands where the unit holds digits too."""
    assert row.value.amount is not None  # asked by the callers
    return plain(row.value.amount) if not DIGITS.search(row.value.unit) else str(row.value.amount)


def own_trace(row: IndicatorAnalysis) -> tuple[Trace, ...]:
    """The origin of a number that stays as the drafter wrote it."""
    return (Trace(own_digits(row), "cell", f"原指标值（{cell_name(row.indicator.locations.get('value'))}）"),)


def budget_trace(head: Project) -> tuple[Trace, ...]:
    """The origin of the budget."""
    return (Trace(plain(head.budget or Decimal(0)), "cell", f"预算数（{cell_name(head.locations.get('budget'))}）"),)


def trace_digits(indicator: Indicator, fields: Iterable[str]) -> tuple[Trace, ...]:
    """The origin of every run of digits in fields that stay as the drafter wrote them."""
    cells = [(getattr(indicator, field), indicator.locations.get(field)) for field in fields]
    return tuple(Trace(digits, "cell", f"原文（{cell_name(place)}）") for text, place in cells for digits in DIGITS.findall(text))
