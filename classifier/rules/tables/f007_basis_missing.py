"""F007: rows without a basis in a table that has a column for it."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example, row
from classifier.rules.table import listed
from classifier.types import Analysis, Finding, ProjectAnalysis


class BasisMissing(Rule):
    code, name, title = "F007", "basis-missing", "依据为空"
    severity, dimension = "warning", "规范完整性"
    why = "没有依据，审核人不知道指标值从哪里来。"
    regulation = "财预〔2021〕101号 第三部分（指标值的确定依据）"
    mend = "写文件、合同、标准或台账的名称。"
    bad = (example(row("数量指标", "维修路灯", "≥120盏", basis="维修计划"), row("质量指标", "亮灯率", "≥98%")),)
    good = (
        example(row("数量指标", "维修路灯", "≥120盏", basis="维修计划"), row("质量指标", "亮灯率", "≥98%", basis="照明设施养护标准")),
        example(row("数量指标", "维修路灯", "≥120盏"), row("质量指标", "亮灯率", "≥98%")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        has_column = any(line.indicator.basis.strip() or "basis" in line.indicator.locations for line in project.rows)
        blank = [line.indicator.row for line in project.rows if not line.indicator.basis.strip()]
        if has_column and blank:
            said = "各行" if len(blank) == len(project.rows) else f"第{listed(blank)}行"
            yield self.at_project(project, "basis", f"{said}的指标值确定依据是空的", key=str(len(blank)))
