"""P003: the payment plan does not end at the budget."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example
from classifier.rules.costs import plain, tolerance
from classifier.types import Analysis, Finding, ProjectAnalysis


class YearEndOffBudget(Rule):
    code, name, title = "P003", "year-end-off-budget", "年末不等于预算"
    severity, dimension = "error", "实现可能性"
    why = "支出计划是累计数，年底应恰好花完预算。"
    regulation = "项目支出绩效目标表填报格式（资金支出计划）"
    mend = "改年底累计数或预算数，使两者相等。"
    bad = (example(budget="20", plan="5 10 15 19"),)
    good = (example(budget="20.00", plan="5 10 15 20"), example(budget="20.00", plan="5 10 15 -"), example(budget="20", plan="5 10 15 25"))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        plan, budget, unit = project.project.plan, project.project.budget, project.project.money_unit
        if not plan or budget is None or plan[-1].amount is None:
            return  # a blank year's end is P002
        if budget - plan[-1].amount > tolerance(unit):  # more than the budget is P005
            yield self.at_project(project, "plan", f"支出计划{plan[-1].label}累计{plain(plan[-1].amount)}{unit}，不等于预算数{plain(budget)}{unit}", plan[-1])
