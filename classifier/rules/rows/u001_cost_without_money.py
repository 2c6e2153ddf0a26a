"""U001: a cost whose unit is not money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from classifier.analysis.places import COST
from classifier.analysis.values import unit_kind
from classifier.rules.base import Rule, example, row
from classifier.types import Analysis, Finding, ProjectAnalysis


class CostWithoutMoney(Rule):
    code, name, title = "U001", "cost-without-money", "成本无货币单位"
    severity, dimension = "error", "规范完整性"
    why = "成本指标要能与预算比较，必须写明是多少元或万元。"
    regulation = "财预〔2021〕101号 第二部分（成本指标）；填报系统的单位为必填"
    mend = "写成“≤数值万元”，说明文字放到绩效指标描述里。"
    bad = (example(row("成本指标", "按总成本控制", "56.27按照预算总成本控制")), example(row("成本指标", "材料费", "≤8个")))
    good = (
        example(row("成本指标", "总成本", "12.56经费总成本12.56万元")),
        example(row("成本指标", "人均补助", "1000元/人")),
        example(row("成本指标", "成本节约率", "≥3%")),
        example(row("成本指标", "总成本", "不超预算")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            value = line.value
            if line.place != COST or value.amount is None or value.kind in ("money", "percent"):
                continue
            if not value.unit or re.search(r"\d", value.unit) or unit_kind(value.unit.strip("()（） ")) == "money":
                continue  # no unit at all is U008; a second number is a matter of its own
            yield self.at_row(project, line, "value", f"成本“{value.text.strip()}”没有货币单位（单位栏是“{value.unit}”）")
