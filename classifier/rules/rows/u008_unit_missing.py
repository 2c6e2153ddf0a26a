"""U008: a quantity, cost or time that is a bare number."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.places import COST, QUANTITY, TIMELINESS
from classifier.analysis.values import find_unit
from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example, row
from classifier.types import Analysis, Finding, ProjectAnalysis

_IN_BRACKETS = lazy_pattern(r"[(（]([^()（）]+)[)）]")


class UnitMissing(Rule):
    code, name, title = "U008", "unit-missing", "缺单位"
    severity, dimension = "error", "规范完整性"
    why = "只有数字没有单位，不知道是多少人、多少件还是多少钱。"
    regulation = "填报系统的单位为必填"
    mend = "在数字后写明计量单位。"
    bad = (example(row("数量指标", "重点建设工程安排数量", "2")), example(row("成本指标", "总成本", "≤28")), example(row("时效指标", "建设工期", "180")))
    good = (
        example(row("数量指标", "修建作业道长度(公里)", "30")),
        example(row("数量指标", "重点建设工程安排数量", "2个")),
        example(row("质量指标", "评审得分", "≥90")),
        example(row("数量指标", "受训人数", "2人数")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            value = line.value
            if line.place not in (QUANTITY, COST, TIMELINESS) or value.kind != "count" or value.amount is None or value.unit:
                continue
            if any(find_unit(text.strip()) for text in _IN_BRACKETS.findall(line.indicator.name)):
                continue  # the unit stands in the name
            yield self.at_row(project, line, "value", f"“{line.indicator.name}”的指标值“{value.text.strip()}”没有单位")
