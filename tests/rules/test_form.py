"""The rules of form on rows as units type them: signs in words, odd blanks, names repeated with other spelling."""

from __future__ import annotations

import pytest

from classifier.rules.base import another, example, row


def codes(findings) -> list[str]:
    return sorted(finding.code for finding in findings)


@pytest.mark.parametrize(
    ("level2", "name", "value", "expected"),
    [
        ("数量指标", "维修处数", "不超过8处", ["D001"]),
        ("数量指标", "维修处数", "<8处", ["D001"]),
        ("数量指标", "维修处数", "8处以内", ["D001"]),
        ("数量指标", "维修处数", "不少于8处", []),
        ("质量指标", "返工处数", "≤8处", []),  # less is better under quality
        ("成本指标", "设备单价", "3万元/台以上", ["D002"]),
        ("成本指标", "人均费用", "500元以内/人", []),
        ("成本指标", "设备单价", "＞3万元/台", ["D002"]),
        ("经济效益指标", "节约资金", "≥3万元", []),
        ("质量指标", "验收合格率", "＞100%", ["N005"]),
        ("质量指标", "验收合格率", "101%", ["N005"]),
        ("质量指标", "验收合格率", "≥99.9%", []),
        ("数量指标", "维修处数", " \n", ["F006"]),
        ("数量指标", "维修处数", "——", ["F006"]),
        ("数量指标", "", "", []),  # a row of levels only
        ("成本指标", "总成本", "12人", ["U001"]),
        ("产出成本指标", "总成本", "12%", ["U004"]),
        ("成本指标", "总成本", "12", ["U008"]),
        ("时效指标", "响应时间", "30", ["U008"]),
        ("时效指标", "响应时间（分钟）", "30", []),
        ("数量指标", "施工天数", "30平方米", ["U005"]),
        ("数量指标", "施工天数", "30个工作日", []),
    ],
)
def test_value_is_judged_by_its_place_and_name(level2: str, name: str, value: str, expected: list, judge):
    assert codes(judge(example(row(level2, name, value)))) == expected


@pytest.mark.parametrize(("value", "severity"), [("≥100%", "warning"), ("≥101%", "error")])
def test_open_ended_hundred_is_milder_than_more_than_hundred(value: str, severity: str, judge):
    (finding,) = judge(example(row("质量指标", "验收合格率", value)))
    assert finding.severity == severity


@pytest.mark.parametrize("again", ["保障 工作质量", "保障工作\n质量", "保障工作质量　"], ids=["blank", "line break", "wide blank"])
def test_name_repeated_with_other_white_space_is_the_same_name(again: str, judge):
    assert codes(judge(example(row("质量指标", "保障工作质量", "≥95%"), row("时效指标", again, "≥95%")))) == ["C012"]


def test_name_repeated_in_full_width_signs_is_the_same_name(judge):
    assert codes(judge(example(row("质量指标", "合格率(%)", "≥95%"), row("时效指标", "合格率（％）", "≥95%")))) == ["C012"]


def test_third_row_of_a_name_is_said_to_repeat_the_first(judge):
    found = judge(example(*[row("质量指标", "保障工作质量", "≥95%")] * 3))
    assert [(finding.row, "第1行" in finding.message) for finding in found] == [(2, True), (3, True)]


def test_same_name_in_two_projects_is_no_repetition(judge):

    rows = [row("质量指标", "保障工作质量", "≥95%")]
    assert judge(example(*rows, others=(another(*rows, number=2),))) == []
