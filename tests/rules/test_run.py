"""Running the rules: an explanation joins what it explains, and a rule that crashes costs only its own findings."""

from __future__ import annotations

import pytest

from classifier.rules.base import another, example, row
from classifier.rules.catalogue import load_rules
from classifier.rules.run import run_rules
from classifier.types import Finding

FAULTY = example(row("数量指标", "维修处数", "≤1批"), row("成本指标", "总成本", "605.31万元"), budget="504.26", plan="- - 504.26 -")


def codes(findings: list[Finding]) -> list[str]:
    return sorted({finding.code for finding in findings})


def fail(*_):
    raise RuntimeError("planted")


@pytest.fixture
def crash(monkeypatch):
    """Make one rule crash on every project."""
    return lambda code: monkeypatch.setattr(type(load_rules()[code]), "check", fail)


def test_sound_rules_give_no_notes(analyse):
    analysis = analyse(FAULTY)
    findings, notes = run_rules(analysis.projects[0], analysis)
    assert {"D001", "N001", "P002"} <= set(codes(findings))
    assert notes == []


@pytest.mark.parametrize("code", ["D001", "N001", "P002"])
def test_crashed_rule_costs_only_its_own_findings(code: str, crash, analyse):
    analysis = analyse(FAULTY)
    sound, _ = run_rules(analysis.projects[0], analysis)
    crash(code)
    findings, _ = run_rules(analysis.projects[0], analysis)
    assert codes(findings) == sorted(set(codes(sound)) - {code})


def test_crashed_rule_is_said_in_an_unread_note(crash, analyse):
    crash("D001")
    analysis = analyse(FAULTY)
    (note,) = run_rules(analysis.projects[0], analysis)[1]
    assert note.unread
    assert note.place == "项目1"
    assert "规则 D001 出错" in note.message


def test_rule_that_crashes_half_way_is_silent_as_a_whole(monkeypatch, analyse):
    rule = type(load_rules()["D001"])
    sound = rule.check

    def half_way(self, project, draft):
        yield from sound(self, project, draft)
        fail()

    monkeypatch.setattr(rule, "check", half_way)
    analysis = analyse(FAULTY)
    findings, notes = run_rules(analysis.projects[0], analysis)
    assert "D001" not in {finding.code for finding in findings}
    assert len(notes) == 1


def test_crashed_explanation_leaves_the_finding_standing(crash, judge, analyse):
    explained = example(row("数量指标", "设备数量", "2套"), row("成本指标", "设备成本", "3.75万元"), budget="7.50")
    assert judge(explained)[0].related
    crash("N003")
    analysis = analyse(explained)
    findings, notes = run_rules(analysis.projects[0], analysis)
    assert [finding.related for finding in findings if finding.code == "N002"] == [()]
    assert len(notes) == 1


def test_explanation_joins_only_the_finding_on_its_own_row(judge):
    rows = row("成本指标", "项目总成本", "605.31万元"), row("成本指标", "总成本", "700万元")
    found = judge(example(*rows, budget="504.26", others=(another(budget="101.05", number=16),)))
    assert [(f.code, f.row, [r.code for r in f.related]) for f in found] == [("N001", 1, ["N011"]), ("N001", 2, [])]
