"""D003: a cost without a sign, though a cost is a ceiling."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.places import COST
from classifier.analysis.words import find_word
from classifier.rules.base import Rule, example, row
from classifier.types import Analysis, Finding, ProjectAnalysis


class CostWithoutCeiling(Rule):
    code, name, title = "D003", "cost-without-ceiling", "成本无上限符号"
    severity, dimension = "hint", "资金匹配性"
    why = "成本是控制的上限，不带≤就成了必须花到的数。"
    regulation = "财预〔2021〕101号 第二部分（成本指标）"
    mend = "在数字前加≤。"
    bad = (example(row("成本指标", "总成本", "12.56万元")), example(row("成本指标", "总成本", "=12.56万元")))
    good = (example(row("成本指标", "总成本", "≤12.56万元")), example(row("成本指标", "补助标准", "=1000元/人·月")))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            if line.place != COST or line.value.amount is None or line.value.kind not in ("money", "percent", "count"):
                continue
            if line.value.kind != "money" and find_word("rates of cost", line.indicator.name):
                continue
            if line.value.sign in ("", "=") and "/" not in line.value.unit and "标准" not in line.indicator.name:
                yield self.at_row(project, line, "value", f"成本“{line.value.text.strip()}”没有≤，成本应写上限")
