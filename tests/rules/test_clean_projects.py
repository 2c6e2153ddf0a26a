"""Well-made projects of every kind and layout, written without sight of the rules: no rule may accuse one of them, alone or in one draft."""

from __future__ import annotations

import pytest

from benchmarks.mutations.reading import as_read
from classifier.analysis.analyse import analyse_draft
from classifier.rules.run import judge_draft_rules
from classifier.types import Draft, Finding, Project
from tests.support.clean_projects import load_clean_projects

CLEAN = [as_read(project) for project in load_clean_projects()]


def accusations(*projects: Project) -> list[Finding]:
    findings, crashed = judge_draft_rules(analyse_draft(Draft("", year=projects[0].year, projects=projects)))
    assert not crashed
    return [finding for finding in findings if finding.severity != "hint"]


@pytest.mark.parametrize("project", CLEAN, ids=lambda project: project.name)
def test_no_rule_accuses_a_well_made_project(project: Project):
    assert accusations(project) == []


def test_no_rule_accuses_well_made_projects_that_stand_in_one_draft():
    whole = [project._replace(number=number) for number, project in enumerate(CLEAN, 1)]
    assert len(whole) >= 40
    assert [finding for finding in accusations(*whole) if finding.code != "F012"] == []  # their codes come from many bureaus


@pytest.mark.parametrize("project", CLEAN[:3], ids=lambda project: project.name)
def test_a_fault_planted_in_a_well_made_project_is_said(project: Project):
    spoilt = project._replace(goal="", budget=(project.budget or 0) + 1)
    assert {"F002", "N004"} <= {finding.code for finding in accusations(spoilt)}
