"""The rule layer on the real draft of 21 projects: exactly these rows, these numbers and these cells, from Word and from a text dump alike."""

from __future__ import annotations

import pytest

from classifier.documents.files import load_draft, read_document
from classifier.types import Finding, Grid
from tests.support.dump_builder import dump

ALL_BUT_QUANTITY_AND_COST = (2, 3, 5, 6, 7, 8, 9)
EXPECTED = {
    "C012": {(11, 6), (12, 3)},
    "D001": {(20, 1)},
    "D002": set(),
    "F006": set(),
    "N001": {(12, 4)},
    "N002": {(13, 4)},
    "N003": set(),
    "N004": set(),
    "N005": set(),
    "N011": set(),
    "P002": {(13, None), (14, None)},
    "P003": set(),
    "P004": {(14, None)},
    "P005": set(),
    "U001": {(3, 4), (4, 4)},
    "U002": {(project, row) for project in (2, 3, 4, 20) for row in ALL_BUT_QUANTITY_AND_COST},
    "U004": {(17, 4)},
    "U005": {(5, 1), (20, 1)},
    "U008": set(),
}
"""The (project, row) pairs that each rule reports; row None is the project's head."""


def only(findings: list[Finding], code: str) -> Finding:
    (finding,) = [finding for finding in findings if finding.code == code]
    return finding


@pytest.mark.parametrize(("code", "places"), EXPECTED.items(), ids=EXPECTED)
def test_rule_reports_exactly_these_rows(code: str, places: set, example_findings):
    assert sorted((f.project, f.row or 0) for f in example_findings if f.code == code) == sorted((project, row or 0) for project, row in places)


def test_every_finding_is_accounted_for(example_findings):
    assert {finding.code for finding in example_findings} <= EXPECTED.keys()


def test_rates_without_percent_are_twenty_eight(example_findings):
    assert sum(finding.code == "U002" for finding in example_findings) == 28


def test_cost_above_budget_names_both_amounts_and_the_excess(example_findings):
    message = only(example_findings, "N001").message
    assert all(amount in message for amount in ("605.31万元", "504.26万元", "101.05万元"))


def test_excess_is_explained_by_the_budget_of_project_16(example_findings):
    (related,) = only(example_findings, "N001").related
    assert related.code == "N011"
    assert "第16号项目“综合办-管理事务资金”" in related.message


def test_half_the_budget_is_explained_as_a_price_per_set(example_findings):
    (related,) = only(example_findings, "N002").related
    assert related.code == "N003"
    assert "3.75×2套" in related.message


def test_percentage_that_is_the_budget_is_recognised(example_findings):
    assert "应为“≤6.72万元”" in only(example_findings, "U004").message


def test_plan_that_stops_in_june_breaks_off_in_october(example_findings):
    message = only(example_findings, "P004").message
    assert "10月底空白" in message
    assert "18万元" in message


def test_location_is_the_cell_that_holds_the_words(example_findings, example_path):
    grids = {block.number: block for block in read_document(example_path).blocks if isinstance(block, Grid)}
    for finding in example_findings:
        cell = grids[finding.location.table].rows[finding.location.row - 1][finding.location.column - 1]
        assert cell.column == finding.location.column
        assert cell.text == (finding.evidence[0].text if finding.evidence else ""), finding


def test_text_dump_of_the_tables_gives_the_same_findings(example_draft, example_findings, example_path, judge_draft, tmp_path):
    path = tmp_path / "tables.txt"
    blocks = [block if isinstance(block, str) else [[cell.text for cell in row] for row in block.rows] for block in read_document(example_path).blocks]
    path.write_text(dump(*blocks), encoding="utf-8")
    dumped = load_draft(path)
    assert dumped.projects == example_draft.projects
    assert judge_draft(dumped) == example_findings
