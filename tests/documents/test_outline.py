"""Covers classifier.documents.outline: contents, 分项绩效目标 and 工作保障措施 of a 部门预算绩效文本, and what only looks like them."""

from __future__ import annotations

import pytest

from classifier.documents.files import load_draft
from classifier.documents.outline import read_outline
from classifier.types import ContentsEntry, Draft, Grid, Outline, Section
from tests.support.repository import EXAMPLE

TEXT = (
    "目    录",
    "一、总体绩效目标\t1",
    "二、分项绩效目标\t1",
    "1.运转保障-路灯维护绩效目标表\t7",
    "2.2023年绿化养护资金绩效目标申报表……8",
    "第一部分",
    "一、总体绩效目标",
    "建设宜居城区。",
    "二、分项绩效目标",
    "（一）路灯亮灯",
    "绩效目标：全年亮灯。",
    "绩效指标：亮灯率98%以上。",
    "（二）绿地养护。绩效目标:养护到位。",
    "绩效指标:成活率95%。",
    "（三）只有标题",
    "三、工作保障措施",
    "（一）建立台账制度。",
    "（二）按季通报进度。",
    "第二部分 预算项目绩效目标",
    "（一）这里已不是保障措施。",
)


@pytest.fixture(scope="module")
def outline() -> Outline:
    return read_outline(TEXT)


@pytest.fixture(scope="module")
def example() -> Draft:
    return load_draft(EXAMPLE)


def test_contents_are_numbers_and_names_without_form_and_page(outline: Outline):
    assert outline.contents == (ContentsEntry(1, "运转保障-路灯维护"), ContentsEntry(2, "2023年绿化养护资金"))


def test_overall_goal_and_safeguards_end_where_the_next_part_begins(outline: Outline):
    assert outline.overall == "建设宜居城区。"
    assert outline.safeguards == ("建立台账制度。", "按季通报进度。")


def test_sections_have_heading_goal_and_indicators(outline: Outline):
    assert outline.sections == (
        Section("一", "路灯亮灯", "全年亮灯。", "亮灯率98%以上。"),
        Section("二", "绿地养护。", "养护到位。", "成活率95%。", run_on=("绩效目标",)),
        Section("三", "只有标题"),
    )


def test_bracket_of_another_width_is_kept_in_the_number():
    (section,) = read_outline(("二、分项绩效目标", "(七）防空地下室")).sections
    assert section.number == "(七）"


@pytest.mark.parametrize("line", ["1.路灯维护绩效目标表", "3.完成投资12", "（一）路灯亮灯", "2023年预算绩效文本"])
def test_line_that_only_resembles_contents_or_goals_is_passed_over(line: str):
    assert read_outline((line,)) == Outline()


def test_table_ends_the_part_above_it():
    assert read_outline(("三、工作保障措施", Grid(1, ()), "（一）表后的话")).safeguards == ()


def test_example_of_tables_alone_has_no_outline(example: Draft):
    assert example.outline == Outline()


def test_heading_above_a_table_is_the_projects_title(example: Draft):
    assert [project.title for project in example.projects] == [project.name.strip() for project in example.projects]
