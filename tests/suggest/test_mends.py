"""What a redraft leaves to the unit: faults of head, plan and table, each with the amount that arithmetic forces, where it forces one."""

from __future__ import annotations

import pytest

from classifier.analysis.analyse import analyse_draft
from classifier.rules.base import another, row
from classifier.rules.run import run_rules
from classifier.suggest.mends import mends_for
from classifier.types import Draft, Finding, Project


def mended(project: Project) -> dict[str, str]:
    """The amounts that a project's faults outside the table force, by the code of the fault."""
    draft = analyse_draft(Draft("", projects=(project,)))
    found, _ = run_rules(draft.projects[0], draft)
    return {mend.finding.code: mend.repair for mend in mends_for(project, found)}


def planned(plan: str, budget: str = "7.50", **head: object) -> Project:
    return another(row("数量指标", "警报器数量", "2套"), budget=budget, plan=plan, purpose="安装人防警报器", goal="安装警报器2套", **head)


def test_last_node_is_forced_to_the_budget():
    assert mended(planned("1 2 3 -"))["P002"] == "12月底填7.50万元（累计数，年末等于预算数）"
    assert mended(planned("1 2 3 4"))["P003"] == "12月底填7.50万元（累计数，年末等于预算数）"


def test_blank_behind_the_whole_budget_is_forced_to_the_budget():
    assert mended(planned("1 7.5 - 7.5"))["P004"] == "10月底填7.50万元（累计数，前后相等，中间只能是它）"


@pytest.mark.parametrize("plan", ["- 3 5 7.5", "1 - 5 7.5", "- - - 7.5"], ids=["before the first amount", "between two amounts", "all before the last"])
def test_blank_that_may_hold_several_amounts_is_left_to_the_unit(plan: str):
    repairs = {code: repair for code, repair in mended(planned(plan)).items() if code in ("P001", "P004")}
    assert repairs
    assert set(repairs.values()) == {""}


def test_each_blank_is_told_what_forces_it_and_no_other():
    found = mended(planned("- 7.5 - -"))
    assert found["P001"] == ""
    assert found["P002"].startswith("12月底填7.50万元")
    assert found["P004"].startswith("10月底填7.50万元（")


def test_amount_is_said_in_the_money_unit_of_the_table():
    assert mended(planned("1 2 3 -", budget="75000", money_unit="元"))["P002"].startswith("12月底填75000元")


def test_sound_plan_needs_no_mending():
    assert not {code for code in mended(planned("1 2 3 7.5")) if code.startswith("P")}


def test_other_money_is_what_the_budget_leaves():
    head = planned("1 2 3 7.5", fiscal="5")
    assert [mend.repair for mend in mends_for(head, [Finding("N004", "error", 1, None, "fiscal", "", "")])] == ["其他资金填2.50万元（预算数－财政资金）"]


@pytest.mark.parametrize(
    "elsewhere",
    [
        Finding("D001", "error", 1, 1, "value", "", ""),
        Finding("R001", "warning", 1, None, "goal", "", ""),
        Finding("P006", "hint", 1, None, "plan", "", ""),
        Finding("P002", "error", 2, None, "plan", "", ""),
    ],
    ids=["a row", "the goal, which is redrafted too", "a hint", "another project"],
)
def test_what_is_no_fault_of_head_or_plan_is_passed_over(elsewhere: Finding):
    assert mends_for(planned("1 2 3 -"), [elsewhere]) == ()
