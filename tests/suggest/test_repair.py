"""A value that is wrong in form only is repaired with the drafter's own number; what the draft does not say is asked for."""

from __future__ import annotations

import pytest

from classifier.analysis.analyse import analyse_draft
from classifier.rules.base import another, row
from classifier.rules.run import run_rules
from classifier.suggest.repair import Repair, repair_value
from classifier.types import Draft


def repair(indicator, budget: str = "", **head) -> Repair | None:
    """Repair the only row of a project as its rule findings ask."""
    draft = Draft("", projects=(another(indicator, budget=budget, **head),))
    analysis = analyse_draft(draft)
    (judged,) = analysis.projects
    return repair_value(judged.project, judged.rows[0], run_rules(judged, analysis)[0])


@pytest.mark.parametrize(
    ("level2", "name", "value", "budget", "repaired"),
    [
        ("质量指标", "发放合格率", "≥98经费质量合格百分率", "", "≥98%"),
        ("质量指标", "发放合格率", "98质量合格占比", "", "98%"),
        ("质量指标", "发放合格率", "≥100%", "", "=100%"),
        ("数量指标", "维修处数", "≤12处", "", "≥12处"),
        ("数量指标", "派遣人员数量", "14劳务派遣人员数量", "", "=14人"),
        ("成本指标", "总成本", "6.72%", "6.72", "≤6.72万元"),
        ("成本指标", "总成本", "56.27按照预算总成本控制", "56.27", "≤56.27万元"),
        ("成本指标", "总成本", "28", "28", "≤28万元"),
        ("成本指标", "总成本", "605.31万元", "504.26", "≤504.26万元"),
        ("成本指标", "总成本", "3.75万元", "7.50", "≤7.50万元"),
        ("成本指标", "设备单价", "≥3万元/台", "12", "≤3万元/台"),
    ],
)
def test_form_is_mended_and_the_number_kept(level2: str, name: str, value: str, budget: str, repaired: str):
    found = repair(row(level2, name, value), budget)
    assert found is not None
    assert (found.value, found.ready) == (repaired, True)
    assert found.why


@pytest.mark.parametrize(
    ("level2", "name", "value"),
    [
        ("质量指标", "发放合格率", "≥98%"),
        ("质量指标", "发放合格率", "≥105%"),  # which figure was meant, nobody knows
        ("社会效益指标", "社会效益", "显著"),
        ("数量指标", "维修处数", ""),
        ("成本指标", "总成本", "≤12万元"),
    ],
)
def test_nothing_is_repaired_where_form_is_not_the_fault(level2: str, name: str, value: str):
    assert repair(row(level2, name, value), budget="12") is None


@pytest.mark.parametrize("value", ["5%", "5个", "5"])
def test_cost_that_is_not_the_budget_becomes_a_question(value: str):
    found = repair(row("成本指标", "总成本", value), budget="12")
    assert found is not None
    assert found.value == f"≤【待填：“{value}”是多少万元？】万元"
    assert not found.ready
    assert [trace.origin for trace in found.trace] == ["slot"]


def test_repaired_number_is_traced_to_the_cell_that_it_came_from():
    found = repair(row("质量指标", "发放合格率", "≥98合格百分率"))
    assert found is not None
    assert [(trace.digits, trace.origin, trace.ref) for trace in found.trace] == [("98", "cell", "原指标值（所给的行）")]


def test_cost_below_the_budget_names_the_unit_price_as_the_other_reading():
    found = repair(row("成本指标", "总成本", "3.75万元"), budget="7.50")
    assert found is not None
    assert "3.75万元若是单价" in found.why
