"""JSONL rows: what a good line gives, what is passed through, and the error of every line that breaks the contract."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifier.documents.rows import KEYS, LONGEST_LINE, RowError, parse_row, read_rows
from classifier.types import RowRecord

FULL = {
    "id": "a-1", "doc": "d-1", "project": "周转房租金", "budget": "2.65", "budget_unit": "万元", "purpose": "支付租金", "goal": "按时支付",
    "level1": "产出指标", "level2": "数量指标", "name": "租赁套数", "description": "租赁周转房套数", "value": "5套", "basis": "租赁合同", "unit": "某局",
    "region": "河北", "year": 2023, "sector": "机关", "layout": "四列", "source": "网页", "annotator": "甲", "mismatch": "place", "pair": "a-2",
    "vague": 0, "mismatched": 1, "boilerplate": 0, "unsure": True,
}  # fmt: skip


def row(**fields: object) -> RowRecord:
    return parse_row(7, json.dumps({"name": "租赁套数", **fields}, ensure_ascii=False))


def error(line: str) -> str:
    with pytest.raises(RowError) as caught:
        parse_row(7, line)
    assert caught.value.line == 7
    return str(caught.value)


def test_a_full_row_is_an_indicator_in_its_project():
    record = parse_row(1, json.dumps(FULL))
    project = record.project
    (indicator,) = project.indicators
    assert indicator[:7] == (1, "产出指标", "数量指标", "租赁套数", "租赁周转房套数", "5套", "租赁合同")
    assert (project.name, project.purpose, project.goal, project.unit, project.year) == ("周转房租金", "支付租金", "按时支付", "某局", 2023)
    assert (record.line, record.labels, record.unsure) == (1, {"vague": 0, "mismatched": 1, "boilerplate": 0}, True)


def test_every_key_of_the_contract_is_passed_through_unchanged():
    assert FULL.keys() == KEYS
    assert parse_row(1, json.dumps(FULL)).fields == FULL


def test_a_name_is_enough():
    record = row()
    assert (record.project.name, record.project.budget, record.project.money_unit, record.project.plan) == ("", None, "万元", None)
    assert (record.labels, record.unsure, record.fields) == ({}, False, {"name": "租赁套数"})


@pytest.mark.parametrize(
    ("budget", "amount"),
    [("2.65", "2.65"), ("1,234.50", "1234.50"), (2.65, "2.65"), (5, "5"), ("21600元", "2.16"), ("", None), (None, None)],
)
def test_money_is_a_decimal_string_or_a_number(budget, amount):
    assert row(budget=budget).project.budget == (None if amount is None else Decimal(amount))


def test_a_decimal_number_is_exact():
    assert str(parse_row(1, '{"name": "甲", "budget": 504.10}').project.budget) == "504.10"


@pytest.mark.parametrize("number", ["1e3", "2.5E2", "0.00000001"])
def test_money_may_be_a_number_in_any_form_that_json_has(number):
    assert parse_row(1, f'{{"name": "甲", "budget": {number}}}').project.budget == Decimal(number)


@pytest.mark.parametrize("unit", ["元", "千元", "万元", "亿元"])
def test_money_is_in_the_unit_that_the_row_names(unit):
    project = row(budget="3", budget_unit=unit).project
    assert (project.money_unit, project.budget) == (unit, Decimal(3))


def test_a_number_where_text_belongs_is_its_text():
    (indicator,) = row(value=95, basis=1.50).project.indicators
    assert (indicator.value, indicator.basis) == ("95", "1.5")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param("{", "不是合规的 JSON", id="no JSON"),
        pytest.param("[" * 100_000, "嵌套太深", id="nested too deeply"),
        pytest.param('{"name": "甲", "value": 1' + "0" * 5000 + "}", "数太长", id="number too long"),
        pytest.param(f'{{"name": "{"甲" * LONGEST_LINE}"}}', f"一行超过 {LONGEST_LINE} 字", id="line too long"),
        pytest.param('{"name": "甲\ud800"}', "不是 UTF-8 文本", id="half a character"),
        pytest.param('{"name": "甲", "goal": "乙\\ud800"}', "goal 里有残缺的字符", id="half a character, escaped"),
        pytest.param("[1]", "应为一个 JSON 对象", id="a list"),
        pytest.param('"甲"', "应为一个 JSON 对象", id="a string"),
        pytest.param("{}", "缺少 name", id="no name"),
        pytest.param('{"name": " "}', "缺少 name", id="blank name"),
        pytest.param('{"name": null}', "缺少 name", id="null name"),
        pytest.param('{"name": "甲", "nmae": 1, "Level1": 2}', "不认识的键 Level1、nmae", id="unknown keys"),
        pytest.param('{"name": ["甲"]}', "name 应为文字", id="list as name"),
        pytest.param('{"name": "甲", "value": true}', "value 应为文字", id="true as value"),
        pytest.param('{"name": "甲", "project": {}}', "project 应为文字", id="object as project"),
        pytest.param('{"name": "甲", "budget": "约5万"}', "budget“约5万”不是数", id="budget in words"),
        pytest.param('{"name": "甲", "budget": true}', "budget“True”不是数", id="true as budget"),
        pytest.param('{"name": "甲", "budget": [5]}', "不是数", id="list as budget"),
        pytest.param('{"name": "甲", "budget": NaN}', "不是数", id="no number"),
        pytest.param('{"name": "甲", "budget": -Infinity}', "不是数", id="infinite"),
        pytest.param('{"name": "甲", "budget_unit": "美元"}', "budget_unit 应为 元、千元、万元、亿元 之一，不是“美元”", id="foreign money"),
        pytest.param('{"name": "甲", "vague": 1}', "vague、mismatched、boilerplate 应一起给出", id="one label alone"),
        pytest.param('{"name": "甲", "vague": 2, "mismatched": 0, "boilerplate": 0}', "vague 应为 0 或 1", id="label of 2"),
        pytest.param('{"name": "甲", "vague": 0, "mismatched": "1", "boilerplate": 0}', "mismatched 应为 0 或 1", id="label in quotes"),
        pytest.param('{"name": "甲", "vague": 0, "mismatched": 0, "boilerplate": 0.5}', "boilerplate 应为 0 或 1", id="half a label"),
    ],
)
def test_a_line_that_breaks_the_contract_is_an_error_with_its_number(line, words):
    message = error(line)
    assert message.startswith("第7行：")
    assert words in message


def test_an_exponent_beyond_all_measure_is_an_error_of_its_line():
    assert error('{"name": "甲", "budget": 1e99999999999999999999}').startswith("第7行：")


@pytest.mark.parametrize(
    "field",
    [
        pytest.param('"unsure": "no"', id="unsure in words"),
        pytest.param('"year": "二〇二三"', id="year in words"),
        pytest.param('"year": true', id="true as year"),
        pytest.param('"vague": true, "mismatched": false, "boilerplate": 0', id="true as label"),
        pytest.param('"budget_unit": []', id="list as money unit"),
    ],
)
def test_a_value_of_the_wrong_type_is_an_error_of_its_line(field):
    assert error(f'{{"name": "甲", {field}}}').startswith("第7行：")


def test_bad_lines_do_not_keep_the_others_from_being_read_and_blank_lines_count_as_lines():
    results = list(read_rows(['{"name": "甲"}', "", "{", "  \n", '{"name": "乙"}\n']))
    assert [(type(result), result.line) for result in results] == [(RowRecord, 1), (RowError, 3), (RowRecord, 5)]


VALUES = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=9) | st.lists(st.text())


@settings(max_examples=100, derandomize=True, deadline=None)
@given(fields=st.dictionaries(st.sampled_from(sorted(KEYS)), VALUES))
def test_any_values_give_a_row_or_an_error_of_the_line(fields):
    (result,) = read_rows([json.dumps({"name": "甲", **fields})])
    assert result.line == 1
    assert isinstance(result, RowError) or result.project.indicators[0].name.strip()


@settings(max_examples=100, derandomize=True, deadline=None)
@given(line=st.text(min_size=1).filter(str.strip))
def test_any_line_gives_a_row_or_an_error_of_the_line(line):
    (result,) = read_rows([line])
    assert isinstance(result, RowError)
