"""A cost at fault gets an amount that the draft itself states: the budget, a part or a price that the purpose names; else a question."""

from __future__ import annotations

from decimal import Decimal

import pytest

from classifier.rules.base import another, row
from classifier.rules.costs import states_amount
from classifier.suggest.filled import Repair
from classifier.suggest.repair_cost import repair_cost
from tests.suggest.projects import COST, QUANTITY, analysed, repairs

PARTS = "文印8.5万元、水电暖42万元、机关食堂补差12万元"


def repaired(name: str, value: str, **head: object) -> list[Repair]:
    """The repairs of the only cost of a project."""
    return repairs(row(COST, name, value), **head)


def questions(repair: Repair) -> list[str]:
    return [trace.ref for trace in repair.trace if trace.origin == "slot"]


# ---- the budget --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "budget", "ceiling"),
    [
        ("6.72%", "6.72", "≤6.72万元"),
        ("56.27按照预算总成本控制", "56.27", "≤56.27万元"),
        ("28", "28", "≤28万元"),
        ("28万元", "28", "≤28万元"),
        ("605.31万元", "504.26", "≤504.26万元"),
        ("3.75万元", "7.50", "≤7.50万元"),
        ("95%", "12", "≤12万元"),
        ("5个", "12", "≤12万元"),
        ("5", "12", "≤12万元"),
        ("严格控制", "12", "≤12万元"),
        ("", "12", "≤12万元"),
    ],
)
def test_only_cost_that_is_no_total_becomes_the_budget(value: str, budget: str, ceiling: str):
    first, *_ = repaired("总成本", value, budget=budget)
    assert (first.value, first.ready) == (ceiling, True)
    assert first.why


def test_ceiling_keeps_the_money_unit_of_the_table():
    assert repaired("总成本", "95%", budget="120000", money_unit="元")[0].value == "≤120000元"


def test_total_at_the_budget_is_left_alone():
    assert repaired("总成本", "≤12万元", budget="12") == []


def test_cost_below_the_budget_names_the_unit_price_as_the_other_reading():
    assert "3.75万元若是单价" in repaired("总成本", "3.75万元", budget="7.50")[0].why


def test_price_per_something_without_money_is_no_total_and_is_asked_for():
    (repair,) = repaired("讲课费单价", "5", budget="12")
    assert (repair.value, repair.ready) == ("≤【待填：“5”是多少万元？】万元", False)


def test_price_under_a_name_that_says_no_cost_is_left_to_the_library():
    assert repaired("人均成本", "5", budget="12") == []


def test_only_cost_under_a_name_that_says_nothing_is_named_the_total():
    (repair,) = repaired("成本指标", "95%", budget="12")
    assert (repair.name, repair.value) == ("项目总成本", "≤12万元")
    assert repair.why.startswith("名称：看不出是什么成本；指标值：")
    assert repaired("培训班成本", "95%", budget="12")[0].name == ""


def test_total_is_a_good_name_for_the_only_cost():
    assert repaired("总成本", "95%", budget="12")[0].name == ""


def test_one_of_several_costs_is_no_total_and_is_asked_for():
    (repair,) = repairs(row(COST, "培训费", "95%"), row(COST, "场地费", "≤2万元"), budget="12")
    assert (repair.value, repair.ready) == ("≤【待填：“95%”是多少万元？】万元", False)


def test_same_digits_in_another_unit_are_asked_about():
    (repair,) = repaired("总成本", "120万元", budget="12")
    assert (repair.value.startswith("≤【待填："), repair.ready) == (True, False)
    assert questions(repair) == ["预算数12万元与成本120万元数字相同、单位不同，哪一个对？"]


# ---- a part that the purpose names -------------------------------------------------------------------------------


def test_cost_below_the_budget_is_no_fault_where_the_purpose_names_it_as_a_part():
    assert repaired("食堂补差", "≤12万元", budget="62.50", purpose=PARTS) == []
    assert [repair.value for repair in repaired("食堂补差", "≤13万元", budget="62.50", purpose=PARTS)] == ["≤62.50万元"]


def test_cost_that_is_named_the_total_is_no_part_even_where_the_purpose_names_the_amount():
    assert [repair.value for repair in repaired("项目总成本", "≤12万元", budget="62.50", purpose=PARTS)] == ["≤62.50万元"]


@pytest.mark.parametrize(
    ("purpose", "stated"),
    [(PARTS, True), ("食堂补差120000元", True), ("食堂补差112万元", False), ("食堂补差12万人次", False), ("食堂补差0.12万元", False), ("", False)],
    ids=["as it is", "in another unit", "end of another number", "another unit", "other decimals", "not at all"],
)
def test_amount_is_stated_where_it_stands_with_a_unit_of_money(purpose: str, stated: bool):
    head = another(name="", purpose=purpose, budget="62.50")
    assert states_amount(head, Decimal(12)) == stated


def test_amount_in_the_goal_is_stated_too():
    assert repaired("食堂补差", "≤12万元", budget="62.50", goal="食堂补差12万元") == []


@pytest.mark.parametrize("value", ["12", "12%"])
def test_number_of_a_part_gets_the_money_unit_that_the_purpose_gives_it(value: str):
    first, *_ = repaired("食堂补差", value, budget="62.50", purpose=PARTS)
    assert (first.value, first.ready) == ("≤12万元", True)
    assert first.trace[0].ref.startswith("资金用途")


def test_part_that_the_purpose_names_is_taken_where_the_row_gives_no_amount():
    first, *_ = repairs(row(COST, "培训费", "95%"), row(COST, "场地费", "≤2万元"), budget="12", purpose="培训费10万元、场地费2万元")
    assert (first.value, first.ready) == ("≤10万元", True)


# ---- prices ------------------------------------------------------------------------------------------------------


def test_people_and_days_without_money_are_read_as_yuan_a_head_and_day_with_a_question():
    first, *_ = repaired("会议费标准", "470人/天")
    assert (first.value, first.ready) == ("≤470元/人·天", False)
    assert questions(first) == ["“470人/天”是470元/人·天吗？"]


def test_people_alone_are_no_price():
    assert "≤470元" not in repaired("会议费标准", "470人", budget="12")[0].value


RENT = {"budget": "4.32", "name": "周转房租金", "purpose": "租用周转房3套，每套每月1200元"}


def test_price_against_the_one_that_the_purpose_states_gives_way_to_it():
    first, *_ = repairs(row(QUANTITY, "租用周转房套数", "3套"), row(COST, "租金单价", "≤1500元/套"), position=2, **RENT)
    assert (first.value, first.ready) == ("≤1200元/套·月", True)
    assert first.trace[0].ref.startswith("资金用途")


def test_price_is_not_repaired_to_what_it_is():
    prices = repairs(row(QUANTITY, "租用周转房套数", "3套"), row(COST, "租金单价", "≤1500元/套"), position=2, **RENT | {"purpose": "租用周转房3套"})
    assert [repair.value for repair in prices if repair.value == "≤1500元/套"] == []


def test_price_with_a_floor_gets_a_ceiling():
    assert repaired("设备单价", "≥3万元/台", budget="12")[0].value == "≤3万元/台"


def test_ceiling_for_a_floor_says_that_the_sign_was_wrong():
    assert repaired("设备单价", "≥3万元/台", budget="12")[0].why == "成本是上限，≥改为≤"


def test_price_in_the_words_of_a_value_is_taken_out_of_them_where_the_row_is_at_fault():
    project = analysed(row(COST, "租车单价", "按每车每天800元执行"), budget="7.50")
    assert next(repair_cost(project, project.rows[0], {"W003"})).value == "≤800元/车·天"
    assert list(repair_cost(project, project.rows[0], set())) == []
