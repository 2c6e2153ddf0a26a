"""The rule layer on the real draft of 21 projects: exactly these rows, these numbers and these cells, from Word and from a text dump alike."""

from __future__ import annotations

import pytest

from classifier.documents.files import load_draft, read_document
from classifier.rules.catalogue import load_rules
from classifier.types import Finding, Grid
from tests.support.dump_builder import dump

ALL_BUT_QUANTITY_AND_COST = (2, 3, 5, 6, 7, 8, 9)
EXPECTED = {
    "C012": [(11, 6), (12, 3)],
    "D001": [(20, 1)],
    "D003": [(1, 4), (2, 4), (3, 4), (4, 4), (5, 4), (7, 4), (8, 4), (10, 4), (11, 4), (12, 4), (13, 4), (14, 4), (15, 4), (16, 4), (17, 4), (18, 4), (19, 4)],
    "D005": [(19, 3)],
    "F014": [(0, 0)],
    "F017": [(14, 6)],
    "F018": [(14, 1)],
    "F021": [(0, 0)],
    "F022": [(0, 0)],
    "N001": [(12, 4)],
    "N002": [(13, 4)],
    "N003": [(13, 4)],
    "N009": [(1, 1), (2, 1), (3, 1), (4, 1), (11, 1)],
    "N011": [(12, 4)],
    "N012": [(12, 1)],
    "N017": [(7, 2), (11, 2), (13, 2), (14, 2), (15, 2), (17, 2), (18, 2), (19, 2), (21, 2)],
    "N018": [(1, 2), (1, 3), (2, 2), (2, 3), (3, 2), (3, 3), (4, 2), (4, 3)],
    "P001": [(8, 0), (13, 0), (14, 0), (15, 0), (18, 0), (21, 0)],
    "P002": [(13, 0), (14, 0)],
    "P004": [(14, 0)],
    "P006": [(15, 0), (18, 0), (21, 0)],
    "P007": [(11, 0), (17, 0), (20, 0)],
    "P008": [(2, 0), (3, 0), (4, 0)],
    "R010": [(0, 0)] * 4,
    "R011": [(16, 0)],
    "R012": [(12, 0), (16, 0), (20, 0), (21, 0)],
    "T004": [(13, 0), (20, 0), (21, 0)],
    "T007": [(10, 0)],
    "U001": [(3, 4), (4, 4)],
    "U002": [(project, row) for project in (2, 3, 4, 20) for row in ALL_BUT_QUANTITY_AND_COST],
    "U003": [(1, 1), (3, 1), (4, 1), (11, 1), (12, 1), (18, 1)],
    "U004": [(17, 4)],
    "U005": [(5, 1), (20, 1)],
    "U007": [(2, 1), (2, 4)],
    "X002": [(0, 0)] * 11,
    "X003": [(20, 0)],
}
"""The (project, row) pairs of which each rule speaks, in a finding of its own or beside another; row 0 is the project's head or table,
project 0 the draft. Codes that are not here are silent.
"""


def places(findings: list[Finding], code: str) -> list[tuple[int, int]]:
    said = [(f.project, f.row or 0) for f in findings for spoken in (f.code, *(related.code for related in f.related)) if spoken == code]
    return sorted(said)


def only(findings: list[Finding], code: str) -> Finding:
    (finding,) = [finding for finding in findings if finding.code == code]
    return finding


@pytest.mark.parametrize("code", load_rules())
def test_rule_speaks_of_exactly_these_rows(code: str, example_findings):
    assert places(example_findings, code) == sorted(EXPECTED.get(code, []))


def test_default_report_of_the_rule_layer_is_short_enough_to_read(example_findings):
    assert sum(finding.severity != "hint" for finding in example_findings) <= 120


def test_rates_without_percent_are_twenty_eight(example_findings):
    assert sum(finding.code == "U002" for finding in example_findings) == 28


def test_cost_above_budget_names_both_amounts_and_the_excess(example_findings):
    message = only(example_findings, "N001").message
    assert all(amount in message for amount in ("605.31万元", "504.26万元", "101.05万元"))


def test_excess_is_explained_by_the_budget_of_project_16(example_findings):
    (related,) = [related for related in only(example_findings, "N001").related if related.code == "N011"]
    assert "第16号项目“综合办-管理事务资金”" in related.message


def test_half_the_budget_is_explained_as_a_price_per_set(example_findings):
    (related,) = [related for related in only(example_findings, "N002").related if related.code == "N003"]
    assert "3.75×2套" in related.message


def test_percentage_that_is_the_budget_is_recognised(example_findings):
    assert "应为“≤6.72万元”" in only(example_findings, "U004").message


def test_plan_that_stops_in_june_breaks_off_in_october(example_findings):
    message = only(example_findings, "P004").message
    assert "10月底空白" in message
    assert "18万元" in message


def test_location_is_the_cell_that_holds_the_words(example_findings, example_path):
    grids = {block.number: block for block in read_document(example_path).blocks if isinstance(block, Grid)}
    located = [finding for finding in example_findings if finding.location and finding.row]
    assert len(located) > 60
    for finding in located:
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
