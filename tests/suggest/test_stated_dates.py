"""The dates by which goal and purpose say that something is done: with their own year or the draft's, and nothing that is no date to be done by."""

from __future__ import annotations

import pytest

from classifier.rules.base import another
from classifier.suggest.facts import StatedDate, stated_dates


def dates(goal: str = "", purpose: str = "", year: int | None = 2023) -> list[StatedDate]:
    return list(stated_dates(another(name="", goal=goal, purpose=purpose, year=year)))


@pytest.mark.parametrize(
    ("goal", "text"),
    [
        ("10月底前完成安装", "2023年10月底前"),
        ("12月10日以前完成", "2023年12月10日以前"),
        ("8月上旬前进场", "2023年8月上旬前"),
        ("于6月前建成", "2023年6月前"),
        ("3 月 底 之 前 开 工", "2023年3月底之前"),
    ],
)
def test_date_without_a_year_is_of_the_year_of_the_draft(goal: str, text: str):
    (date,) = dates(goal)
    assert date.text == text
    assert (date.digits[0], "2023" in date.own) == ("2023", False)


def test_date_with_a_year_keeps_it():
    (date,) = dates("2024年6月30日前建成")
    assert (date.text, date.digits, date.own) == ("2024年6月30日前", ("2024", "6", "30"), ("2024", "6", "30"))


def test_date_without_any_year_is_said_as_it_stands():
    (date,) = dates("10月底前完成安装", year=None)
    assert (date.text, date.digits, date.own) == ("10月底前", ("10",), ("10",))


@pytest.mark.parametrize("goal", ["10月完成安装", "每月5日前发放工资", "第四季度前完成", "全年完成", "工期3个月前后", "自2023年3月起"])
def test_what_says_no_day_to_be_done_by_is_no_date(goal: str):
    assert dates(goal) == []


def test_every_date_is_told_with_the_cell_that_it_stands_in_the_goals_first():
    found = dates(goal="10月底前装好", purpose="6月底前到货，7月底前装好")
    assert [(date.text, date.source.partition("（")[0]) for date in found] == [
        ("2023年10月底前", "绩效目标"),
        ("2023年6月底前", "资金用途"),
        ("2023年7月底前", "资金用途"),
    ]
