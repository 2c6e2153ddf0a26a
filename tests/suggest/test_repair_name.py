"""A quantity whose name is at fault is repaired with its value: the number is put where it belongs, the rate becomes a count that the draft states."""

from __future__ import annotations

import pytest

from classifier.rules.base import row
from classifier.suggest.build import from_repair
from classifier.suggest.filled import Repair
from tests.suggest.projects import QUALITY, QUANTITY, analysed, repairs


def renamed(name: str, value: str, description: str = "", **head: object) -> list[tuple[str, str]]:
    """The names and values that a quantity row is repaired with."""
    return list(dict.fromkeys((repair.name, repair.value) for repair in repairs(row(QUANTITY, name, value, description), **head) if repair.name))


def first(name: str, value: str, description: str = "", **head: object) -> Repair:
    return repairs(row(QUANTITY, name, value, description), **head)[0]


# ---- number in the name ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "repaired"),
    [
        ("调演2场", "100%", ("调演场次", "=2场")),
        ("调演（2场）", "100%", ("调演场次", "=2场")),
        ("购置电脑共24台", "完成", ("购置电脑数量", "=24台")),
        ("调演2场", "≥2场", ("调演场次", "≥2场")),
    ],
)
def test_number_in_the_name_moves_to_the_value(name: str, value: str, repaired: tuple[str, str]):
    assert renamed(name, value)[0] == repaired


def test_moved_number_is_traced_to_the_name():
    assert [(trace.digits, trace.origin, trace.ref) for trace in first("调演2场", "100%").trace] == [("2", "cell", "三级指标（所给的行）")]


def test_two_different_numbers_are_left_to_the_drafter():
    assert renamed("调演2场", "≥3场") == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("2场", "100%"), ("2023年调演场次", "≥2场"), ("5G基站数量", "10个"), ("调演2场、展演3场", "100%")],
    ids=["nothing else", "year", "name of a thing", "two numbers"],
)
def test_number_that_is_all_of_the_name_or_no_quantity_stays(name: str, value: str):
    assert renamed(name, value) == []


# ---- count under the name of a rate ------------------------------------------------------------------------------


def test_count_under_the_name_of_a_rate_is_renamed_and_its_sign_mended_together():
    repair = first("维修数量率", "≤1批", "维修数量率")
    assert (repair.name, repair.value, repair.ready) == ("维修批次", "≥1批", True)
    assert repair.why == "名称：数的是批，不是率；指标值：数量是要做到的量，用≥或="


def test_only_the_name_is_at_fault_where_the_sign_is_right():
    repair = first("维修数量率", "≥1批")
    assert (repair.name, repair.value, repair.why) == ("维修批次", "≥1批", "名称：数的是批，不是率")


@pytest.mark.parametrize("value", ["≥95%", "≥1"], ids=["a rate", "a number without a unit"])
def test_rate_or_bare_number_is_no_count_under_the_name_of_a_rate(value: str):
    assert renamed("维修数量率", value) == []


def test_description_that_repeats_the_old_name_goes_with_it():
    repeating = from_repair(analysed(row(QUANTITY, "维修数量率", "≤1批", "维修数量率")).rows[0], first("维修数量率", "≤1批", "维修数量率"))
    telling = from_repair(analysed(row(QUANTITY, "维修数量率", "≤1批", "院区维修")).rows[0], first("维修数量率", "≤1批", "院区维修"))
    assert (repeating.description, telling.description) == ("", "院区维修")


# ---- rate of a thing that is counted -----------------------------------------------------------------------------


def test_rate_of_what_is_counted_in_one_unit_only_is_asked_for_as_a_count():
    repair = first("办班期数完成率", "≥95%")
    assert (repair.name, repair.value, repair.ready) == ("办班期数", "=【待填：办班期数是多少？（期）】期", False)
    assert "名称：" in repair.why
    assert "指标值：" in repair.why


@pytest.mark.parametrize("name", ["示范面积完成率", "期数完成率", "办班期数"], ids=["several units", "says nothing", "no rate"])
def test_rate_without_a_thing_or_a_unit_is_not_asked_for_as_a_count(name: str):
    assert renamed(name, "≥95%") == []


# ---- rate where a quantity belongs -------------------------------------------------------------------------------


def test_rate_gives_way_to_the_quantity_that_the_description_states():
    repair = first("示范面积完成率", "≥95%", "建设玉米示范田2000亩")
    assert (repair.name, repair.value) == ("玉米示范田面积", "=2000亩")
    assert repair.why == "名称：数量指标写做了多少，不写完成率；指标值：绩效指标描述（所给的行）写的是2000亩"


def test_rate_gives_way_to_the_quantity_that_the_purpose_states_of_the_same_thing():
    assert renamed("示范田完成率", "≥95%", purpose="建设玉米示范田2000亩、聘用技术员3人") == [("玉米示范田面积", "=2000亩")]


@pytest.mark.parametrize(
    ("name", "description", "purpose"),
    [
        ("示范面积完成率", "", ""),
        ("示范田完成率", "", "聘用技术员3人"),
        ("树苗成活率", "", "栽植树苗500株"),
        ("培训完成率", "其中：培训干部30人", ""),
    ],
    ids=["nothing stated", "another thing", "a rate that says more than that it was done", "a part only"],
)
def test_rate_stays_where_no_quantity_can_take_its_place(name: str, description: str, purpose: str):
    assert renamed(name, "≥95%", description, purpose=purpose) == []


def test_rate_under_quality_is_where_it_belongs():
    assert repairs(row(QUALITY, "示范面积完成率", "≥95%", "建设玉米示范田2000亩")) == []
