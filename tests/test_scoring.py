"""The review sheet, by cases computed by hand: an item's grade from its findings, the project's grade from its items, the advice."""

from __future__ import annotations

import pytest

from classifier.scoring import GRADES, ITEMS, MANUAL, score_project
from classifier.types import Finding

DIMENSIONS = {f"X00{number}": item for number, item in enumerate(ITEMS, 1)}
"""One code for each item of the sheet."""

FINDINGS_FOR = {"优": (0, 0), "良": (0, 1), "中": (1, 0), "差": (2, 0)}
"""Errors and warnings that give an item each grade."""


def finding(code: str, severity: str) -> Finding:
    return Finding(code, severity, 1, 1, "value", "", "")


def findings(code: str, errors: int = 0, warnings: int = 0, hints: int = 0) -> list[Finding]:
    numbers = {"error": errors, "warning": warnings, "hint": hints}
    return [finding(code, severity) for severity, number in numbers.items() for _ in range(number)]


def sheet_with(grades: str) -> list[Finding]:
    """Findings that give the eight items these grades, in the sheet's order."""
    return [f for code, grade in zip(DIMENSIONS, grades, strict=True) for f in findings(code, *FINDINGS_FOR[grade])]


@pytest.mark.parametrize(
    ("errors", "warnings", "hints", "grade"),
    [
        (0, 0, 0, "优"),
        (0, 0, 1, "良"),
        (0, 0, 9, "良"),
        (0, 2, 0, "良"),
        (0, 3, 0, "中"),
        (0, 5, 9, "中"),
        (0, 6, 0, "差"),
        (1, 0, 0, "中"),
        (1, 5, 0, "中"),
        (1, 6, 0, "差"),
        (2, 0, 0, "差"),
    ],
)
def test_item_is_graded_by_its_findings(errors: int, warnings: int, hints: int, grade: str):
    item = score_project(findings("X003", errors, warnings, hints), DIMENSIONS).items[2]
    assert (item.name, item.grade) == (ITEMS[2], grade)
    assert (item.errors, item.warnings, item.hints) == (errors, warnings, hints)


@pytest.mark.parametrize(
    ("grades", "overall"),
    [
        ("优优优优优优优优", "优"),
        ("优优优优优优良良", "优"),
        ("优优优优优优良中", "良"),
        ("优优优优优良良良", "良"),
        ("良良良良良良中中", "良"),
        ("良良良良良中中中", "中"),
        ("优优优优优优优差", "中"),  # one item far below the others
        ("优优优优优中差差", "中"),
        ("优优优优优差差差", "差"),
        ("差差差差差差差差", "差"),
    ],
)
def test_project_is_graded_by_its_items(grades: str, overall: str):
    score = score_project(sheet_with(grades), DIMENSIONS)
    assert "".join(item.grade for item in score.items) == grades
    assert score.grade == overall


@pytest.mark.parametrize("shift", range(1, 8))
def test_items_weigh_alike_wherever_the_bad_one_stands(shift: int):
    grades = "差优优优优优优优"
    assert score_project(sheet_with(grades[-shift:] + grades[:-shift]), DIMENSIONS).grade == "中"


@pytest.mark.parametrize(
    ("grades", "advice"),
    [("优优优优优优优优", "通过"), ("优优优优优良良良", "修改后通过"), ("良良良良良中中中", "退回修改重报"), ("差差差差差差差差", "不进入下一步")],
)
def test_advice_follows_the_grade(grades: str, advice: str):
    assert score_project(sheet_with(grades), DIMENSIONS).advice == advice


@pytest.mark.parametrize("code", DIMENSIONS)
def test_single_error_keeps_a_project_from_passing(code: str):
    assert score_project([finding(code, "error")], DIMENSIONS).advice == "修改后通过"


def test_single_warning_does_not():
    assert score_project([finding("X001", "warning")], DIMENSIONS).advice == "通过"


def test_finding_counts_against_its_own_item_only():
    score = score_project(findings("X005", warnings=3), DIMENSIONS)
    assert [item.name for item in score.items if item.grade != "优"] == [ITEMS[4]]


def test_sheet_has_the_eight_items_in_order():
    assert tuple(item.name for item in score_project([], DIMENSIONS).items) == ITEMS
    assert len(set(ITEMS)) == 8


def test_what_a_machine_cannot_judge_is_left_to_a_person():
    assert score_project([], DIMENSIONS).manual == MANUAL != ()


def test_findings_may_come_from_a_generator():
    assert score_project(iter(findings("X001", errors=2)), DIMENSIONS).items[0].grade == "差"


def test_grades_run_from_best_to_worst():
    assert GRADES == ("优", "良", "中", "差")
