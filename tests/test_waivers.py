"""Covers classifier.waivers and classifier.comparison: a waiver follows the content, says when it is idle, and what became of findings between two drafts."""

from __future__ import annotations

from pathlib import Path

import pytest

from classifier.comparison import compare_reviews
from classifier.errors import DataError
from classifier.model.scorer import Model, default_model
from classifier.review import exit_status, review_draft
from classifier.rules.base import another, row
from classifier.settings import Options
from classifier.types import Draft, DraftReview, Project, Review
from classifier.waivers import WaiverEntry, append_waivers, load_waivers

CAPPED = row("数量指标", "培训场次", "≤3场")
RULES = Options(select=("D001", "N005"))


@pytest.fixture(scope="module")
def model() -> Model:
    return Model(default_model())


def draft(*rows, number: int = 1) -> Draft:
    return Draft("", projects=(another(*rows, number=number, name="乡镇干部培训班"),))


def entry_for(review: DraftReview) -> WaiverEntry:
    (finding,) = review.projects[0].findings
    return WaiverEntry(finding.id, finding.code, "乡镇干部培训班", "培训场次", "王某", "2024-03-01", "场地有限")


def test_waived_finding_does_not_count_and_is_still_there(model: Model):
    entry = entry_for(review_draft(draft(CAPPED), model, RULES))
    review = review_draft(draft(CAPPED), model, RULES, (entry,))
    (finding,) = review.projects[0].findings
    assert finding.waived == ("王某", "2024-03-01", "场地有限")
    assert exit_status(Review("", (review,))) == 0


def test_waiver_follows_its_row_to_another_place(model: Model):
    entry = entry_for(review_draft(draft(CAPPED), model, RULES))
    moved = review_draft(draft(row("质量指标", "结业率", "≥95%"), CAPPED, number=7), model, RULES, (entry,))
    assert [finding.waived is not None for finding in moved.projects[0].findings] == [True]


@pytest.mark.parametrize("changed", [row("数量指标", "培训场次", "≤4场"), row("数量指标", "培训班场次", "≤3场")])
def test_waiver_does_not_cover_another_wording(changed, model: Model):
    entry = entry_for(review_draft(draft(CAPPED), model, RULES))
    review = review_draft(draft(changed), model, RULES, (entry,))
    assert [finding.waived for finding in review.projects[0].findings] == [None]


def test_waiver_that_matches_nothing_is_said(model: Model):
    entry = entry_for(review_draft(draft(CAPPED), model, RULES))
    mended = review_draft(draft(row("数量指标", "培训场次", "≥3场")), model, RULES, (entry,))
    (note,) = [note for note in mended.notes if note.code == "waiver-unmatched"]
    assert "D001" in note.message
    assert not note.unread


def test_waivers_are_read_back_as_written(tmp_path: Path):
    entries = [
        WaiverEntry("ab", "N002", "甲“乙”\\丙", "名\t称", "王某", "2024-03-01", "理由\n两行"),
        WaiverEntry("cd", "W001", "丁", "", "李某", "2024-03-02", "可"),
    ]
    path = tmp_path / "draft.docx.waivers.toml"
    append_waivers(path, entries[:1])
    append_waivers(path, entries[1:])
    assert load_waivers(path) == tuple(entries)


def test_unknown_key_in_a_waiver_is_refused_with_its_line(tmp_path: Path):
    path = tmp_path / "w.toml"
    append_waivers(path, [WaiverEntry("ab", "N002", "甲", "", "王某", "2024-03-01", "可")])
    path.write_text(path.read_text(encoding="utf-8") + 'until = "明年"\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"第11行：不认识的键 until"):
        load_waivers(path)


# ---- what became of findings ---------------------------------------------------------------------------------------


def changes(before: Project, after: Project, model: Model) -> list[tuple[str, str]]:
    reviews = [Review("", (review_draft(Draft("", projects=(project,)), model, RULES),)) for project in (before, after)]
    return [(change.status, change.finding.code) for change in compare_reviews(*reviews)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (CAPPED, CAPPED, [("still", "D001")]),
        (CAPPED, row("数量指标", "培训场次", "≥3场"), [("mended", "D001")]),
        (row("数量指标", "培训场次", "≥3场"), CAPPED, [("new", "D001")]),
        (CAPPED, row("数量指标", "培训班场次", "≤4场"), [("still", "D001")]),  # reworded, and still capped
        (CAPPED, row("质量指标", "合格率", "120%"), [("mended", "D001"), ("new", "N005")]),
    ],
)
def test_what_became_of_a_finding(before, after, expected: list, model: Model):
    assert changes(another(before, name="培训班"), another(after, name="培训班"), model) == expected


def test_waived_finding_is_neither_mended_nor_still_there(model: Model):
    plain = review_draft(draft(CAPPED), model, RULES)
    waived = review_draft(draft(CAPPED), model, RULES, (entry_for(plain),))
    assert compare_reviews(Review("", (plain,)), Review("", (waived,))) == ()
