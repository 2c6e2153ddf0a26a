"""Covers classifier.model.labels: a finding for every label given, its reasons, its evidence, and the pages that explain the labels."""

from __future__ import annotations

import re

import pytest

from classifier.analysis.analyse import analyse_project
from classifier.analysis.cues import load_cues
from classifier.model.labels import PAGE_OF, PAGES, REASONS, LabelPage, label_findings
from classifier.model.scorer import Model
from classifier.types import LABELS, Analysis, Deciding, Evidence, Finding, Indicator, Location, Project, ProjectAnalysis, Verdict

CODES = {"vague": "W001", "mismatched": "W002", "boilerplate": "W003"}


def _project(level2: str, name: str, value: str, basis: str = "", row: int = 1) -> ProjectAnalysis:
    locations = {"name": Location(1, 5, 3), "value": Location(1, 5, 5)}
    return analyse_project(Project(7, name="周转房租金", indicators=(Indicator(row, "", level2, name, "", value, basis, locations),)))


def _verdict(*deciding: Deciding, label: str = "vague", probability: float = 0.876) -> Verdict:
    return Verdict({**dict.fromkeys(LABELS, 0.1), label: probability}, (label,), (), {label: deciding})


def _finding(project: ProjectAnalysis, *deciding: Deciding, label: str = "vague") -> Finding:
    (finding,) = label_findings(project, (_verdict(*deciding, label=label),))
    return finding


@pytest.mark.parametrize("label", LABELS)
def test_label_becomes_a_warning_with_its_code(label: str) -> None:
    finding = _finding(_project("质量指标", "质量合格率", "≥95%"), label=label)

    assert (finding.code, finding.label, finding.severity) == (CODES[label], label, "warning")
    assert (finding.project, finding.row) == (7, 1)
    assert finding.regulation == PAGE_OF[label].regulation


def test_row_without_a_label_has_no_finding() -> None:
    verdict = Verdict(dict.fromkeys(LABELS, 0.3), (), ("vague",), {"vague": ()})

    assert list(label_findings(_project("质量指标", "质量合格率", "≥95%"), (verdict,))) == []


def test_two_labels_are_two_findings() -> None:
    verdict = Verdict(dict.fromkeys(LABELS, 0.9), ("vague", "boilerplate"), (), {"vague": (), "boilerplate": ()})

    assert [finding.code for finding in label_findings(_project("质量指标", "质量合格率", "≥95%"), (verdict,))] == ["W001", "W003"]


def test_verdicts_must_fit_the_rows() -> None:
    with pytest.raises(ValueError, match="shorter"):
        list(label_findings(_project("质量指标", "质量合格率", "≥95%"), ()))


def test_cues_that_are_reasons_are_named_first_those_that_decided_before_the_others() -> None:
    project = _project("经济效益指标", "经济效益", "≥95%")
    names = {cue.code: cue.name for cue in project.rows[0].cues}

    message = _finding(project, Deciding(names["C009"], "name", 0.4)).message

    assert message.startswith(f"空泛：{names['C009']}、{names['M001']}")
    assert message.endswith("（88%）")


def test_at_most_three_reasons_are_given() -> None:
    message = _finding(_project("质量指标", "质量指标", "≥95%"), label="vague").message

    assert message.split("：")[1].count("、") <= 2


def test_words_of_the_row_are_quoted_where_no_cue_is_a_reason() -> None:
    project = _project("数量指标", "警报器套数", "2套")

    message = _finding(project, Deciding("套数", "name", 0.5), Deciding("与项目没有共同的词", "name", 0.4)).message

    assert message == "空泛：“套数”（88%）"


def test_row_without_any_reason_is_said_to_read_so() -> None:
    assert _finding(_project("数量指标", "警报器套数", "2套")).message == "空泛：整行读来如此（88%）"


@pytest.mark.parametrize(
    ("deciding", "field", "evidence"),
    [
        (Deciding("套数", "name", 0.5), "name", (Evidence("name", "套数", 3, 5),)),
        (Deciding("2套", "value", 0.5), "value", (Evidence("value", "2套", 0, 2),)),
        (Deciding("合同", "basis", 0.5), "name", (Evidence("basis", "合同", 2, 4),)),
        (Deciding("没有的词", "name", 0.5), "name", ()),
        (Deciding("房屋租赁", "project", 0.5), "name", ()),
    ],
    ids=["name", "value", "basis", "no such word", "project"],
)
def test_evidence_is_where_the_deciding_word_stands(deciding: Deciding, field: str, evidence: tuple[Evidence, ...]) -> None:
    finding = _finding(_project("数量指标", "警报器套数", "2套", basis="采购合同"), deciding)

    assert (finding.field, finding.evidence) == (field, evidence)


def test_evidence_of_a_cue_is_the_words_that_set_it_off() -> None:
    project = _project("社会效益指标", "资金支付完成率", "100%")
    payment = next(cue for cue in project.rows[0].cues if cue.code == "C013")

    finding = _finding(project, Deciding(payment.name, "name", 0.5), label="mismatched")

    assert finding.evidence == (Evidence("name", "资金支付", 0, 4),)


def test_finding_points_at_the_cell_of_its_field() -> None:
    project = _project("数量指标", "警报器套数", "2套")

    assert _finding(project, Deciding("2套", "value", 0.5)).location == Location(1, 5, 5)
    assert _finding(project, Deciding("套数", "name", 0.5)).location == Location(1, 5, 3)


def test_identity_survives_a_moved_row_and_changes_with_the_wording() -> None:
    identity = _finding(_project("质量指标", "质量合格率", "≥95%")).id

    assert _finding(_project("质量指标", "质量合格率", "≥95%", row=9)).id == identity
    assert _finding(_project("质量指标", "质量合格率", "≥96%")).id != identity


def test_evidence_in_the_example_draft_stands_where_it_says(shipped: Model, example: Analysis) -> None:
    found = 0
    for project in example.projects:
        for finding in label_findings(project, shipped.judge_project(project)):
            row = project.project.indicators[(finding.row or 0) - 1]
            assert [e for e in finding.evidence if getattr(row, e.field)[e.start : e.end] != e.text] == []
            assert re.search(r"（\d+%）$", finding.message)
            found += 1
    assert found > 100


def test_every_label_has_a_page() -> None:
    assert [(page.code, page.label) for page in PAGES] == [(CODES[label], label) for label in LABELS]
    assert list(PAGE_OF) == list(LABELS)


@pytest.mark.parametrize("page", PAGES, ids=[page.code for page in PAGES])
def test_page_says_in_chinese_why_how_to_mend_and_by_what_regulation(page: LabelPage) -> None:
    assert [text for text in (page.title, page.why, page.mend, page.regulation, *page.bad, *page.good) if not re.search(r"[\u4e00-\u9fff]", text)] == []
    assert page.bad
    assert page.good


@pytest.mark.parametrize("label", LABELS)
def test_reasons_of_a_label_are_cues(label: str) -> None:
    assert set(REASONS[label]) <= set(load_cues())
    assert REASONS[label]
