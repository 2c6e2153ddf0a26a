"""An analysed project in, what stands in its table as a whole out: levels, kind by name, rates; what the rules of form share."""

from __future__ import annotations

from classifier.analysis.cues.base import reads_as_rate
from classifier.analysis.kinds import find_kind
from classifier.analysis.normalise import squeeze
from classifier.analysis.places import BENEFITS, COST, OUTPUTS
from classifier.lazy import lazy_pattern
from classifier.types import IndicatorAnalysis, Project, ProjectAnalysis

PLACEHOLDER = lazy_pattern(r"\*{2,}|＊{2,}|(?<![A-Za-z])[XＸ]{2,}(?![A-Za-z])|×{2,}|_{2,}|＿{2,}|…{2,}|\.{4,}|[(（]参考模板[)）]|【待填[^】]*】?")
"""What a template leaves to be filled in."""

DASHES = lazy_pattern(r"[-—–－‐]+")
"""How the parts of a project's name are joined: one sign, typed in many ways."""

PART = lazy_pattern(r"^\s*其中[:：]?")
"""How a row begins that is part of the row above it."""


def has_levels(project: ProjectAnalysis) -> bool:
    """Whether the layout says where its rows belong: two rows in three have a place that is known."""
    return bool(project.rows) and sum(bool(row.place) for row in project.rows) * 3 >= len(project.rows) * 2


def places_in(project: ProjectAnalysis) -> frozenset[str]:
    """The 二级指标 that the table sets."""
    return frozenset(row.place for row in project.rows if row.place)


def has_outputs(project: ProjectAnalysis) -> bool:
    """Whether any row stands under 产出指标, to which cost belongs in the old template only."""
    outputs = set(OUTPUTS) - (set() if is_old_template(project) else {COST})
    return any(row.place in outputs or "产出" in row.indicator.level1 for row in project.rows)


def has_benefits(project: ProjectAnalysis) -> bool:
    """Whether any row stands under 效益指标."""
    return any(row.place in BENEFITS or "效益" in row.indicator.level1 or "效果" in row.indicator.level1 for row in project.rows)


def is_old_template(project: ProjectAnalysis) -> bool:
    """Whether the table follows 财预〔2015〕88号, in which cost stands under 产出指标."""
    return not any("成本" in row.indicator.level1 for row in project.rows)


def kind_in_name(project: ProjectAnalysis) -> str:
    """The kind of the project where its name alone tells it; "" where only the purpose does, which is too little for an accusation by kind."""
    kind = find_kind(squeeze(project.project.name), "").code
    return kind if kind == project.kind.code else ""


def is_rate(row: IndicatorAnalysis) -> bool:
    """Whether a value reads as a share of a hundred; without a place only where % is written."""
    return row.value.kind == "percent" or (bool(row.place) and reads_as_rate(row.value, row.place))


def name_before_brackets(row: IndicatorAnalysis) -> str:
    """The name up to its first bracket."""
    return row.indicator.name.partition("(")[0].partition("（")[0].strip()


def has_field(project: Project, field: str) -> bool:
    """Whether the layout has a cell for a field of the head."""
    return field in project.locations


def listed(numbers: list[int]) -> str:
    """Numbers for people: 1、2、3."""
    return "、".join(map(str, numbers))


def in_brackets(number: str) -> str:
    """The number of an item of the text as it is cited: （五）."""
    return f"（{number.strip('()（） ')}）"


def plain_name(name: str) -> str:
    """A project's name without white space and with one kind of dash."""
    return DASHES.sub("-", squeeze(name))
