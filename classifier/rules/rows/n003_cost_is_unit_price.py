"""N003: a cost that differs from the budget, times a quantity of the table, is the budget: it is a price per piece."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example, row
from classifier.rules.costs import find_multiplier, in_unit, plain, tolerance, total_costs
from classifier.types import Analysis, Finding, ProjectAnalysis


class CostIsUnitPrice(Rule):
    code, name, title = "N003", "cost-is-unit-price", "疑为单位成本"
    severity, dimension = "hint", "资金匹配性"
    why = "成本×数量恰好等于预算数，说明填的是单价。"
    regulation = "财预〔2021〕101号 第二部分（成本指标）"
    mend = "名称改为“单位成本”，单位写成“万元/套”等，另设总成本≤预算数。"
    explains = ("N001", "N002")
    bad = (example(row("数量指标", "设备数量", "2套"), row("成本指标", "设备成本", "3.75万元"), budget="7.50"),)
    good = (
        example(row("数量指标", "设备数量", "3套"), row("成本指标", "设备成本", "3.75万元"), budget="7.50"),
        example(row("数量指标", "设备数量", "1套"), row("成本指标", "设备成本", "7.50万元"), budget="7.50"),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        budget, unit = project.project.budget, project.project.money_unit
        for cost in total_costs(project):
            amount = in_unit(cost.value, unit)
            if budget is None or amount is None or abs(amount - budget) <= tolerance(unit, cost.value.measure):
                continue  # nothing to explain
            if (quantity := find_multiplier(project, cost)) and quantity.value.amount is not None:
                measure = quantity.value.measure
                product = f"{plain(amount)}×{plain(quantity.value.amount)}{measure}＝{plain(budget)}{unit}"
                yield self.at_row(project, cost, "value", f"{product}，恰为预算数，疑为单位成本，应写成“单位成本≤{plain(amount)}{unit}/{measure or '个'}”")
