"""Projects and indicators in a stream of tables: levels, totals, several projects, and tables that are not understood."""

from __future__ import annotations

import pytest

from classifier.types import Location
from tests.support.docx_builder import ABOVE, Cell, top
from tests.support.sample_tables import HEADER_OF_FOUR, TRAINING, head, indicators

QUALITY = ["产出指标", "质量指标", "结业率", "≥95%"]


def names(project) -> list[str]:
    return [indicator.name for indicator in project.indicators]


def codes(draft) -> list[tuple[str, str]]:
    return [(note.code, note.place) for note in draft.notes]


def test_head_and_indicators_in_two_tables_are_one_project(draft_of):
    (project,) = draft_of(head(), indicators()).projects
    assert (project.name, names(project)) == ("人才培训经费", ["培训人数", "结业率", "持证上岗率", "学员满意度"])
    assert [indicator.row for indicator in project.indicators] == [1, 2, 3, 4]


def test_head_and_indicators_in_one_table_are_read_alike(draft_of):
    apart, together = draft_of(head(), indicators()), draft_of([*head(), *indicators()])
    assert [row[:7] for row in together.projects[0].indicators] == [row[:7] for row in apart.projects[0].indicators]
    assert together.projects[0][:12] == apart.projects[0][:12]
    assert together.projects[0].indicators[0].locations["name"] == Location(1, 9, 3)


def test_several_projects_in_one_table_are_kept_apart(draft_of):
    draft = draft_of([*head(), *indicators(), *head("差旅费", "002", "12.00"), *indicators("差旅人次")])
    assert [(project.number, project.name, str(project.budget), names(project)[0]) for project in draft.projects] == [
        (1, "人才培训经费", "7.50", "培训人数"),
        (2, "差旅费", "12.00", "差旅人次"),
    ]


def test_projects_below_numbered_headings_have_those_numbers(draft_of):
    draft = draft_of("13.人才培训经费绩效目标表", head(), indicators(), "14、差旅费项目支出绩效目标申报表", head("差旅费"), indicators())
    assert [project.number for project in draft.projects] == [13, 14]


def test_the_first_year_in_a_paragraph_is_the_year_of_the_draft(draft_of):
    draft = draft_of("编号12021年第3号", "2023年部门预算", "2024年修订", head(), indicators())
    assert (draft.year, draft.projects[0].year) == (2023, 2023)


def test_merged_and_blank_level_cells_are_filled_down(draft_of):
    draft = draft_of([HEADER_OF_FOUR, [top("产出指标"), top("数量指标"), "甲", "1个"], [ABOVE, ABOVE, "乙", "2个"], ["", "质量指标", "丙", "3个"]])
    assert [row[1:4] for row in draft.projects[0].indicators] == [
        ("产出指标", "数量指标", "甲"),
        ("产出指标", "数量指标", "乙"),
        ("产出指标", "质量指标", "丙"),
    ]


def test_a_new_first_level_does_not_inherit_the_second(draft_of):
    draft = draft_of([HEADER_OF_FOUR, TRAINING, ["满意度指标", "", "学员满意度", "≥90%"]])
    assert draft.projects[0].indicators[1][1:4] == ("满意度指标", "", "学员满意度")


def test_levels_are_not_filled_down_from_the_table_before(draft_of):
    draft = draft_of([HEADER_OF_FOUR, TRAINING], [HEADER_OF_FOUR, ["", "质量指标", "结业率", "95%"]])
    assert draft.projects[0].indicators[1].level1 == ""


@pytest.mark.parametrize("row", [["合计", "", "", "30"], ["合 计", "", "", ""], ["总计", "", "", ""], ["", "", "小计", "9"]])
def test_a_total_row_is_a_note_and_no_indicator(draft_of, row):
    draft = draft_of([HEADER_OF_FOUR, TRAINING, row])
    assert (names(draft.projects[0]), codes(draft)) == (["培训人数"], [("total-row", "表1第3行")])


def test_an_indicator_that_counts_a_total_is_no_total_row(draft_of):
    draft = draft_of([HEADER_OF_FOUR, ["产出指标", "数量指标", "合计培训人数", "30人"]])
    assert (names(draft.projects[0]), draft.notes) == (["合计培训人数"], ())


@pytest.mark.parametrize("row", [["效益指标", "社会效益指标", "", ""], ["", "", "", ""], ["", "质量指标", "", ""]])
def test_a_row_that_says_nothing_is_a_note_and_no_indicator(draft_of, row):
    draft = draft_of([HEADER_OF_FOUR, TRAINING, row])
    assert (names(draft.projects[0]), codes(draft)) == (["培训人数"], [("empty-row", "表1第3行")])


def test_a_row_with_a_name_and_no_value_is_an_indicator(draft_of):
    draft = draft_of([HEADER_OF_FOUR, ["产出指标", "数量指标", "培训人数", ""]])
    assert [(row.name, row.value) for row in draft.projects[0].indicators] == [("培训人数", "")]


def test_a_table_that_looks_like_indicators_and_was_not_read_is_an_unread_note(draft_of):
    draft = draft_of(head(), indicators(), [["一级指标", "二级指标", "优", "良"], ["产出", "数量", "1", "2"]])
    assert [(note.code, note.place, note.unread) for note in draft.notes] == [("table-unread", "表3", True)]


def test_a_table_of_something_else_is_a_note_that_does_not_count(draft_of):
    draft = draft_of([["姓名", "电话"], ["张三", "1"]], head(), indicators())
    assert [(note.code, note.place, note.unread) for note in draft.notes] == [("table-skipped", "表1", False)]


def test_a_project_without_indicators_is_an_unread_note(draft_of):
    draft = draft_of("1.甲绩效目标表", head("甲"), "2.乙绩效目标表", head("乙"), indicators())
    assert [len(project.indicators) for project in draft.projects] == [0, 4]
    assert [(note.code, note.place, note.unread) for note in draft.notes] == [("no-indicators", "项目1", True)]


def test_an_indicator_that_is_called_like_a_label_of_the_head_is_still_an_indicator(draft_of):
    draft = draft_of([HEADER_OF_FOUR, TRAINING, ["", "质量指标", "绩效目标", "完成"], QUALITY])
    assert names(draft.projects[0]) == ["培训人数", "绩效目标", "结业率"]


UNREAD_INDICATORS = [["一级指标", "二级指标", "三级指标", "今年要做到"], TRAINING]


def test_a_project_whose_indicators_are_not_read_does_not_take_those_of_the_next(draft_of):
    draft = draft_of(head("甲"), UNREAD_INDICATORS, head("乙"), indicators())
    assert [(project.name, len(project.indicators)) for project in draft.projects] == [("甲", 0), ("乙", 4)]


@pytest.mark.parametrize("unit_row", [["实施单位", "乙局"], ["实施单位", "乙局", "主管部门", "丙委"]])
@pytest.mark.parametrize("together", [True, False], ids=["one table", "two tables"])
def test_a_unit_above_the_name_belongs_to_the_project_that_it_opens(draft_of, unit_row, together):
    first = [["项目名称", "甲"], HEADER_OF_FOUR, TRAINING]
    second = [unit_row, ["项目名称", "乙"], HEADER_OF_FOUR, QUALITY]
    draft = draft_of([*first, *second]) if together else draft_of(first, second)
    assert [(project.name, project.unit, names(project)) for project in draft.projects] == [("甲", "", ["培训人数"]), ("乙", "乙局", ["结业率"])]


def test_a_label_at_the_left_of_the_indicators_is_not_their_name_column(draft_of):
    draft = draft_of([[top("绩效指标"), *HEADER_OF_FOUR], [ABOVE, *TRAINING], [ABOVE, *QUALITY]])
    assert names(draft.projects[0]) == ["培训人数", "结业率"]


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="project columns beside those of the indicators are not read: all rows become one project")
def test_projects_named_in_a_column_of_their_own_are_kept_apart(draft_of):
    rows = [["项目名称", "预算数", *HEADER_OF_FOUR], ["甲", "1.00", *TRAINING], [ABOVE, ABOVE, *QUALITY], ["乙", "2.00", *TRAINING]]
    assert [(project.name, str(project.budget), len(project.indicators)) for project in draft_of(rows).projects] == [("甲", "1.00", 2), ("乙", "2.00", 1)]


@pytest.mark.xfail(
    strict=True,
    raises=AssertionError,
    reason="the second row of a header becomes an indicator, and every value is cut to its sign",
)
def test_a_header_in_two_rows_is_understood(draft_of):
    upper = [top("二级指标"), top("三级指标"), Cell("年度指标值", 3)]
    lower = [ABOVE, ABOVE, "指标性质", "指标值", "度量单位"]
    draft = draft_of([upper, lower, ["数量指标", "培训人数", "≥", "30", "人"]])
    assert [(row.name, row.value) for row in draft.projects[0].indicators] == [("培训人数", "≥30人")]
