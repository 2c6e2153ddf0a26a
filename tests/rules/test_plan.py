"""The payment plan: cumulative, unbroken, and the budget at the year's end; a layout without a plan is not judged."""

from __future__ import annotations

import pytest

from classifier.rules.base import example


def said(findings) -> list[str]:
    """Code and node of each finding, such as "P004 10月底"."""
    return sorted(f"{finding.code} {finding.message.removeprefix('支出计划').partition('月底')[0]}月底" for finding in findings)


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        ("5 10 15 20", []),
        ("20 20 20 20", []),
        ("0 0 0 20", []),
        ("5 10 15 20.005", []),
        ("5 10 15 19.995", []),
        ("0 - - -", ["P002 12月底", "P004 10月底", "P004 6月底"]),
        ("5 10 15 -", ["P002 12月底"]),
        ("5 10 15 19.99", ["P003 12月底"]),
        ("5 - 15 20", ["P004 6月底"]),
        ("5 - - 20", ["P004 10月底", "P004 6月底"]),
        ("10 5 15 20", ["P004 6月底"]),
        ("5 10 15 20.01", ["P005 12月底"]),
        ("5 21 21 20", ["P004 12月底", "P005 6月底"]),
    ],
)
def test_plan_is_read_as_cumulative_amounts(plan: str, expected: list, judge):
    assert said(judge(example(budget="20", plan=plan))) == expected


def test_layout_without_a_plan_is_not_judged(judge):
    assert judge(example(budget="20")) == []


def test_blank_year_end_names_the_budget_that_belongs_there(judge):
    assert judge(example(budget="7.50", plan="- - 7.50 -"))[0].message == "支出计划12月底空白，累计应为预算数7.50万元"


def test_plan_without_a_budget_is_judged_by_itself(judge):
    assert said(judge(example(plan="10 5 15 20"))) == ["P004 6月底"]


def test_findings_on_two_nodes_have_identities_of_their_own(judge):
    found = judge(example(budget="20", plan="5 - - 20"))
    assert len({finding.id for finding in found}) == 2


def test_finding_on_the_plan_has_no_row(judge):
    assert {finding.row for finding in judge(example(budget="20", plan="5 - 15 -"))} == {None}
