"""P001: the first nodes of the payment plan are blank, where nothing paid yet should be written as 0."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from classifier.rules.base import Rule, example
from classifier.rules.plans import month_of
from classifier.types import Analysis, Finding, ProjectAnalysis

DECEMBER = 12


class PlanNodeBlank(Rule):
    code, name, title = "P001", "plan-node-blank", "节点空白"
    severity, dimension = "warning", "实现可能性"
    why = "节点空着，看不出是还没有支出还是漏填。"
    regulation = "财预〔2015〕88号（绩效目标审核：规范完整）"
    mend = "还没有支出的节点填0.00，其余填累计数。"
    bad = (example(budget="45", plan="- - 20 45"), example(budget="45", plan="- 20 30 45"))
    good = (example(budget="45", plan="0 0 20 45"), example(budget="45", plan="10 20 - 45"), example(budget="45", plan="10 20 30 -"), example(budget="45"))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        blank = [node for node in takewhile(lambda node: node.amount is None, project.project.plan or ()) if month_of(node) != DECEMBER]
        if blank:
            said = "、".join(node.label for node in blank)
            yield self.at_project(project, "plan", f"资金支出计划的{said}空着，没有支出应填0.00", blank[0])
