"""No proposal says again what a sound row of the table says: not under another name, and not with the very same quantity or ceiling."""

from __future__ import annotations

import pytest

from classifier.rules.base import row
from classifier.suggest.matching import same_measure
from classifier.suggest.propose import propose_added, propose_for_project
from classifier.types import Indicator, Suggestion
from tests.suggest.projects import COST, QUALITY, QUANTITY, context_of

TRAINING = {"name": "2024年乡镇干部培训班经费", "budget": "12"}
NO_QUANTITY = row(QUANTITY, "数量完成率", "≥98%")
COURSES = row(QUANTITY, "干部轮训场数", "≥2期", "全年办结的干部轮训场数", "开班通知；签到册")
PURPOSE = "举办乡镇干部培训班2期"


def offered(model, *rows: Indicator, **head: object) -> list[Suggestion]:
    """The proposals for the first row."""
    context = context_of(model, *rows, **TRAINING | head)
    assert 1 in context.findings
    assert not set(range(2, len(rows) + 1)) & context.findings.keys()
    return list(propose_for_project(context, [1])[1])


def test_sound_row_is_not_proposed_again_in_other_words(model):
    slogan = row(QUALITY, "质量合格率", "≥95%")
    sound = row(QUALITY, "参训乡镇干部结业考核合格率", "≥95%", "考试合格的参训乡镇干部人数÷参训干部总人数", "考试成绩单")
    assert [found.name for found in offered(model, slogan) if same_measure(found.name, sound.name)]
    assert [found.name for found in offered(model, slogan, sound) if same_measure(found.name, sound.name)] == []


def test_quantity_of_a_sound_row_is_not_brought_again_under_another_name(model):
    assert "=2期" in {found.value for found in offered(model, NO_QUANTITY, purpose=PURPOSE)}
    beside = offered(model, NO_QUANTITY, COURSES, purpose=PURPOSE)
    assert beside
    assert {found.value.lstrip("≥=") for found in beside} & {"2期"} == set()


def test_quantity_of_a_sound_row_comes_back_only_with_the_question_whether_it_is_the_same(model):
    doubted = [found for found in offered(model, NO_QUANTITY, COURSES) if "2期" in found.value]
    assert doubted
    assert all("【待填：原表“干部轮训场数”是2期，这里也是吗？】" in found.value and not found.ready for found in doubted)


def test_ceiling_of_a_sound_row_is_not_brought_again_under_another_name(model):
    total = row(COST, "乡镇干部培训班总成本", "≤12万元", "办班全部支出，不超预算", "部门预算批复")
    fee = row(COST, "费用标准", "≥98%")
    assert "≤12万元" not in {found.value for found in offered(model, fee, total)}


def test_one_row_is_not_offered_the_same_ceiling_twice(model):
    values = [found.value for found in offered(model, row(COST, "培训班总成本", "6%"))]
    assert values.count("≤12万元") == 1


@pytest.mark.parametrize("purpose", [PURPOSE, ""])
def test_added_row_repeats_no_row_of_the_table_either(purpose: str, model):
    context = context_of(model, COURSES, **TRAINING, purpose=purpose)
    assert {found.value.lstrip("≥=") for found in propose_added(context, QUANTITY)} & {"2期"} == set()
    assert [found.name for found in propose_added(context, QUANTITY) if same_measure(found.name, COURSES.name)] == []


def test_faulty_row_stands_in_the_way_of_no_proposal(model):
    faulty = row(QUANTITY, "数量", "2期")
    context = context_of(model, NO_QUANTITY, faulty, **TRAINING, purpose=PURPOSE)
    assert 2 in context.findings
    assert "=2期" in {found.value for found in propose_for_project(context, [1, 2])[2]}
