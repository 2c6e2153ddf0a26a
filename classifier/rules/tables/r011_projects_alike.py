"""R011: two projects for the same purpose with names of the same content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from classifier.analysis.normalise import squeeze
from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, another, example
from classifier.rules.table import DASHES
from classifier.types import Analysis, Finding, ProjectAnalysis

_OFFICE = lazy_pattern(r"20\d\d年?度?|专项|资金|经费|项目|费$")
MOST_COMPARED = 30
"""Of so many projects with one purpose the first are compared; more are a copied purpose, of which R010 speaks."""


class ProjectsAlike(Rule):
    code, name, title = "R011", "projects-alike", "疑似重复项目"
    severity, dimension = "hint", "资金匹配性"
    why = "用途相同、名称也相近的两个项目，可能是一笔钱申请了两次。"
    regulation = "财预〔2015〕88号（绩效目标审核：适当性）"
    mend = "合并，或写明两个项目的界限。"
    bad = (
        example(name="综合办-2023年综合事务管理资金", purpose="保障机关运转", others=(another(number=2, name="综合办-管理事务资金", purpose="保障机关运转"),)),
    )
    good = (
        example(name="综合事务管理", purpose="保障机关运转", others=(another(number=2, name="公务用车租赁", purpose="保障机关运转"),)),
        example(name="综合事务管理", purpose="印刷、车辆和食堂", others=(another(number=2, name="管理事务", purpose="档案整理"),)),
    )

    def check_draft(self, draft: Analysis) -> Iterator[Finding]:
        short_names = {part for project in draft.projects for part in DASHES.split(squeeze(project.project.name))[:-1] if part}
        same: dict[str, list[ProjectAnalysis]] = defaultdict(list)
        for project in draft.projects:
            if purpose := squeeze(project.project.purpose):
                same[purpose].append(project)
        for projects in same.values():
            for first, second in combinations(projects[:MOST_COMPARED], 2):
                if len(_pairs(first, short_names) & _pairs(second, short_names)) > 1:
                    message = f"与第{first.project.number}号“{first.project.name}”用途相同、名称相近，疑似重复"
                    yield self.at_project(second, "name", message, key=squeeze(first.project.name))


def _pairs(project: ProjectAnalysis, short_names: set[str]) -> set[str]:
    """The pairs of characters of a name without years, words of money, and what stands before a dash in the names of the draft (综合办-)."""
    bare = DASHES.split(squeeze(project.project.name))[-1]
    for short in short_names:
        bare = bare.removeprefix(short)
    bare = _OFFICE.sub("", bare)
    return {bare[start : start + 2] for start in range(len(bare) - 1)}
