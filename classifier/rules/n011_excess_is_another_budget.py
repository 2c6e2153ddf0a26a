"""N011: what a cost exceeds its budget by is the budget of exactly one other project of the draft."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example, project, row
from classifier.rules.costs import in_unit, plain, tolerance, total_costs
from classifier.types import Analysis, Finding, ProjectAnalysis


class ExcessIsAnotherBudget(Rule):
    code, name, title = "N011", "excess-is-another-budget", "差额等于别的项目预算"
    severity, dimension = "warning", "资金匹配性"
    why = "超出的数恰好等于另一个项目的预算，多半是项目拆分后成本没有跟着改。"
    regulation = "财预〔2015〕88号（绩效目标应与资金量相匹配）"
    mend = "按拆分后的预算改成本指标。"
    explains = ("N001",)
    bad = (example(row("成本指标", "预算金额", "605.31万元"), budget="504.26", others=(project(budget="101.05", number=16, name="管理事务资金"),)),)
    good = (
        example(row("成本指标", "预算金额", "605.31万元"), budget="504.26", others=(project(budget="101.00", number=16),)),
        example(row("成本指标", "预算金额", "14万元"), budget="7", others=(project(budget="7", number=2), project(budget="7", number=3))),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        budget, unit = project.project.budget, project.project.money_unit
        others = [other.project for other in draft.projects if other is not project and other.project.money_unit == unit]
        for cost in total_costs(project):
            amount = in_unit(cost.value, unit)
            if budget is None or amount is None or amount - budget <= tolerance(unit, cost.value.measure):
                continue  # N001 is silent
            same = [other for other in others if other.budget is not None and abs(other.budget - (amount - budget)) <= tolerance(unit, cost.value.measure)]
            if len(same) != 1:
                continue  # none explains it, or several might
            message = f"差额{plain(amount - budget)}{unit}恰为第{same[0].number}号项目“{same[0].name}”的预算，疑拆分后未改"
            yield self.at_row(project, cost, "value", message)
