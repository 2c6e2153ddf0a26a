"""Covers classifier.suggest.goal: the redrafted goal says what the table says, leaves open what it leaves open, and would pass its own review."""

from __future__ import annotations

import re

import pytest

from classifier.analysis.analyse import analyse_draft
from classifier.analysis.cues.project import project_cues
from classifier.rules.base import another, row
from classifier.rules.run import judge_draft_rules
from classifier.suggest.build import keep
from classifier.suggest.goal import FAULTS, needs_goal, propose_goal
from classifier.types import Answer, Draft, Indicator, ProjectAnalysis, Suggestion

ROWS = (
    row("数量指标", "维修路灯数量", "≥120盏"),
    row("质量指标", "维修合格率", "≥98%"),
    row("时效指标", "维修完成时间", "2023年9月底前"),
    row("成本指标", "总成本", "≤12万元"),
    row("社会效益指标", "受益居民户数", "≥300户"),
)


def analysed(*rows: Indicator, **head: object) -> ProjectAnalysis:
    project = another(*rows, **{"name": "路灯维修", "year": 2023, "budget": "12", **head})
    return analyse_draft(Draft("", year=2023, projects=(project,))).projects[0]


def kept(project: ProjectAnalysis) -> list[Suggestion]:
    return [keep(line.indicator) for line in project.rows]


def test_goal_says_year_money_work_deadline_quality_and_effect() -> None:
    project = analysed(*ROWS)
    goal = propose_goal(project, kept(project))

    assert goal is not None
    assert goal.text == "2023年使用12万元，完成维修路灯数量不少于120盏，于2023年9月底前完成，维修合格率不低于98%，实现受益居民户数不少于300户。"
    assert goal.ready


def test_every_number_of_the_goal_has_an_origin() -> None:
    project = analysed(*ROWS)
    goal = propose_goal(project, kept(project))

    assert goal is not None
    assert set(re.findall(r"\d+(?:\.\d+)?", goal.text)) <= {trace.digits for trace in goal.trace}


def test_dropped_rows_are_passed_over_and_open_slots_stay_open() -> None:
    project = analysed(*ROWS)
    rows = kept(project)
    rows[0] = rows[0]._replace(value="≥【待填：修几盏？】盏", ready=False)
    rows[4] = rows[4]._replace(action="dropped")
    goal = propose_goal(project, rows)

    assert goal is not None
    assert "不少于【待填：修几盏？】盏" in goal.text
    assert "受益居民" not in goal.text
    assert not goal.ready


def test_table_without_anything_to_be_done_gets_no_goal() -> None:
    project = analysed(*ROWS[1:])

    assert propose_goal(project, kept(project)) is None


@pytest.mark.parametrize(
    ("goal", "needed"),
    [("", True), ("保障路灯正常运行", True), ("提升了亮化水平，打下了良好的基础和条件，完成120盏", True), ("2023年9月底前维修路灯120盏，亮灯率98%以上", False)],
)
def test_goal_is_redrafted_only_where_it_is_worth_it(goal: str, needed: bool) -> None:
    project = analysed(*ROWS, goal=goal)

    assert needs_goal(project.project, project_cues(project)) == needed


def test_every_goal_of_the_example_is_redrafted_and_passes_its_own_review(answers: dict[int, Answer]) -> None:
    goals = [(answer.project, answer.goal.text) for answer in answers.values() if answer.goal]
    assert len(goals) == 21
    for project, text in goals:
        filled = project._replace(goal=re.sub(r"【待填：[^】]*】", "9", text))
        draft = analyse_draft(Draft("", year=filled.year, projects=(filled,)))
        assert not {cue.code for cue in project_cues(draft.projects[0])} & set(FAULTS)
        assert not [f for f in judge_draft_rules(draft)[0] if f.field == "goal"]
