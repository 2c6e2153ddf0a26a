"""The example draft of the project, a real budget of 21 project tables, as it is read."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

import pytest

from classifier.types import FIELDS, Location, PlanNode

NINE_PLACES = [
    ("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "时效指标"), ("产出指标", "成本指标"), ("效益指标", "经济效益指标"),
    ("效益指标", "社会效益指标"), ("效益指标", "生态效益指标"), ("效益指标", "可持续影响指标"), ("满意度指标", "服务对象满意度指标"),
]  # fmt: skip


def project(example, number: int):
    return next(project for project in example.projects if project.number == number)


def plan_of(example, number: int) -> list[tuple[str, str | None]]:
    return [(node.label, None if node.amount is None else str(node.amount)) for node in project(example, number).plan]


def test_it_has_21_projects_and_189_indicators(example):
    assert [project.number for project in example.projects] == list(range(1, 22))
    assert [len(project.indicators) for project in example.projects] == [9] * 21


def test_it_is_of_one_unit_and_year(example):
    assert (example.unit, example.year, example.money_unit) == ("201001保定白沟新城管理委员会办公室（本级）", 2023, "万元")
    assert {(project.unit, project.year, project.money_unit) for project in example.projects} == {(example.unit, 2023, "万元")}


def test_every_project_has_the_same_nine_places_though_the_first_level_is_merged(example):
    assert [[(row.level1, row.level2) for row in project.indicators] for project in example.projects] == [NINE_PLACES] * 21


def test_no_field_is_empty_and_every_field_has_its_place(example):
    rows = [row for project in example.projects for row in project.indicators]
    assert all(getattr(row, field).strip() and field in row.locations for row in rows for field in FIELDS)


def test_codes_are_21_characters_and_differ(example):
    codes = {project.code for project in example.projects}
    assert (len(codes), {len(code) for code in codes}) == (21, {21})


def test_the_budgets_add_up(example):
    assert sum(project.budget for project in example.projects) == Decimal("1486.80")
    assert all(project.budget == project.fiscal and project.other is None for project in example.projects)


def test_only_the_blank_lines_of_two_cells_are_noted(example):
    places = [("trailing-blank-lines", "表2第4行第3格"), ("trailing-blank-lines", "表2第4行第4格")]
    assert [(note.code, note.place) for note in example.notes] == places
    assert [note.message for note in example.notes] == ["单元格末尾有4个空行"] * 2
    assert project(example, 1).indicators[2].name == "工作完成的时效"


def test_project_13_in_full(example):
    found = project(example, 13)
    assert found[1:4] == ("综合办-2023人民防空信息化建设资金", "13060523P00449710001D", "201001保定白沟新城管理委员会办公室（本级）")
    assert (found.budget, found.fiscal, found.other) == (Decimal("7.50"), Decimal("7.50"), None)
    assert (found.purpose, found.goal) == ("安装人防警报器，用于防空警报试鸣工作。", "保障人防工作正常开展")
    assert found.locations["code"] == Location(25, 2, 2)
    assert found.locations["purpose"] == Location(25, 4, 2)
    assert [(row.name, row.value) for row in found.indicators] == [
        ("设备校准数量", "2套"),
        ("设备、设施验收通过率（%）", "≥90%"),
        ("按时完成率", "≥90%"),
        ("及时性", "3.75万元"),
        ("经济效益指标", "≥90%"),
        ("社会氛围", "≥90%"),
        ("项目对生态效益提升比", "≥90%"),
        ("提升公共服务水平和质量", "≥90%"),
        ("客户满意度", "≥90%"),
    ]
    assert {row.basis for row in found.indicators} == {"根据年度工作计划"}


def test_the_cost_of_project_13_stands_in_its_physical_cells_below_a_merged_level(example):
    cost = project(example, 13).indicators[3]
    columns = {"level2": 2, "name": 3, "description": 4, "value": 5, "basis": 6}
    assert cost.locations == {"level1": Location(26, 2, 1), **{field: Location(26, 5, column) for field, column in columns.items()}}


def test_the_plan_of_project_13_breaks_off_with_blanks(example):
    assert project(example, 13).plan == (
        PlanNode("3月底", None, Location(25, 6, 2)),
        PlanNode("6月底", None, Location(25, 6, 3)),
        PlanNode("10月底", Decimal("7.50"), Location(25, 6, 4)),
        PlanNode("12月底", None, Location(25, 6, 5)),
    )


def test_project_14_has_a_description_that_differs_from_the_name_cut_short(example):
    found = project(example, 14)
    assert (found.name, found.budget, found.purpose) == ("综合办-2023人民防空组织指挥体系建设", Decimal("18.00"), "推进人民防空方案计划编制")
    social = found.indicators[5]
    assert (social.name, social.description) == ("提高人社基层公共服务人员的政策", "提高人社基层公共服务人员的政策水平和专业服务能力。")
    assert (social.locations["level1"], social.locations["description"]) == (Location(28, 6, 1), Location(28, 7, 4))


@pytest.mark.parametrize(
    ("number", "plan"),
    [
        (1, ["0.54", "1.08", "1.80", "2.16"]),
        (14, [None, "18.00", None, None]),
        (18, [None, None, None, "4.00"]),
        (21, [None, None, None, "137.50"]),
    ],
)
def test_the_plans_have_four_nodes_with_their_blanks(example, number, plan):
    assert plan_of(example, number) == list(zip(["3月底", "6月底", "10月底", "12月底"], plan, strict=True))


@pytest.mark.parametrize(
    ("number", "row", "name", "value"),
    [
        (2, 1, "电视台调入人员数量", "1电视台调入人员数量1人"),
        (4, 2, "质量指标", "≥95质量指标占百分比"),
        (17, 4, "按总成本控制", "6.72%"),
        (20, 1, "维修数量率", "≤1批"),
    ],
)
def test_faulty_wording_is_read_as_it_stands(example, number, row, name, value):
    indicator = project(example, number).indicators[row - 1]
    assert (indicator.row, indicator.name, indicator.value) == (row, name, value)


def test_the_tables_are_numbered_through_the_document(example):
    tables = [row.locations["name"].table for project in example.projects for row in project.indicators]
    assert [table for table, _ in groupby(tables)] == list(range(2, 43, 2))
