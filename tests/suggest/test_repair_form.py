"""A value that is wrong in form is mended with the drafter's own number: its sign, its unit, what a template left; what nobody said is asked for."""

from __future__ import annotations

import pytest

from classifier.rules.base import row
from classifier.suggest.filled import Repair
from classifier.suggest.repair_form import ask_value
from tests.suggest.projects import QUALITY, QUANTITY, SATISFACTION, SOCIAL, analysed, repairs


def only(*arguments: str, **head: object) -> Repair:
    """The one repair of a row given by place, name, value, description and evidence."""
    (repair,) = repairs(row(*arguments), **head)
    return repair


def questions(repair: Repair) -> list[str]:
    return [trace.ref for trace in repair.trace if trace.origin == "slot"]


# ---- sign and unit of the number that stands there ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("level2", "name", "value", "repaired"),
    [
        (QUALITY, "发放合格率", "≥98经费质量合格百分率", "≥98%"),
        (QUALITY, "发放合格率", "98质量合格占比", "98%"),
        (QUALITY, "发放合格率", "≥100%", "=100%"),
        (QUANTITY, "维修处数", "≤12处", "≥12处"),
        (QUANTITY, "派遣人员数量", "14劳务派遣人员数量", "=14人"),
    ],
)
def test_form_is_mended_and_the_number_kept(level2: str, name: str, value: str, repaired: str):
    repair = only(level2, name, value)
    assert (repair.value, repair.ready, repair.name) == (repaired, True, "")
    assert repair.why


@pytest.mark.parametrize(
    ("level2", "name", "value"),
    [
        (QUALITY, "发放合格率", "≥98%"),
        (QUALITY, "发放合格率", "≥105%"),
        (SOCIAL, "社会效益", "显著"),
        (QUANTITY, "维修处数", "≥12处"),
    ],
    ids=["sound", "which figure was meant nobody knows", "no number", "sound quantity"],
)
def test_nothing_is_repaired_where_form_is_not_the_fault(level2: str, name: str, value: str):
    assert repairs(row(level2, name, value)) == []


def test_repaired_number_is_traced_to_the_cell_that_it_came_from():
    repair = only(QUALITY, "发放合格率", "≥98合格百分率")
    assert [(trace.digits, trace.origin, trace.ref) for trace in repair.trace] == [("98", "cell", "原指标值（所给的行）")]


# ---- number without a unit ---------------------------------------------------------------------------------------


def test_unit_is_the_one_with_which_the_purpose_states_the_same_number():
    repair = only(QUANTITY, "护栏数量", "120", purpose="更换护栏120米")
    assert (repair.value, repair.ready) == ("=120米", True)
    assert "资金用途" in repair.why


def test_unit_of_another_number_in_the_purpose_is_not_taken():
    assert only(QUANTITY, "护栏数量", "130", purpose="更换护栏120米").value != "=130米"


def test_unit_that_the_same_number_has_of_the_same_thing_comes_before_that_of_another_thing():
    purpose = "培训电工2人、安装警报器2套"
    assert only(QUANTITY, "警报器数量", "2", purpose=purpose).value == "=2套"
    assert only(QUANTITY, "电工数量", "2", purpose=purpose).value == "=2人"


@pytest.mark.parametrize(("name", "value", "repaired"), [("会议次数", "3", "=3次"), ("企业数量", "30", "=30家"), ("会议次数", "≥3", "≥3次")])
def test_unit_that_the_name_implies_needs_no_question(name: str, value: str, repaired: str):
    repair = only(QUANTITY, name, value)
    assert (repair.value, repair.ready) == (repaired, True)


def test_unit_that_is_only_usual_is_written_with_a_question():
    repair = only(QUANTITY, "召开会议", "3")
    assert (repair.value, repair.ready) == ("=3次", False)
    assert questions(repair) == ["3的单位是“次”吗？"]


@pytest.mark.parametrize("name", ["资料", "会议、培训次数"], ids=["counted in anything", "two things in one"])
def test_unit_that_nothing_says_is_asked_for(name: str):
    repair = only(QUANTITY, name, "3")
    assert (repair.value, repair.ready) == ("=3【待填：3的单位是什么？】", False)


# ---- what a template left ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "value"), [("群众满意度（≥**%）", "≥95%"), ("群众满意度≥**%", "95%"), ("群众满意度(>=**%)", ">=95%")])
def test_blanks_of_a_template_are_taken_out_of_the_name_and_the_value_kept(name: str, value: str):
    repair = only(SATISFACTION, name, value)
    assert (repair.name, repair.value, repair.ready) == ("群众满意度", value.replace(">=", "≥"), True)
    assert [trace.digits for trace in repair.trace] == ["95"]


def test_name_in_front_of_blanks_that_were_never_filled_is_no_repair():
    assert repairs(row(SATISFACTION, "群众满意度（≥**%）", "≥**%")) == []


def test_blanks_go_where_the_value_is_asked_for_too():
    repair = only(SATISFACTION, "群众满意度（≥**%）", "")
    assert (repair.name, repair.value.startswith("≥【待填：群众满意度上年"), repair.ready) == ("群众满意度", True, False)


# ---- good name without a value ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level2", "name", "value"),
    [
        (QUALITY, "警报器鸣响合格率", "≥【待填：警报器鸣响合格率上年是多少，今年目标多少？（%）】%"),
        (QUANTITY, "会议次数", "=【待填：会议次数是多少？（次）】次"),
        (SOCIAL, "受益人数", "=【待填：受益人数是多少？（人）】人"),
        (QUANTITY, "资料印发", "=【待填：资料印发是多少？（写明单位）】"),
    ],
    ids=["rate", "implied unit", "people", "unit unknown"],
)
def test_good_name_without_a_value_is_kept_and_the_value_asked_for(level2: str, name: str, value: str):
    repair = only(level2, name, "")
    assert (repair.name, repair.value, repair.ready) == ("", value, False)
    assert questions(repair)


def test_nothing_is_asked_under_a_name_that_says_nothing():
    assert repairs(row(QUALITY, "质量合格率", "")) == []


def test_running_number_before_a_name_is_not_repeated_in_the_question():
    assert only(QUANTITY, "指标1：会议次数", "").value == "=【待填：会议次数是多少？（次）】次"


@pytest.mark.parametrize(("codes", "asked"), [({"F006"}, True), ({"F006", "W001"}, False), ({"F006", "W003"}, False), (set(), False)])
def test_value_is_asked_only_under_a_name_that_nothing_is_wrong_with(codes: set[str], asked: bool):
    (line,) = analysed(row(QUALITY, "工作质量", "")).rows
    assert (ask_value(line, codes) is not None) == asked
