"""N011: what a cost exceeds its budget by is the budget of exactly one other project of the draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from classifier.rules.base import Rule, another, example, row
from classifier.rules.costs import plain, wrong_amounts
from classifier.types import Analysis, Finding, Project


class ExcessIsAnotherBudget(Rule):
    code, name, title = "N011", "excess-is-another-budget", "差额等于别的项目预算"
    severity, dimension = "warning", "资金匹配性"
    why = "超出的数恰好等于另一个项目的预算，多半是项目拆分后成本没有跟着改。"
    regulation = "财预〔2015〕88号（绩效目标应与资金量相匹配）"
    mend = "按拆分后的预算改成本指标。"
    explains = ("N001",)
    bad = (example(row("成本指标", "预算金额", "605.31万元"), budget="504.26", others=(another(budget="101.05", number=16, name="管理事务资金"),)),)
    good = (
        example(row("成本指标", "预算金额", "605.31万元"), budget="504.26", others=(another(budget="101.00", number=16),)),
        example(row("成本指标", "预算金额", "14万元"), budget="7", others=(another(budget="7", number=2), another(budget="7", number=3))),
    )

    def check_draft(self, draft: Analysis) -> Iterator[Finding]:
        holders: dict[tuple[str, Decimal], list[Project]] = defaultdict(list)
        for project in draft.projects:
            if project.project.budget is not None:
                holders[project.project.money_unit, project.project.budget].append(project.project)
        for project in draft.projects:
            unit, budget = project.project.money_unit, project.project.budget
            for wrong in wrong_amounts(project):
                excess = wrong.amount - (budget or 0)
                same = [other for other in holders.get((unit, excess), ()) if other is not project.project]
                if wrong.row is not None and excess > 0 and len(same) == 1:
                    message = f"差额{plain(excess)}{unit}恰为第{same[0].number}号项目“{same[0].name}”的预算，疑拆分后未改"
                    yield wrong.say(self, message)
