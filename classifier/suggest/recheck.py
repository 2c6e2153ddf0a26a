"""A proposed row in its project in, whether every rule and the model let it pass out."""

from __future__ import annotations

import re

from classifier.analysis.analyse import analyse_row
from classifier.lazy import lazy_pattern
from classifier.model.scorer import Model
from classifier.rules.catalogue import load_row_rules
from classifier.rules.costs import plain
from classifier.rules.run import run_rules
from classifier.types import Analysis, Indicator, Project, ProjectAnalysis, Suggestion

_SLOT = lazy_pattern(r"【待填：[^】]*】")
PROBE_NUMBER, PROBE_DATE = "8", "12月10日前"
"""What stands in an open slot while a proposal is checked: a sensible value of its kind, as the guideline says of an empty cell."""


def passes(suggestion: Suggestion, row: int, project: ProjectAnalysis, draft: Analysis, model: Model) -> bool:
    """Put a proposal in place of a row (or behind the last) and judge it.

    Args:
        suggestion: the proposal.
        row: the row that it replaces; one more than the last for an added row.
        project: the project as analysed.
        draft: the whole draft.
        model: the classifier.

    Returns:
        Whether no error or warning of the rule layer falls on it and the model gives it no label.
    """
    proposed = Indicator(
        row,
        suggestion.level1,
        suggestion.level2,
        _probe(suggestion.name),
        _probe(suggestion.description),
        _probe_value(suggestion.value, project.project),
        suggestion.basis,
    )
    analysed = analyse_row(proposed, project.project, project.kind)
    if model.judge(analysed, project.kind).labels:
        return False
    rows = tuple(analysed if line.indicator.row == row else line for line in project.rows)
    if row > len(project.rows):
        rows += (analysed,)
    changed = project._replace(project=project.project._replace(indicators=tuple(line.indicator for line in rows)), rows=rows)
    findings, crashed = run_rules(changed, draft, load_row_rules())
    return not crashed and not any(f.row == row and f.severity != "hint" for f in findings)


def _probe(text: str) -> str:
    return _SLOT.sub(PROBE_NUMBER, text)


def _probe_value(value: str, project: Project) -> str:
    """The value with its slot filled: the budget where an amount is missing, another number where a unit or sign stands beside the slot, a date where it
    stands alone; a doubted count stays as it is.
    """
    if project.budget is not None and value.endswith("】" + project.money_unit):
        return _SLOT.sub(plain(project.budget), value)
    if _SLOT.fullmatch(value):
        return PROBE_DATE
    if re.search(r"\d", _SLOT.sub("", value)):
        return _SLOT.sub("", value)
    return _SLOT.sub(PROBE_NUMBER, value)
