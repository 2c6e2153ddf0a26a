"""T005: the weights of the rows do not add up to what they should."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from classifier.rules.base import Rule, example, row
from classifier.rules.costs import plain
from classifier.types import Analysis, Finding, ProjectAnalysis


class WeightsOffTotal(Rule):
    code, name, title = "T005", "weights-off-total", "权重合计错误"
    severity, dimension = "error", "规范完整性"
    why = "权重合计不对，自评时得分算不出来。"
    regulation = "财预〔2021〕101号 第三部分（分值权重：预算执行率10%另列）"
    mend = "调整各条权重，合计90分（含预算执行率的100分）。"
    options = {"totals": (90, 100)}
    bad = (example(row("数量指标", "甲", "1个", weight="50"), row("质量指标", "乙", "1个", weight="30")),)
    good = (
        example(row("数量指标", "甲", "1个", weight="50"), row("质量指标", "乙", "1个", weight="40")),
        example(row("数量指标", "甲", "1个"), row("质量指标", "乙", "1个")),
        example(row("数量指标", "甲", "1个", weight="0.5"), row("质量指标", "乙", "1个", weight="0.5")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        weights = [line.indicator.weight for line in project.rows if line.indicator.weight is not None]
        if len(weights) * 2 <= len(project.rows):
            return
        total = sum(weights, Decimal(0))
        allowed = [Decimal(text) for text in self.words("totals")]
        if total not in allowed and total * 100 not in allowed:
            yield self.at_project(project, "weight", f"权重合计{plain(total)}，应为{'或'.join(self.words('totals'))}")
