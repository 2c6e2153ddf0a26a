"""N006: a satisfaction target below 80 % or of a full 100 %."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.places import SATISFACTION
from classifier.rules.base import Rule, example, row
from classifier.types import Analysis, Finding, ProjectAnalysis


class SatisfactionExtreme(Rule):
    code, name, title = "N006", "satisfaction-extreme", "满意度取值异常"
    severity, dimension = "warning", "绩效合理性"
    why = "自评时满意度低于80%要扣分，100%在真做的问卷里几乎得不到。"
    regulation = "财预〔2021〕101号 第三部分（赋分）"
    mend = "按以往问卷结果定在85%—95%，另有考虑的说明理由。"
    options = {"lowest": 80, "highest_below": 100}
    bad = (
        example(row("服务对象满意度指标", "学员满意度", "≥70%")),
        example(row("服务对象满意度指标", "学员满意度", "100%")),
    )
    good = (
        example(row("服务对象满意度指标", "学员满意度", "≥80%")),
        example(row("服务对象满意度指标", "学员投诉率", "≤2%")),
        example(row("社会效益指标", "参保覆盖率", "100%")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            value, name = line.value, line.indicator.name
            if line.place != SATISFACTION or value.kind != "percent" or value.amount is None or value.sign in ("≤", "<") or "投诉" in name or "不满意" in name:
                continue
            if value.amount < self.number("lowest"):
                yield self.at_row(project, line, "value", f"满意度“{value.text.strip()}”低于{self.number('lowest')}%，目标定得太低，须说明")
            elif value.amount >= self.number("highest_below"):
                yield self.at_row(project, line, "value", f"满意度“{value.text.strip()}”不留余地，问卷几乎做不到，须说明或按历史结果定")
