"""The name and purpose of a project in, its kind out, with the words that decided; kinds and words are data (kinds.toml)."""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from classifier.analysis.places import PLACES
from classifier.errors import DataError
from classifier.strict import check_keys, find_line, load_toml
from classifier.types import Kind

PATH = Path(__file__).with_name("kinds.toml")
FIELD_WEIGHTS = {"name": 2, "purpose": 1}
"""A word in the project's name counts twice as much as one in its purpose: names say the object, purposes often only 保障…."""

WORD_WEIGHTS = {"strong": 3, "words": 2, "sector": 1}
"""What the money is for outweighs the trade that it is spent in: 人民防空业务经费 is a matter of 业务经费."""

MEMORISED = 50_000

REQUIRED, ALLOWED, DISCOURAGED = "应", "可", "不宜"
NO_KIND = Kind("", "待确认")


class KindEntry(NamedTuple):
    """One project kind: the words that point to it and what each 二级指标 is to it."""

    code: str
    name: str
    words: Mapping[str, int]
    places: Mapping[str, str]


@cache
def load_kinds() -> Mapping[str, KindEntry]:
    """All kinds by code, in the file's order; DataError where the file breaks its form."""
    data = load_toml(PATH)
    check_keys(data, {"kind": list}, (), PATH, "")
    kinds: dict[str, KindEntry] = {}
    for position, entry in enumerate(data["kind"]):
        check_keys(entry, {"code": str, "name": str, **dict.fromkeys(WORD_WEIGHTS, list), "places": list}, (), PATH, "[[kind]]", position)
        if len(entry["places"]) != len(PLACES) or not set(entry["places"]) <= {REQUIRED, ALLOWED, DISCOURAGED}:
            raise DataError(f"{PATH} 第{find_line(PATH, '[[kind]]', position, 'places')}行：places 应为 {len(PLACES)} 个 应、可 或 不宜")
        places = dict(zip(PLACES, entry["places"], strict=True))
        words = {word: weight for tier, weight in WORD_WEIGHTS.items() for word in entry[tier]}
        kinds[entry["code"]] = KindEntry(entry["code"], entry["name"], words, places)
    return kinds


@lru_cache(maxsize=MEMORISED)
def find_kind(name: str, purpose: str) -> Kind:
    """Tell a project's kind.

    Every word of a kind that stands in the name or the purpose adds its weight; of overlapping words only the longest
    counts, whatever kind it belongs to. A tie goes to the longer word, then to the word in the name, then to the first kind of the catalogue.

    Args:
        name: the project's name.
        purpose: its 资金用途, "" where the layout has none.

    Returns:
        The kind, or NO_KIND where no word points anywhere.
    """
    best: tuple[tuple[int, int, int], Kind] | None = None
    found = {"name": _standing_words(name), "purpose": _standing_words(purpose)}
    if not any(found.values()):
        return NO_KIND
    pointed = {code for words in found.values() for word in words for code in _kinds_by_word()[word]}
    for entry in (entry for code, entry in load_kinds().items() if code in pointed):
        hits = tuple((field, word) for field, words in found.items() if words for word in entry.words if word in words)
        score = sum(entry.words[word] * FIELD_WEIGHTS[field] for field, word in hits)
        rank = (score, max(len(word) for _, word in hits), sum(field == "name" for field, _ in hits))
        if best is None or rank > best[0]:
            best = rank, Kind(entry.code, entry.name, hits)
    return best[1] if best else NO_KIND


def words_of_kinds(text: str) -> list[str]:
    """The codes of the kinds to which the words of a text point, one for each word and kind."""
    return [code for word in sorted(_standing_words(text)) for code in _kinds_by_word()[word]]


def kind_of_code(code: str) -> Kind:
    """The kind of a code such as K05; DataError with all codes where there is none."""
    kinds = load_kinds()
    if code not in kinds:
        raise DataError(f"没有项目类别 {code}，类别有：{'、'.join(f'{entry.code} {entry.name}' for entry in kinds.values())}")
    return Kind(code, kinds[code].name)


def _standing_words(text: str) -> set[str]:
    """The words of any kind that stand in a text, without those that only stand inside a longer one (会议 in 会议室)."""
    by_start = _words_by_start()
    found = {word for start, character in enumerate(text) if character in by_start for word in by_start[character] if text.startswith(word, start)}
    return {word for word in found if _stands_alone(word, text, [other for other in found if word != other and word in other])}


@cache
def _words_by_start() -> Mapping[str, tuple[str, ...]]:
    """The words of all kinds by their first character."""
    starts: dict[str, set[str]] = {}
    for word in _kinds_by_word():
        starts.setdefault(word[0], set()).add(word)
    return {character: tuple(sorted(words)) for character, words in starts.items()}


@cache
def _kinds_by_word() -> Mapping[str, tuple[str, ...]]:
    """The codes of the kinds that a word points to."""
    codes: dict[str, list[str]] = {}
    for entry in load_kinds().values():
        for word in entry.words:
            codes.setdefault(word, []).append(entry.code)
    return {word: tuple(found) for word, found in codes.items()}


def _stands_alone(word: str, text: str, longer: list[str]) -> bool:
    for other in longer:
        text = text.replace(other, "\n")
    return word in text


def place_status(kind: Kind, place: str) -> str:
    """What a 二级指标 is to a kind: 应, 可, 不宜, or "" where either is unknown."""
    entry = load_kinds().get(kind.code)
    return entry.places.get(place, "") if entry else ""
