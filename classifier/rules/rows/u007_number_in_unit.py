"""U007: the number stands twice, or words stand between it and its unit."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example, row
from classifier.types import Analysis, Finding, ProjectAnalysis

_AGAIN = lazy_pattern(r"^[^\d/（(，,；;、。至]{2,}?(\d[\d.]*)")


class NumberInUnit(Rule):
    code, name, title = "U007", "number-in-unit", "值重复或夹带文字"
    severity, dimension = "warning", "规范完整性"
    why = "单位栏里又写了一遍名称和数字，系统拼出来的值读不通。"
    regulation = "填报系统的计量单位填写要求"
    mend = "只留数值和单位，如“1人”“≤12.56万元”。"
    bad = (example(row("数量指标", "调入人员", "1电视台调入人员数量1人")), example(row("成本指标", "总成本", "12.56经费总成本12.56万元")))
    good = (
        example(row("数量指标", "调入人员", "1人")),
        example(row("数量指标", "巡查频次", "1次/2日")),
        example(row("数量指标", "新建公厕", "3座（其中二类1座）")),
        example(row("数量指标", "购置垃圾车", "3台，每台8吨")),
        example(row("时效指标", "完成时间", "2023年12月31日")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            found = _AGAIN.match(line.value.unit) if line.value.amount is not None else None
            if found and Decimal(found[1].strip(".")) == line.value.amount:
                yield self.at_row(project, line, "value", f"“{line.value.text.strip()}”把数字写了两遍，只留数值和单位")
