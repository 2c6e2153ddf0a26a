"""For any purpose: no fact holds a digit, a unit or a noun that does not stand there, and a number is taken whole."""

from __future__ import annotations

import re
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from classifier.analysis.normalise import normalise, squeeze
from classifier.rules.base import another
from classifier.suggest.facts import Fact, stated_dates, text_facts

EXAMPLES = settings(max_examples=200, derandomize=True, deadline=None)
VERBS = st.sampled_from(["购置", "维修", "用于", "为", "培训", "聘用", "每套每月", "每人", "各", "共", "约", "不低于", ""])
NOUNS = st.sampled_from(["路灯", "周转房", "书记员", "屋面防水", "合格率", "租金", "外地医师", "2023人民防空", "“雪亮工程”", "5G基站", ""])
NUMBERS = st.one_of(st.integers(0, 99_999).map(str), st.decimals(0, 999, places=2).map(str), st.sampled_from(["1.2万", "２６", "2023", "0.86"]))
UNITS = st.sampled_from(["套", "名", "人次", "平方米", "万元", "元/台", "元", "台次", "%", "个月", "年", "月底前", "盏", "余人", ""])
BREAKS = st.sampled_from(["，", "、", "；", "。", "（", "）", "以及", " ", "\n", ""])


@st.composite
def purposes(draw: st.DrawFn) -> str:
    """A sentence as units write them: what is done to what, how many, in a list."""
    parts = draw(st.lists(st.tuples(VERBS, NOUNS, NUMBERS, UNITS, NOUNS, BREAKS), max_size=5))
    return "".join(piece for part in parts for piece in part)


TEXTS = st.one_of(purposes(), st.text(max_size=40))


def facts(text: str) -> tuple[Fact, ...]:
    return text_facts(text, "资金用途")


@EXAMPLES
@given(TEXTS)
def test_digits_of_a_fact_stand_in_the_text_as_a_whole_number(text: str):
    for fact in facts(text):
        assert re.search(rf"(?<![\d.]){re.escape(fact.digits)}(?!\d)", normalise(text))
        assert Decimal(fact.digits) == fact.amount


@EXAMPLES
@given(TEXTS)
def test_unit_of_a_fact_stands_behind_its_digits(text: str):
    for fact in facts(text):
        assert re.search(rf"{re.escape(fact.digits)}余?\s*{re.escape(fact.unit)}", normalise(text))


@EXAMPLES
@given(TEXTS)
def test_noun_and_context_of_a_fact_stand_in_the_text(text: str):
    for fact in facts(text):
        assert fact.noun in normalise(text)
        assert fact.context in normalise(text)


@EXAMPLES
@given(TEXTS)
def test_what_a_price_is_counted_by_stands_in_the_text(text: str):
    for fact in facts(text):
        assert all(counted in normalise(text) for counted in fact.per)


@EXAMPLES
@given(TEXTS)
def test_digits_of_a_stated_date_stand_in_the_goal_or_are_the_year_of_the_draft(goal: str):
    for date in stated_dates(another(name="", goal=goal, year=2023)):
        assert all(digits in squeeze(goal) for digits in date.own)
        assert set(re.findall(r"\d+", date.text)) <= {*date.own, "2023"}


def test_number_with_a_comma_between_thousands_is_taken_whole():
    assert [fact.amount for fact in facts("投入1,200万元")] == [Decimal(1200)]
