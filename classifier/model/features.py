"""A row's analysis in, its features out, the same for training and for scoring.

Four blocks: `word` and `char` are counted and weighed by TF-IDF; `structure` (the row's form, and its relations to its place and its
project) and `cue` hold yes/no facts.
Every feature knows the text and the field that it stands for, so that a verdict can be explained.
"""

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
MEMORISED_FACTS = 20_000
"""A third of the cells of a draft repeat one another, and its tables repeat those of other drafts."""

HALF = 0.5

VALUE_KINDS = {"percent": "百分比", "money": "金额", "count": "数量", "time": "时间", "date": "日期", "qualitative": "定性", "empty": "空"}


class Feature(NamedTuple):
    """A feature's key in the vocabulary, and what it stands for in the row."""

    key: str
    text: str
    field: str


Facts = tuple[Feature, ...]


def row_features(row: IndicatorAnalysis, kind: Kind) -> dict[str, list[Feature]]:
    """The features of a row, by block; a feature that occurs twice in a weighed block stands twice."""
    features: dict[str, list[Feature]] = {block: [] for block in BLOCKS}
    for text in row_texts(row):
        features[text.block] += text_features(text)
    features["structure"] += structure_facts(row, kind)
    features["cue"] += cue_facts(row, kind)
    return features


# ---- words and n-grams ------------------------------------------------------------------------------------------


class Text(NamedTuple):
    """One field's text under one weighed block: what its features are made of."""

    block: str
    field: str
    written: str
    tokens: tuple[Token, ...]


def row_texts(row: IndicatorAnalysis) -> Iterator[Text]:
    """The texts whose wording is judged; a description that repeats the name says nothing new, and of a basis the words are enough
    (its characters only repeat the trade's).
    """
    indicator, tokens = row.indicator, row.tokens
    described = squeeze(indicator.description) not in ("", squeeze(indicator.name))
    yield Text("word", "name", indicator.name, tokens["name"])
    yield Text("char", "name", indicator.name, ())
    if described:
        yield Text("word", "description", indicator.description, tokens["description"])
        yield Text("char", "description", indicator.description, ())
    if indicator.basis:
        yield Text("word", "basis", indicator.basis, tokens["basis"])


def text_keys(text: Text) -> list[str]:
    """The keys of a text's features, in the order of the text; its numbers are masked."""
    letter = text.field[0]
    if text.block == "word":
        return [f"{letter}:{NUMBER.sub(NUMBER_MASK, squeeze(token.text))}" for token in text.tokens]
    masked = "^" + NUMBER.sub(NUMBER_MASK, squeeze(text.written)) + "$"
    return [f"{letter}:{masked[start : start + size]}" for size in NGRAMS for start in range(len(masked) - size + 1)]


def text_features(text: Text) -> list[Feature]:
    """The features of a text; an n-gram that does not stand in the cell as it is has no words to be explained by."""
    keys = text_keys(text)
    if text.block == "word":
        return [Feature(key, token.text, text.field) for key, token in zip(keys, text.tokens, strict=True)]
    stretches = [key[2:].strip("^$") for key in keys]
    return [Feature(key, stretch if stretch in text.written else "", text.field) for key, stretch in zip(keys, stretches, strict=True)]


# ---- facts ------------------------------------------------------------------------------------------------------


def structure_facts(row: IndicatorAnalysis, kind: Kind) -> Facts:
    """The row's form, and its relations to its place and its project."""
    place = row.place or "无"
    named = value_in_name(row.indicator.name)
    empty = row.value.kind == "empty"
    value = named if empty else row.value
    near = 0 if row.closeness == 0 else 1 if row.closeness < HALF else 2
    shared = Feature(f"overlap={min(len(row.overlap), MAX_OVERLAP)}", "、".join(row.overlap) or "与项目没有共同的词", "name")
    return (
        *_form(row.place, value.kind, value.measure, value.sign, kind),
        *_name_and_value(named.kind, bool(named.text), empty),
        *(_value_words(squeeze(row.value.text), place) if row.value.kind == "qualitative" else ()),
        *_name_shape(row.tokens["name"], squeeze(row.indicator.description), squeeze(row.indicator.name), place),
        *_theme(row.theme, kind.code, place, near, row.value.kind),
        shared,
    )


@lru_cache(maxsize=MEMORISED_FACTS)
def _form(own_place: str, value: str, measure: str, sign: str, kind: Kind) -> Facts:
    """Value, unit and sign at this place, and the place in this kind of project."""
    place, unit = own_place or "无", measure or "无"
    said, status = f"值是{VALUE_KINDS[value]}", place_status(kind, own_place)
    facts = (
        Feature(f"place={place}", place, "level2"),
        Feature(f"value={value}", said, "value"),
        Feature(f"place×value={place}/{value}", f"{place}、{said}", "value"),
        Feature(f"place×unit={place}/{unit}", f"{place}、单位{unit}", "value"),
        Feature(f"kind={kind.code}", kind.name, "project"),
        Feature(f"kind×place={kind.code}/{place}", f"{kind.name}设{place}", "level2"),
        Feature(f"sign={sign}", sign, "value"),
    )
    return (*facts, Feature(f"status={status}/{place}", f"{kind.name}{status}设{place}", "level2")) if status else facts


@lru_cache(maxsize=MEMORISED_FACTS)
def _name_and_value(named: str, stands: bool, empty: bool) -> Facts:
    """A value inside the name, and a value cell without any."""
    facts = (Feature(f"named={named}", "名称里的值" if stands else "", "name"),)
    return (*facts, Feature("empty", "指标值是空的", "value")) if empty else facts


@lru_cache(maxsize=MEMORISED_FACTS)
def _value_words(text: str, place: str) -> Facts:
    """The wording of a value that is no number."""
    pairs = [text[start : start + 2] for start in range(len(text) - 1)]
    said = [Feature(f"{key}{pair}", pair, "value") for pair in pairs for key in ("said=", f"place×said={place}/")]
    return (*said, Feature(f"said-length={min(len(text) // 4, 4)}", "", "value"))


@lru_cache(maxsize=MEMORISED_FACTS)
def _name_shape(tokens: tuple[Token, ...], description: str, name: str, place: str) -> Facts:
    """Length, digits and head word of the name, and what each of its words is to the place."""
    described = description not in ("", name)
    facts = [
        Feature(f"described={described}", "另有描述" if described else "", "description"),
        Feature(f"length={min(len(name) // 3, 8)}", "", "name"),
    ]
    if NUMBER.search(name):
        facts.append(Feature("digits", "名称里有数字", "name"))
    if words := [token.text for token in tokens if is_han(token.text[0])]:
        facts += [Feature(f"head={words[-1]}", words[-1], "name"), Feature(f"place×head={place}/{words[-1]}", words[-1], "name")]
        facts += [Feature(f"place×word={place}/{word}", word, "name") for word in dict.fromkeys(words)]
    return tuple(facts)


@lru_cache(maxsize=MEMORISED_FACTS)
def _theme(theme: str, kind: str, place: str, near: int, value: str) -> Facts:
    """How near the row's own wording is to the project."""
    match = "无" if not theme else "同" if theme == kind else "异"
    said = {"异": "措辞像别类项目", "同": "措辞像本类项目", "无": ""}[match]
    close = "与项目的文字相近" if near else "与项目的文字不相干"
    return (
        Feature(f"theme={match}", said, "name"),
        Feature(f"theme×place={match}/{place}", said, "name"),
        Feature(f"theme×kind={theme}/{kind}", said, "name"),
        Feature(f"near={near}", close, "name"),
        Feature(f"near×place={near}/{place}", close, "name"),
        Feature(f"near×value={near}/{value}", close, "name"),
    )


def cue_facts(row: IndicatorAnalysis, kind: Kind) -> Facts:
    """The cues, alone and with the place and the project."""
    status = place_status(kind, row.place) or "无"
    cliche = any(cue.code == "M001" for cue in row.cues)
    return tuple(fact for cue in row.cues for fact in _cue(cue.code, cue.name, cue.field, row.place or "无", bool(row.overlap), status, cliche))


@lru_cache(maxsize=MEMORISED_FACTS)
def _cue(code: str, name: str, field: str, place: str, overlap: bool, status: str, cliche: bool) -> Facts:
    related = (f"{code}/{status}/{cliche}",) if code.startswith("R") else ()
    return tuple(Feature(key, name, field) for key in (*related, code, f"{code}/{place}", f"{code}/{overlap}"))
