"""A slot is filled with what the project says of itself: the date in its goal, quantity and price in its purpose; each told from what looks alike."""

from __future__ import annotations

import pytest

from classifier.rules.base import row
from classifier.suggest.filled import Filled
from classifier.suggest.library import Entry
from classifier.suggest.slots import fill_value
from tests.suggest.projects import analysed

DEADLINE = Entry("K09-01", "时效指标", "完成时间", "描述", "", "", "deadline", "合同", "为什么", "来源", (), (), (), question="何时？")
COUNT = DEADLINE._replace(level2="数量指标", name="{object}数量", sign="=", unit="套", fill="count", words=("警报器",), question="几套？")
PRICE = DEADLINE._replace(level2="成本指标", name="{object}租金标准", sign="≤", unit="元/套·月", fill="unit_price", question="多少钱？")
DAYS = DEADLINE._replace(level2="数量指标", name="{object}服务月数", sign="=", unit="个月", fill="count", question="几个月？")

PLAN = {"budget": "12", "plan": "- - 12 12"}


def fill(entry: Entry, *rows, subject: str = "警报器", **head: object) -> Filled:
    return fill_value(entry, analysed(*rows, **{"name": "", "year": 2024, **head}), None, subject)


def sources(filled: Filled) -> list[tuple[str, str]]:
    return [(trace.digits, trace.ref.partition("（")[0]) for trace in filled.trace if trace.digits]


# ---- deadlines ---------------------------------------------------------------------------------------------------


def test_date_that_the_goal_states_is_the_deadline_and_needs_no_question():
    filled = fill(DEADLINE, goal="10月底前安装完毕")
    assert (filled.value, filled.ready) == ("2024年10月底前", True)
    assert sources(filled) == [("2024", "文本标题的年度"), ("10", "绩效目标")]


def test_stated_date_comes_before_the_payment_plan():
    assert fill(DEADLINE, goal="6月底前安装完毕", **PLAN).value == "2024年6月底前"


def test_year_that_the_goal_states_itself_is_traced_to_the_goal():
    assert sources(fill(DEADLINE, goal="2025年6月30日前建成")) == [("2025", "绩效目标"), ("6", "绩效目标"), ("30", "绩效目标")]


def test_same_date_said_twice_is_one_date():
    assert fill(DEADLINE, goal="10月底前完成", purpose="10月底前装好").value == "2024年10月底前"


def test_of_two_dates_neither_is_taken_and_the_plan_decides_with_a_question():
    filled = fill(DEADLINE, goal="6月底前到货，8月底前装好", **PLAN)
    assert (filled.value, filled.ready) == ("2024年10月底前", False)
    assert [trace.ref for trace in filled.trace if trace.origin == "slot"] == ["款在10月底付清，这项工作也在此前完成吗？"]


def test_month_of_the_plan_is_traced_to_the_plan():
    assert sources(fill(DEADLINE, **PLAN)) == [("2024", "文本标题的年度"), ("10", "支出计划10月底付清")]


@pytest.mark.parametrize("goal", ["10月安装警报器", "保障警报器正常运行", ""])
def test_deadline_that_neither_goal_nor_plan_says_is_asked_for(goal: str):
    assert fill(DEADLINE, goal=goal) == fill(DEADLINE._replace(fill="ask"))


# ---- quantities --------------------------------------------------------------------------------------------------


def test_quantity_that_the_purpose_states_of_the_same_thing_is_taken():
    filled = fill(COUNT, purpose="安装人防警报器2套")
    assert (filled.value, filled.ready, sources(filled)) == ("=2套", True, [("2", "资金用途")])


@pytest.mark.parametrize(
    "purpose",
    ["安装警报器2台", "购置桌椅2套", "安装警报器2套、维修警报器3套", "购置桌椅、警报器各2套"],
    ids=["another unit", "another thing", "two quantities of it", "so many of each"],
)
def test_quantity_that_the_purpose_does_not_state_of_just_this_is_asked_for(purpose: str):
    assert fill(COUNT, purpose=purpose).value == "=【待填：几套？】套"


def test_row_that_counts_the_thing_comes_before_the_purpose():
    assert fill(COUNT, row("数量指标", "警报器数量", "3套"), purpose="安装警报器2套").value == "=3套"


def test_purpose_comes_before_a_row_that_counts_another_thing():
    assert fill(COUNT, row("数量指标", "桌椅数量", "3套"), purpose="安装警报器2套").value == "=2套"
    assert fill(COUNT, row("数量指标", "桌椅数量", "3套")).value == "=3套【待填：原表“桌椅数量”是3套，这里也是吗？】"


def test_months_are_told_apart_by_the_words_around_them():
    assert fill(DAYS, purpose="官网运维服务期12个月", subject="官网").value == "=12个月"
    assert fill(DAYS, purpose="质保期24个月", subject="官网").value == "=【待填：几个月？】个月"


# ---- prices ------------------------------------------------------------------------------------------------------


def test_price_that_the_purpose_states_for_just_this_is_taken():
    filled = fill(PRICE, purpose="租用周转房3套，每套每月1200元", subject="周转房")
    assert (filled.value, filled.ready, sources(filled)) == ("≤1200元/套·月", True, [("1200", "资金用途")])


def test_stated_price_comes_before_the_budget_divided_by_the_count():
    yearly = PRICE._replace(unit="万元/套", words=("周转房",))
    sets = row("数量指标", "周转房套数", "3套")
    assert fill(yearly, sets, budget="6", subject="周转房").value == "≤2万元/套"
    assert fill(yearly, sets, budget="6", purpose="每套1.5万元", subject="周转房").value == "≤1.5万元/套"


@pytest.mark.parametrize(
    "purpose",
    ["每套1200元", "每套每年1200元", "每人每月1200元", "房租1200元", "房租每套每月1200元，物业费每套每月200元"],
    ids=["no time", "another time", "by the head", "no price", "two prices"],
)
def test_price_for_anything_else_is_not_taken(purpose: str):
    assert fill(PRICE, purpose=purpose, subject="周转房").value == "≤【待填：多少钱？】元/套·月"


def test_price_that_the_purpose_states_for_another_service_is_not_taken():
    assert fill(PRICE, purpose="物业费每套每月200元", subject="周转房").value == "≤【待填：多少钱？】元/套·月"
