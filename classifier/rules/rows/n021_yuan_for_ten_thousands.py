"""N021: an amount that is the budget written in another money unit, without the unit being changed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from classifier.rules.base import Rule, example, row
from classifier.rules.costs import plain, wrong_amounts
from classifier.types import Analysis, Finding, ProjectAnalysis

FACTOR = Decimal(10000)


class YuanForTenThousands(Rule):
    code, name, title = "N021", "yuan-for-ten-thousands", "元与万元写混"
    severity, dimension = "hint", "资金匹配性"
    why = "数字恰是预算的一万倍或万分之一，是元和万元写混了。"
    regulation = "预算绩效文本格式（金额单位统一）"
    mend = "把单位改对，或把数字折算过来。"
    explains = ("N001", "N002", "P003", "P005")
    bad = (example(row("成本指标", "总成本", "≤75000万元"), budget="7.5"), example(row("成本指标", "总成本", "≤7.5元"), budget="7.5"))
    good = (example(row("成本指标", "总成本", "≤75万元"), budget="7.5"), example(row("成本指标", "总成本", "≤75000元"), budget="7.5"))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        budget, unit = project.project.budget, project.project.money_unit
        for wrong in wrong_amounts(project):
            if budget and wrong.amount in (budget * FACTOR, budget / FACTOR):
                yield wrong.say(self, f"数字恰为预算{plain(budget)}{unit}换成{'元' if wrong.amount > budget else '万元'}以后的数，疑单位写混")
