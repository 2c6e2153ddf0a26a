"""When two wordings speak of the same thing, and when two names measure the same."""

from __future__ import annotations

import pytest

from classifier.suggest.matching import content_pairs, same_measure, shared


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("设备验收合格率", "设备验收合格率"),
        ("设备验收 合格率", "设备验收合格率"),
        ("社会公众满意度", "公众满意度"),
        ("机房设备完好率", "机房设备的完好率"),
        ("乡镇干部参训人数", "乡镇干部参训总人数"),
        ("设备验收合格率", "路灯验收合格率"),
        ("人防警报器使用年限", "在用人防警报器剩余使用年限"),
    ],
)
def test_same_measure_in_other_words(first: str, second: str):
    assert same_measure(first, second)
    assert same_measure(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("设备验收合格率", "设备采购数量"),
        ("路灯数量", "护栏数量"),
        ("机房设备完好率", "机房温度达标率"),
        ("总成本", "项目总成本"),
        ("官网运行维护月数", "官网升级改造模块数"),
        ("警报器数量", "人防警报器安装数量"),
        ("率", "度"),
    ],
)
def test_another_measure_of_the_same_thing_or_the_same_of_another_is_not_the_same(first: str, second: str):
    assert not same_measure(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [("人防警报器安装数量", "人防警报器校准数量"), ("乡镇干部培训班期数", "乡镇干部培训班学员人数"), ("周转房设施完好率", "周转房设施维修及时率")],
    ids=["other work", "other people", "other quality"],
)
def test_long_name_of_a_thing_does_not_make_two_measures_of_it_one(first: str, second: str):
    assert not same_measure(first, second)


def test_names_share_the_pairs_of_characters_that_say_the_thing():
    assert shared("警报器数量", "安装人防警报器") == 2
    assert shared("路灯维修数量", "更换路灯") == 1


@pytest.mark.parametrize(("first", "second"), [("设备数量", "路灯数量"), ("总成本", "项目总成本"), ("参会人数", "培训人数"), ("群众满意度", "干部满意度")])
def test_words_of_counting_and_of_money_are_nothing_in_common(first: str, second: str):
    assert shared(first, second) == 0


def test_pair_never_spans_a_general_word_or_a_sign():
    assert "警器" not in content_pairs("警数量器")
    assert content_pairs("警、器 5G") == frozenset()
    assert content_pairs("警报数量路灯") == {"警报", "路灯"}
