"""U004: a cost valued in per cent."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.places import COST
from classifier.analysis.words import find_word
from classifier.rules.base import Rule, example, row
from classifier.rules.costs import plain
from classifier.types import Analysis, Finding, ProjectAnalysis


class CostInPercent(Rule):
    code, name, title = "U004", "cost-in-percent", "成本单位为%"
    severity, dimension = "error", "资金匹配性"
    why = "成本是多少钱，写成百分比无法与预算比较。"
    regulation = "财预〔2021〕101号 第二部分（成本指标）"
    mend = "改为“≤数值万元”；确是节约率、控制率的，在名称里写明。"
    bad = (example(row("成本指标", "按总成本控制", "6.72%"), budget="6.72"), example(row("经济成本指标", "办公费用", "≤5%")))
    good = (
        example(row("成本指标", "政府采购节支率", "≥5%")),
        example(row("成本指标", "总成本", "≤6.72万元"), budget="6.72"),
        example(row("成本指标", "成本控制率", "≤100%")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        budget, unit = project.project.budget, project.project.money_unit
        for line in project.rows:
            value = line.value
            if line.place != COST or value.kind != "percent" or value.amount is None:
                continue
            if find_word("rates of cost", line.indicator.name) or line.indicator.name.strip().endswith(("率", "占比", "比例", "比重", "预算比")):
                continue  # a rate of cost is a percentage
            same = f"，数字恰为预算数，应为“≤{plain(budget)}{unit}”" if budget is not None and value.amount == budget else ""
            yield self.at_row(project, line, "value", f"成本“{value.text.strip()}”的单位是%{same}")
