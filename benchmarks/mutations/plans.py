"""Faults of the payment plan (P), as operators; all its nodes are cumulative."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from random import Random

from benchmarks.mutations.base import operator
from benchmarks.mutations.reading import TOLERANCE, in_ten_thousands
from benchmarks.mutations.writing import digit_lowered, pick
from classifier.types import Project


def _amounts(project: Project) -> list[Decimal]:
    """The nodes of a plan that is filled, rises and ends at the budget in December; empty where it is not so."""
    plan = project.plan or ()
    amounts = [node.amount for node in plan if node.amount is not None]
    sound = len(plan) > 2 and len(amounts) == len(plan) and "12" in plan[-1].label and all(a <= b for a, b in pairwise(amounts))
    return amounts if sound and amounts[-1] == project.budget else []


def _planned(project: Project, amounts: list[Decimal | None]) -> Project:
    assert project.plan is not None
    return project._replace(plan=tuple(node._replace(amount=amount) for node, amount in zip(project.plan, amounts, strict=True)))


def _differs(project: Project, first: Decimal, second: Decimal) -> bool:
    return abs(in_ten_thousands(first - second, project.money_unit)) > TOLERANCE * 2


def _set(project: Project, at: int, amount: Decimal | None) -> Project:
    amounts: list[Decimal | None] = [*_amounts(project)]
    amounts[at] = amount
    return _planned(project, amounts)


@operator("P001", "warning", "开头的节点空着")
def first_nodes_blank(project: Project, random: Random) -> Project | None:
    """Blank the first node or the first two."""
    amounts = _amounts(project)
    blank = random.randint(1, max(1, len(amounts) - 2))
    return _planned(project, [None if at < blank else amount for at, amount in enumerate(amounts)]) if amounts else None


@operator("P002", "error", "12月底空着")
def year_end_blank(project: Project, random: Random) -> Project | None:
    """Blank the last node."""
    return _set(project, -1, None) if _amounts(project) else None


@operator("P003", "error", "12月底的数小于预算")
def year_end_lower(project: Project, random: Random) -> Project | None:
    """Lower the last node to no less than the one before."""
    amounts = _amounts(project)
    if not amounts:
        return None
    lower = random.choice((amounts[-2], digit_lowered(amounts[-1], random), (amounts[-2] + amounts[-1]) / 2))
    return _set(project, -1, lower) if amounts[-2] <= lower and lower > 0 and _differs(project, lower, amounts[-1]) else None


@operator("P003", "error", "各节点填了当期数而不是累计数", also=("P004",))
def plan_not_cumulative(project: Project, random: Random) -> Project | None:
    """Write what is paid in each period."""
    amounts = _amounts(project)
    parts: list[Decimal | None] = [amount - before for before, amount in pairwise([Decimal(0), *amounts])]
    return _planned(project, parts) if amounts and parts[-1] is not None and _differs(project, parts[-1], amounts[-1]) else None


@operator("P004", "error", "中间节点空着")
def middle_node_blank(project: Project, random: Random) -> Project | None:
    """Blank a node after one that is filled and before the last."""
    amounts = _amounts(project)
    at = pick(random, [at for at in range(1, len(amounts) - 1) if amounts[at - 1] > 0])
    return _set(project, at, None) if at else None


@operator("P004", "error", "中间节点小于前一节点")
def middle_node_lower(project: Project, random: Random) -> Project | None:
    """Lower a node below the one before it."""
    amounts = _amounts(project)
    at = pick(random, [at for at in range(1, len(amounts) - 1) if _differs(project, amounts[at - 1], Decimal(0))])
    if not at:
        return None
    lower = (amounts[at - 1] * random.randint(10, 90) / 100).quantize(Decimal("0.01"))
    return _set(project, at, lower) if _differs(project, lower, amounts[at - 1]) else None


@operator("P005", "error", "中间节点小数点错一位，超过预算", also=("P004",))
def middle_node_above_budget(project: Project, random: Random) -> Project | None:
    """Slip the point of a node so that it exceeds the budget."""
    amounts = _amounts(project)
    at = pick(random, [at for at in range(len(amounts) - 1) if amounts[at] * 10 > amounts[-1] and _differs(project, amounts[at] * 10, amounts[-1])])
    return None if at is None else _set(project, at, amounts[at] * 10)


@operator("P005", "error", "12月底的数大于预算", also=("P003",), related=True)
def year_end_above_budget(project: Project, random: Random) -> Project | None:
    """Raise the last node above the budget."""
    amounts = _amounts(project)
    higher = amounts[-1] + random.choice((Decimal("0.5"), Decimal(1), Decimal(10), amounts[-1])) if amounts else None
    return _set(project, -1, higher) if higher is not None and _differs(project, higher, amounts[-1]) else None
