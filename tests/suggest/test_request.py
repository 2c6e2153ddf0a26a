"""What may be asked of suggest: a row of a draft, a whole table, a row by its fields, a JSONL record; and what is refused."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from classifier.analysis.kinds import REQUIRED, kind_of_code, load_kinds
from classifier.analysis.places import find_place
from classifier.documents.rows import parse_row
from classifier.errors import ZhibiaoError
from classifier.suggest.build import GENERAL
from classifier.suggest.request import Wish, suggest_for_draft, suggest_for_record, suggest_for_row
from classifier.types import Answer, Draft

EMPTY = dict.fromkeys(("project", "purpose", "goal", "budget", "level2", "name", "description", "value", "basis"), "")
RENT = EMPTY | {"project": "2024年周转房租金", "level2": "生态效益指标", "name": "生态效益增长率", "value": "≥96%"}
SOUND = EMPTY | {"project": "2024年警报器购置", "level2": "数量指标", "name": "警报器购置数量", "value": "=2套"}


def actions(answer: Answer) -> list[str]:
    return [suggestion.action for row in answer.rows for suggestion in row.suggestions]


def codes(answer: Answer) -> set[str]:
    return {finding.code for row in answer.rows for finding in row.findings}


def test_row_of_a_draft_is_answered_alone(model, example_draft: Draft):
    answer = suggest_for_draft(example_draft, 13, 4, model)
    assert [row.row for row in answer.rows] == [4]
    assert "N002" in codes(answer)
    assert not answer.whole


def test_row_is_judged_with_the_whole_draft_in_view(model, example_draft: Draft):
    (row,) = suggest_for_draft(example_draft, 12, 4, model).rows
    assert [related.code for finding in row.findings for related in finding.related] == ["N011"]


def test_whole_table_is_answered_row_by_row(model, example_draft: Draft):
    answer = suggest_for_draft(example_draft, 13, None, model)
    assert [row.row for row in answer.rows if row.row is not None] == list(range(1, 10))
    assert answer.whole


def test_sound_row_of_a_table_is_kept_as_it_is(model, example_draft: Draft):
    first = suggest_for_draft(example_draft, 13, None, model).rows[0]
    assert (first.findings, [suggestion.action for suggestion in first.suggestions]) == ((), ["kept"])
    assert first.suggestions[0][1:7] == first.indicator[1:7]


@pytest.mark.parametrize("number", [1, 9, 21])
def test_whole_table_is_completed_with_the_places_that_its_kind_must_carry(number: int, model, example_draft: Draft):
    answer = suggest_for_draft(example_draft, number, None, model)
    required = {place for place, status in load_kinds()[answer.kind.code].places.items() if status == REQUIRED}
    present = {find_place(row.indicator.level1, row.indicator.level2) for row in answer.rows if row.indicator}
    added = [suggestion.level2 for row in answer.rows for suggestion in row.suggestions if suggestion.action == "added"]
    assert sorted(added) == sorted(required - present)


def test_row_by_its_fields_is_judged_and_answered(model):
    answer = suggest_for_row(RENT, model)
    assert (answer.kind.code, codes(answer), actions(answer)) == ("K05", {"W001", "W002", "W003"}, ["dropped"])


def test_sound_row_by_its_fields_is_kept(model):
    assert actions(suggest_for_row(SOUND, model)) == ["kept"]


@pytest.mark.parametrize("budget", ["12", "12.00", "12万元", "120000元"])
def test_budget_may_be_given_with_its_unit(budget: str, model):
    fields = EMPTY | {"project": "2024年周转房租金", "level2": "成本指标", "name": "租金", "value": "12%", "budget": budget}
    assert suggest_for_row(fields, model).rows[0].suggestions[0].value == "≤12万元"


def test_budget_that_is_no_number_is_refused(model):
    with pytest.raises(ZhibiaoError, match="--budget 应为以万元计的数，不是“若干”"):
        suggest_for_row(RENT | {"budget": "若干"}, model)


def test_project_of_no_known_kind_gets_general_wordings_only(model):
    answer = suggest_for_row(EMPTY | {"name": "质量合格率", "level2": "质量指标", "value": "≥95%"}, model)
    (row,) = answer.rows
    assert answer.kind.code == ""
    assert codes(answer)
    assert row.suggestions
    assert all(suggestion.why.endswith(GENERAL) for suggestion in row.suggestions)


def test_kinds_that_come_near_are_named_where_the_kind_is_in_doubt(model, example_draft: Draft):
    doubted = suggest_for_draft(example_draft, 13, 3, model)
    assert doubted.kind.code == ""
    assert "K09" in {kind.code for kind in doubted.nearest}
    assert suggest_for_draft(example_draft, 11, 3, model).nearest == ()


def test_kind_that_is_given_is_in_no_doubt(model, example_draft: Draft):
    answer = suggest_for_draft(example_draft, 13, 3, model, Wish(kind=kind_of_code("K26")))
    assert (answer.kind.code, answer.nearest) == ("K26", ())


def test_cost_below_the_budget_is_a_fault_only_where_the_table_is_known_or_the_name_could_mean_all(model, example_draft: Draft):
    fields = EMPTY | {"project": "2024年周转房租金", "level2": "成本指标", "name": "物业费", "value": "≤3万元", "budget": "12"}
    assert "N002" not in codes(suggest_for_row(fields, model))
    assert "N002" in codes(suggest_for_row(fields | {"name": "总成本"}, model))
    assert "N002" in codes(suggest_for_draft(example_draft, 13, 4, model))


def test_record_is_answered_as_the_same_row_by_its_fields(model):
    record = parse_row(1, '{"project": "2024年周转房租金", "level2": "生态效益指标", "name": "生态效益增长率", "value": "≥96%"}')
    assert suggest_for_record(record, model).rows == suggest_for_row(RENT, model).rows


@pytest.mark.parametrize(
    ("asked", "complaint"),
    [
        ({"number": 22, "row": None}, "没有第22号项目"),
        ({"number": 13, "row": 10}, "第13号项目没有第10条指标（共9条）"),
        ({"number": 13, "row": -1}, "第13号项目没有第-1条指标"),
    ],
)
def test_what_the_draft_does_not_have_is_said(asked: Mapping, complaint: str, model, example_draft: Draft):
    with pytest.raises(ZhibiaoError, match=complaint):
        suggest_for_draft(example_draft, **asked, model=model)


@pytest.mark.parametrize("fields", [RENT, SOUND], ids=["faulty", "sound"])
def test_same_question_has_the_same_answer(fields: dict, model):
    assert suggest_for_row(fields, model) == suggest_for_row(fields, model)
