"""Satisfaction is asked of people whom the project itself names, about its own work, with the drafter's own share where it is plausible."""

from __future__ import annotations

import pytest

from classifier.rules.base import row
from classifier.suggest.build import MOST_RECIPIENTS, from_recipients
from classifier.suggest.propose import propose_for_project
from classifier.types import Suggestion
from tests.suggest.projects import SATISFACTION, analysed, context_of

TRAINING = {"name": "2024年乡镇干部培训班经费", "purpose": "培训参训学员120人"}


def asked(value: str = "≥95%", said: str = "满意率", **head: object) -> list[Suggestion]:
    """The rows that may take the place of a row of satisfaction."""
    project = analysed(row(SATISFACTION, said, value), **head)
    return list(from_recipients(project.rows[0], project))


def test_people_whom_the_purpose_names_are_asked_about_the_work_of_the_project():
    first = asked(**TRAINING)[0]
    assert (first.name, first.value, first.ready) == ("参训学员对乡镇干部培训班满意度", "≥95%", True)
    assert [(trace.digits, trace.ref) for trace in first.trace] == [("95", "原指标值（所给的行）")]
    assert "参训学员" in first.description
    assert "参训学员" in first.basis


def test_people_whom_the_row_names_come_before_those_of_the_purpose():
    found = asked(said="患者满意率", purpose="服务学生")
    assert [suggestion.name.partition("对")[0] for suggestion in found] == ["患者", "学生"]


@pytest.mark.parametrize("value", ["100%", "5%", "显著", ""], ids=["everybody", "hardly anybody", "no share", "nothing"])
def test_share_that_is_no_plausible_one_is_asked_for(value: str):
    first = asked(value, **TRAINING)[0]
    assert (first.value.startswith("≥【待填："), first.ready) == (True, False)


def test_project_that_names_nobody_gets_no_such_row():
    assert asked(name="2024年设备更新", purpose="更新设备") == []


def test_no_more_people_are_asked_than_can_be_offered():
    assert len(asked(purpose="服务学生、家长、教师、患者、居民、企业")) == MOST_RECIPIENTS


def test_named_people_are_offered_in_place_of_a_slogan(model):
    context = context_of(model, row(SATISFACTION, "满意率", "≥95%"), **TRAINING, budget="12")
    assert "参训学员对乡镇干部培训班满意度" in {suggestion.name for suggestion in propose_for_project(context, [1])[1]}


def test_same_people_are_not_named_twice():
    assert [suggestion.name.partition("对")[0] for suggestion in asked(**TRAINING)] == ["参训学员"]
