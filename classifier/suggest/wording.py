"""The word lists with which proposals are made (wording.toml), read once: a list's name in, its words out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from classifier.strict import check_keys, load_toml

PATH = Path(__file__).with_name("wording.toml")
_LISTS = ("noun_openings", "noun_ends", "no_noun", "activity", "counting", "title_ends", "benefiting", "recipients", "anybody")


_TABLES = ("places", "suffixes", "implied_units", "usual_units")
_CHOICE = ("面积", "长度", "批次", "数量")
"""Ends of names that are counted in several units."""


@cache
def _data() -> dict[str, object]:
    data = load_toml(PATH)
    check_keys(data, {**dict.fromkeys(_LISTS, list), "actions": list, **dict.fromkeys(_TABLES, dict)}, (), PATH, "")
    return data


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of words, longest first."""
    return tuple(sorted(map(str, _data()[name]), key=len, reverse=True))  # type: ignore[call-overload]


@cache
def actions() -> tuple[tuple[str, ...], ...]:
    """The groups of verbs that mean the same work."""
    return tuple(tuple(group) for group in _data()["actions"])  # type: ignore[attr-defined]


@cache
def _suffixes() -> Mapping[str, str]:
    return {unit: suffix for suffix, units in _table("suffixes").items() for unit in units}


def place_by_name(name: str) -> str:
    """The 二级指标 of which a name speaks, for tables that do not say; "" where none fits."""
    return next((place for place, found in _table("places").items() if any(word in name for word in found)), "")


def implied_unit(name: str) -> str:
    """The unit that the end of a name implies (会议次数: 次, 企业数量: 家), "" where it leaves a choice."""
    ends = {suffix: units[0] for suffix, units in _table("suffixes").items() if suffix not in _CHOICE}
    return _by_end(name, ends | {end: unit for unit, found in _table("implied_units").items() for end in found})


def usual_unit(name: str) -> str:
    """The unit in which what a name says is usually counted (召开会议: 次), "" where that differs."""
    return _by_end(name, {end: unit for unit, found in _table("usual_units").items() for end in found})


def _by_end(name: str, ends: Mapping[str, str]) -> str:
    fitting = [end for end in ends if name.endswith(end)]
    return ends[max(fitting, key=len)] if fitting else ""


def _table(name: str) -> Mapping[str, list[str]]:
    return _data()[name]  # type: ignore[return-value]


def counted_name(noun: str, unit: str) -> str:
    """The name of a quantity: what is counted and how (参训学员人数, 护栏长度)."""
    suffix = _suffixes().get(unit, "数量")
    ends = tuple({*_suffixes().values(), "数量", "数", "量"})
    return noun if noun.endswith(ends) else noun + suffix
