"""T003: a project for the public or for named recipients without satisfaction."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.places import SATISFACTION
from classifier.rules.base import Rule, example, row
from classifier.rules.table import has_levels, kind_in_name, places_in
from classifier.types import Analysis, Finding, ProjectAnalysis


class SatisfactionRequired(Rule):
    code, name, title = "T003", "satisfaction-required", "应设满意度缺失"
    severity, dimension = "warning", "指标科学性"
    why = "直接面向社会公众或特定受益人的项目，应当问受益人满不满意。"
    regulation = "财预〔2021〕101号 第二部分（满意度指标）"
    mend = "补受益人的满意度，依据写问卷。"
    options = {"kinds": ("K06", "K15", "K16", "K17", "K18", "K19", "K20", "K21", "K22", "K23", "K24")}
    bad = (example(row("数量指标", "培训人次", "≥90人次"), row("质量指标", "结业率", "≥95%"), row("社会效益指标", "持证率", "≥90%"), name="乡村医生培训"),)
    good = (
        example(row("数量指标", "培训人次", "≥90人次"), row("质量指标", "结业率", "≥95%"), row("满意度指标", "学员满意度", "≥90%"), name="乡村医生培训"),
        example(row("数量指标", "付息笔数", "2笔"), row("质量指标", "足额偿付率", "100%"), row("社会效益指标", "违约事件", "0起"), name="债券付息"),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        asked = SATISFACTION in places_in(project) or any("满意" in line.indicator.name + line.indicator.level1 for line in project.rows)
        if has_levels(project) and kind_in_name(project) in self.words("kinds") and not asked:
            yield self.at_project(project, "table", f"{project.kind.name}项目直接面向受益人，应设满意度指标，本表没有")
