"""Which proposals are made and which are held back: none twice, none that the table has, those that repair the drafter's row first."""

from __future__ import annotations

from classifier.rules.base import row
from classifier.suggest.build import GENERAL
from classifier.suggest.context import Context
from classifier.suggest.propose import MOST, propose_added, propose_for_project
from classifier.types import Indicator
from tests.suggest.projects import COST, QUALITY, QUANTITY, TIMELINESS, context_of, names

TRAINING = {"name": "2024年乡镇干部培训班经费", "budget": "12"}
SLOGAN = row("质量指标", "质量合格率", "≥95%")


def for_all(context: Context) -> dict:
    """The proposals for every row of a project."""
    return dict(propose_for_project(context, [line.indicator.row for line in context.project.rows]))


def proposals(model, *rows: Indicator, **head: object) -> dict:
    return for_all(context_of(model, *rows, **TRAINING | head))


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


def test_only_cost_without_money_is_at_most_the_budget(model):
    found = proposals(model, row("成本指标", "培训班总成本", "6%"))[1]
    assert (found[0].action, found[0].value, found[0].ready) == ("repaired", "≤12万元", True)


def test_one_of_several_costs_without_money_is_asked_for(model):
    found = proposals(model, row("成本指标", "培训班师资费", "6%"), row("成本指标", "培训班场地费", "≤2万元", "租用培训教室的费用", "租赁合同"))[1]
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


# ---- order -------------------------------------------------------------------------------------------------------


def test_repaired_row_comes_before_any_other(model):
    found = proposals(model, row(COST, "培训班总成本", "6%"))[1]
    assert [suggestion.action for suggestion in found] == ["repaired", "replaced", "replaced"]


def test_quantity_that_the_purpose_states_comes_before_the_library(model):
    stated = proposals(model, row(QUANTITY, "数量完成率", "≥98%"), purpose="举办乡镇干部培训班2期")[1]
    silent = proposals(model, row(QUANTITY, "数量完成率", "≥98%"))[1]
    assert (stated[0].name, stated[0].value) == ("乡镇干部培训班期数", "=2期")
    assert "=2期" not in {suggestion.value for suggestion in silent}


def test_price_that_the_purpose_states_comes_first_for_a_row_that_speaks_of_it(model):
    purpose = "乡镇干部培训班讲课费0.3万元/次"
    found = proposals(model, row(COST, "讲课费", "3%"), row(COST, "培训班场地费", "≤2万元"), purpose=purpose)[1]
    assert "≤0.3万元/次" in {suggestion.value for suggestion in found[:2]}


# ---- reasons -----------------------------------------------------------------------------------------------------


def test_row_with_a_wrong_name_and_a_wrong_value_is_replaced_with_both_reasons(model):
    both = proposals(model, row(QUALITY, "质量合格率", "≥98经费质量合格百分率"))[1][0]
    name_only = proposals(model, SLOGAN)[1][0]
    assert (both.action, name_only.action) == ("replaced", "replaced")
    assert "；原指标值：缺%，应为“≥98%”" in both.why
    assert both.why.startswith(name_only.why)
    assert "原指标值" not in name_only.why


def test_row_repaired_in_name_and_value_says_both_reasons(model):
    repaired = proposals(model, row(QUANTITY, "培训数量率", "≤2期"))[1][0]
    assert (repaired.action, repaired.name, repaired.value) == ("repaired", "培训期数", "≥2期")
    assert "名称：" in repaired.why
    assert "指标值：" in repaired.why


# ---- rows that the table lacks -----------------------------------------------------------------------------------


def test_added_rows_stand_at_their_place_and_say_that_they_are_added(model):
    found = list(propose_added(context_of(model, SLOGAN, **TRAINING), TIMELINESS))
    assert found
    assert {(suggestion.action, suggestion.level1, suggestion.level2) for suggestion in found} == {("added", "产出指标", TIMELINESS)}


def test_quantity_of_the_purpose_is_added_first(model):
    first = next(propose_added(context_of(model, SLOGAN, **TRAINING, purpose="举办乡镇干部培训班2期"), QUANTITY))
    assert (first.name, first.value, first.ready) == ("乡镇干部培训班期数", "=2期", True)


def test_general_wordings_are_added_only_where_the_kind_is_in_doubt(model):
    sure = propose_added(context_of(model, SLOGAN, **TRAINING), QUALITY)
    doubted = propose_added(context_of(model, SLOGAN, name="工作经费", budget="5"), QUALITY)
    assert [suggestion.name for suggestion in sure if suggestion.why.endswith(GENERAL)] == []
    assert any(suggestion.why.endswith(GENERAL) for suggestion in doubted)
