"""F003: no output at all, or no benefit at all."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example, row
from classifier.rules.table import has_benefits, has_levels, has_outputs
from classifier.types import Analysis, Finding, ProjectAnalysis


class Level1Missing(Rule):
    code, name, title = "F003", "level1-missing", "缺一级指标"
    severity, dimension = "error", "指标科学性"
    why = "原则上每个项目都要设产出指标和效益指标。"
    regulation = "财预〔2021〕101号 第二部分（原则上每个项目都应设置产出指标和效益指标）"
    mend = "补设；人员工资、津贴和日常公用经费可以不设效益。"
    options = {"without_benefits": ("K01", "K02", "K03")}
    bad = (
        example(row("社会效益指标", "受益居民户数", "≥300户"), name="路灯维修"),
        example(row("数量指标", "维修路灯", "≥120盏"), row("质量指标", "维修合格率", "100%"), name="路灯维修"),
    )
    good = (
        example(row("数量指标", "维修路灯", "≥120盏"), row("社会效益指标", "受益居民户数", "≥300户"), name="路灯维修"),
        example(row("数量指标", "发放人数", "14人"), name="劳务派遣人员工资"),
        example(row("", "维修路灯", "≥120盏"), name="路灯维修"),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        if not has_levels(project):
            return
        lacking = [] if has_outputs(project) else ["产出"]
        if not has_benefits(project) and project.kind.code not in self.words("without_benefits"):
            lacking.append("效益")
        if lacking:
            yield self.at_project(project, "table", f"整张表没有{'、'.join(lacking)}指标")
