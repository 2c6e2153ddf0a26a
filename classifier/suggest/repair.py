"""A row whose value is wrong in form in, the same row with the value repaired out; the drafter's words and numbers stay."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from classifier.analysis.places import COST, QUANTITY
from classifier.rules.costs import plain
from classifier.suggest.slots import cell_name, slot
from classifier.types import Finding, IndicatorAnalysis, Project, Trace

HUNDRED = Decimal(100)


class Repair(NamedTuple):
    """A repaired value, why, and the origin of its numbers."""

    value: str
    why: str
    trace: tuple[Trace, ...]
    ready: bool = True


def repair_value(project: Project, row: IndicatorAnalysis, findings: Iterable[Finding]) -> Repair | None:
    """Repair the value of a row so far as the draft itself says how.

    Args:
        project: the row's project.
        row: the row.
        findings: the rule layer's findings on it.

    Returns:
        The repair, or None where none of the findings is about the form of the value.
    """
    codes = {finding.code for finding in findings}
    value = row.value
    if value.amount is None:
        return None
    digits = plain(value.amount) if not re.search(r"\d", value.unit) else str(value.amount)
    trace = (Trace(digits, "cell", f"原指标值（{cell_name(row.indicator.locations.get('value'))}）"),)
    if row.place == COST:
        return _repair_cost(project, row, codes, digits, trace)
    if "U002" in codes:
        return Repair(f"{value.sign}{digits}%", "单位栏里的说明文字改成%", trace)
    if "N005" in codes and value.amount == HUNDRED:
        return Repair(f"={digits}%", "占比最多100%", trace)
    if "D001" in codes:
        return Repair(f"≥{digits}{value.unit}", "数量是要做到的量，≤改为≥", trace)
    if row.place == QUANTITY and not value.measure and value.unit and "人" in value.unit:
        return Repair(f"={digits}人", f"单位“{value.unit}”改为规范的量词", trace)
    return None


def _repair_cost(project: Project, row: IndicatorAnalysis, codes: set[str], digits: str, trace: tuple[Trace, ...]) -> Repair | None:
    value, budget, unit = row.value, project.budget, project.money_unit
    assert value.amount is not None  # asked by the caller
    if codes & {"U004", "U001", "U008"}:
        if budget is not None and value.amount == budget:
            return Repair(f"≤{digits}{unit}", f"数字就是预算数，单位应为{unit}", trace)
        question = f"“{value.text.strip()}”是多少{unit}？"
        return Repair(f"≤{slot(question)}{unit}", "成本要写明是多少钱", (Trace("", "slot", question),), ready=False)
    if "N001" in codes and budget and value.amount.normalize().as_tuple().digits == budget.normalize().as_tuple().digits:
        question = f"预算数{plain(budget)}{unit}与成本{value.text.strip()}数字相同、单位不同，哪一个对？"
        return Repair(f"≤{slot(question)}{unit}", "成本与预算疑有一处单位错", (Trace("", "slot", question),), ready=False)
    if "N001" in codes and budget:
        budget_trace = (Trace(plain(budget), "cell", f"预算数（{cell_name(project.locations.get('budget'))}）"),)
        return Repair(f"≤{plain(budget)}{unit}", "成本不大于预算数", budget_trace)
    if "N002" in codes and budget is not None:
        return _repair_part(project, digits, trace)
    if "D002" in codes:
        return Repair(f"≤{digits}{value.unit}", "成本是上限，≥改为≤", trace)
    return None


def _repair_part(project: Project, digits: str, trace: tuple[Trace, ...]) -> Repair:
    """A cost below the budget: without more knowledge the total is the budget."""
    budget = project.budget or Decimal(0)
    budget_trace = (Trace(plain(budget), "cell", f"预算数（{cell_name(project.locations.get('budget'))}）"),)
    return Repair(f"≤{plain(budget)}{project.money_unit}", f"总成本写预算数；{digits}{project.money_unit}若是单价，另设单位成本", budget_trace)
