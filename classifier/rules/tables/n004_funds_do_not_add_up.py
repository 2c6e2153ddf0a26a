"""N004: the budget is not the sum of fiscal and other funds."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from classifier.rules.base import Rule, example
from classifier.rules.costs import plain, tolerance
from classifier.types import Analysis, Finding, ProjectAnalysis


class FundsDoNotAddUp(Rule):
    code, name, title = "N004", "funds-do-not-add-up", "资金构成不平"
    severity, dimension = "error", "资金匹配性"
    why = "预算数应等于财政资金加其他资金（空格按 0 计）。"
    regulation = "项目支出绩效目标表填报格式；算术核对"
    mend = "核对三个数，改正填错的一个。"
    bad = (example(budget="20.00", fiscal="12.00", other="7.00"), example(budget="20.00", fiscal="2.00"))
    good = (example(budget="20.00", fiscal="20"), example(budget="20.00", fiscal="12.50", other="7.50"), example(budget="20.00"))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        head, zero = project.project, Decimal(0)
        if head.budget is None or (head.fiscal is None and head.other is None):
            return  # the layout does not say where the money comes from
        fiscal, other = head.fiscal or zero, head.other or zero
        if abs(head.budget - fiscal - other) > tolerance(head.money_unit):
            total = f"财政资金{plain(fiscal)}＋其他资金{plain(other)}＝{plain(fiscal + other)}{head.money_unit}"
            yield self.at_project(project, "budget", f"{total}，不等于预算数{plain(head.budget)}{head.money_unit}")
