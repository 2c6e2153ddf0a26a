"""A proposal is judged in its project before anybody sees it: by every rule and by the model, its open slots filled with something sensible."""

from __future__ import annotations

import pytest

from classifier.rules.base import another, row
from classifier.rules.catalogue import load_rules
from classifier.suggest.recheck import PROBE_DATE, passes, probe
from classifier.types import Indicator, Suggestion
from tests.suggest.projects import context_of

TRAINING = {"name": "2024年乡镇干部培训班经费", "budget": "12"}
PEOPLE = row("数量指标", "培训乡镇干部人数", "≥120人", "全年参加培训班的乡镇干部人数", "培训签到册")
SLOGAN = row("质量指标", "质量合格率", "≥95%")


def proposed(level2: str, name: str, value: str, description: str = "", basis: str = "") -> Suggestion:
    return Suggestion("replaced", "", level2, name, description, value, basis, "", True)


SOUND = proposed("质量指标", "参训乡镇干部结业考试合格率", "≥95%", "考试合格的参训乡镇干部人数÷参训干部总人数", "考试成绩单")


def checked(suggestion: Suggestion, model, place: int = 1, on: tuple[Indicator, ...] = (SLOGAN, PEOPLE)) -> bool:
    return passes(context_of(model, *on, **TRAINING), suggestion, place)


def test_sound_row_passes(model):
    assert checked(SOUND, model)


@pytest.mark.parametrize(
    "faulty",
    [
        SOUND._replace(value="≥105%"),
        SOUND._replace(value=""),
        proposed("成本指标", "乡镇干部培训班总成本", "≤13万元", "培训班全部支出", "部门预算"),
    ],
    ids=["more than all", "no value", "more than the budget"],
)
def test_row_that_a_rule_faults_does_not_pass(faulty: Suggestion, model):
    assert not checked(faulty, model)


@pytest.mark.parametrize("label", [SLOGAN, row("生态效益指标", "生态效益增长率", "≥95%")], ids=["empty words", "wrong place"])
def test_row_that_the_model_labels_does_not_pass(label: Indicator, model):
    assert not checked(proposed(label.level2, label.name, label.value), model)


def test_faults_of_other_rows_are_not_its_own(model):
    capped = row("数量指标", "培训场次", "≤3场", "培训班场次", "培训计划")
    assert checked(SOUND, model, on=(SLOGAN, capped))


def test_row_is_checked_behind_the_last_where_it_is_added(model):
    assert checked(SOUND, model, place=3)
    assert not checked(proposed(PEOPLE.level2, PEOPLE.name, "≥130人", PEOPLE.description), model, place=3)  # the table has it


@pytest.mark.parametrize(
    ("value", "passed"),
    [("≥【待填：合格率多少？】%", True), ("≤【待填：合格率多少？】%", False), ("95%【待填：是这个数吗？】", True), ("≥105%【待填：是这个数吗？】", False)],
)
def test_open_slot_is_checked_with_a_sensible_figure_in_it(value: str, passed: bool, model):
    assert checked(SOUND._replace(value=value), model) == passed


def test_nothing_passes_unseen_where_a_rule_crashes(model, monkeypatch):
    monkeypatch.setattr(type(load_rules()["D001"]), "check", lambda *_: 1 / 0)
    assert not checked(SOUND, model)


# ---- what stands in an open slot ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "filled"),
    [
        ("≤【待填：全部费用是多少？】万元", "≤12万元"),
        ("≥【待填：合格率多少？】%", "≥8%"),
        ("【待填：何时完成？】", PROBE_DATE),
        ("=【待填：资料印发是多少？（写明单位）】", "=8个"),
        ("=3【待填：3的单位是什么？】", "=3个"),
        ("=2套【待填：这里也是吗？】", "=2套"),
        ("≥95%", "≥95%"),
    ],
    ids=["amount of money", "number", "date", "number and unit", "unit", "doubted number", "nothing open"],
)
def test_slot_is_filled_by_what_stands_around_it(value: str, filled: str):
    assert probe(SOUND._replace(value=value), 4, another(**TRAINING)).value == filled


def test_amount_is_any_number_where_the_budget_is_unknown():
    assert probe(SOUND._replace(value="≤【待填：多少？】万元"), 4, another(name="培训")).value == "≤8万元"


def test_slots_of_name_and_description_are_filled_too():
    filled = probe(SOUND._replace(name="培训【待填：几？】期", description="每期【待填：几？】人"), 4, another())
    assert (filled.row, filled.name, filled.description) == (4, "培训8期", "每期8人")
