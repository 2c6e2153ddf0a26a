"""T001: works, major repairs and purchases without any cost."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.places import COST
from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example, row
from classifier.rules.table import has_levels, kind_in_name, places_in
from classifier.types import Analysis, Finding, ProjectAnalysis

_SERVICE = lazy_pattern(r"前期|测绘|检测|监管|招投标|监理|评审|审计|设计|咨询")
"""Work about a building that builds nothing."""


class CostRequired(Rule):
    code, name, title = "T001", "cost-required", "必设成本缺失"
    severity, dimension = "error", "资金匹配性"
    why = "工程基建、大型修缮、大型购置项目应设成本指标。"
    regulation = "财预〔2021〕101号 第二部分（成本指标）"
    mend = "补单位成本、分项成本或总成本控制数。"
    options = {"kinds": ("K09", "K10", "K11")}
    bad = (
        example(
            row("数量指标", "维修面积", "≥900平方米"), row("质量指标", "验收合格率", "100%"), row("社会效益指标", "受益人数", "90人"), name="办公楼维修改造"
        ),
    )
    good = (
        example(
            row("数量指标", "维修面积", "≥900平方米"),
            row("经济成本指标", "单方造价", "≤300元/平方米"),
            row("质量指标", "合格率", "100%"),
            name="办公楼维修改造",
        ),
        example(row("数量指标", "培训人次", "≥90人次"), row("质量指标", "结业率", "≥95%"), row("社会效益指标", "持证率", "≥90%"), name="干部培训"),
        example(row("数量指标", "办公设备维护费用", "≤3万元"), row("", "合格率", "100%"), row("", "受益人数", "90人"), name="办公楼维修改造"),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        if (
            has_levels(project)
            and kind_in_name(project) in self.words("kinds")
            and not _SERVICE.search(project.project.name)
            and COST not in places_in(project)
        ):
            yield self.at_project(project, "table", f"{project.kind.name}项目应设成本指标，本表没有")
