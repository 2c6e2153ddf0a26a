"""P006: most of the money is to be paid in the last two months of the year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from classifier.money import convert
from classifier.rules.base import Rule, example
from classifier.rules.plans import share
from classifier.types import Analysis, Finding, ProjectAnalysis

OCTOBER = 10


class PaymentLateInYear(Rule):
    code, name, title = "P006", "payment-late-in-year", "集中年末"
    severity, dimension = "hint", "实现可能性"
    why = "到10月底支出还不到六成，年底突击花钱或结转的风险大。"
    regulation = "中发〔2018〕34号（绩效目标和预算执行双监控）"
    mend = "说明付款约定（验收后付款、一次付清），或调整支出计划。"
    options = {"lowest_share": "0.6", "large_budget": 100}
    bad = (example(budget="137.5", plan="0 0 27.5 137.5"), example(budget="28", plan="0 5 10 28"))
    good = (example(budget="137.5", plan="20 60 100 137.5"), example(budget="28"), example(budget="28", plan="0 5 - 28"))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        paid, head = share(project, OCTOBER), project.project
        if paid is None or head.budget is None or paid >= self.number("lowest_share"):
            return
        large = convert(head.budget, head.money_unit) >= self.number("large_budget")
        message = f"到10月底只支出预算的{(paid * 100).quantize(Decimal(1))}%，集中在年末"
        yield self.at_project(project, "plan", message, severity="warning" if large else "hint")
