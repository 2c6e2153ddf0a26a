"""F004: a 二级指标 that every project must set is missing."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.kinds import DISCOURAGED, REQUIRED, load_kinds, place_status
from classifier.analysis.places import COST, QUALITY, QUANTITY
from classifier.rules.base import Rule, example, row
from classifier.rules.table import has_levels, has_outputs, kind_in_name, places_in
from classifier.types import Analysis, Finding, ProjectAnalysis


class Level2Missing(Rule):
    code, name, title = "F004", "level2-missing", "缺必设二级指标"
    severity, dimension = "warning", "指标科学性"
    why = "数量、质量原则上必设，成本按88号文也要设，缺一样就看不出花钱换来什么。"
    regulation = "财预〔2021〕101号 第二部分；财预〔2015〕88号（绩效指标的构成）"
    mend = "补设缺的二级指标。"
    bad = (
        example(row("数量指标", "维修路灯", "≥120盏"), row("成本指标", "总成本", "≤12万元"), row("社会效益指标", "受益户数", "≥300户"), name="路灯运行"),
        example(row("数量指标", "维修路灯", "≥120盏"), row("质量指标", "亮灯率", "≥98%"), row("社会效益指标", "受益户数", "≥300户"), name="路灯运行"),
    )
    good = (
        example(
            row("数量指标", "维修路灯", "≥120盏"), row("质量指标", "亮灯率", "≥98%"), row("时效指标", "完成时间", "9月底前"),
            row("成本指标", "总成本", "≤12万元"),
            row("社会效益指标", "受益户数", "≥300户"), row("服务对象满意度指标", "居民满意度", "≥90%"),
        ),
        example(row("", "维修路灯", "≥120盏"), name="路灯运行"),
    )  # fmt: skip

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        if not has_levels(project) or not has_outputs(project):
            return
        lacking = [place for place in (QUANTITY, QUALITY) if place not in places_in(project) and place_status(project.kind, place) != DISCOURAGED]
        if COST not in places_in(project):
            lacking.append(COST)
        if lacking:
            yield self.at_project(project, "table", f"没有{'、'.join(lacking)}", key="".join(lacking))
            return
        kind = load_kinds().get(kind_in_name(project))
        wanted = [place for place, status in kind.places.items() if status == REQUIRED and place not in places_in(project)] if kind else []
        if kind and wanted:
            message = f"{kind.name}项目一般应设{'、'.join(wanted)}，本表没有"
            yield self.at_project(project, "table", message, severity="hint", key="".join(wanted))
