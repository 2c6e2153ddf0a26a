"""A row's analysis in, its features out, the same for training and for scoring.

Three blocks: `word` and `char` are counted and weighed by TF-IDF; `flag` holds yes/no facts of structure, relations and cues.
Every feature knows the text and the field that it stands for, so that a verdict can be explained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from classifier.analysis.kinds import place_status
from classifier.analysis.normalise import NUMBER, squeeze
from classifier.types import IndicatorAnalysis, Kind

VERSION = 1
"""Of the feature set: a model made for another version is refused."""

BLOCKS = ("word", "char", "flag")
WEIGHED = ("word", "char")
"""Blocks whose counts become TF-IDF weights of unit length (Salton & Buckley 1988); the others count 1 each."""

NGRAMS = (2, 3, 4)
NUMBER_MASK = "0"
MAX_OVERLAP = 3

VALUE_KINDS = {"percent": "百分比", "money": "金额", "count": "数量", "time": "时间", "date": "日期", "qualitative": "定性", "empty": "空"}


class Feature(NamedTuple):
    """A feature's key in the vocabulary, and what it stands for in the row."""

    key: str
    text: str
    field: str


def row_features(row: IndicatorAnalysis, kind: Kind) -> dict[str, list[Feature]]:
    """The features of a row, by block; a feature that occurs twice in a weighed block stands twice."""
    return {"word": list(_words(row)), "char": list(_ngrams(row)), "flag": list(_flags(row, kind))}


def _fields(row: IndicatorAnalysis) -> Iterator[tuple[str, str]]:
    """The fields whose wording is judged, with the letter that marks their features; a description that repeats the name says nothing new."""
    yield "name", "n"
    if squeeze(row.indicator.description) not in ("", squeeze(row.indicator.name)):
        yield "description", "d"
    yield "basis", "b"


def _words(row: IndicatorAnalysis) -> Iterator[Feature]:
    for field, letter in _fields(row):
        for token in row.tokens[field]:
            text = NUMBER.sub(NUMBER_MASK, squeeze(token.text))
            yield Feature(f"{letter}:{text}", token.text, field)


def _ngrams(row: IndicatorAnalysis) -> Iterator[Feature]:
    for field, letter in _fields(row):
        if field == "basis":
            continue  # its words are enough; its characters only repeat the trade's
        text = "^" + NUMBER.sub(NUMBER_MASK, squeeze(getattr(row.indicator, field))) + "$"
        for size in NGRAMS:
            for start in range(len(text) - size + 1):
                gram = text[start : start + size]
                yield Feature(f"{letter}:{gram}", gram.strip("^$"), field)


def _flags(row: IndicatorAnalysis, kind: Kind) -> Iterator[Feature]:
    value, place = row.value, row.place or "无"
    kind_text = f"值是{VALUE_KINDS[value.kind]}"
    yield Feature(f"place={place}", place, "level2")
    yield Feature(f"value={value.kind}", kind_text, "value")
    yield Feature(f"place×value={place}/{value.kind}", f"{place}、{kind_text}", "value")
    yield Feature(f"place×unit={place}/{value.measure or '无'}", f"{place}、单位{value.measure or '无'}", "value")
    yield Feature(f"kind={kind.code}", kind.name, "project")
    yield Feature(f"kind×place={kind.code}/{place}", f"{kind.name}设{place}", "level2")
    if status := place_status(kind, row.place):
        yield Feature(f"status={status}/{place}", f"{kind.name}{status}设{place}", "level2")
    yield Feature(f"sign={value.sign}", value.sign or "无符号", "value")
    yield from _value_words(row)
    yield from _name_shape(row, place)
    overlap = min(len(row.overlap), MAX_OVERLAP)
    yield Feature(f"overlap={overlap}", "、".join(row.overlap) or "与项目没有共同的词", "name")
    for cue in row.cues:
        yield Feature(f"cue={cue.code}", cue.name, cue.field)
        yield Feature(f"cue×place={cue.code}/{place}", cue.name, cue.field)
        yield Feature(f"cue×overlap={cue.code}/{min(overlap, 1)}", cue.name, cue.field)


def _value_words(row: IndicatorAnalysis) -> Iterator[Feature]:
    """The wording of a value that is no number."""
    if row.value.kind == "qualitative":
        text = squeeze(row.value.text)
        for start in range(len(text) - 1):
            yield Feature(f"said={text[start : start + 2]}", text[start : start + 2], "value")
        yield Feature(f"said-length={min(len(text) // 4, 4)}", row.value.text, "value")


def _name_shape(row: IndicatorAnalysis, place: str) -> Iterator[Feature]:
    name = squeeze(row.indicator.name)
    described = squeeze(row.indicator.description) not in ("", name)
    yield Feature(f"described={described}", "另有描述" if described else "描述照抄或没有", "description")
    yield Feature(f"length={min(len(name) // 3, 8)}", row.indicator.name, "name")
    if re.search(r"\d", name):
        yield Feature("digits", "名称里有数字", "name")
    words = [token.text for token in row.tokens["name"] if re.match(r"[\u4e00-\u9fff]", token.text)]
    if words:
        yield Feature(f"head={words[-1]}", words[-1], "name")
        yield Feature(f"place×head={place}/{words[-1]}", words[-1], "name")
