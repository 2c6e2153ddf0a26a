"""N022: an amount that is the budget with its decimal point moved."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from classifier.rules.base import Rule, example, row
from classifier.rules.costs import plain, wrong_amounts
from classifier.types import Analysis, Finding, ProjectAnalysis

FACTORS = tuple(map(Decimal, ("10", "100", "1000", "0.1", "0.01", "0.001")))


class DecimalPointSlipped(Rule):
    code, name, title = "N022", "decimal-point-slipped", "小数点错位"
    severity, dimension = "hint", "资金匹配性"
    why = "数字和预算只差小数点的位置，是录入时点错了。"
    regulation = "预算绩效文本格式（金额单位统一）"
    mend = "按预算数改小数点。"
    explains = ("N001", "N002", "P003", "P005")
    bad = (example(row("成本指标", "总成本", "≤125.6万元"), budget="12.56"), example(budget="28", plan="5 10 20 2.8"))
    good = (example(row("成本指标", "总成本", "≤126.5万元"), budget="12.56"), example(row("成本指标", "总成本", "≤12.56万元"), budget="12.56"))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        budget = project.project.budget
        for wrong in wrong_amounts(project):
            if budget and wrong.amount in [budget * factor for factor in FACTORS]:
                yield wrong.say(self, f"与预算{plain(budget)}{project.project.money_unit}只差小数点的位置")
