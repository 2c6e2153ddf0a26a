"""F005: a row has a value and no name."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example, row
from classifier.types import Analysis, Finding, ProjectAnalysis


class NameMissing(Rule):
    code, name, title = "F005", "name-missing", "三级指标为空"
    severity, dimension = "error", "规范完整性"
    why = "只有指标值没有指标名，不知道量的是什么。"
    regulation = "财预〔2015〕88号（绩效目标审核：规范完整）"
    mend = "补上三级指标名称。"
    bad = (example(row("质量指标", "", "100%")), example(row("时效指标", " ", "全年")))
    good = (example(row("质量指标", "绿化养护合格率", "100%")), example(row("质量指标", "绿化养护合格率", "")))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            if not line.indicator.name.strip() and line.indicator.value.strip():
                yield self.at_row(project, line, "name", f"指标值“{line.value.text.strip()}”没有对应的三级指标名称")
