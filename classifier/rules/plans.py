"""A project's payment plan in, its nodes by month out; what the plan rules share."""

from __future__ import annotations

from decimal import Decimal

from classifier.lazy import lazy_pattern
from classifier.types import PlanNode, ProjectAnalysis

_MONTH = lazy_pattern(r"(\d{1,2})月")
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}
_QUARTER = lazy_pattern(r"([一二三四1-4])季度")


def month_of(node: PlanNode) -> int:
    """The month up to which a node counts, 0 where its label tells none."""
    if found := _MONTH.search(node.label):
        return int(found[1])
    found = _QUARTER.search(node.label)
    return _QUARTERS[found[1]] if found else 0


def amount_by_month(project: ProjectAnalysis) -> dict[int, Decimal]:
    """The cumulative amounts by month; blank nodes before the first amount count as nothing paid yet (P001 asks for the 0), later ones not at all."""
    amounts: dict[int, Decimal] = {}
    nodes = project.project.plan or ()
    filled = any(node.amount is not None for node in nodes)
    for node in nodes:
        if node.amount is not None or (filled and not any(amounts.values())):
            amounts[month_of(node)] = node.amount or Decimal(0)
    return {month: amount for month, amount in amounts.items() if month}


def share(project: ProjectAnalysis, month: int) -> Decimal | None:
    """The part of the budget that is to be paid by the end of a month, None where either is missing."""
    budget, amount = project.project.budget, amount_by_month(project).get(month)
    return amount / budget if budget and amount is not None else None
