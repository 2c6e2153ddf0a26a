"""Covers classifier.analysis.values: every form of 指标值 in the tables of values.toml and draft_values.toml, read as a reviewer reads it."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from classifier.analysis.values import find_unit, parse_value, unit_kind, value_in_name
from classifier.types import Draft, Value

FILES = ("values.toml", "draft_values.toml")
TABLES = {key: table for file in FILES for key, table in tomllib.loads(Path(__file__).with_name(file).read_text(encoding="utf-8")).items()}
ENTRIES = [entry for table in TABLES.values() for entry in table]


def _case(entry: list[str]) -> object:
    """One line of the table as a test."""
    return pytest.param(*entry, id=entry[0].strip() or f"blank{len(entry[0])}")


@pytest.mark.parametrize(("text", "sign", "amount", "unit", "measure", "kind"), [_case(entry) for entry in ENTRIES])
def test_value_is_read_as_a_reviewer_reads_it(text: str, sign: str, amount: str, unit: str, measure: str, kind: str) -> None:
    expected = Value(text, sign, Decimal(amount) if amount else None, unit, measure, kind)  # type: ignore[arg-type]

    assert parse_value(text) == expected


def test_range_of_amounts_is_no_date() -> None:
    assert parse_value("2012.5-2013.5万元").kind == "money"


def test_table_of_values_names_each_value_once() -> None:
    texts = [entry[0] for entry in ENTRIES]

    assert len(texts) >= 120
    assert [text for text in texts if texts.count(text) > 1] == []


def test_table_of_values_holds_every_value_of_the_example_draft(example: Draft) -> None:
    written = {row.value for project in example.projects for row in project.indicators}

    assert written == {entry[0] for entry in TABLES["draft"]}


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [("≥９５％", "≥95%"), ("＜１０分钟", "<10分钟"), ("２台（套）", "2台(套)"), ("１，２００万元", "1,200万元")],
)
def test_full_width_value_is_read_like_its_half_width_form(wide: str, narrow: str) -> None:
    assert parse_value(wide)._replace(text="", unit="") == parse_value(narrow)._replace(text="", unit="")
    assert parse_value(narrow).amount is not None


def test_value_keeps_the_cell_as_written() -> None:
    assert parse_value(" ≧ 95 ％ ").text == " ≧ 95 ％ "


def test_amount_is_exact_not_a_binary_fraction() -> None:
    assert str(parse_value("504.26万元").amount) == "504.26"


@pytest.mark.parametrize(
    ("text", "unit"),
    [("万元/人", "万元"), ("元", "元"), ("个百分点", "个百分点"), ("个", "个"), ("平方公里", "平方公里"), ("平方", "平方"), ("不知所云", ""), ("", "")],
)
def test_longest_unit_at_the_start_of_a_text_is_found(text: str, unit: str) -> None:
    assert find_unit(text) == unit


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("万元", "money"),
        ("元/人·月", "money"),
        ("人/年", "count"),
        ("微克/立方米", "count"),
        ("个工作日", "time"),
        ("%", "percent"),
        ("人次", "count"),
        ("质量指标", None),
        ("", None),
    ],
)
def test_unit_tells_the_kind_of_value(unit: str, kind: str | None) -> None:
    assert unit_kind(unit) == kind


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("年度资金支付完成率100%", "100%"),
        ("完成道路建设491米", "491米"),
        ("村组干部230人", "230人"),
        ("满意度95%以上", "95%以上"),
        ("质量达标率≥98％", "≥98%"),
        ("满意度（≥95%）", "≥95%"),
        ("培训不少于3次", "不少于3次"),
    ],
)
def test_value_at_the_end_of_a_name_is_found(name: str, text: str) -> None:
    assert value_in_name(name) == parse_value(text)
    assert parse_value(text).amount is not None


@pytest.mark.parametrize(
    "name",
    [
        "",
        "道路建设",
        "苗木成活率(≥**%)",  # a template's placeholder
        "2023年农村公路建设工程验收",
        "指标1:合格率",  # the number of the row
        "G95高速养护",
    ],
)
def test_name_without_a_value_at_its_end_has_none(name: str) -> None:
    assert value_in_name(name).kind == "empty"
