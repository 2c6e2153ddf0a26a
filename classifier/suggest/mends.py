"""What was found outside the table of indicators in, what the unit must mend itself out, with the amount that arithmetic forces."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from classifier.rules.costs import plain
from classifier.types import Finding, Mend, Project

LAST_NODE = {"P002", "P003"}
"""Findings on the last amount of the plan, which can only be the budget."""

BLANK = {"P001", "P004"}
"""Findings on nodes without an amount; between two equal amounts there is only one."""


def mends_for(project: Project, findings: Iterable[Finding]) -> tuple[Mend, ...]:
    """The findings on head and plan that no row can mend.

    Args:
        project: the project.
        findings: what was found in it; those on rows, on the goal, which is redrafted too, and hints are passed over.
    """
    found = [f for f in findings if f.project == project.number and f.row is None and f.field != "goal" and f.severity != "hint"]
    return tuple(Mend(finding, _forced(project, finding)) for finding in found)


def _forced(project: Project, finding: Finding) -> str:
    unit = project.money_unit
    if finding.code in LAST_NODE and project.plan and project.budget is not None:
        return f"{project.plan[-1].label}填{plain(project.budget)}{unit}（累计数，年末等于预算数）"
    if finding.code in BLANK and (filled := [item for item in _filled(project) if item[0] in finding.message]):
        return "，".join(f"{label}填{plain(amount)}{unit}" for label, amount in filled) + "（累计数，前后相等，中间只能是它）"
    if finding.code == "N004" and project.budget is not None and project.fiscal is not None and project.other is None and project.fiscal < project.budget:
        return f"其他资金填{plain(project.budget - project.fiscal)}{unit}（预算数－财政资金）"
    return ""


def _filled(project: Project) -> list[tuple[str, Decimal]]:
    """The blank nodes of the plan whose cumulative amount is forced: what came before them is already all that there is."""
    forced = []
    before: Decimal | None = None
    for node in project.plan or ():
        if node.amount is not None:
            before = node.amount
        elif before is not None and before == project.budget:
            forced.append((node.label, before))
    return forced
