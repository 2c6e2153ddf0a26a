"""A finding gives way to a more serious one on the same row and field, and to no other."""

from __future__ import annotations

import pytest

from classifier.rules.base import example
from classifier.rules.catalogue import load_rules
from classifier.rules.suppression import PATH, suppress
from classifier.strict import load_toml
from classifier.types import Finding

PAIRS = [("U002", "U005"), ("P005", "P003")]


def finding(code: str, row: int | None = 1, field: str = "value") -> Finding:
    return Finding(code, "error", 1, row, field, "", "")


@pytest.mark.parametrize(("by", "hidden"), PAIRS)
def test_lesser_finding_is_left_out(by: str, hidden: str):
    assert suppress([finding(hidden), finding(by)]) == [finding(by)]


@pytest.mark.parametrize(("by", "hidden"), PAIRS)
def test_lesser_finding_stays_where_it_stands_alone(by: str, hidden: str):
    assert suppress([finding(hidden)]) == [finding(hidden)]


@pytest.mark.parametrize(("by", "hidden"), PAIRS)
@pytest.mark.parametrize("elsewhere", [{"row": 2}, {"field": "name"}], ids=["another row", "another field"])
def test_lesser_finding_stays_elsewhere(by: str, hidden: str, elsewhere: dict):
    kept = [finding(by), finding(hidden, **elsewhere)]
    assert suppress(kept) == kept


def test_unrelated_findings_on_one_field_all_stay():
    kept = [finding("U005"), finding("D001"), finding("F006")]
    assert suppress(kept) == kept


def test_year_end_below_the_budget_is_not_said_of_a_plan_that_exceeds_it(judge):
    assert {f.code for f in judge(example(budget="20", plan="5 10 25 15"))} == {"P004", "P005"}


def test_year_end_below_the_budget_is_said_where_nothing_exceeds_it(judge):
    assert {f.code for f in judge(example(budget="20", plan="5 10 15 15"))} == {"P003"}


def test_table_of_suppressions_names_rules_that_exist():
    for entry in load_toml(PATH)["suppress"]:
        assert {entry["by"], *entry["hides"]} <= load_rules().keys()
        assert entry["by"] not in entry["hides"]
