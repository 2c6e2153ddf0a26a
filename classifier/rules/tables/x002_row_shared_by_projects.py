"""X002: one indicator stands in many projects of a draft under the same name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from classifier.analysis.normalise import squeeze
from classifier.analysis.words import words
from classifier.rules.base import Rule, another, example, row
from classifier.rules.table import listed
from classifier.types import Analysis, Finding

_SLOGAN = row("可持续影响指标", "可持续性服务", "≥95%")


class RowSharedByProjects(Rule):
    code, name, title = "X002", "row-shared-by-projects", "指标跨项目雷同"
    severity, dimension = "warning", "指标科学性"
    why = "同一条指标原样出现在许多项目里，没有一个项目是按自己的内容写的。"
    regulation = "财预〔2021〕101号 第一部分（重点突出）"
    mend = "按各项目的产出和效果分别写；不产生这种效果的，删去。"
    options = {
        "fewest_projects": 5,
        "lowest_share": "0.2",
        "neutral": words("neutral names"),
    }
    bad = (example(_SLOGAN, name="甲", others=tuple(another(_SLOGAN, number=n, name=str(n)) for n in range(2, 6))),)
    good = (
        example(_SLOGAN, name="甲", others=tuple(another(_SLOGAN, number=n, name=str(n)) for n in range(2, 5))),
        example(
            row("成本指标", "总成本", "≤5万元"), name="甲",
            others=tuple(another(row("成本指标", "总成本", "≤5万元"), number=n, name=str(n)) for n in range(2, 8)),
        ),
    )  # fmt: skip

    def check_draft(self, draft: Analysis) -> Iterator[Finding]:
        same: dict[str, dict[int, None]] = defaultdict(dict)
        for project in draft.projects:
            for line in project.rows:
                if name := squeeze(line.indicator.name):
                    same[name][project.project.number] = None
        fewest = max(self.number("fewest_projects"), self.number("lowest_share") * len(draft.projects))
        for name, numbers in sorted(same.items(), key=lambda item: (-len(item[1]), item[0])):
            if len(numbers) >= fewest and name not in self.words("neutral"):
                yield self.at_draft(draft, "table", f"“{name}”在{len(numbers)}个项目里一字不差：{listed(list(numbers))}", key=name)
