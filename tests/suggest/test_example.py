"""Proposals for the real draft: every faulty row has one, none repeats the table, every number is traced, and taking them mends the table."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from classifier.analysis.normalise import squeeze
from classifier.documents.files import read_document
from classifier.review import review_draft
from classifier.settings import Options
from classifier.types import FIELDS, Draft, DraftReview, Grid, Project, ProjectReview, Suggestion

NUMBERED = range(1, 22)
CELL = re.compile(r"表(\d+)第(\d+)行第(\d+)格")

each_project = pytest.mark.parametrize("number", NUMBERED)


def proposals(project: ProjectReview) -> dict[int, tuple[Suggestion, ...]]:
    """The proposals of a project by row."""
    return {finding.row: finding.suggestions for finding in project.findings if finding.row is not None}


def written(review: DraftReview, number: int) -> Iterator[tuple[int, Suggestion]]:
    """Every proposal of a project that writes a row, with the row that it is for."""
    for row, offered in proposals(review.projects[number - 1]).items():
        yield from ((row, suggestion) for suggestion in offered if suggestion.action not in ("dropped", "kept"))


def offered(review: DraftReview, number: int, row: int) -> tuple[Suggestion, ...]:
    return proposals(review.projects[number - 1])[row]


@each_project
def test_every_faulty_row_has_a_proposal(number: int, example: DraftReview):
    assert [row for row, found in proposals(example.projects[number - 1]).items() if not found] == []


@each_project
def test_row_has_three_proposals_at_most(number: int, example: DraftReview):
    assert all(len(found) <= 3 for found in proposals(example.projects[number - 1]).values())


@each_project
def test_no_proposal_repeats_a_row_of_its_table(number: int, example: DraftReview):
    names = {squeeze(line.indicator.name) for line in example.projects[number - 1].analysis.rows}
    assert [s.name for _, s in written(example, number) if s.action == "replaced" and squeeze(s.name) in names] == []


@each_project
def test_no_row_is_proposed_twice(number: int, example: DraftReview):
    names = [squeeze(suggestion.name) for _, suggestion in written(example, number)]
    assert len(set(names)) == len(names)


@each_project
def test_repair_changes_the_row(number: int, example: DraftReview):
    rows = example.projects[number - 1].analysis.rows
    for row, suggestion in written(example, number):
        original = rows[row - 1].indicator
        assert any(getattr(suggestion, field) != getattr(original, field) for field in FIELDS)


@each_project
def test_proposal_stays_under_the_drafters_own_levels(number: int, example: DraftReview):
    rows = example.projects[number - 1].analysis.rows
    for row, suggestion in written(example, number):
        assert (suggestion.level1, suggestion.level2) == (rows[row - 1].indicator.level1, rows[row - 1].indicator.level2)


@each_project
def test_every_number_of_a_proposal_is_traced(number: int, example: DraftReview):
    for _, suggestion in written(example, number):
        text = "\n".join((suggestion.name, suggestion.value, suggestion.description, suggestion.basis))
        assert set(re.findall(r"\d+(?:\.\d+)?", text)) <= {trace.digits for trace in suggestion.trace}, suggestion


@each_project
def test_number_from_a_cell_stands_in_that_cell(number: int, example: DraftReview, example_path):
    grids = {block.number: block for block in read_document(example_path).blocks if isinstance(block, Grid)}
    for _, suggestion in written(example, number):
        for trace in suggestion.trace:
            if trace.origin == "cell" and (match := CELL.search(trace.ref)):
                table, row, column = map(int, match.groups())
                cell = grids[table].rows[row - 1][column - 1].text
                assert trace.digits in cell or trace.digits in trace.ref.partition("（")[0], suggestion


@each_project
def test_library_gives_rates_and_never_a_quantity_price_or_date(number: int, example: DraftReview):
    for _, suggestion in written(example, number):
        for trace in suggestion.trace:
            assert trace.origin != "library" or re.fullmatch(rf"[≥≤=]?{re.escape(trace.digits)}%", suggestion.value), suggestion


@each_project
def test_proposal_with_an_open_slot_or_an_unconfirmed_figure_is_not_ready(number: int, example: DraftReview):
    for _, suggestion in written(example, number):
        waiting = "【待填" in "".join(suggestion[1:7]) or any(trace.origin in ("slot", "library") for trace in suggestion.trace)
        assert suggestion.ready != waiting, suggestion


@each_project
def test_every_proposal_says_why(number: int, example: DraftReview):
    assert all(suggestion.why for found in proposals(example.projects[number - 1]).values() for suggestion in found)


@pytest.mark.parametrize(
    ("number", "row", "value"),
    [(17, 4, "≤6.72万元"), (3, 4, "≤56.27万元"), (4, 4, "≤6.13万元"), (12, 4, "≤504.26万元")],
    ids=["percent for money", "no unit", "no unit again", "more than the budget"],
)
def test_cost_is_repaired_first(number: int, row: int, value: str, example: DraftReview):
    first = offered(example, number, row)[0]
    assert (first.action, first.value, first.ready) == ("repaired", value, True)


def test_unit_price_from_the_count_of_another_thing_asks_whether_it_is_the_same(example: DraftReview):
    first = offered(example, 13, 4)[0]  # two sets are calibrated, the money is for installing
    assert (first.action, first.value, first.ready) == ("repaired", "≤3.75万元/套", False)
    assert [trace.ref for trace in first.trace if trace.origin == "slot"] == ["“设备校准数量 2套”数的就是人防警报器吗？"]


@pytest.mark.parametrize(("number", "row"), [(1, 7), (8, 7), (11, 7)], ids=["pay", "legal counsel", "rent"])
def test_ecological_benefit_without_a_reason_is_proposed_to_go(number: int, row: int, example: DraftReview):
    (only,) = offered(example, number, row)
    assert (only.action, only.ready) == ("dropped", True)
    assert only[1:7] == tuple(getattr(example.projects[number - 1].analysis.rows[row - 1].indicator, field) for field in FIELDS)


def redrafted(project: ProjectReview, filled_in) -> Project:
    """A project whose faulty rows have given way to the first proposal for each."""
    found = proposals(project)
    rows = [found[line.indicator.row][0] if line.indicator.row in found else line.indicator for line in project.analysis.rows]
    kept = [filled_in(row) if isinstance(row, Suggestion) else row for row in rows if not (isinstance(row, Suggestion) and row.action == "dropped")]
    return project.analysis.project._replace(indicators=tuple(row._replace(row=number) for number, row in enumerate(kept, 1)))


def test_table_redrafted_by_the_first_proposals_has_no_faulty_row(example: DraftReview, model, filled_in):
    projects = tuple(redrafted(project, filled_in) for project in example.projects)
    again = review_draft(Draft("", projects=projects), model, Options())
    assert [finding for project in again.projects for finding in project.findings if finding.row is not None] == []
