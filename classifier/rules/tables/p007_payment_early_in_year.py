"""P007: a large part of the money is to be paid in the first three months."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from classifier.rules.base import Rule, example
from classifier.rules.plans import share
from classifier.types import Analysis, Finding, ProjectAnalysis

MARCH = 3


class PaymentEarlyInYear(Rule):
    code, name, title = "P007", "payment-early-in-year", "前期过快"
    severity, dimension = "hint", "实现可能性"
    why = "一季度就支出四成以上，要看是否有预付或一次付清的约定。"
    regulation = "中发〔2018〕34号（绩效目标和预算执行双监控）"
    mend = "说明预付、一次付清的合同约定，或调整支出计划。"
    options = {"highest_share": "0.4"}
    bad = (example(budget="2.65", plan="2.65 2.65 2.65 2.65"), example(budget="10", plan="4 6 8 10"))
    good = (example(budget="10", plan="2.5 5 8 10"), example(budget="10", plan="- 5 8 10"))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        paid = share(project, MARCH)
        if paid is not None and paid >= self.number("highest_share"):
            yield self.at_project(project, "plan", f"3月底就支出预算的{(paid * 100).quantize(Decimal(1))}%，进度过快，须说明付款约定")
