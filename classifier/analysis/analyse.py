"""A Draft in, its Analysis out: the one pass that every rule and the model share."""

from __future__ import annotations

from functools import lru_cache

from classifier.analysis.cues import find_cues
from classifier.analysis.cues.base import Row
from classifier.analysis.kinds import find_kind
from classifier.analysis.normalise import is_han, squeeze
from classifier.analysis.places import find_place
from classifier.analysis.segmentation import segment
from classifier.analysis.values import parse_value
from classifier.analysis.words import strip_words, words
from classifier.types import Analysis, Draft, Indicator, IndicatorAnalysis, Kind, Project, ProjectAnalysis

MEMORISED = 10_000
SEGMENTED = ("name", "description", "basis")


def analyse_draft(draft: Draft, kind: Kind | None = None) -> Analysis:
    """Analyse every project of a draft; `kind` overrules what their names and purposes tell."""
    return Analysis(draft, tuple(analyse_project(project, kind) for project in draft.projects))


def analyse_project(project: Project, kind: Kind | None = None) -> ProjectAnalysis:
    """Tell a project's kind, unless it is given, and analyse its rows."""
    kind = kind or find_kind(squeeze(project.name), squeeze(project.purpose))
    return ProjectAnalysis(project, kind, tuple(analyse_row(row, project, kind) for row in project.indicators))


def analyse_row(indicator: Indicator, project: Project, kind: Kind) -> IndicatorAnalysis:
    """Parse, segment and cue one row in its project."""
    place = find_place(indicator.level1, indicator.level2)
    value = parse_value(indicator.value)
    tokens = {field: segment(getattr(indicator, field)) for field in SEGMENTED}
    own = _telling_words(project.name, project.purpose)
    overlap = tuple(dict.fromkeys(token.text for field in ("name", "description") for token in tokens[field] if token.text in own))
    wording = squeeze(indicator.name + indicator.description)
    closeness = _closeness(squeeze(indicator.name), squeeze(project.name + project.purpose + project.goal))
    theme = find_kind(wording, "").code
    cues = find_cues(Row(indicator, project, kind, place, value))
    return IndicatorAnalysis(indicator, place, value, tokens, overlap, closeness, theme, cues)


def _closeness(name: str, work: str) -> float:
    """The share of a name's pairs of characters, generic words apart, that stand in what the project says of itself."""
    bare = strip_words("generic", name)
    pairs = [bare[start : start + 2] for start in range(len(bare) - 1)]
    return sum(pair in work for pair in pairs) / len(pairs) if pairs else 0.0


@lru_cache(maxsize=MEMORISED)
def _telling_words(*texts: str) -> frozenset[str]:
    return frozenset(token.text for text in texts for token in segment(text) if _tells(token.text))


def _tells(word: str) -> bool:
    """Whether a word says anything of a project; 保障, 工作, 资金 do not."""
    return len(word) > 1 and (is_han(word) or (word.isascii() and word.isalpha())) and word not in words("generic")
