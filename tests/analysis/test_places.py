"""Covers classifier.analysis.places: the standard 二级指标 behind the level names that tables print."""

from __future__ import annotations

import pytest

from classifier.analysis.places import BENEFITS, OUTPUTS, PLACES, find_place, usual_level1


@pytest.mark.parametrize("place", PLACES)
def test_standard_name_is_its_own_place(place: str) -> None:
    assert find_place("", place) == place


@pytest.mark.parametrize(
    ("level2", "place"),
    [
        ("数量指标(必填硬性指标)", "数量指标"),
        ("数量指标（或建筑规模指标）", "数量指标"),
        ("产出数量", "数量指标"),
        ("质量指标(5分)", "质量指标"),
        ("产出质量", "质量指标"),
        ("时效指标(工期指标、形象进度指标)", "时效指标"),
        ("进度指标", "时效指标"),
        ("预算(或投资规模)控制指标", "成本指标"),
        ("产出成本", "成本指标"),
        ("经济成本指标", "成本指标"),
        ("社会成本", "社会成本指标"),  # harm done, not money spent
        ("生态环境成本指标", "生态环境成本指标"),
        ("经济效益⏎指标".replace("⏎", "\n"), "经济效益指标"),
        ("社 会 效 益", "社会效益指标"),
        ("环境效益", "生态效益指标"),
        ("可持续影响", "可持续影响指标"),
        ("服务对象满意度", "服务对象满意度指标"),
        ("社会公众满意度指标", "服务对象满意度指标"),
    ],
)
def test_variant_of_level2_is_understood(level2: str, place: str) -> None:
    assert find_place("产出指标", level2) == place


@pytest.mark.parametrize(("level1", "place"), [("成本指标", "成本指标"), ("满意度指标", "服务对象满意度指标"), ("社会效益目标", "社会效益指标")])
def test_level1_tells_the_place_where_level2_is_blank(level1: str, place: str) -> None:
    assert find_place(level1, "") == place


def test_level2_speaks_before_level1() -> None:
    assert find_place("成本指标", "质量指标") == "质量指标"


@pytest.mark.parametrize(("level1", "level2"), [("", ""), ("产出指标", ""), ("效益指标", "制度指标"), ("项目决策", "/")])
def test_levels_that_tell_no_place_give_none(level1: str, level2: str) -> None:
    assert find_place(level1, level2) == ""


@pytest.mark.parametrize("place", PLACES)
def test_place_of_the_ninefold_template_stands_under_its_level1_of_the_template(place: str) -> None:
    expected = "产出指标" if place in OUTPUTS else "效益指标" if place in BENEFITS else "满意度指标"

    assert usual_level1(place) == expected
