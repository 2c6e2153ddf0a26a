"""How the value of a library entry is filled: from the draft's own cells, by a sum that comes out even, from a regulation, or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest

from classifier.analysis.analyse import analyse_project
from classifier.rules.base import another, row
from classifier.suggest.filled import slot
from classifier.suggest.library import Entry
from classifier.suggest.slots import fill_value
from classifier.types import Location, PlanNode, ProjectAnalysis, Trace

PLAIN = Entry("K09-01", "成本指标", "{object}单价", "描述", "≤", "万元/套", "ask", "合同", "为什么", "来源", ("警报器",), (), (), question="多少？")
COUNT = PLAIN._replace(level2="数量指标", name="{object}数量", sign="=", unit="套", fill="count")
PRICE = PLAIN._replace(fill="unit_price")
RATE = PLAIN._replace(level2="质量指标", name="合格率", sign="≥", unit="%", fill="usual", amount="95", low="90", high="100", reason="常见")
OPEN = "≤【待填：多少？】万元/套"


def analysed(*rows, budget: str = "", **more) -> ProjectAnalysis:
    return analyse_project(another(*rows, name="警报器购置", budget=budget)._replace(**more))


def fill(entry: Entry, on: ProjectAnalysis, position: int | None = None):
    return fill_value(entry, on, None if position is None else on.rows[position], "警报器")


def sets(count: str, name: str = "警报器数量"):
    return row("数量指标", name, count)


def test_budget_is_the_total_cost():
    filled = fill(PLAIN._replace(fill="budget", unit="万元"), analysed(budget="7.5", locations={"budget": Location(3, 2, 3)}))
    assert filled == ("≤7.50万元", (Trace("7.50", "cell", "预算数（表3第2行第3格）"),), True)


def test_budget_keeps_the_money_unit_of_the_table():
    assert fill(PLAIN._replace(fill="budget", unit="万元"), analysed(budget="75000", money_unit="元")).value == "≤75000元"


@pytest.mark.parametrize("fill_by", ["budget", "unit_price", "count", "deadline", "ask"])
def test_what_the_draft_does_not_say_stays_open(fill_by: str):
    filled = fill(PLAIN._replace(fill=fill_by), analysed())
    assert filled == (OPEN, (Trace("", "slot", "多少？"),), False)


def test_count_of_the_same_thing_is_taken():
    filled = fill(COUNT, analysed(sets("2套")))
    assert (filled.value, filled.ready) == ("=2套", True)
    assert [(trace.digits, trace.origin) for trace in filled.trace] == [("2", "cell")]


def test_count_of_another_thing_is_taken_with_a_question():
    filled = fill(COUNT, analysed(sets("2套", "桌椅数量")))
    assert filled.value == "=2套【待填：原表“桌椅数量”是2套，这里也是吗？】"
    assert not filled.ready


def test_count_of_the_same_thing_comes_before_another():
    assert fill(COUNT, analysed(sets("9套", "桌椅数量"), sets("2套"))).value == "=2套"


@pytest.mark.parametrize("value", ["2台", "≥95%", "0套", "若干套"])
def test_quantity_in_another_unit_is_no_count(value: str):
    assert not fill(COUNT, analysed(sets(value))).ready


@pytest.mark.parametrize(
    ("budget", "count", "value"),
    [
        ("7.50", "2套", "≤3.75万元/套"),
        ("0.0006", "2套", "≤0.0003万元/套"),
        ("0.0001", "2套", OPEN),  # a fraction of a yuan
        ("10", "3套", OPEN),  # does not come out even
        ("", "2套", OPEN),
    ],
)
def test_unit_price_is_the_budget_divided_by_the_count(budget: str, count: str, value: str):
    assert fill(PRICE, analysed(sets(count), budget=budget)).value == value


def test_computed_price_names_what_it_was_computed_from():
    (trace,) = fill(PRICE, analysed(sets("2套"), budget="7.50")).trace
    assert trace == Trace("3.75", "computed", "预算数7.50（表1第1行第1格）÷第1行“警报器数量 2套”（所给的行）")


def test_price_is_not_computed_from_a_count_of_another_thing():
    assert fill(PRICE, analysed(sets("2套", "桌椅数量"), budget="7.50")).value == OPEN


def test_price_in_ten_thousands_is_not_computed_from_a_budget_in_yuan():
    assert fill(PRICE, analysed(sets("2套"), budget="75000", money_unit="元")).value == OPEN


def plan(*amounts: int | None) -> tuple[PlanNode, ...]:
    labels = ("3月底", "6月底", "10月底", "12月底")
    return tuple(PlanNode(label, None if amount is None else Decimal(amount)) for label, amount in zip(labels, amounts, strict=True))


@pytest.mark.parametrize(
    ("amounts", "value"),
    [((3, 6, 12, 12), "2024年10月底前"), ((None, None, None, 12), "2024年12月底前"), ((13, 13, 13, 13), "2024年3月底前"), ((3, 6, 9, None), OPEN)],
    ids=["first node that pays all", "blank nodes before", "more than the budget", "never paid in full"],
)
def test_deadline_is_where_the_plan_has_paid_the_budget(amounts: tuple, value: str):
    assert fill(PLAIN._replace(fill="deadline"), analysed(budget="12", year=2024, plan=plan(*amounts))).value == value


def test_deadline_without_a_year_names_the_month_alone():
    filled = fill(PLAIN._replace(fill="deadline"), analysed(budget="12", plan=plan(3, 6, 12, 12)))
    assert filled.value == "10月底前"
    assert [trace.digits for trace in filled.trace] == ["10", ""]
    assert not filled.ready  # paid by then does not yet mean done by then


@pytest.mark.parametrize(
    ("said", "value", "origin", "ready"),
    [
        ("≥96%", "≥96%", "cell", False),
        ("≥90%", "≥90%", "cell", False),
        ("100%", "=100%", "cell", False),
        ("≥89.9%", "≥95%", "library", False),
        ("96分", "≥95%", "library", False),
        ("良好", "≥95%", "library", False),
    ],
)
def test_rate_keeps_the_drafters_figure_within_the_usual_range(said: str, value: str, origin: str, ready: bool):
    filled = fill(RATE, analysed(row("质量指标", "质量合格率", said)), 0)
    assert (filled.value, filled.trace[0].origin, filled.ready) == (value, origin, ready)


def test_satisfaction_keeps_the_drafters_figure_and_is_ready():
    entry = RATE._replace(level2="服务对象满意度指标")
    filled = fill(entry, analysed(row("服务对象满意度指标", "满意率", "≥95%")), 0)
    assert (filled.value, filled.ready) == ("≥95%", True)


def test_usual_value_says_why_and_waits_for_confirmation():
    assert fill(RATE, analysed()) == ("≥95%", (Trace("95", "library", "K09-01：常见"),), False)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"fill": "regulation", "amount": "550", "unit": "元/人·天", "document": "某办法"}, ("≤550元/人·天", (Trace("550", "regulation", "某办法"),), True)),
        ({"fill": "state", "text": "通过等级测评"}, ("通过等级测评", (), True)),
        ({"fill": "zero"}, ("不发生", (), True)),
    ],
    ids=["regulation", "state", "zero"],
)
def test_value_that_needs_nothing_of_the_draft(changes: dict, expected: tuple):
    assert fill(PLAIN._replace(**changes), analysed()) == expected


def test_slot_carries_its_question():
    assert slot("几套？") == "【待填：几套？】"
