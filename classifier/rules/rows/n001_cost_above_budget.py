"""N001: the total cost in the table is more than the budget."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example, row
from classifier.rules.costs import in_unit, plain, tolerance, total_costs
from classifier.types import Analysis, Finding, ProjectAnalysis


class CostAboveBudget(Rule):
    code, name, title = "N001", "cost-above-budget", "成本大于预算"
    severity, dimension = "error", "资金匹配性"
    why = "成本指标是花钱的上限，大于预算数就没有钱可花，或者预算拆分后成本没有改。"
    regulation = "财预〔2015〕88号（绩效目标应与资金量相匹配）"
    mend = "把成本指标改为不大于预算数；预算拆分过的，按拆分后的预算改。"
    bad = (
        example(row("成本指标", "预算金额", "605.31万元"), budget="504.26"),
        example(row("经济成本指标", "项目总成本", "≤80000元"), row("经济成本指标", "设备成本", "≤2万元"), budget="7.5"),
    )
    good = (
        example(row("成本指标", "预算金额", "≤504.26万元"), budget="504.26"),
        example(row("成本指标", "总成本", "≤75000元"), budget="7.50"),
        example(row("成本指标", "每公里造价", "≤605.31万元"), budget="504.26"),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        budget, unit = project.project.budget, project.project.money_unit
        for cost in total_costs(project):
            amount = in_unit(cost.value, unit)
            if budget is None or amount is None or amount - budget <= tolerance(unit, cost.value.measure):
                continue  # nothing to compare, or within the budget
            yield self.at_row(project, cost, "value", f"成本{plain(amount)}{unit}大于预算数{plain(budget)}{unit}，超出{plain(amount - budget)}{unit}")
