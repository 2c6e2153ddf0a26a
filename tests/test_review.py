"""The pipeline: paths in, one review out; what is reported, in which order, under which identity, and with which exit status."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from classifier.analysis.places import ECOLOGICAL
from classifier.documents.files import load_draft
from classifier.errors import UnreadableError
from classifier.findings import finding_id, reading_order
from classifier.model.labels import PAGES
from classifier.model.scorer import Model, default_model
from classifier.review import dimensions, exit_status, review_draft, review_paths
from classifier.rules.base import another, row
from classifier.rules.catalogue import load_rules
from classifier.scoring import ITEMS
from classifier.settings import Options
from classifier.types import Draft, DraftReview, Finding, Note, Review, Unread, Waiver
from tests.support.repository import EXAMPLE

EVERYTHING = Options(min_severity="hint")
ORDERLESS = EVERYTHING._replace(ignore=("C012", "R011", "X003"))
"""Without the rules that say which of two rows or projects repeats the other: that depends on their order."""

SLOGAN = row("生态效益指标", "生态效益增长率", "≥95%")
FAULTY = another(row("数量指标", "培训场次", "≤3场", "培训班场次", "培训计划"), SLOGAN, name="2024年乡镇干部培训班经费", budget="12")


@pytest.fixture(scope="module")
def model() -> Model:
    return Model(default_model())


@pytest.fixture(scope="module")
def example(model: Model) -> DraftReview:
    return review_draft(load_draft(EXAMPLE), model, EVERYTHING)


def all_findings(review: DraftReview) -> list[Finding]:
    return [finding for project in review.projects for finding in project.findings]


def renumbered(rows) -> tuple:
    return tuple(indicator._replace(row=number) for number, indicator in enumerate(rows, 1))


def identities(review: DraftReview) -> Counter[str]:
    return Counter(finding.id for finding in all_findings(review))


def test_every_row_gets_a_verdict(example: DraftReview):
    assert sum(len(project.verdicts) for project in example.projects) == 189
    assert all(len(project.verdicts) == len(project.analysis.rows) for project in example.projects)


@pytest.mark.parametrize("number", [1, 8, 11], ids=["pay", "legal counsel", "rent"])
def test_ecological_benefit_is_mismatched_on_projects_without_one(number: int, example: DraftReview):
    reviewed = example.projects[number - 1]
    (ecological,) = [line.indicator.row for line in reviewed.analysis.rows if line.place == ECOLOGICAL]
    assert ("W002", ecological) in {(finding.code, finding.row) for finding in reviewed.findings}


def test_findings_come_worst_first(example: DraftReview):
    for reviewed in example.projects:
        assert list(reviewed.findings) == sorted(reviewed.findings, key=reading_order)


def test_rule_findings_have_no_label_and_the_others_have(example: DraftReview):
    labels = {page.code: page.label for page in PAGES}
    assert all(finding.label == labels.get(finding.code) for finding in all_findings(example))


def test_same_draft_gives_the_same_review(example: DraftReview, model: Model):
    assert review_draft(load_draft(EXAMPLE), model, EVERYTHING) == example


# ---- identity ----------------------------------------------------------------------------------------------------


def test_identities_survive_moved_rows_and_tables(example: DraftReview, model: Model):
    moved = [p._replace(number=n, indicators=renumbered(reversed(p.indicators))) for n, p in enumerate(reversed(example.draft.projects), 1)]
    after = review_draft(Draft("", projects=tuple(moved)), model, ORDERLESS)
    before = identities(review_draft(example.draft, model, ORDERLESS))
    assert identities(after) == before


def test_no_two_findings_of_the_example_share_an_identity(example: DraftReview):
    assert max(identities(example).values()) == 1


def test_identical_rows_have_identities_of_their_own(model: Model):
    twice = another(SLOGAN, SLOGAN, name="办公楼维修")
    review = review_draft(Draft("", projects=(twice,)), model, EVERYTHING)
    assert {finding.row for finding in all_findings(review) if finding.code == "W001"} == {1, 2}
    assert max(identities(review).values()) == 1


@pytest.mark.parametrize(("field", "same"), [("name", False), ("value", False), ("basis", False), ("level1", True)])
def test_identity_follows_the_content_of_the_row(field: str, same: bool):
    changed = SLOGAN._replace(**{field: getattr(SLOGAN, field) + "二"})
    assert (finding_id("W001", FAULTY, SLOGAN, "name") == finding_id("W001", FAULTY, changed, "name")) == same


def test_identity_overlooks_white_space_and_the_number_of_the_project():
    spaced = SLOGAN._replace(name="生态效益 增长率\n", row=7)
    assert finding_id("W001", FAULTY._replace(number=9), spaced, "name") == finding_id("W001", FAULTY, SLOGAN, "name")


# ---- options -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (Options(), {"D001", "F004", "F007", "T003", "W001", "W002", "W003"}),
        (Options(select=("D",)), {"D001"}),
        (Options(select=("D", "W002")), {"D001", "W002"}),
        (Options(ignore=("W", "F", "T")), {"D001"}),
        (Options(select=("W",), ignore=("W001",)), {"W002", "W003"}),
        (Options(min_severity="error"), {"D001"}),
        (Options(select=("N",)), set()),
    ],
)
def test_options_choose_what_is_reported(options: Options, expected: set, model: Model):
    assert {finding.code for finding in all_findings(review_draft(Draft("", projects=(FAULTY,)), model, options))} == expected


def test_one_project_is_judged_with_the_others_in_view(model: Model):
    review = review_draft(load_draft(EXAMPLE), model, Options(project=12))
    assert [reviewed.analysis.project.number for reviewed in review.projects] == [12]
    assert [related.code for finding in all_findings(review) for related in finding.related] == ["N011"]


def test_project_that_is_not_there_is_said_with_those_that_are(model: Model):
    with pytest.raises(UnreadableError, match=r"没有第7号项目（本文件的项目号：1）"):
        review_draft(Draft("", projects=(FAULTY,)), model, Options(project=7))


@pytest.mark.parametrize("wanted", [True, False])
def test_suggestions_are_made_only_when_asked_for(wanted: bool, model: Model):
    review = review_draft(Draft("", projects=(FAULTY,)), model, Options(suggest=wanted))
    assert any(finding.suggestions for finding in all_findings(review)) == wanted


def test_every_code_counts_against_an_item_of_the_sheet():
    assert dimensions().keys() == load_rules().keys() | {page.code for page in PAGES}
    assert set(dimensions().values()) <= set(ITEMS)


# ---- paths and exit status ---------------------------------------------------------------------------------------


def test_missing_file_costs_the_good_one_nothing(tmp_path: Path, model: Model):
    review = review_paths([tmp_path / "没有.docx", EXAMPLE], model, Options())
    assert [Path(unread.path).name for unread in review.unread] == ["没有.docx"]
    assert [len(draft.projects) for draft in review.drafts] == [21]


def test_each_file_is_announced_before_it_is_read(tmp_path: Path, model: Model):
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text("无表", encoding="utf-8")
    begun: list[str] = []
    review_paths([tmp_path], model, Options(), lambda path: begun.append(path.name))
    assert begun == ["a.txt", "b.txt"]


def test_crashed_rule_is_an_unread_note_and_exit_2_beside_the_other_findings(monkeypatch, model: Model):
    monkeypatch.setattr(type(load_rules()["D001"]), "check", lambda *_: 1 / 0)
    review = review_draft(Draft("", projects=(FAULTY,)), model, Options())
    assert [note.code for note in review.notes if note.unread] == ["rule-crashed"]
    assert {"W001", "W002", "W003"} <= {finding.code for finding in all_findings(review)}
    assert exit_status(Review("", (review,))) == 2


DRAFT, FINDING = Draft(""), Finding("N001", "error", 1, 1, "value", "", "")
NOTE, UNREAD_NOTE = Note("table-skipped", "表1", ""), Note("table-unread", "表1", "", unread=True)
WAIVED = FINDING._replace(waived=Waiver("张三", "2024-09-01", "已核"))


@pytest.mark.parametrize(
    ("review", "status"),
    [
        (Review("", ()), 0),
        (Review("", (DraftReview(DRAFT, ()),)), 0),
        (Review("", (DraftReview(DRAFT, (), notes=(NOTE,)),)), 0),
        (Review("", (DraftReview(DRAFT, (), findings=(FINDING,)),)), 1),
        (Review("", (DraftReview(DRAFT, (), findings=(WAIVED,)),)), 0),
        (Review("", (DraftReview(DRAFT, (), notes=(UNREAD_NOTE,)),)), 2),
        (Review("", (DraftReview(DRAFT, (), findings=(FINDING,)),), (Unread("a", ""),)), 2),
    ],
    ids=["nothing", "clean", "a note", "a finding", "a waived finding", "an unread table", "an unread file beside a finding"],
)
def test_exit_status_is_the_gravest_of_what_happened(review: Review, status: int):
    assert exit_status(review) == status
