"""N005: a share of a whole above 100 %, or an open-ended ≥100 %."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from classifier.analysis.places import COST
from classifier.analysis.words import find_word
from classifier.rules.base import Rule, example, row
from classifier.types import Analysis, Finding, ProjectAnalysis

HUNDRED = Decimal(100)


class ShareAboveHundred(Rule):
    code, name, title = "N005", "share-above-hundred", "比率超百分之百"
    severity, dimension = "error", "绩效合理性"
    why = "合格率、覆盖率一类占比最多 100%，写“≥100%”等于要求超过全部。"
    regulation = "算术核对；财预〔2021〕101号 第三部分（指标值）"
    mend = "占比改为“＝100%”；能超过的写成增长率并说明基数。"
    bad = (example(row("质量指标", "设备验收合格率", "≥105%")), example(row("时效指标", "完成及时率", "≥100百分比")))
    good = (
        example(row("质量指标", "设备验收合格率", "=100%")),
        example(row("经济效益指标", "销售收入增长率", "≥105%")),
        example(row("数量指标", "招商任务完成率", "≥105%", description="实际引资额占计划的比例，可超额完成")),
        example(row("质量指标", "设备验收合格率", "≤100%")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            value, text = line.value, line.indicator.name + line.indicator.description
            if value.kind != "percent" or value.amount is None or value.measure not in ("%", "百分比", "百分率"):
                continue  # no percentage, or one whose unit is another rule's
            if line.place == COST or find_word("growth", text) or find_word("may exceed the whole", text):
                continue  # growth and comparison may exceed the base
            if value.amount > HUNDRED:
                yield self.at_row(project, line, "value", f"“{line.indicator.name}”是占比，指标值{value.text.strip()}超过100%")
            elif value.amount == HUNDRED and value.sign in ("≥", ">"):
                yield self.at_row(project, line, "value", f"“{line.indicator.name}”是占比，不可能超过100%，{value.text.strip()}应写“＝100%”", "warning")
