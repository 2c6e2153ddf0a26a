"""N007: a quantity of zero or less."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.places import QUANTITY
from classifier.analysis.words import any_in, words
from classifier.rules.base import Rule, example, row
from classifier.types import Analysis, Finding, ProjectAnalysis


class QuantityNotPositive(Rule):
    code, name, title = "N007", "quantity-not-positive", "数量非正"
    severity, dimension = "error", "指标科学性"
    why = "产出数量为零或负数，等于什么也没有做。"
    regulation = "财预〔2021〕101号 第二部分（数量指标）"
    mend = "写本年度要完成的数量；今年没有这项产出的，删去本行。"
    bad = (example(row("数量指标", "维修路灯数量", "0盏")), example(row("数量指标", "维修路灯数量", "-3盏")))
    good = (example(row("数量指标", "维修路灯数量", "≥1盏")), example(row("数量指标", "重大安全事故起数", "0起")), example(row("质量指标", "差错率", "0%")))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            value = line.value
            if line.place != QUANTITY or value.amount is None or value.amount > 0 or any_in((*words("little is good"), "超", "零"), line.indicator.name):
                continue
            yield self.at_row(project, line, "value", f"数量“{value.text.strip()}”不是正数")
