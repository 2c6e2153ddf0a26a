"""U003: the unit of a quantity repeats its name instead of naming a measure."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.normalise import is_han, squeeze
from classifier.analysis.places import QUANTITY
from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example, row
from classifier.types import Analysis, Finding, ProjectAnalysis

_NAME_LIKE = lazy_pattern(r"[数量率]$")
LONG = 4
"""A unit of so many characters that no table knows is a phrase."""


class UnitIsNoMeasure(Rule):
    code, name, title = "U003", "unit-is-no-measure", "单位不是规范量词"
    severity, dimension = "warning", "规范完整性"
    why = "单位栏里写的是指标名，不是量词，系统拼出来的值读不通。"
    regulation = "填报系统的计量单位填写要求"
    mend = "单位写人、次、个、台等量词，说明的话移到描述里。"
    bad = (example(row("数量指标", "劳务派遣人员", "14劳务派遣人员数量")), example(row("数量指标", "补贴人数", "1人数")))
    good = (example(row("数量指标", "补贴人数", "1人")), example(row("数量指标", "出动船只", "≥3艘次")), example(row("数量指标", "展板", "≥20块（A1）")))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            value, unit = line.value, squeeze(line.value.unit)
            if line.place != QUANTITY or value.kind != "count" or value.amount is None or value.measure or not is_han(unit):
                continue
            if (len(unit) > 1 and _NAME_LIKE.search(unit)) or len(unit) >= LONG:
                yield self.at_row(project, line, "value", f"“{value.text.strip()}”的单位“{unit}”不是量词")
