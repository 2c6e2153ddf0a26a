"""D001: a quantity with an upper bound, so that doing less is better."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.places import QUANTITY
from classifier.analysis.words import find_word
from classifier.rules.base import Rule, example, row
from classifier.types import Analysis, Finding, ProjectAnalysis


class QuantityCapped(Rule):
    code, name, title = "D001", "quantity-capped", "数量用≤"
    severity, dimension = "error", "指标科学性"
    why = "数量是要做到的量，用≤就成了做得越少越好。"
    regulation = "财预〔2021〕101号 第三部分（指标值）"
    mend = "改为≥或＝；确要压减的，在名称里写明“压减”“控制”。"
    bad = (example(row("数量指标", "维修处数", "≤1批")), example(row("数量指标", "车辆采购数量", "小于等于1辆")))
    good = (
        example(row("数量指标", "维修处数", "≥1批")),
        example(row("数量指标", "公务接待批次压减数", "≤30批次")),
        example(row("成本指标", "总成本", "≤30万元")),
        example(row("数量指标", "会议天数", "≤2天")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            value = line.value
            if line.place != QUANTITY or value.sign not in ("≤", "<") or value.kind != "count":
                continue  # a duration may well have an upper bound
            if find_word("may be capped", line.indicator.name) or find_word("little is good", line.indicator.name):
                continue  # the name says that less is meant
            yield self.at_row(project, line, "value", f"数量“{line.indicator.name} {value.text.strip()}”用≤，做得越少越好，方向相反")
