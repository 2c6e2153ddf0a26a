"""P002: the payment plan has no amount at the year's end."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example
from classifier.rules.costs import plain
from classifier.types import Analysis, Finding, ProjectAnalysis


class YearEndBlank(Rule):
    code, name, title = "P002", "year-end-blank", "年底计划空白"
    severity, dimension = "error", "实现可能性"
    why = "支出计划填累计数，年底一格应等于预算数，空着就不知道钱能不能花完。"
    regulation = "项目支出绩效目标表填报格式（资金支出计划）"
    mend = "年底一格填预算数。"
    bad = (example(budget="7.50", plan="- - 7.50 -"), example(budget="18", plan="- 18.00 - -"))
    good = (example(budget="7.50", plan="- - 7.50 7.50"), example(budget="7.50"))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        plan = project.project.plan
        if not plan or plan[-1].amount is not None:
            return
        budget = project.project.budget
        should = f"，累计应为预算数{plain(budget)}{project.project.money_unit}" if budget is not None else ""
        yield self.at_project(project, "plan", f"支出计划{plan[-1].label}空白{should}", plan[-1])
