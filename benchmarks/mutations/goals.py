"""A goal or a date that contradicts the table (N013, R013), as operators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.mutations.base import operator
from benchmarks.mutations.reading import Entry, entries, simple, years_of
from benchmarks.mutations.writing import change, digit_raised, pick, plain, splice, write
from classifier.analysis.normalise import normalise, squeeze
from classifier.analysis.places import QUANTITY, TIMELINESS
from classifier.types import Project

_BREAK = re.compile(r"[,，。;；、]")
_MONTH = re.compile(r"(?<!\d)(1[0-2]|[1-9])月(?=底|末|\d{1,2}日|前)")
_GENERIC = frozenset(("数量", "完成", "时间", "工作", "项目", "任务", "次数", "人数", "及时", "按时", "比率", "指标"))


def _kin(name: str, clause: str) -> bool:
    """Whether a clause speaks of what a row's name says: they share two characters that stand together and say something."""
    bare = squeeze(name)
    return any(bare[at : at + 2] in clause and bare[at : at + 2] not in _GENERIC for at in range(len(bare) - 1))


def _clause(text: str, start: int, end: int) -> str:
    left = max((match.end() for match in _BREAK.finditer(text, 0, start)), default=0)
    right = _BREAK.search(text, end)
    return text[left : right.start() if right else len(text)]


def _mentioned(project: Project) -> Iterator[tuple[Entry, int, int]]:
    """Quantities that the goal names with the same number and unit, once and in a clause of theirs alone; with where the number stands."""
    goal = normalise(project.goal)
    quantities = simple(project, QUANTITY)
    for entry in quantities:
        if entry.value.amount is None or not entry.value.measure or entry.value.amount < 2 or entry.value.sign == "≤" or re.search(r"\d", entry.row.name):
            continue
        number = plain(entry.value.amount)
        matches = list(re.finditer(rf"(?<![\d.,]){re.escape(number)}(?=\s*{re.escape(entry.value.unit)})", goal))
        if len(matches) != 1:
            continue
        match = matches[0]
        clause = _clause(goal, match.start(), match.end())
        rivals = [e for e in quantities if e.value.unit == entry.value.unit and e.row != entry.row and _kin(e.row.name, clause)]
        if _kin(entry.row.name, clause) and not rivals:
            yield entry, match.start(), match.end()


@operator("N013", "error", "目标里的数量与同名指标的值不同（改目标）")
def goal_number_off(project: Project, random: Random) -> Project | None:
    """Change the number in the goal."""
    found = pick(random, list(_mentioned(project)))
    if found is None:
        return None
    entry, start, end = found
    return project._replace(goal=splice(project.goal, start, end, plain(digit_raised(entry.value.amount, random))))


@operator("N013", "error", "目标里的数量与同名指标的值不同（改指标值）")
def quantity_off_goal(project: Project, random: Random) -> Project | None:
    """Change the value of the row."""
    found = pick(random, list(_mentioned(project)))
    if found is None:
        return None
    return change(project, found[0].row, value=write(found[0].value, amount=digit_raised(found[0].value.amount, random)))


@operator("N013", "error", "目标里的期限与时效指标的月份不同")
def goal_deadline_off(project: Project, random: Random) -> Project | None:
    """Change the only month of a goal, which is that of the only dated row of timeliness and stands beside its wording."""
    goal = normalise(project.goal)
    months = list(_MONTH.finditer(goal))
    dated = [e for e in entries(project, TIMELINESS) if e.value.kind == "date" and _MONTH.search(normalise(e.row.value))]
    if len(months) != 1 or len(dated) != 1:
        return None
    own = _MONTH.findall(normalise(dated[0].row.value))
    if own != [months[0][1]] or not _kin(dated[0].row.name, _clause(goal, *months[0].span())):
        return None
    later = str(random.choice([month for month in (3, 5, 7, 8, 10, 12) if str(month) != months[0][1]]))
    return project._replace(goal=splice(project.goal, *months[0].span(1), later))


def _is_annual(project: Project) -> bool:
    """Whether all that the project promises must fall in its year."""
    years = years_of(project.goal + "\n".join(row.value for row in project.indicators))
    return project.year is not None and project.whole_term is None and set(years) <= {str(project.year)}


@operator("R013", "error", "时效指标的年份是上年或下年")
def deadline_of_other_year(project: Project, random: Random) -> Project | None:
    """Give the date of a row of timeliness another year."""
    dated = [e for e in entries(project, TIMELINESS) if e.value.kind == "date" and years_of(e.row.value) == [str(project.year)]]
    entry = pick(random, dated)
    if entry is None or not _is_annual(project) or project.year is None:
        return None
    at = normalise(entry.row.value).index(str(project.year))
    return change(project, entry.row, value=splice(entry.row.value, at, at + 4, str(project.year + random.choice((-1, 1)))))


@operator("R013", "error", "时效指标的日期前添了上年年份")
def deadline_given_last_year(project: Project, random: Random) -> Project | None:
    """Put last year before a date that had no year."""
    dated = [e for e in entries(project, TIMELINESS) if e.value.kind == "date" and _MONTH.match(normalise(e.row.value))]
    entry = pick(random, dated)
    return change(project, entry.row, value=f"{project.year - 1}年{entry.row.value}") if entry and _is_annual(project) and project.year else None


def _goal_year(project: Project, random: Random, follows: str) -> Project | None:
    """The goal with last year where the project's own year stands before some words."""
    if project.year is None or not _is_annual(project):
        return None
    found = [match.start() for match in re.finditer(rf"(?<!\d){project.year}年(?=\s*(?:{follows}))", normalise(project.goal))]
    start = pick(random, found)
    return None if start is None else project._replace(goal=splice(project.goal, start, start + 4, str(project.year - 1)))


@operator("R013", "error", "目标里的完成日期是上年的")
def goal_date_of_last_year(project: Project, random: Random) -> Project | None:
    """Give a goal last year's date of completion."""
    return _goal_year(project, random, r"\d{1,2}月|年底|底前|完成")


@operator("R013", "error", "目标开头的年份是上年的（2023年使用…万元）")
def goal_of_last_year(project: Project, random: Random) -> Project | None:
    """Give a goal last year's beginning, as where last year's text was taken over."""
    return _goal_year(project, random, "使用|安排|全年")
