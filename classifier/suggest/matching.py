"""Two wordings in, how much they speak of the same thing out: by the character pairs that are left when general words are taken out."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from classifier.analysis.normalise import is_han, squeeze
from classifier.analysis.words import words as cue_words
from classifier.lazy import lazy_pattern
from classifier.suggest.wording import actions, words

_MEASURE = lazy_pattern(r"(?:.[数量]|..率|时间|日期|时限|面积|长度)$")
FEWEST_COMMON, MOSTLY = 3, 0.6
"""So many character pairs of content in common, and so much of the shorter name, make two names the same measure."""

TELLING_END = 5
"""Characters at the end of two names of one place (验收合格率) which, being the same, make them the same measure, whatever it is of."""

SAME = 0.6
"""Share of common character pairs above which two names of one place measure the same thing."""


@lru_cache(maxsize=50_000)
def content_pairs(text: str) -> frozenset[str]:
    """The character pairs of a wording without its general words; a pair never spans what stood between."""
    parts = _general().split(squeeze(text))
    return frozenset(pair for part in parts for start in range(len(part) - 1) if is_han(pair := part[start : start + 2]))


def shared(first: str, second: str) -> int:
    """How many character pairs of content two wordings have in common."""
    return len(content_pairs(first) & content_pairs(second))


def same_measure(first: str, second: str) -> bool:
    """Whether two names measure the same thing in other words."""
    mine, yours = _pairs(first), _pairs(second)
    if squeeze(first)[-TELLING_END:] == squeeze(second)[-TELLING_END:]:
        return True
    first_content, second_content = content_pairs(first), content_pairs(second)
    common = len(first_content & second_content)
    if common >= FEWEST_COMMON and common >= MOSTLY * min(len(first_content), len(second_content)) and not _told_apart(first, second):
        return True
    return squeeze(first) == squeeze(second) or (bool(mine and yours) and len(mine & yours) / len(mine | yours) >= SAME)


def _told_apart(first: str, second: str) -> bool:
    """Whether two names of one thing end in different measures (期数, 人数) or name different work (安装, 校准)."""
    measures = [_MEASURE.search(squeeze(name)) for name in (first, second)]
    if all(measures) and measures[0][0] != measures[1][0]:  # type: ignore[index]
        return True
    return {group for group in actions() if any(verb in first for verb in group)} != {group for group in actions() if any(verb in second for verb in group)}


@lru_cache(maxsize=50_000)
def _pairs(name: str) -> frozenset[str]:
    text = squeeze(name)
    return frozenset(text[start : start + 2] for start in range(len(text) - 1))


@cache
def _general() -> re.Pattern[str]:
    """The words that say nothing of the thing, longest first."""
    general = {*words("counting"), *cue_words("generic")}
    return re.compile("|".join(map(re.escape, sorted(general, key=len, reverse=True))))
