"""N024: an amount with the digits of the budget, two neighbours of which are swapped."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example, row
from classifier.rules.costs import plain, wrong_amounts
from classifier.types import Analysis, Finding, ProjectAnalysis


class DigitsSwapped(Rule):
    code, name, title = "N024", "digits-swapped", "数字颠倒"
    severity, dimension = "hint", "资金匹配性"
    why = "两个相邻的数字颠倒了，是录入的笔误。"
    regulation = "预算绩效文本格式（金额单位统一）"
    mend = "按预算数改正。"
    explains = ("N001", "N002", "P003", "P005")
    bad = (example(row("成本指标", "总成本", "≤12.65万元"), budget="12.56"),)
    good = (example(row("成本指标", "总成本", "≤12.75万元"), budget="12.56"), example(row("成本指标", "总成本", "≤12.56万元"), budget="12.56"))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        budget = project.project.budget
        for wrong in wrong_amounts(project):
            if budget is not None and _swapped(plain(budget), plain(wrong.amount)):
                yield wrong.say(self, f"与预算{plain(budget)}{project.project.money_unit}有两个相邻数字颠倒")


def _swapped(first: str, second: str) -> bool:
    """Whether two numbers differ by two neighbouring digits that changed places."""
    if len(first) != len(second):
        return False
    differing = [place for place, (one, other) in enumerate(zip(first, second, strict=True)) if one != other]
    if not differing or "." in (first[differing[0]], first[differing[-1]]):
        return False
    start, end = differing[0], differing[-1]
    return (
        first[start] != first[end]
        and differing == [start, end]
        and first[start] == second[end]
        and first[end] == second[start]
        and not first[start + 1 : end].strip(".")
    )
