"""Covers classifier.analysis.analyse: one analysis a row, with its place, value, words, shared words and cues."""

from __future__ import annotations

import pytest

from classifier.analysis.analyse import SEGMENTED, analyse_draft, analyse_project
from classifier.types import Draft, Indicator, Project
from tests.analysis.rows import analyse


def test_every_row_of_a_draft_is_analysed_in_its_order(example: Draft) -> None:
    analysis = analyse_draft(example)

    assert analysis.draft is example
    assert [project.project for project in analysis.projects] == list(example.projects)
    assert [[row.indicator for row in project.rows] for project in analysis.projects] == [list(project.indicators) for project in example.projects]


def test_project_without_rows_still_has_a_kind() -> None:
    analysis = analyse_project(Project(1, name="周转房租金"))

    assert (analysis.kind.code, analysis.rows) == ("K05", ())


def test_row_carries_its_place_value_and_cues() -> None:
    row = analyse("成本指标", "及时性", "3.75万元")

    assert row.place == "成本指标"
    assert (row.value.kind, str(row.value.amount)) == ("money", "3.75")
    assert "C002" in [cue.code for cue in row.cues]


def test_name_description_and_basis_are_segmented() -> None:
    row = analyse("数量指标", "维修处数", "3处", description="漏雨屋面", basis="维修合同")

    assert tuple(row.tokens) == SEGMENTED == ("name", "description", "basis")
    assert {field: "".join(token.text for token in tokens) for field, tokens in row.tokens.items()} == {
        "name": "维修处数",
        "description": "漏雨屋面",
        "basis": "维修合同",
    }


@pytest.mark.parametrize(
    ("name", "description", "project", "purpose", "overlap"),
    [
        ("警报器安装", "", "警报器安装", "", ("警报器", "安装")),
        ("安装警报器", "", "警报器安装", "", ("安装", "警报器")),  # in the order of the row
        ("警报器数量", "安装警报器", "", "安装警报器", ("警报器", "安装")),  # the description counts, a word counts once
        ("保障工作完成", "", "保障工作完成", "", ()),  # words that say nothing of a project
        ("路灯数量", "", "警报器安装", "", ()),
        ("2023年", "", "2023年法律顾问", "", ()),  # numbers and single characters tell nothing
        ("", "", "警报器安装", "", ()),
    ],
)
def test_overlap_is_what_the_row_says_of_its_project(name: str, description: str, project: str, purpose: str, overlap: tuple[str, ...]) -> None:
    assert analyse("数量指标", name, description=description, project=project, purpose=purpose).overlap == overlap


def test_goal_and_basis_do_not_count_as_overlap() -> None:
    assert analyse("数量指标", "完成数量", basis="警报器合同", project="警报器安装", goal="完成数量").overlap == ()


@pytest.mark.parametrize(
    ("name", "project", "closeness"),
    [
        ("警报器安装数量", "警报器安装", 1),  # 数量 is generic and does not count
        ("路灯安装数量", "警报器安装", 1 / 3),  # 安装 of 路灯, 灯安, 安装
        ("路灯数量", "警报器安装", 0),
        ("完成数量", "完成数量", 0),
        ("", "警报器安装", 0),
    ],
)
def test_closeness_is_the_share_of_the_name_that_the_project_says_too(name: str, project: str, closeness: float) -> None:
    assert analyse("数量指标", name, project=project).closeness == pytest.approx(closeness)
    assert analyse("数量指标", name, goal=project).closeness == pytest.approx(closeness)


@pytest.mark.parametrize(
    ("name", "description", "theme"), [("法律意见书份数", "出具法律顾问意见", "K12"), ("受训人数", "干部培训", "K16"), ("完成数量", "", "")]
)
def test_theme_is_the_kind_that_the_wording_of_the_row_points_to(name: str, description: str, theme: str) -> None:
    assert analyse("数量指标", name, description=description, project="周转房租金").theme == theme


def test_one_row_is_analysed_alike_alone_and_among_others() -> None:
    first, second = Indicator(1, "", "数量指标", "维修处数", "", "3处"), Indicator(2, "", "质量指标", "维修合格率", "", "100%")

    together = analyse_project(Project(1, name="房屋维修", indicators=(first, second)))
    alone = analyse_project(Project(1, name="房屋维修", indicators=(second,)))

    assert together.rows[1] == alone.rows[0]
