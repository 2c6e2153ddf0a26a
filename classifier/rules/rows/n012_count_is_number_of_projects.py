"""N012: a quantity that is the number of projects of the whole draft."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, another, example, row
from classifier.rules.costs import quantities
from classifier.types import Analysis, Finding, ProjectAnalysis


class CountIsNumberOfProjects(Rule):
    code, name, title = "N012", "count-is-number-of-projects", "数量等于项目总数"
    severity, dimension = "hint", "指标科学性"
    why = "数量恰好等于全文本的项目个数，多半数的是项目而不是产出。"
    regulation = "审核惯例"
    mend = "换成本项目自己的产出。"
    options = {"fewest_projects": 10}
    bad = (example(row("数量指标", "完成项目数量", "11项目数量"), others=tuple(another(number=n) for n in range(2, 12))),)
    good = (
        example(row("数量指标", "完成项目数量", "3项目数量"), others=tuple(another(number=n) for n in range(2, 4))),
        example(row("数量指标", "调解案件", "11件"), others=tuple(another(number=n) for n in range(2, 12))),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        total = len(draft.projects)
        for line in quantities(project) if total >= self.number("fewest_projects") else ():
            if line.value.amount == total and "项目" in line.indicator.name + line.value.unit:
                yield self.at_row(project, line, "value", f"“{line.value.text.strip()}”恰为全文本的项目总数{total}，是否把项目个数当成了产出")
