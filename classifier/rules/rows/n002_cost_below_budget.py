"""N002: the only cost in the table is less than the budget and is not marked as a price per something."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from classifier.analysis.words import any_in, words
from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example, row
from classifier.rules.costs import in_unit, money_costs, names_unit_cost, plain, states_amount, tolerance
from classifier.types import Analysis, Finding, ProjectAnalysis

_OTHER = lazy_pattern(r"节约|超预算|超概|超支|超出")
_RANGE = lazy_pattern(r"\d\s*(?:-|—|~|～|至)\s*\d")
NEARLY_ALL = 99
"""Per cent of the budget above which the share says nothing."""


class CostBelowBudget(Rule):
    code, name, title = "N002", "cost-below-budget", "成本小于预算且非单位成本"
    severity, dimension = "error", "资金匹配性"
    why = "表中唯一的成本小于预算数，又没有说明是单位成本，剩下的预算没有对应的产出。"
    regulation = "财预〔2015〕88号（绩效目标应与资金量相匹配）"
    mend = "写总成本（≤预算数）；是单位成本的，在名称和单位里写明，如“≤3.75万元/套”。"
    bad = (example(row("成本指标", "及时性", "3.75万元"), budget="7.50"), example(row("成本指标", "项目成本", "≤45000元"), budget="7.50"))
    good = (
        example(row("成本指标", "警报器单位成本", "≤3.75万元/套"), budget="7.50"),
        example(row("成本指标", "设备费", "≤3.75万元"), row("成本指标", "安装费", "≤3.75万元"), budget="7.50"),
        example(row("成本指标", "节约成本", "≥2万元"), budget="7.50"),
        example(row("成本指标", "食堂补差", "≤12万元"), budget="62.50", purpose="文印8.5万元、水电暖42万元、机关食堂补差12万元"),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        budget, unit = project.project.budget, project.project.money_unit
        costs = money_costs(project)
        if budget is None or len(costs) != 1 or names_unit_cost(costs[0]):
            return  # several costs may add up; a price per something is no total
        amount = in_unit(costs[0].value, unit)
        if amount is None or _OTHER.search(costs[0].indicator.name) or amount == project.project.whole_term or _RANGE.search(costs[0].value.text):
            return  # saved, over the budget, of all years, or from so much to so much
        if states_amount(project.project, amount) and not any_in(words("total_cost"), costs[0].indicator.name):
            return  # the purpose or the goal names it as a part
        if budget - amount <= tolerance(unit, costs[0].value.measure):
            return
        part = amount * 100 / budget if budget else Decimal(100)
        share = f"（预算的{part:.0f}%）" if part < NEARLY_ALL else ""
        yield self.at_row(project, costs[0], "value", f"成本{plain(amount)}{unit}小于预算数{plain(budget)}{unit}{share}，又没有写明是单位成本")
