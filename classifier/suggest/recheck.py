"""A proposed row in its project in, whether every rule and the model let it pass out."""

from __future__ import annotations

import re

from classifier.analysis.analyse import analyse_row
from classifier.lazy import lazy_pattern
from classifier.rules.costs import plain
from classifier.rules.run import run_rules
from classifier.suggest.context import Context, with_row
from classifier.types import Indicator, Project, Suggestion

_SLOT = lazy_pattern(r"【待填：[^】]*】")
_VALUE_WITH_UNIT = lazy_pattern(r"【待填：[^】]*（写明单位）】")
_UNIT_ASKED = lazy_pattern(r"【待填：[^】]*单位是什么")
PROBE_NUMBER, PROBE_DATE, PROBE_UNIT = "8", "12月10日前", "个"
"""What stands in an open slot while a proposal is checked: a sensible value of its kind, as the guideline says of an empty cell."""


def passes(context: Context, suggestion: Suggestion, row: int) -> bool:
    """Put a proposal in place of a row (or behind the last) and judge it.

    Args:
        context: the project as it stands, and what it is judged by.
        suggestion: the proposal.
        row: the row that it replaces; one more than the last for an added row.

    Returns:
        Whether no error or warning of the rule layer falls on it and the model gives it no label.
    """
    project = context.project
    analysed = analyse_row(probe(suggestion, row, project.project), project.project, project.kind)
    if context.model.judge(analysed, project.kind).labels:
        return False
    findings, crashed = run_rules(with_row(project, analysed), context.draft, context.rules)
    return not crashed and not any(f.row == row and f.severity != "hint" for f in findings)


def as_row(suggestion: Suggestion, row: int) -> Indicator:
    """A proposal as a row, its slots open: so it stands in a table from which numbers are taken."""
    return Indicator(row, suggestion.level1, suggestion.level2, suggestion.name, suggestion.description, suggestion.value, suggestion.basis)


def probe(suggestion: Suggestion, row: int, head: Project) -> Indicator:
    """A proposal as the row that it becomes when its slots are filled with something sensible; only ever judged, never drawn upon."""
    name, description = (_SLOT.sub(PROBE_NUMBER, text) for text in (suggestion.name, suggestion.description))
    return as_row(suggestion, row)._replace(name=name, description=description, value=_probe_value(suggestion.value, head))


def _probe_value(value: str, head: Project) -> str:
    """The value with its slot filled: the budget where an amount is missing, a unit where one is asked for, another number where a unit or sign stands
    beside the slot, a date where it stands alone; a doubted count stays as it is.
    """
    if head.budget is not None and value.endswith("】" + head.money_unit):
        return _SLOT.sub(plain(head.budget), value)
    if _SLOT.fullmatch(value):
        return PROBE_DATE
    if _VALUE_WITH_UNIT.search(value):
        return _SLOT.sub(PROBE_NUMBER + PROBE_UNIT, value)
    if _UNIT_ASKED.search(value):
        return _SLOT.sub(PROBE_UNIT, value)
    if re.search(r"\d", _SLOT.sub("", value)):
        return _SLOT.sub("", value)
    return _SLOT.sub(PROBE_NUMBER, value)
