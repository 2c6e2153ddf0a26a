"""D002: a cost with a lower bound, so that spending more is better."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.places import COST
from classifier.rules.base import Rule, example, row
from classifier.types import Analysis, Finding, ProjectAnalysis

MAY_BE_FLOORED = ("节约", "节支", "下降", "节省", "降低", "压减", "减少", "补助标准", "补贴标准", "发放标准", "最低", "执行率")
"""Savings are better high; a standard paid to people may be a floor."""


class CostFloored(Rule):
    code, name, title = "D002", "cost-floored", "成本用≥"
    severity, dimension = "error", "资金匹配性"
    why = "成本是控制的上限，用≥就成了花得越多越好。"
    regulation = "财预〔2021〕101号 第二部分（成本指标）"
    mend = "改为≤。"
    bad = (example(row("成本指标", "总成本", "≥20万元")), example(row("经济成本指标", "设备单价", "不低于3万元/台")))
    good = (
        example(row("成本指标", "总成本", "≤20万元")),
        example(row("成本指标", "采购节支率", "≥5%")),
        example(row("成本指标", "困难学生补助标准", "≥1000元/人")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            value = line.value
            if line.place != COST or value.sign not in ("≥", ">"):
                continue
            if any(word in line.indicator.name for word in MAY_BE_FLOORED):
                continue
            yield self.at_row(project, line, "value", f"成本“{line.indicator.name} {value.text.strip()}”用≥，花得越多越好，方向相反")
