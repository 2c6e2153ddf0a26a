"""P005: a node of the payment plan is more than the budget."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example
from classifier.rules.costs import plain, tolerance
from classifier.types import Analysis, Finding, ProjectAnalysis


class PlanAboveBudget(Rule):
    code, name, title = "P005", "plan-above-budget", "支出计划超过预算"
    severity, dimension = "error", "实现可能性"
    why = "任何时点的累计支出都不能超过预算数。"
    regulation = "项目支出绩效目标表填报格式（资金支出计划）"
    mend = "改支出计划或预算数。"
    bad = (example(budget="20", plan="5 10 15 25"), example(budget="20", plan="5 10 21 20"))
    good = (example(budget="20", plan="5 20 20 20"), example(budget="20", plan="- - - 20.004"))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        budget, unit = project.project.budget, project.project.money_unit
        if budget is None:
            return
        above = [node for node in project.project.plan or () if node.amount is not None and node.amount - budget > tolerance(unit)]
        if above:
            listed = "、".join(f"{node.label}累计{plain(node.amount)}{unit}" for node in above if node.amount is not None)
            yield self.at_project(project, "plan", f"支出计划{listed}，超过预算数{plain(budget)}{unit}", above[0])
