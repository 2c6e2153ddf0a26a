"""The head of a project: money with units and separators, the payment plan with its blanks, purpose and goal."""

from __future__ import annotations

from decimal import Decimal

import pytest

from classifier.documents.amounts import parse_amount
from classifier.types import Location, PlanNode
from tests.support.docx_builder import Cell, Row, top
from tests.support.sample_tables import HEADER_OF_FOUR, TRAINING, head, indicators

INDICATORS = [HEADER_OF_FOUR, TRAINING]


def project_of(draft_of, *rows):
    return draft_of([*rows], INDICATORS).projects[0]


@pytest.mark.parametrize(
    ("text", "unit", "amount"),
    [
        ("2.16", "万元", "2.16"),
        (" 504.26 ", "万元", "504.26"),
        ("1,234,567.80", "元", "1234567.80"),
        ("1，234", "元", "1234"),
        ("１２", "万元", "12"),
        ("2.16万元", "万元", "2.16"),
        ("2.16 万元", "元", "21600"),
        ("21600元", "万元", "2.16"),
        ("30千元", "万元", "3"),
        ("0.5亿元", "万元", "5000"),
        ("0.00", "万元", "0"),
        ("-3", "万元", "-3"),
    ],
)
def test_an_amount_is_read_in_the_unit_of_its_table(text, unit, amount):
    assert parse_amount(text, unit) == Decimal(amount)


@pytest.mark.parametrize("text", ["", "  ", "—", "约5万元", "2.16.3", "854万", "5万元（含税）", "3+2", ".", "万元"])
def test_what_is_no_plain_amount_is_not_guessed(text):
    assert parse_amount(text, "万元") is None


def test_the_usual_head_is_read_with_the_places_of_its_cells(draft_of):
    project = draft_of(head(), indicators()).projects[0]
    assert (project.unit, project.code, project.name, project.money_unit) == ("新城管理委员会办公室", "001", "人才培训经费", "万元")
    assert (project.budget, project.fiscal, project.other) == (Decimal("7.50"), Decimal("7.50"), None)
    assert (project.purpose, project.goal) == ("用于人才培训经费", "培训三期，人人结业")
    assert project.locations == {
        "unit": Location(1, 1, 1), "code": Location(1, 2, 2), "name": Location(1, 2, 4), "budget": Location(1, 3, 3), "fiscal": Location(1, 3, 5),
        "other": Location(1, 3, 7), "purpose": Location(1, 4, 2), "goal": Location(1, 7, 2),
    }  # fmt: skip


@pytest.mark.parametrize("written", ["单位：元", "单位:元", "金额单位：元"])
def test_amounts_are_in_the_unit_that_the_table_states(draft_of, written):
    project = project_of(draft_of, ["某局", written], ["项目名称", "甲"], ["预算数", "8,827,620.53", "财政拨款", "300万元"])
    assert (project.money_unit, project.budget, project.fiscal) == ("元", Decimal("8827620.53"), Decimal(3000000))


def test_without_a_stated_unit_amounts_are_in_ten_thousands(draft_of):
    project = project_of(draft_of, ["项目名称", "甲"], ["预算数", "1,200.5"])
    assert (project.money_unit, project.budget) == ("万元", Decimal("1200.5"))


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param([[["项目名称", "甲"], ["预算数（元）", "21,600"]]], id="in the label"),
        pytest.param([[["项目名称", "甲"], ["项目资金（元）", "年度资金总额", "21,600"]]], id="in the label of the section"),
        pytest.param(["金额单位：元", [["项目名称", "甲"], ["预算数", "21,600"]]], id="above the table"),
    ],
)
def test_a_unit_stated_elsewhere_holds_too(draft_of, blocks):
    project = draft_of(*blocks, INDICATORS).projects[0]
    in_yuan = {"元": 1, "万元": 10000}[project.money_unit] * project.budget
    assert in_yuan == 21600


def test_an_amount_that_is_no_number_is_a_note_with_its_place(draft_of):
    draft = draft_of([["项目名称", "甲"], ["预算数", "854万（高标准400）", "其他资金", ""]], INDICATORS)
    assert draft.projects[0].budget is None
    assert [(note.code, note.place, note.unread) for note in draft.notes] == [("amount", "表1第2行第2格", False)]
    assert "854万（高标准400）" in draft.notes[0].message


def test_blank_nodes_of_the_plan_are_kept_apart_from_zeros(draft_of):
    assert draft_of(head(), indicators()).projects[0].plan == (
        PlanNode("3月底", None, Location(1, 6, 2)),
        PlanNode("6月底", Decimal("0.00"), Location(1, 6, 3)),
        PlanNode("10月底", Decimal("5.25"), Location(1, 6, 4)),
        PlanNode("12月底", Decimal("7.50"), Location(1, 6, 5)),
    )


def test_an_amount_of_the_plan_stands_under_its_label_in_the_grid_not_by_count(draft_of):
    plan = [[top("资金支出计划"), Cell("3月底", 2), "6月底"], [Cell("", merge="continue"), "1", "", "2"]]
    project = project_of(draft_of, ["项目名称", "甲"], *plan)
    assert [(node.label, node.amount) for node in project.plan] == [("3月底", Decimal(1)), ("6月底", Decimal(2))]
    assert project.plan[1].location == Location(1, 3, 4)


def test_a_plan_whose_row_ends_early_has_a_node_without_a_place(draft_of):
    project = project_of(draft_of, ["项目名称", "甲"], ["资金支出计划", "3月底", "6月底"], Row(["", "1"]))
    assert project.plan == (PlanNode("3月底", Decimal(1), Location(1, 3, 2)), PlanNode("6月底", None, None))


def test_a_plan_in_words_is_blank_with_a_note(draft_of):
    draft = draft_of([["项目名称", "甲"], ["资金支出计划", "3月底"], ["", "待定"]], INDICATORS)
    assert draft.projects[0].plan[0].amount is None
    assert [(note.code, note.place) for note in draft.notes] == [("amount", "表1第3行第2格")]


def test_a_layout_without_a_plan_has_none(draft_of):
    assert project_of(draft_of, ["项目名称", "甲"], ["预算数", "1"]).plan is None


def test_the_value_of_a_label_is_the_cell_after_it_unless_that_is_a_label(draft_of):
    project = project_of(draft_of, ["项目名称", "项目编码", "001"], ["绩效目标", "完成培训"])
    assert (project.name, project.code, project.goal) == ("", "001", "完成培训")


def test_the_first_of_two_values_for_a_label_holds(draft_of):
    project = project_of(draft_of, ["项目名称", "甲"], ["绩效目标", "完成培训"], ["年度目标", "另一目标"])
    assert (project.goal, project.locations["goal"]) == ("完成培训", Location(1, 2, 2))
