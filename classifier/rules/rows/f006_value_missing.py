"""F006: an indicator without a value."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example, row
from classifier.types import Analysis, Finding, ProjectAnalysis


class ValueMissing(Rule):
    code, name, title = "F006", "value-missing", "指标值为空"
    severity, dimension = "error", "规范完整性"
    why = "没有指标值的指标，年底无从比较。"
    regulation = "财预〔2015〕88号（审核内容：完整性）；填报系统的指标值为必填"
    mend = "填写指标值；不适用的整行删去。"
    bad = (example(row("社会效益指标", "受益群众人数", "")), example(row("质量指标", "验收合格率", "/")))
    good = (example(row("社会效益指标", "受益群众人数", "≥63人")), example(row("质量指标", "安全事故", "无")), example(row("质量指标", "失泄密事件", "0起")))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            if line.indicator.name.strip() and line.value.kind == "empty":
                yield self.at_row(project, line, "value", f"“{line.indicator.name}”没有指标值")
