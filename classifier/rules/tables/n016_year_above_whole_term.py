"""N016: the year's money is more than the money of the whole term."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example
from classifier.rules.costs import plain, tolerance
from classifier.types import Analysis, Finding, ProjectAnalysis


class YearAboveWholeTerm(Rule):
    code, name, title = "N016", "year-above-whole-term", "年度与总额矛盾"
    severity, dimension = "error", "资金匹配性"
    why = "一年的资金不会多于整个实施期的资金。"
    regulation = "财预〔2015〕88号（绩效目标应与资金量相匹配）"
    mend = "核对两处资金，更正其一。"
    bad = (example(budget="340", whole_term="170"),)
    good = (example(budget="170", whole_term="340"), example(budget="170", whole_term="170"), example(budget="170"))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        head = project.project
        if head.budget is not None and head.whole_term is not None and head.budget - head.whole_term > tolerance(head.money_unit):
            message = f"本年预算{plain(head.budget)}{head.money_unit}大于实施期总额{plain(head.whole_term)}{head.money_unit}"
            yield self.at_project(project, "budget", message)
