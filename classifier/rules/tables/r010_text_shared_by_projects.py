"""R010: several projects have the same goal or the same purpose, word for word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from classifier.analysis.normalise import squeeze
from classifier.rules.base import Rule, another, example
from classifier.rules.table import listed
from classifier.types import Analysis, Finding

FIELDS = (("goal", "绩效目标"), ("purpose", "资金用途"))


class TextSharedByProjects(Rule):
    code, name, title = "R010", "text-shared-by-projects", "跨项目目标、用途雷同"
    severity, dimension = "warning", "明确清晰性"
    why = "不同的项目目标一字不差，看不出各自要做什么。"
    regulation = "财预〔2015〕88号（绩效目标应指向明确）"
    mend = "按各项目的内容分别写。"
    bad = (
        example(name="劳务派遣", goal="保障经费正常发放", others=(another(number=2, name="临时聘用", goal="保障经费正常发放"),)),
        example(name="综合事务", purpose="保障机关运转", others=(another(number=2, name="管理事务", purpose="保障机关 运转"),)),
    )
    good = (
        example(name="劳务派遣", goal="按月发放14名派遣人员工资", others=(another(number=2, name="临时聘用", goal="按月发放2名临时人员工资"),)),
        example(name="劳务派遣", goal="", others=(another(number=2, name="临时聘用", goal=""),)),
    )

    def check_draft(self, draft: Analysis) -> Iterator[Finding]:
        for field, said in FIELDS:
            same: dict[str, list[int]] = defaultdict(list)
            for project in draft.projects:
                if text := squeeze(getattr(project.project, field)):
                    same[text].append(project.project.number)
            for text, numbers in same.items():
                if len(numbers) > 1:
                    yield self.at_draft(draft, field, f"第{listed(numbers)}号项目的{said}一字不差（“{text[:20]}”）", key=text)
