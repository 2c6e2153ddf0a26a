"""The clean projects are what they promise: many, of every kind, in every layout, with sums that add up by plain arithmetic."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest

from classifier.analysis.kinds import find_kind, load_kinds
from classifier.analysis.normalise import squeeze
from classifier.analysis.places import find_place
from classifier.errors import DataError
from classifier.types import Indicator, Project
from tests.support.clean_projects import CLEAN, load_clean_project, load_clean_projects

PROJECTS = load_clean_projects()
FEWEST = 46
LARGE = Decimal(100)
FEWEST_QUANTITIES = 3
IN_TEN_THOUSANDS = {"元": Decimal("0.0001"), "千元": Decimal("0.1"), "万元": Decimal(1), "亿元": Decimal(10_000)}
WEIGHT_SUMS = (90, 100)

GOOD = """unit = "甲县水利局"
year = 2024
number = 1
name = "渠道清淤"
money_unit = "万元"
budget = "1,126.50"
goal = "清淤3公里"
plan = [["3月底", "0"], ["12月底", "1,126.50"]]

[[indicator]]
level1 = "产出指标"
name = "清淤长度"
value = "≥3公里"
weight = "10"
"""

each_project = pytest.mark.parametrize("project", PROJECTS, ids=[path.stem for path in sorted(CLEAN.glob("*.toml"))])


def test_there_are_enough_each_of_another_unit():
    assert len(PROJECTS) >= FEWEST
    assert len({project.unit for project in PROJECTS}) == len({project.name for project in PROJECTS}) == len(PROJECTS)


def test_every_kind_is_covered():
    assert {find_kind(squeeze(project.name), squeeze(project.purpose)).code for project in PROJECTS} >= set(load_kinds())


def test_every_layout_is_covered():
    rows = [row for project in PROJECTS for row in project.indicators]
    assert {project.money_unit for project in PROJECTS} == set(IN_TEN_THOUSANDS)
    assert {project.plan is None for project in PROJECTS} == {project.whole_term is None for project in PROJECTS} == {True, False}
    for field in ("level2", "description", "basis"):
        assert {getattr(row, field) == "" for row in rows} == {True, False}
    assert {sum(weights) for project in PROJECTS if (weights := [row.weight for row in project.indicators if row.weight is not None])} == set(WEIGHT_SUMS)


@each_project
def test_funds_add_up(project: Project):
    assert project.budget
    if project.fiscal is not None:
        assert project.fiscal + (project.other or 0) == project.budget
    assert project.whole_term is None or project.whole_term >= project.budget


@each_project
def test_plan_is_cumulative_and_ends_at_the_budget(project: Project):
    if project.plan is not None:
        amounts = [node.amount for node in project.plan if node.amount is not None]
        assert len(amounts) == len(project.plan)
        assert amounts == sorted(amounts)
        assert amounts[-1] == project.budget


@each_project
def test_table_is_filled(project: Project):
    assert all(row.level1 and row.name and row.value for row in project.indicators)
    assert len({row.name for row in project.indicators}) == len(project.indicators)
    assert project.code == "" or len(project.code) == 21


@each_project
def test_large_project_has_enough_quantities(project: Project):
    quantities = [row for row in project.indicators if find_place(row.level1, row.level2) == "数量指标"]
    if project.budget and project.budget * IN_TEN_THOUSANDS[project.money_unit] >= LARGE:
        assert len(quantities) >= FEWEST_QUANTITIES


@each_project
def test_parts_add_up_to_the_row_above(project: Project):
    whole: Decimal | None = None
    parts: list[Decimal] = []
    for row in (*project.indicators, Indicator(0)):
        if row.name.startswith("其中"):
            parts.append(_amount(row.value))
            continue
        assert not parts or sum(parts) == whole
        whole, parts = _amount(row.value), []


@each_project
def test_no_cost_is_above_the_budget(project: Project):
    assert project.budget
    budget = project.budget * IN_TEN_THOUSANDS[project.money_unit]
    costs = [row for row in project.indicators if find_place(row.level1, row.level2) == "成本指标"]
    sums = [found for row in costs if (found := re.fullmatch(r"[^\d]*([\d.]+)(亿元|万元|千元|元)", _plain(row.value)))]
    assert all(Decimal(found[1]) * IN_TEN_THOUSANDS[found[2]] <= budget for found in sums)


@each_project
def test_satisfaction_is_within_reach(project: Project):
    for row in project.indicators:
        if find_place(row.level1, row.level2) == "服务对象满意度指标":
            assert 85 <= _amount(row.value) <= 95, row.name


def _plain(value: str) -> str:
    return unicodedata.normalize("NFKC", value).replace(",", "")


def _amount(value: str) -> Decimal:
    """The first number of a value, 0 where none stands there."""
    found = re.search(r"\d+(?:\.\d+)?", _plain(value))
    return Decimal(found[0]) if found else Decimal(0)


def test_codes_are_not_repeated():
    codes = [project.code for project in PROJECTS if project.code]
    assert len(set(codes)) == len(codes)


@pytest.fixture
def write(tmp_path: Path):
    def write_project(text: str) -> Path:
        path = tmp_path / "01-a.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write_project


def test_file_becomes_a_project(write):
    project = load_clean_project(write(GOOD))
    assert (project.budget, project.fiscal, project.plan[-1].amount) == (Decimal("1126.50"), None, Decimal("1126.50"))
    assert (project.indicators[0].row, project.indicators[0].level2, project.indicators[0].weight) == (1, "", Decimal(10))


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ('goal = "清淤3公里"', 'aim = "清淤3公里"', 7, "aim"),
        ('weight = "10"', 'weigth = "10"', 14, "weigth"),
        ('weight = "10"', 'weight = "十"', 14, "weight"),
        ('budget = "1,126.50"', 'budget = "约千万"', 6, "budget"),
        ('["3月底", "0"]', '["3月底", 0]', 8, "plan"),
        ('value = "≥3公里"\n', "", 10, "value"),
    ],
)
def test_mistake_is_an_error_with_file_and_line(write, old: str, new: str, line: int, what: str):
    path = write(GOOD.replace(old, new))
    with pytest.raises(DataError, match=f"01-a.toml 第{line}行.*{what}"):
        load_clean_project(path)
