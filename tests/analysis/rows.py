"""A few words in, a row of a project out, as the cues and the model look at it."""

from __future__ import annotations

from decimal import Decimal

from classifier.analysis.analyse import analyse_row
from classifier.analysis.cues.base import Row
from classifier.analysis.cues.project import ProjectExample, Table
from classifier.analysis.kinds import find_kind
from classifier.analysis.normalise import squeeze
from classifier.analysis.places import find_place
from classifier.analysis.values import parse_value
from classifier.types import Indicator, IndicatorAnalysis, Project


def build_row(level2: str, name: str, value: str = "", description: str = "", basis: str = "", budget: str = "", **project: str) -> Row:
    """A row as the cues see it; `project`, `purpose`, `goal` and `unit` say what it stands in."""
    indicator = Indicator(1, "", level2, name, description, value, basis)
    project["name"] = project.pop("project", "")
    whole = Project(1, budget=Decimal(budget) if budget else None, indicators=(indicator,), **project)  # type: ignore[arg-type]
    kind = find_kind(squeeze(whole.name), squeeze(whole.purpose))
    return Row(indicator, whole, kind, find_place("", level2), parse_value(value))


def analyse(level2: str, name: str, value: str = "", **more: str) -> IndicatorAnalysis:
    """The analysis of such a row."""
    row = build_row(level2, name, value, **more)
    return analyse_row(row.indicator, row.project, row.kind)


def build_table(example: ProjectExample) -> Table:
    """The table of an example of a project cue."""
    head = dict(example.head)
    budget = head.pop("budget", "")
    indicators = tuple(Indicator(number, "", *row[:2], "", *row[2:]) for number, row in enumerate(example.rows, 1))
    project = Project(1, budget=Decimal(budget) if budget else None, indicators=indicators, **head)  # type: ignore[arg-type]
    kind = find_kind(squeeze(project.name), squeeze(project.purpose))
    return Table(project, tuple(Row(row, project, kind, find_place("", row.level2), parse_value(row.value)) for row in indicators))
