"""N017: of so few things a rate below 100 % still means all of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from classifier.analysis.places import QUALITY
from classifier.rules.base import Rule, example, row
from classifier.rules.costs import quantities
from classifier.types import Analysis, Finding, ProjectAnalysis

FULL = Decimal(100)


class SmallCountHighRate(Rule):
    code, name, title = "N017", "small-count-high-rate", "小数量配高比率"
    severity, dimension = "hint", "绩效合理性"
    why = "总共只有几件，95%和100%是同一回事，比率是随手填的。"
    regulation = "审核惯例"
    mend = "写100%，或写具体标准。"
    options = {"largest_count": 10}
    bad = (example(row("数量指标", "警报器数量", "2套"), row("质量指标", "警报器合格率", "≥95%")),)
    good = (
        example(row("数量指标", "警报器数量", "2套"), row("质量指标", "警报器合格率", "100%")),
        example(row("数量指标", "路灯数量", "200盏"), row("质量指标", "路灯完好率", "≥95%")),
        example(row("数量指标", "租期", "1年"), row("质量指标", "房屋完好率", "≥95%")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        counted = [line.value.amount for line in quantities(project) if line.value.amount and not line.value.unit.endswith(("批", "年", "率"))]
        if len(counted) != 1 or counted[0] > self.number("largest_count"):
            return
        for line in project.rows:
            rate = line.value.amount if line.place == QUALITY and line.value.kind == "percent" else None
            if rate is not None and 0 < rate < FULL and (counted[0] * rate / FULL).to_integral_value(ROUND_CEILING) == counted[0]:
                message = f"总共只有{counted[0]}，“{line.value.text.strip()}”等于要求全部，应写100%"
                yield self.at_row(project, line, "value", message)
