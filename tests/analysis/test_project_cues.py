"""Covers classifier.analysis.cues.project: every cue's declared hits and misses, and what they say of the example draft."""

from __future__ import annotations

import pytest

from classifier.analysis.analyse import analyse_draft
from classifier.analysis.cues import load_cues
from classifier.analysis.cues.project import PROJECT_CUES, ProjectCueRule, ProjectExample, find_project_cues, project_cue, project_cues
from classifier.types import Draft
from tests.analysis.rows import build_table

HITS = [pytest.param(rule, example, id=f"{rule.code}-{n}") for rule in PROJECT_CUES.values() for n, example in enumerate(rule.hits)]
MISSES = [pytest.param(rule, example, id=f"{rule.code}-{n}") for rule in PROJECT_CUES.values() for n, example in enumerate(rule.misses)]


@pytest.mark.parametrize(("rule", "example"), HITS)
def test_cue_hits_its_example(rule: ProjectCueRule, example: ProjectExample) -> None:
    assert rule.code in {cue.code for cue in find_project_cues(build_table(example))}


@pytest.mark.parametrize(("rule", "example"), MISSES)
def test_cue_stays_silent_on_what_only_looks_alike(rule: ProjectCueRule, example: ProjectExample) -> None:
    assert rule.check(build_table(example)) is None


def test_codes_and_names_are_not_those_of_the_row_cues() -> None:
    assert not PROJECT_CUES.keys() & load_cues().keys()
    assert not {rule.name for rule in PROJECT_CUES.values()} & {rule.name for rule in load_cues().values()}


def test_code_can_be_declared_once_only() -> None:
    with pytest.raises(ValueError, match="R001 is declared twice"):
        project_cue("R001", "另一个", hits=[], misses=[])(lambda table: None)


@pytest.mark.parametrize(
    ("code", "projects"),
    [
        ("R001", set(range(1, 22))),
        ("B002", {6, 9, 13, 14, 21}),
        ("M004", {9, 13, 14}),
        ("M003", set(range(1, 22)) - {9, 13, 14}),
        ("R016", {6, 10, 12, 16}),
        ("R009", {2, 3, 4, 11, 12}),
    ],
)
def test_projects_of_the_example_draft_that_set_it_off(example: Draft, code: str, projects: set[int]) -> None:
    analysis = analyse_draft(example)

    assert {project.project.number for project in analysis.projects if code in {cue.code for cue in project_cues(project)}} == projects
