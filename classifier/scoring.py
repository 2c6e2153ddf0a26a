"""A project's findings in, the official review sheet filled in as a first draft out: eight items, a grade, the advice.

The scheme is for general projects (财预〔2015〕88号 附件，项目支出绩效目标审核表): each item is graded by its findings, the
grades are counted. It is a machine's first draft; what it cannot judge is listed for a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from classifier.types import Finding, ItemScore, Score

ITEMS = ("规范完整性", "明确清晰性", "目标相关性", "指标科学性", "绩效合理性", "资金匹配性", "实现可能性", "条件充分性")
GRADES = ("优", "良", "中", "差")
MANUAL = ("立项必要性", "成本效益", "标准是否合理", "指标值与往年实绩比较", "实施条件", "与部门职能的实质关联")
ADVICE = {"优": "通过", "良": "修改后通过", "中": "退回修改重报", "差": "不进入下一步"}
FEW, SOME = 2, 5
"""Warnings on one item up to which it is still 良, and still 中."""
MOST_ITEMS = 6
"""So many of the eight items must reach a grade for the project to have it."""


def score_project(findings: Iterable[Finding], dimensions: Mapping[str, str]) -> Score:
    """Fill in the sheet.

    Args:
        findings: the project's findings that count (errors and warnings that are not waived).
        dimensions: the item that each code counts against.
    """
    listed = list(findings)
    items = tuple(_score_item(name, [f.severity for f in listed if dimensions[f.code] == name]) for name in ITEMS)
    grade = _overall([item.grade for item in items])
    return Score(items, grade, ADVICE[grade], MANUAL)


def _score_item(name: str, severities: list[str]) -> ItemScore:
    errors, warnings, hints = (severities.count(severity) for severity in ("error", "warning", "hint"))
    if not severities:
        grade = "优"
    elif not errors and warnings <= FEW:
        grade = "良"
    elif errors <= 1 and warnings <= SOME:
        grade = "中"
    else:
        grade = "差"
    return ItemScore(name, grade, errors, warnings, hints)


def _overall(grades: list[str]) -> str:
    """优 and 良 need six items at or above the grade and no item far below it; 中 needs six items at or above 中."""
    at_least = [sum(GRADES.index(grade) <= level for grade in grades) for level in range(len(GRADES))]
    worst = max(GRADES.index(grade) for grade in grades)
    if at_least[0] >= MOST_ITEMS and worst <= GRADES.index("良"):
        return "优"
    if at_least[1] >= MOST_ITEMS and worst <= GRADES.index("中"):
        return "良"
    return "中" if at_least[2] >= MOST_ITEMS else "差"
