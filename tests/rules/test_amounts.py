"""Where the money rules begin to speak: tolerance, units of money, unit prices, and what is not there to compare."""

from __future__ import annotations

import pytest

from classifier.rules.base import Example, another, example, row

COST = "成本指标"


def codes(findings) -> set[str]:
    return {finding.code for finding in findings}


@pytest.mark.parametrize(
    ("cost", "expected"),
    [
        ("504.26万元", set()),
        ("504.265万元", set()),  # tables print two decimals
        ("504.266万元", {"N001"}),
        ("504.255万元", set()),
        ("504.254万元", {"N002"}),
        ("5042600元", set()),
        ("5042700元", {"N001"}),
        ("0.050426亿元", set()),
        ("504.26美元", set()),  # no rate of exchange is known
        ("504.27万元/年", set()),  # a price per something is no total
    ],
)
def test_cost_is_compared_with_the_budget_within_half_a_cent(cost: str, expected: set, judge):
    assert codes(judge(example(row(COST, "总成本", cost), budget="504.26"))) == expected


@pytest.mark.parametrize(("cost", "expected"), [("75000元", set()), ("7.5万元", set()), ("75001元", {"N001"}), ("7.4万元", {"N002"})])
def test_cost_is_compared_in_the_money_unit_of_the_table(cost: str, expected: set, judge):
    in_yuan = another(row(COST, "总成本", cost), budget="75000")._replace(money_unit="元")
    assert codes(judge(Example((in_yuan,)))) == expected


def test_message_speaks_in_the_money_unit_of_the_table(judge):
    in_yuan = another(row(COST, "总成本", "8万元"), budget="75000")._replace(money_unit="元")
    assert judge(Example((in_yuan,)))[0].message == "成本80000元大于预算数75000元，超出5000元"


@pytest.mark.parametrize("cost", ["605.31万元", "3.75万元", "≤1元"])
def test_without_a_budget_there_is_nothing_to_compare(cost: str, judge):
    assert codes(judge(example(row(COST, "总成本", cost)))) == set()


def test_several_parts_of_a_cost_are_no_total(judge):
    assert codes(judge(example(row(COST, "设备费", "≤9万元"), row(COST, "安装费", "≤2万元"), budget="7.5"))) == set()


def test_row_named_total_is_compared_among_several_costs(judge):
    found = judge(example(row(COST, "项目总成本", "≤9万元"), row(COST, "安装费", "≤2万元"), budget="7.5"))
    assert [(finding.code, finding.row) for finding in found] == [("N001", 1)]


def test_unit_price_is_found_for_a_cost_above_the_budget_too(judge):
    found = judge(example(row("数量指标", "设备数量", "0.5套"), row(COST, "设备总成本", "15万元"), budget="7.50"))
    assert [(finding.code, [related.code for related in finding.related]) for finding in found] == [("N001", ["N003"])]


@pytest.mark.parametrize(("count", "explained"), [("2套", True), ("3套", False), ("2次", True), ("100%", False)])
def test_unit_price_needs_a_quantity_that_makes_it_the_budget(count: str, explained: bool, judge):
    (found,) = judge(example(row("数量指标", "设备数量", count), row(COST, "设备成本", "3.75万元"), budget="7.50"))
    assert bool(found.related) == explained


def test_excess_that_two_projects_might_explain_is_not_explained(judge):
    others = (another(budget="101.05", number=2), another(budget="101.05", number=3))
    (found,) = judge(example(row(COST, "总成本", "605.31万元"), budget="504.26", others=others))
    assert found.related == ()


def test_excess_is_not_explained_by_a_budget_in_another_money_unit(judge):
    other = another(budget="101.05", number=2)._replace(money_unit="元")
    (found,) = judge(example(row(COST, "总成本", "605.31万元"), budget="504.26", others=(other,)))
    assert found.related == ()


@pytest.mark.parametrize(
    ("fiscal", "other", "expected"), [("12", "8", set()), ("20.005", "", set()), ("20.006", "", {"N004"}), ("", "7", {"F001", "N004"}), ("", "", {"F001"})]
)
def test_funds_add_up_to_the_budget(fiscal: str, other: str, expected: set, judge):
    assert codes(judge(example(budget="20", fiscal=fiscal, other=other))) == expected
