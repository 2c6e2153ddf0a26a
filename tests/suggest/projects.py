"""Small projects, and what proposals for them are made with."""

from __future__ import annotations

from pathlib import Path

from classifier.analysis.analyse import analyse_draft, analyse_project
from classifier.model.scorer import Model
from classifier.rules.base import another
from classifier.rules.run import run_rules
from classifier.suggest.context import Context
from classifier.suggest.filled import Repair
from classifier.suggest.repair import repair_row
from classifier.suggest.request import Wish, _context
from classifier.types import Draft, Indicator, Kind, Project, ProjectAnalysis, Suggestion

QUANTITY, QUALITY, TIMELINESS, COST = "数量指标", "质量指标", "时效指标", "成本指标"
SOCIAL, SATISFACTION = "社会效益指标", "服务对象满意度指标"


def analysed(*rows: Indicator, **head: object) -> ProjectAnalysis:
    """A project with these rows, analysed; `head` as rules.base.another takes it."""
    return analyse_project(another(*rows, **head))


def context_of(model: Model, *rows: Indicator, kind: Kind | None = None, library: Path | None = None, **head: object) -> Context:
    """What proposals for a project of its own draft are made with."""
    return context_for(another(*rows, **head), model, kind, library)


def context_for(project: Project, model: Model, kind: Kind | None = None, library: Path | None = None) -> Context:
    """What proposals for a project are made with when it is the only one of its draft."""
    draft = analyse_draft(Draft("", year=project.year, projects=(project,)), kind)
    return _context(draft.projects[0], draft, model, Wish(kind=kind, library=library))[0]


def repairs(*rows: Indicator, position: int = 1, **head: object) -> list[Repair]:
    """The repairs of one row of a project as its rule findings ask for them, in order."""
    draft = analyse_draft(Draft("", projects=(another(*rows, **head),)))
    (project,) = draft.projects
    found = [finding for finding in run_rules(project, draft)[0] if finding.row == position]
    return list(repair_row(project, project.rows[position - 1], found))


def names(found: tuple[Suggestion, ...]) -> set[str]:
    """The names that proposals bring."""
    return {suggestion.name for suggestion in found}
