"""Faults that show only beside other projects, or in the outline of a draft (R010, R011, X003, F009–F013 …), as operators."""

from __future__ import annotations

from random import Random

from benchmarks.mutations.base import draft_operator
from benchmarks.mutations.reading import (
    TOLERANCE,
    YUAN,
    budget_of,
    cost_of,
    entries,
    is_placed,
    is_weighted,
    kind_of,
    sums,
    total_costs,
    whole_cost,
    years_of,
)
from benchmarks.mutations.writing import change, pick, plain, splice, write
from classifier.analysis.normalise import normalise, squeeze
from classifier.analysis.places import COST, QUANTITY, TIMELINESS
from classifier.types import Project

BINDING_KINDS = ("K08", "K09", "K10", "K11")
"""Kinds that ask for a row as an error; a project that is only given such a name must not be told that it lacks it."""


Projects = tuple[Project, ...]


def _pair(projects: Projects, random: Random) -> tuple[int, int]:
    """Where two different projects stand."""
    first, second = random.sample(range(len(projects)), 2)
    return first, second


def _put(projects: Projects, at: int, project: Project) -> Projects:
    return (*projects[:at], project, *projects[at + 1 :])


@draft_operator("R010", "warning", "绩效目标照抄另一个项目", also=("N013",))
def goal_copied(projects: Projects, random: Random) -> Projects | None:
    """Copy a goal."""
    source, at = _pair(projects, random)
    alike = projects[source].year == projects[at].year and squeeze(projects[source].goal) != squeeze(projects[at].goal)
    return _put(projects, at, projects[at]._replace(goal=projects[source].goal)) if projects[source].goal and projects[at].goal and alike else None


@draft_operator("R010", "warning", "资金用途照抄另一个项目", related=True)
def purpose_copied(projects: Projects, random: Random) -> Projects | None:
    """Copy a purpose."""
    source, at = _pair(projects, random)
    if not projects[source].purpose or not projects[at].purpose or projects[source].year != projects[at].year or kind_of(projects[source]) in BINDING_KINDS:
        return None
    return _put(projects, at, projects[at]._replace(purpose=projects[source].purpose))


@draft_operator("R011", "hint", "用途相同、名称只差年份或经费二字", related=True)
def project_twice(projects: Projects, random: Random) -> Projects | None:
    """Give a project another's purpose, and its name but for the year or a word of money."""
    source, at = _pair(projects, random)
    name = projects[source].name
    if not name or not projects[source].purpose or projects[source].year != projects[at].year or kind_of(projects[source]) in BINDING_KINDS:
        return None
    year = projects[source].year or 2024
    bare = name.removesuffix("资金").removesuffix("经费").removesuffix("项目")
    other = random.choice(
        [text for text in (f"{year}年{name}", f"{bare}资金", f"{bare}经费", f"{bare}项目") if text != name and str(year) not in name + text[4:]] or [""]
    )
    return _put(projects, at, projects[at]._replace(name=other, purpose=projects[source].purpose)) if other else None


@draft_operator("X003", "error", "除数量、成本数外整张表照抄不同类别的项目", also=("T001", "T002", "N013"))
def table_copied(projects: Projects, random: Random) -> Projects | None:
    """Copy another table row by row and keep only the own quantities and the own total."""
    source, at = _pair(projects, random)
    model, own = projects[source], projects[at]
    kinds = (kind_of(model), kind_of(own))
    usable = (
        kinds[0] != kinds[1] and "" not in kinds and model.year == own.year and not any(is_weighted(p) or sums(p) or not is_placed(p) for p in (model, own))
    )
    if not usable:
        return None
    cost = whole_cost(model)
    copied = [e for e in entries(model) if e.place != QUANTITY and (e.place != COST or (cost is not None and e.row == cost.row))]
    quantities = [e.row for e in entries(own, QUANTITY)]
    if len({squeeze(e.row.name) for e in copied}) < 7 or not quantities or own.budget is None:
        return None
    rows = [*quantities, *(e.row for e in copied)]
    table = own._replace(indicators=tuple(row._replace(row=number) for number, row in enumerate(rows, 1)))
    if cost is not None:
        row = table.indicators[len(quantities) + [e.row for e in copied].index(cost.row)]
        table = change(table, row, value=write(cost.value, amount=plain(own.budget), unit=own.money_unit))
    return _put(projects, at, table)


def _budget_added(projects: Projects, random: Random) -> Projects | None:
    """The cost of a project exceeds its budget by another's, and by no third's."""
    source, at = _pair(projects, random)
    added, budget = budget_of(projects[source]), budget_of(projects[at])
    budgets = [budget_of(project) for project in projects]
    alike = projects[source].money_unit == projects[at].money_unit
    if added is None or budget is None or not alike or any(b is None or (n != source and abs(b - added) < 1) for n, b in enumerate(budgets)):
        return None
    entry = pick(random, [e for e in total_costs(projects[at]) if abs(cost_of(e) - budget) <= TOLERANCE])
    if entry is None:
        return None
    total = entry.value.amount + added * YUAN["万元"] / YUAN[entry.value.unit]
    text = plain(total.quantize(entry.value.amount) if total == total.quantize(entry.value.amount) else total.normalize())
    return _put(projects, at, change(projects[at], entry.row, value=write(entry.value, amount=text)))


@draft_operator("N001", "error", "总成本多加了另一个项目的预算", also=("N013",), anywhere=False)
def other_budget_added(projects: Projects, random: Random) -> Projects | None:
    """Add another project's budget to a total cost."""
    return _budget_added(projects, random)


@draft_operator("N011", "warning", "成本超出额恰为另一个项目的预算", also=("N013", "N001"), related=True, anywhere=False)
def excess_is_other_budget(projects: Projects, random: Random) -> Projects | None:
    """The same plant, asked for its explanation."""
    return _budget_added(projects, random)


@draft_operator("R013", "error", "时效日期带着另一个项目的年份", anywhere=False)
def year_of_other_project(projects: Projects, random: Random) -> Projects | None:
    """Give a date the earlier year of another project."""
    source, at = _pair(projects, random)
    year, other = projects[at].year, projects[source].year
    if year is None or other is None or other >= year or projects[at].whole_term is not None:
        return None
    entry = pick(random, [e for e in entries(projects[at], TIMELINESS) if e.value.kind == "date" and years_of(e.row.value) == [str(year)]])
    if entry is None:
        return None
    start = normalise(entry.row.value).index(str(year))
    return _put(projects, at, change(projects[at], entry.row, value=splice(entry.row.value, start, start + 4, str(other))))


@draft_operator("F010", "warning", "项目序号跳号")
def number_skipped(projects: Projects, random: Random) -> Projects | None:
    """Leave a project out of the middle."""
    at = random.randrange(1, len(projects) - 1)
    return (*projects[:at], *projects[at + 1 :])


@draft_operator("F010", "warning", "项目序号重号")
def number_twice(projects: Projects, random: Random) -> Projects | None:
    """Give a project the number of the one before it, and let the others count on."""
    at = random.randrange(1, len(projects))
    return tuple(project._replace(number=number - (number > at)) for number, project in enumerate(projects, 1))


@draft_operator("F012", "error", "两个项目的编码相同")
def code_twice(projects: Projects, random: Random) -> Projects | None:
    """Copy a code."""
    source, at = _pair(projects, random)
    usable = projects[source].code and projects[at].code and projects[source].code != projects[at].code
    return _put(projects, at, projects[at]._replace(code=projects[source].code)) if usable else None


@draft_operator("F013", "error", "两个项目同名")
def project_name_twice(projects: Projects, random: Random) -> Projects | None:
    """Copy a name."""
    source, at = _pair(projects, random)
    usable = projects[source].name and projects[source].name != projects[at].name and kind_of(projects[source]) not in BINDING_KINDS
    return _put(projects, at, projects[at]._replace(name=projects[source].name)) if usable else None
