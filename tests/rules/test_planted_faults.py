"""Faults planted in well-made projects are found, each by its code and with its severity, and nothing else becomes an error.

`python -m benchmarks.mutation` plants hundreds of each; here a few, so that a rule that goes blind is seen at once.
"""

from __future__ import annotations

import pytest

from benchmarks.mutation import groups, plants, weigh
from benchmarks.mutation_operators import load_operators
from benchmarks.mutations.base import Operator
from benchmarks.mutations.reading import as_read
from tests.support.clean_projects import load_clean_projects

CLEAN = tuple(as_read(project) for project in load_clean_projects())
ALONE = tuple((project,) for project in CLEAN[::6])
TOGETHER = tuple(groups(CLEAN))[:6]

PARTLY_FOUND = {"F001", "F004", "F012", "F017", "N010", "N013"}
"""Codes some of whose operators plant what the rules leave open on purpose, or cannot always tell; benchmarks/mutation.md gives the shares."""


@pytest.mark.parametrize("operator", load_operators(), ids=lambda operator: f"{operator.code}-{operator.name}")
def test_planted_fault_is_found_and_nothing_else_is_blamed(operator: Operator):
    cases, _ = plants(operator, ALONE if operator.scope == "project" else TOGETHER)
    outcomes = [weigh(operator, case) for case in cases[:8]]
    assert [outcome.others for outcome in outcomes if outcome.others] == []
    if operator.code not in PARTLY_FOUND:
        assert all(outcome.found for outcome in outcomes)
