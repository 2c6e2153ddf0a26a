"""Properties of parse_value: however a number, a sign or a unit is typed, it is read as the same; and nothing is ever read as a number that is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifier.analysis.values import parse_value

EXAMPLES = settings(max_examples=200, derandomize=True, deadline=None)
NUMBERS = st.decimals(min_value=0, max_value=10**8, places=2)
UNITS = st.sampled_from(["人", "万元", "元/人·月", "平方米", "㎡", "%", "‰", "次/月", "公里", "亿元", "万人次", "天"])
WIDE = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")
SIGNS = {"≥": ["≥", "≧", ">=", "大于等于", "不低于", "不少于"], "≤": ["≤", "≦", "<=", "小于等于", "不超过", "不高于"], "=": ["=", "＝", "═"]}
AFTER = {"≥": ["以上", "及以上"], "≤": ["以内", "以下", "及以下"]}


def written(number: Decimal) -> str:
    return f"{number:f}"


@EXAMPLES
@given(NUMBERS, UNITS)
def test_full_width_digits_are_the_same_number(number: Decimal, unit: str) -> None:
    narrow, wide = parse_value(written(number) + unit), parse_value((written(number) + unit).translate(WIDE))
    assert (narrow.amount, narrow.measure, narrow.kind) == (wide.amount, wide.measure, wide.kind)
    assert narrow.amount == number


@EXAMPLES
@given(st.integers(min_value=1000, max_value=10**9), UNITS)
def test_thousands_separators_do_not_change_the_number(number: int, unit: str) -> None:
    for separated in (f"{number:,}", f"{number:,}".replace(",", "，"), f"{number:,}".replace(",", " ")):
        assert parse_value(separated + unit).amount == number


@EXAMPLES
@given(st.sampled_from(sorted(SIGNS)), NUMBERS, UNITS, st.data())
def test_sign_is_the_same_in_symbols_and_in_words(sign: str, number: Decimal, unit: str, data: st.DataObject) -> None:
    value = parse_value(data.draw(st.sampled_from(SIGNS[sign])) + written(number) + unit)
    assert (value.sign, value.amount, value.measure) == (sign, number, unit)


@EXAMPLES
@given(st.sampled_from(sorted(AFTER)), NUMBERS, st.sampled_from(["人", "万元", "%", "平方米"]), st.data())
def test_sign_behind_the_unit_is_a_sign(sign: str, number: Decimal, unit: str, data: st.DataObject) -> None:
    value = parse_value(written(number) + unit + data.draw(st.sampled_from(AFTER[sign])))
    assert (value.sign, value.amount, value.measure) == (sign, number, unit)


@EXAMPLES
@given(st.integers(min_value=1, max_value=99), st.integers(min_value=-4, max_value=8), st.sampled_from(["{}×10^{}", "{}e{}", "{}E{}"]))
def test_power_of_ten_is_reckoned(number: int, exponent: int, form: str) -> None:
    assert parse_value(form.format(number, exponent) + "吨").amount == Decimal(number).scaleb(exponent)


@pytest.mark.parametrize(
    ("text", "amount"),
    [("1.2×10⁴立方米", "12000"), ("10⁴m³", "10000"), ("3×10⁻²毫克/升", "0.03"), ("≥-2.5‰", "-2.5"), ("-3%", "-3"), ("１．５亿元", "1.5"), ("120万㎡", "120")],
)
def test_scientific_negative_and_grouped_numbers(text: str, amount: str) -> None:
    assert parse_value(text).amount == Decimal(amount)


@EXAMPLES
@given(st.integers(min_value=1, max_value=9), st.integers(min_value=2, max_value=20))
def test_fraction_is_a_share_and_its_numerator_is_no_number(numerator: int, denominator: int) -> None:
    value = parse_value(f"{numerator}/{denominator}以上")
    assert (value.amount, value.kind, value.sign) == (None, "percent", "≥")


@EXAMPLES
@given(NUMBERS, NUMBERS, st.sampled_from(["-", "~", "～", "—", "至"]))
def test_range_begins_with_its_first_number(low: Decimal, high: Decimal, dash: str) -> None:
    value = parse_value(f"{written(low)}{dash}{written(high)}人")
    assert (value.amount, value.measure) == (low, "人") or value.kind == "date"


@EXAMPLES
@given(st.integers(2000, 2099), st.integers(1, 12), st.integers(1, 28), st.sampled_from(["{}年{}月{}日", "{}年{}月{}日前", "{}.{}.{}", "{}-{}-{}"]))
def test_date_is_a_date_and_no_number(year: int, month: int, day: int, form: str) -> None:
    value = parse_value(form.format(year, month, day))
    assert (value.kind, value.amount) == ("date", None)


@EXAMPLES
@given(st.text(max_size=40))
def test_any_text_is_read_and_kept(text: str) -> None:
    value = parse_value(text)
    assert value.text == text
    assert value.amount is None or any(character.isdigit() for character in text)
