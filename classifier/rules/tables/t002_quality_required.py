"""T002: works and information systems without any quality."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.places import QUALITY
from classifier.rules.base import Rule, example, row
from classifier.rules.table import has_levels, kind_in_name, places_in
from classifier.types import Analysis, Finding, ProjectAnalysis


class QualityRequired(Rule):
    code, name, title = "T002", "quality-required", "必设质量缺失"
    severity, dimension = "error", "指标科学性"
    why = "工程基建、信息化建设有明确的质量标准，必须设质量指标。"
    regulation = "财预〔2021〕101号 第二部分（质量指标）"
    mend = "补验收合格率、测试通过率等质量指标。"
    options = {"kinds": ("K08", "K11")}
    bad = (
        example(
            row("数量指标", "新建道路", "≥3公里"), row("成本指标", "总造价", "≤900万元"), row("社会效益指标", "受益人数", "900人"), name="农村道路新建工程"
        ),
    )
    good = (
        example(row("数量指标", "新建道路", "≥3公里"), row("质量指标", "竣工验收合格率", "100%"), row("成本指标", "造价", "≤9万元"), name="农村道路新建工程"),
        example(row("数量指标", "培训人次", "≥90人次"), row("成本指标", "总成本", "≤9万元"), row("社会效益指标", "持证率", "≥90%"), name="干部培训"),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        if has_levels(project) and kind_in_name(project) in self.words("kinds") and QUALITY not in places_in(project):
            yield self.at_project(project, "table", f"{project.kind.name}项目应设质量指标，本表没有")
