"""Rows said twice, too few rows, weights that do not add up (C012 R012 T005), as operators."""

from __future__ import annotations

import re
from decimal import Decimal
from random import Random

from benchmarks.mutations.base import operator
from benchmarks.mutations.reading import LESS, budget_of, entries, has, is_placed, is_weighted, kind_of, simple, sums
from benchmarks.mutations.writing import change, drop, pick
from classifier.analysis.places import COST, QUANTITY
from classifier.types import Project

SMALL_QUANTITIES = ("K01", "K02", "K05", "K18", "K29", "")


@operator("C012", "error", "一行指标抄了两遍")
def row_twice(project: Project, random: Random) -> Project | None:
    """Copy a row to the end of the table."""
    entry = pick(random, [e for e in simple(project) if e.place != COST])
    if entry is None or is_weighted(project):
        return None
    last = max(row.row for row in project.indicators)
    return project._replace(indicators=(*project.indicators, entry.row._replace(row=last + 1)))


@operator("C012", "error", "同一二级指标下两行同名", also=("N013", "N019"))
def name_twice(project: Project, random: Random) -> Project | None:
    """Give a row the name of another of the same place and unit."""
    found = [e for e in simple(project) if e.place not in ("", COST) and not has(e.row.name, LESS) and not re.search(r"\d", e.row.name)]
    pairs = [(a, b) for a in found for b in found if a.row.row < b.row.row and (a.place, a.value.unit) == (b.place, b.value.unit)]
    pairs = [(a, b) for a, b in pairs if "≤" not in (a.value.sign, b.value.sign)]
    pair = pick(random, pairs)
    return change(project, pair[1].row, name=pair[0].row.name, description=pair[0].row.description) if pair else None


@operator("R012", "warning", "百万元以上的项目只剩一条数量指标")
def too_few_quantities(project: Project, random: Random) -> Project | None:
    """Take all quantity rows but one away from a large project."""
    budget, quantities = budget_of(project), entries(project, QUANTITY)
    if budget is None or budget < 100 or len(quantities) < 2 or kind_of(project) in SMALL_QUANTITIES or not is_placed(project):
        return None
    parts = {e.row.row for _, found in sums(project) for e in found}
    kept = random.choice([e for e in quantities if e.row.row not in parts])
    return drop(project, {e.row.row for e in quantities} - {kept.row.row})


def _weights_sound(project: Project) -> bool:
    weights = [row.weight for row in project.indicators if row.weight is not None]
    return len(weights) == len(project.indicators) > 0 and sum(weights) in (80, 90, 100)


def _weigh(project: Project, random: Random, weight: Decimal | None) -> Project | None:
    row = random.choice(project.indicators)
    changed = change(project, row, weight=None if weight is None else (row.weight or 0) + weight)
    total = sum((other.weight for other in changed.indicators if other.weight is not None), Decimal(0))
    positive = all(other.weight is None or other.weight > 0 for other in changed.indicators)
    return changed if total not in (80, 90, 100) and positive else None


@operator("T005", "error", "一行权重打错，合计不是80、90、100")
def weight_wrong(project: Project, random: Random) -> Project | None:
    """Add to or take from a weight."""
    return _weigh(project, random, Decimal(random.choice((-5, -3, -2, -1, 1, 2, 3, 5, 15)))) if _weights_sound(project) else None


@operator("T005", "error", "一行权重空着，合计不是80、90、100")
def weight_blank(project: Project, random: Random) -> Project | None:
    """Blank a weight."""
    return _weigh(project, random, None) if _weights_sound(project) else None
