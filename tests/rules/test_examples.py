"""The examples of every rule run as its tests: the bad ones are reported, the good ones are not, also when they stand in one draft."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from classifier.rules.base import Example, Rule
from classifier.rules.catalogue import load_rules
from classifier.types import FIELDS, Analysis, Finding

HEAD_FIELDS = ("name", "code", "budget", "purpose", "goal", "plan", "table", "contents", "overall", "sections", "safeguards", "weight")
RULES = [type(rule)(options=rule.example_options) for rule in load_rules().values()]
BAD = [pytest.param(rule, example, id=f"{rule.code}-bad-{n}") for rule in RULES for n, example in enumerate(rule.bad, 1)]
GOOD = [pytest.param(rule, example, id=f"{rule.code}-good-{n}") for rule in RULES for n, example in enumerate(rule.good, 1)]
ALONE = [rule for rule in RULES if all(len(example.projects) == 1 for example in (*rule.bad, *rule.good)) and type(rule).check_draft is Rule.check_draft]
"""The rules whose examples need no other project beside them."""


def _said_by(rule: Rule, analysis: Analysis) -> list[Finding]:
    return [*rule.check_draft(analysis), *(finding for project in analysis.projects for finding in rule.check(project, analysis))]


def codes_said(findings: Iterable[Finding]) -> set[str]:
    """The codes that a reader sees, those of the explanations among them."""
    return {finding.code for finding in findings} | {related.code for finding in findings for related in finding.related}


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_bad_example_is_reported(rule: Rule, example: Example, judge):
    assert rule.code in codes_said(judge(example, {**load_rules(), rule.code: rule}, whole=True))


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_good_example_is_silent(rule: Rule, example: Example, analyse):
    assert _said_by(rule, analyse(example)) == []


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_finding_says_what_is_wrong_where_and_by_which_regulation(rule: Rule, example: Example, analyse):
    analysis = analyse(example)
    for finding in _said_by(rule, analysis):
        assert finding.code == rule.code
        assert finding.regulation == rule.regulation
        assert re.search(r"[\u4e00-\u9fff]", finding.message)
        assert finding.field in (*FIELDS, *HEAD_FIELDS)
        assert re.fullmatch(r"[0-9a-f]{16}", finding.id)


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_evidence_stands_where_its_offsets_say(rule: Rule, example: Example, analyse):
    analysis = analyse(example)
    rows = {project.project.number: project.rows for project in analysis.projects}
    for finding in _said_by(rule, analysis):
        for evidence in finding.evidence:
            text = getattr(rows[finding.project][finding.row - 1].indicator, evidence.field)
            assert text[evidence.start : evidence.end] == evidence.text != ""


@pytest.mark.parametrize("rule", ALONE, ids=lambda rule: rule.code)
def test_trap_and_hit_are_told_apart_in_one_draft(rule: Rule, analyse):
    hits = [example.projects[0]._replace(number=number) for number, example in enumerate(rule.bad, 1)]
    traps = [example.projects[0]._replace(number=number) for number, example in enumerate(rule.good, 101)]
    analysis = analyse(Example((*traps, *hits)))
    found = {finding.project for finding in _said_by(rule, analysis)}
    assert found == {project.number for project in hits}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.explains], ids=lambda rule: rule.code)
def test_explanation_is_never_a_finding_of_its_own(rule: Rule, judge):
    for example in rule.bad:
        assert rule.code not in {finding.code for finding in judge(example, whole=True)}
