"""T004: something that will be used for years, without an effect of the years to come."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.places import BENEFITS
from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example, row
from classifier.rules.table import has_levels
from classifier.types import Analysis, Finding, ProjectAnalysis

_LATER = lazy_pattern(r"年限|寿命|使用期|质保|以后年度|长期|运行保障|使用年|稳定运行|持续运行|设计使用|管护")


class LaterYearsMissing(Rule):
    code, name, title = "T004", "later-years-missing", "未反映以后年度效益"
    severity, dimension = "hint", "绩效合理性"
    why = "工程、大修、购置要用很多年，效益里应写当年及以后一段时期。"
    regulation = "财预〔2021〕101号 第二部分（工程基建、大型修缮及购置项目应考虑使用期限）"
    mend = "补使用年限、质保年限等指标。"
    options = {"kinds": ("K08", "K09", "K10", "K11")}
    bad = (
        example(row("数量指标", "维修面积", "≥900平方米"), row("质量指标", "合格率", "100%"), row("社会效益指标", "受益人数", "90人"), name="办公楼维修改造"),
    )
    good = (
        example(
            row("数量指标", "维修面积", "≥900平方米"), row("质量指标", "合格率", "100%"), row("可持续影响指标", "防水质保年限", "≥5年"), name="办公楼维修改造"
        ),
        example(row("数量指标", "培训人次", "≥90人次"), row("质量指标", "结业率", "≥95%"), row("社会效益指标", "持证率", "≥90%"), name="干部培训"),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        if not has_levels(project) or project.kind.code not in self.words("kinds"):
            return
        effects = [line for line in project.rows if line.place in BENEFITS]
        if not any(_LATER.search(line.indicator.name + line.indicator.description) or line.value.measure == "年" for line in effects):
            yield self.at_project(project, "table", f"{project.kind.name}项目没有反映使用年限等以后年度的效益")
