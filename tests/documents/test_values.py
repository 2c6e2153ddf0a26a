"""A value in one column, or its sign, number and unit in columns of their own."""

from __future__ import annotations

import pytest

from classifier.types import Location

HEADER = ["三级指标", "指标性质", "指标值", "度量单位"]


def read_value(draft_of, header: list[str], row: list[str]):
    return draft_of([header, row]).projects[0].indicators[0]


def test_sign_number_and_unit_are_joined_and_the_value_stands_where_the_number_does(draft_of):
    indicator = read_value(draft_of, HEADER, ["培训人数", "≥", "30", "人"])
    assert indicator.value == "≥30人"
    assert indicator.locations["value"] == Location(1, 2, 3)


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (["三级指标", "度量单位", "指标值", "指标性质"], ["培训人数", "人", "30", "≥"]),
        (["三级指标", "计量单位", "指标性质", "指标值"], ["培训人数", "人", "≥", "30"]),
    ],
)
def test_the_columns_are_joined_as_sign_number_unit_in_whatever_order_they_stand(draft_of, header, row):
    assert read_value(draft_of, header, row).value == "≥30人"


def test_a_value_in_words_has_no_sign_though_its_sign_column_says_so(draft_of):
    assert read_value(draft_of, HEADER, ["服务水平", "定性", "明显提高", ""]).value == "明显提高"


def test_an_empty_value_stays_empty_beside_a_sign_and_a_unit(draft_of):
    assert read_value(draft_of, HEADER, ["培训人数", "≥", "", "人"]).value == ""


def test_only_a_sign_column_or_only_a_unit_column_is_joined_too(draft_of):
    assert read_value(draft_of, HEADER[:3], ["结业率", "≥", "95%"]).value == "≥95%"
    assert read_value(draft_of, ["三级指标", "指标值", "度量单位"], ["培训人数", "30", "人"]).value == "30人"


def test_scores_and_results_do_not_get_into_the_value(draft_of):
    header = ["三级指标", "分值", "年度指标值", "全年实际值", "得分"]
    assert read_value(draft_of, header, ["培训人数", "10", "30人", "28人", "9"]).value == "30人"


def test_a_field_is_exact_to_the_character(draft_of):
    indicator = read_value(draft_of, ["三级指标", "指标值"], [" ★培训 人数（％）", "≧ 95 ％"])
    assert (indicator.name, indicator.value) == (" ★培训 人数（％）", "≧ 95 ％")
