"""F016: a placeholder of the template was not filled in."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example, row
from classifier.rules.table import PLACEHOLDER
from classifier.types import Analysis, Finding, ProjectAnalysis


class PlaceholderLeft(Rule):
    code, name, title = "F016", "placeholder-left", "占位符残留"
    severity, dimension = "error", "规范完整性"
    why = "模板里的占位符还在，这一处没有填。"
    regulation = "财预〔2015〕88号（绩效目标审核：规范完整）"
    mend = "删去占位符，填上本项目的内容。"
    bad = (
        example(row("数量指标", "新建道路（≥**公里）", "≥3公里")),
        example(row("数量指标", "新建道路里程", "≥XX公里")),
        example(row("数量指标", "新建道路里程", "≥3公里", basis="××文件")),
        example(goal="完成____项工作"),
    )
    good = (
        example(row("数量指标", "★新建道路里程", "≥3公里")),
        example(row("成本指标", "每套单价", "≤3.75万元/套（2×1.875）")),
        example(row("数量指标", "采购XXL号工作服", "30套")),
        example(row("数量指标", "资助*同学", "1人")),
        example(goal="建成图书馆、体育馆……，方便居民"),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for field in ("name", "purpose", "goal"):
            found = PLACEHOLDER.search(getattr(project.project, field))
            if found and not found[0].startswith("…"):  # in running text an ellipsis is an ellipsis
                yield self.at_project(project, field, f"“{found[0]}”是没有填的占位符")
        for line in project.rows:
            for field in ("name", "description", "value", "basis"):
                if found := PLACEHOLDER.search(getattr(line.indicator, field)):
                    yield self.at_row(project, line, field, f"“{found[0]}”是没有填的占位符")
