"""Which proposals are made and which are held back: none that a rule or the model would fault, none twice, none that the table has."""

from __future__ import annotations

import pytest

from classifier.analysis.analyse import analyse_draft
from classifier.rules.base import another, row
from classifier.rules.catalogue import load_rules
from classifier.suggest.propose import MOST, propose_for_project
from classifier.suggest.recheck import passes
from classifier.types import Draft, Indicator, Project, Suggestion

NAME = "2024年乡镇干部培训班经费"
PEOPLE = row("数量指标", "培训乡镇干部人数", "≥120人", "全年参加培训班的乡镇干部人数", "培训签到册")
SLOGAN = row("质量指标", "质量合格率", "≥95%")


def proposed(level2: str, name: str, value: str, description: str = "", basis: str = "") -> Suggestion:
    return Suggestion("replaced", "", level2, name, description, value, basis, "", True)


SOUND = proposed("质量指标", "参训乡镇干部结业考试合格率", "≥95%", "考试合格的参训乡镇干部人数÷参训干部总人数", "考试成绩单")


def checked(suggestion: Suggestion, model, place: int = 1, on: Project | None = None) -> bool:
    draft = Draft("", projects=(on or another(SLOGAN, PEOPLE, name=NAME, budget="12"),))
    analysis = analyse_draft(draft)
    return passes(suggestion, place, analysis.projects[0], analysis, model)


def proposals(model, *rows: Indicator) -> dict:
    analysis = analyse_draft(Draft("", projects=(another(*rows, name=NAME, budget="12"),)))
    return dict(propose_for_project(analysis.projects[0], analysis, model, range(1, len(rows) + 1)))


def names(found: tuple[Suggestion, ...]) -> set[str]:
    return {suggestion.name for suggestion in found}


# ---- re-check ----------------------------------------------------------------------------------------------------


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
    assert checked(SOUND, model, on=another(SLOGAN, capped, name=NAME))


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


# ---- choice ------------------------------------------------------------------------------------------------------


def test_two_rows_of_one_place_get_proposals_of_their_own(model):
    found = proposals(model, row("数量指标", "数量完成率", "≥98%"), row("数量指标", "任务数量值", "≥98%"))
    assert names(found[1])
    assert not names(found[1]) & names(found[2])


def test_first_row_of_a_place_leaves_something_for_the_second(model):
    found = proposals(model, SLOGAN, row("质量指标", "质量达标率", "≥96%"))
    assert names(found[1])
    assert names(found[2])


def test_proposal_that_the_table_has_already_gives_way_to_another(model):
    first = proposals(model, SLOGAN)[1][0]
    present = row(first.level2, first.name, first.value, first.description, first.basis)
    assert first.name not in names(proposals(model, SLOGAN, present)[1])


def test_no_more_than_three_are_made(model):
    assert 1 <= len(proposals(model, SLOGAN)[1]) <= MOST == 3


def test_cost_without_money_is_asked_for_where_the_budget_is_known(model):
    found = proposals(model, row("成本指标", "培训班总成本", "6%"))[1]
    assert (found[0].action, found[0].value) == ("repaired", "≤【待填：“6%”是多少万元？】万元")


def test_effect_that_the_kind_should_not_have_is_only_proposed_to_go(model):
    (only,) = proposals(model, row("生态效益指标", "生态效益增长率", "≥95%"))[1]
    assert only.action == "dropped"
    assert only.why


def test_output_is_never_proposed_to_go(model):
    assert {suggestion.action for suggestion in proposals(model, SLOGAN)[1]} == {"replaced"}


def test_a_unit_price_written_in_another_money_unit_is_converted_and_said_to_be_computed(model):
    found = proposals(model, row("数量指标", "警报器数量", "2套", "购置警报器数量"), row("成本指标", "警报器成本", "≤60000元"))
    first = found[2][0]
    assert first.value == "≤6万元/套"
    assert [(trace.digits, trace.origin) for trace in first.trace if trace.digits] == [("6", "computed")]
