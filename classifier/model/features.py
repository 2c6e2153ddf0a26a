"""A row's analysis in, its features out, the same for training and for scoring.

Four blocks: `word` and `char` are counted and weighed by TF-IDF; `structure` (the row's form, and its relations to its place and its
project) and `cue` hold yes/no facts.
Every feature knows the text and the field that it stands for, so that a verdict can be explained.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from classifier.analysis.kinds import place_status
from classifier.analysis.normalise import NUMBER, is_han, squeeze
from classifier.analysis.values import value_in_name
from classifier.types import IndicatorAnalysis, Kind, Token

VERSION = 1
"""Of the feature set: a model made for another version is refused."""

BLOCKS = ("word", "char", "structure", "cue")
WEIGHED = ("word", "char")
"""Blocks whose counts become TF-IDF weights of unit length (Salton & Buckley 1988); the others count 1 each."""

NGRAMS = (2, 3, 4)
NUMBER_MASK = "0"
MAX_OVERLAP = 3
MEMORISED_TEXTS = 20_000
"""A third of the cells of a draft repeat one another, and its tables repeat those of other drafts."""

HALF = 0.5

VALUE_KINDS = {"percent": "百分比", "money": "金额", "count": "数量", "time": "时间", "date": "日期", "qualitative": "定性", "empty": "空"}


class Feature(NamedTuple):
    """A feature's key in the vocabulary, and what it stands for in the row."""

    key: str
    text: str
    field: str


def row_features(row: IndicatorAnalysis, kind: Kind) -> dict[str, list[Feature]]:
    """The features of a row, by block; a feature that occurs twice in a weighed block stands twice."""
    return {"word": list(_words(row)), "char": list(_ngrams(row)), "structure": list(_structure(row, kind)), "cue": list(_cues(row, kind))}


def _fields(row: IndicatorAnalysis) -> Iterator[tuple[str, str]]:
    """The fields whose wording is judged, with the letter that marks their features; a description that repeats the name says nothing new."""
    yield "name", "n"
    if squeeze(row.indicator.description) not in ("", squeeze(row.indicator.name)):
        yield "description", "d"
    yield "basis", "b"


def _words(row: IndicatorAnalysis) -> Iterator[Feature]:
    for field, letter in _fields(row):
        yield from _words_of(row.tokens[field], letter, field)


@lru_cache(maxsize=MEMORISED_TEXTS)
def _words_of(tokens: tuple[Token, ...], letter: str, field: str) -> tuple[Feature, ...]:
    return tuple(Feature(f"{letter}:{NUMBER.sub(NUMBER_MASK, squeeze(token.text))}", token.text, field) for token in tokens)


def _ngrams(row: IndicatorAnalysis) -> Iterator[Feature]:
    for field, letter in _fields(row):
        if field != "basis":  # its words are enough; its characters only repeat the trade's
            yield from _ngrams_of(getattr(row.indicator, field), letter, field)


@lru_cache(maxsize=MEMORISED_TEXTS)
def _ngrams_of(written: str, letter: str, field: str) -> tuple[Feature, ...]:
    """The n-grams of a field with its numbers masked; one that does not stand in the cell as it is has no text to be explained by."""
    text = "^" + NUMBER.sub(NUMBER_MASK, squeeze(written)) + "$"
    grams = [text[start : start + size] for size in NGRAMS for start in range(len(text) - size + 1)]
    stretches = [gram.strip("^$") for gram in grams]
    return tuple(Feature(f"{letter}:{gram}", stretch if stretch in written else "", field) for gram, stretch in zip(grams, stretches, strict=True))


def _structure(row: IndicatorAnalysis, kind: Kind) -> Iterator[Feature]:
    place = row.place or "无"
    named = value_in_name(row.indicator.name)
    value = named if row.value.kind == "empty" else row.value
    yield Feature(f"named={named.kind}", "名称里的值" if named.text else "", "name")
    if row.value.kind == "empty":
        yield Feature("empty", "指标值是空的", "value")
    kind_text = f"值是{VALUE_KINDS[value.kind]}"
    yield Feature(f"place={place}", place, "level2")
    yield Feature(f"value={value.kind}", kind_text, "value")
    yield Feature(f"place×value={place}/{value.kind}", f"{place}、{kind_text}", "value")
    yield Feature(f"place×unit={place}/{value.measure or '无'}", f"{place}、单位{value.measure or '无'}", "value")
    yield Feature(f"kind={kind.code}", kind.name, "project")
    yield Feature(f"kind×place={kind.code}/{place}", f"{kind.name}设{place}", "level2")
    if status := place_status(kind, row.place):
        yield Feature(f"status={status}/{place}", f"{kind.name}{status}设{place}", "level2")
    yield Feature(f"sign={value.sign}", value.sign, "value")
    yield from _value_words(row, place)
    yield from _name_shape(row, place)
    yield from _theme(row, kind, place)
    overlap = min(len(row.overlap), MAX_OVERLAP)
    yield Feature(f"overlap={overlap}", "、".join(row.overlap) or "与项目没有共同的词", "name")


def _cues(row: IndicatorAnalysis, kind: Kind) -> Iterator[Feature]:
    status = place_status(kind, row.place) or "无"
    cliche = any(cue.code == "M001" for cue in row.cues)
    for cue in row.cues:
        if cue.code.startswith("R"):
            yield Feature(f"{cue.code}/{status}/{cliche}", cue.name, cue.field)
        yield Feature(cue.code, cue.name, cue.field)
        yield Feature(f"{cue.code}/{row.place or '无'}", cue.name, cue.field)
        yield Feature(f"{cue.code}/{bool(row.overlap)}", cue.name, cue.field)


def _theme(row: IndicatorAnalysis, kind: Kind, place: str) -> Iterator[Feature]:
    """How near the row's own wording is to the project."""
    match = "无" if not row.theme else "同" if row.theme == kind.code else "异"
    said = {"异": "措辞像别类项目", "同": "措辞像本类项目", "无": ""}[match]
    yield Feature(f"theme={match}", said, "name")
    yield Feature(f"theme×place={match}/{place}", said, "name")
    yield Feature(f"theme×kind={row.theme}/{kind.code}", said, "name")
    near = 0 if row.closeness == 0 else 1 if row.closeness < HALF else 2
    yield Feature(f"near={near}", "与项目的文字相近" if near else "与项目的文字不相干", "name")
    yield Feature(f"near×place={near}/{place}", "与项目的文字相近" if near else "与项目的文字不相干", "name")
    yield Feature(f"near×value={near}/{row.value.kind}", "与项目的文字相近" if near else "与项目的文字不相干", "name")


def _value_words(row: IndicatorAnalysis, place: str) -> Iterator[Feature]:
    """The wording of a value that is no number."""
    if row.value.kind == "qualitative":
        text = squeeze(row.value.text)
        for start in range(len(text) - 1):
            yield Feature(f"said={text[start : start + 2]}", text[start : start + 2], "value")
            yield Feature(f"place×said={place}/{text[start : start + 2]}", text[start : start + 2], "value")
        yield Feature(f"said-length={min(len(text) // 4, 4)}", "", "value")


def _name_shape(row: IndicatorAnalysis, place: str) -> Iterator[Feature]:
    name = squeeze(row.indicator.name)
    described = squeeze(row.indicator.description) not in ("", name)
    yield Feature(f"described={described}", "另有描述" if described else "", "description")
    yield Feature(f"length={min(len(name) // 3, 8)}", "", "name")
    if NUMBER.search(name):
        yield Feature("digits", "名称里有数字", "name")
    words = [token.text for token in row.tokens["name"] if is_han(token.text[0])]
    if words:
        yield Feature(f"head={words[-1]}", words[-1], "name")
        yield Feature(f"place×head={place}/{words[-1]}", words[-1], "name")
        for word in dict.fromkeys(words):
            yield Feature(f"place×word={place}/{word}", word, "name")
