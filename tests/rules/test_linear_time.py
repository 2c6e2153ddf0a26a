"""The rules take time in proportion to what they judge: many rows in one table, many projects in one draft."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from classifier.analysis.analyse import analyse_draft
from classifier.rules.base import another, row
from classifier.rules.run import judge_draft_rules
from classifier.types import Draft

GROWTH = 4
MOST = 2.2 * GROWTH
"""Four times the size may take so many times the time; a quadratic rule would take sixteen."""


def table(rows: int) -> Draft:
    lines = (row("数量指标", f"维修{n}号路段里程", f"≥{n}公里", basis="养护计划") for n in range(1, rows + 1))
    return Draft("", projects=(another(*lines, name="道路养护", budget="900", plan="0 300 600 900", goal="维修道路"),))


def draft(projects: int) -> Draft:
    copied = [row("质量指标", f"共同质量{n}", "≥95%", basis="计划") for n in range(8)]
    return Draft("", projects=tuple(another(*copied, number=n, name=f"{n}号道路养护", budget=str(n), goal="保障运转") for n in range(1, projects + 1)))


def seconds(made: Draft) -> float:
    analysis = analyse_draft(made)
    begun = time.perf_counter()
    judge_draft_rules(analysis)
    return time.perf_counter() - begun


@pytest.mark.parametrize(("make", "size"), [(table, 300), (draft, 500)], ids=["1,200 rows in a table", "2,000 projects in a draft"])
def test_time_grows_with_size_and_not_faster(make: Callable[[int], Draft], size: int):
    seconds(make(size))
    once = min(seconds(make(size)) for _ in range(3))
    grown = min(seconds(make(size * GROWTH)) for _ in range(2))
    assert grown < once * MOST
