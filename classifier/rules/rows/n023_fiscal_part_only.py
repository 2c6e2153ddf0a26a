"""N023: an amount that is one source of the money, without the other."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example, row
from classifier.rules.costs import plain, tolerance, wrong_amounts
from classifier.types import Analysis, Finding, ProjectAnalysis


class FiscalPartOnly(Rule):
    code, name, title = "N023", "fiscal-part-only", "只算了一种资金"
    severity, dimension = "hint", "资金匹配性"
    why = "数字恰是财政资金或其他资金的一项，另一项漏了。"
    regulation = "财预〔2015〕88号（绩效目标应与资金量相匹配）"
    mend = "按预算总数写，或注明只含财政资金。"
    explains = ("N002", "P003")
    bad = (example(row("成本指标", "总成本", "≤20万元"), budget="28", fiscal="20", other="8"),)
    good = (
        example(row("成本指标", "总成本", "≤28万元"), budget="28", fiscal="20", other="8"),
        example(row("成本指标", "总成本", "≤21万元"), budget="28", fiscal="20"),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        head = project.project
        sources = [(name, amount) for name, amount in (("财政资金", head.fiscal), ("其他资金", head.other)) if amount and amount != head.budget]
        for wrong in wrong_amounts(project):
            for name, amount in sources:
                if abs(wrong.amount - amount) <= tolerance(head.money_unit):
                    yield wrong.say(self, f"恰为{name}{plain(amount)}{head.money_unit}，漏了其余资金")
