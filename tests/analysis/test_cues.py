"""Covers classifier.analysis.cues: every cue's declared hits and misses, the order of the cues, and how a cue is declared."""

from __future__ import annotations

import re

import pytest

from classifier.analysis.analyse import analyse_draft
from classifier.analysis.cues import find_cues, load_cues
from classifier.analysis.cues.base import REGISTRY, CueRule, Example, Row, cue, ex
from classifier.analysis.normalise import squeeze
from classifier.types import Draft
from tests.analysis.rows import build_row

RULES = load_cues().values()
HITS = [pytest.param(rule, example, id=f"{rule.code}-{example['name']}-{example['value']}") for rule in RULES for example in rule.hits]
MISSES = [pytest.param(rule, example, id=f"{rule.code}-{example['name']}-{example['value']}") for rule in RULES for example in rule.misses]


@pytest.mark.parametrize(("rule", "example"), HITS)
def test_cue_hits_its_example(rule: CueRule, example: Example) -> None:
    signal = rule.signal(build_row(**example))

    assert signal is not None
    assert (signal.code, signal.name) == (rule.code, rule.name)


@pytest.mark.parametrize(("rule", "example"), HITS)
def test_words_of_a_hit_stand_in_the_field_that_it_names(rule: CueRule, example: Example) -> None:
    signal = rule.signal(build_row(**example))

    assert signal is not None
    assert signal.text
    assert signal.text in example[signal.field]


@pytest.mark.parametrize(("rule", "example"), MISSES)
def test_cue_stays_silent_on_what_only_looks_alike(rule: CueRule, example: Example) -> None:
    assert rule.signal(build_row(**example)) is None


@pytest.mark.parametrize("rule", RULES, ids=load_cues().keys())
def test_cue_has_a_code_of_the_catalogue_a_chinese_name_and_both_kinds_of_example(rule: CueRule) -> None:
    assert re.fullmatch(r"[A-Z]\d{3}", rule.code)
    assert re.search(r"[\u4e00-\u9fff]", rule.name)
    assert rule.hits
    assert rule.misses


def test_cues_are_loaded_in_the_order_of_their_codes() -> None:
    assert list(load_cues()) == sorted(REGISTRY)


def test_names_of_cues_are_all_different() -> None:
    names = [rule.name for rule in RULES]

    assert sorted(set(names)) == sorted(names)


def test_cues_of_a_row_come_in_the_order_of_their_codes() -> None:
    found = find_cues(build_row("时效指标", "保障工作时效性", "≥95%", project="周转房租金", basis="保障时间"))

    assert [signal.code for signal in found] == ["B008", "C010", "M008", "N015"]


def test_row_without_fault_sets_off_only_the_cue_of_shared_words() -> None:
    row = build_row("数量指标", "警报器安装数量", "2套", project="警报器安装", basis="2023年警报器采购合同")

    assert [signal.code for signal in find_cues(row)] == ["R017"]


def test_every_cue_of_the_example_draft_quotes_its_row(example: Draft) -> None:
    rows = [row for project in analyse_draft(example).projects for row in project.rows]

    assert len(rows) == 189
    assert [(row.indicator, signal) for row in rows for signal in row.cues if squeeze(signal.text) not in squeeze(getattr(row.indicator, signal.field))] == []


def test_code_can_be_declared_once_only() -> None:
    taken = load_cues()["M001"]

    with pytest.raises(ValueError, match="M001 is declared twice"):
        cue("M001", "另一个", hits=[], misses=[])(lambda row: None)
    assert REGISTRY["M001"] is taken


def test_example_row_has_every_field_that_it_is_given() -> None:
    assert ex("数量指标", "维修处数", basis="合同") == {"level2": "数量指标", "name": "维修处数", "value": "", "basis": "合同"}


@pytest.mark.parametrize(
    ("name", "bare"), [("质量合格率(%)", "质量合格率"), ("质量合格率（ % ）", "质量合格率"), ("（一）质量合格率", "(一)质量合格率"), ("质量", "质量")]
)
def test_bare_name_drops_a_remark_in_brackets(name: str, bare: str) -> None:
    assert build_row("质量指标", name).bare_name == bare


@pytest.mark.parametrize(
    ("row", "rate"),
    [
        (build_row("质量指标", "合格率", "≥95%"), True),
        (build_row("质量指标", "合格率", "≥95质量指标"), True),
        (build_row("数量指标", "人数", "1人数"), False),  # a count with its name for a unit
        (build_row("成本指标", "总成本", "6.13实际总成本"), False),
        (build_row("质量指标", "合格数", "95件"), False),
        (build_row("质量指标", "合格数", "95"), False),
        (build_row("质量指标", "合格率", "较高"), False),
    ],
    ids=lambda value: value.value.text if isinstance(value, Row) else "",
)
def test_rate_is_a_percentage_or_a_phrase_where_percent_was_meant(row: Row, rate: bool) -> None:
    assert row.is_rate is rate


@pytest.mark.parametrize(("description", "wording"), [("漏雨屋面", "维修数量|漏雨屋面"), ("维修数量", "维修数量"), ("", "维修数量")])
def test_wording_joins_name_and_a_description_that_adds_something(description: str, wording: str) -> None:
    assert build_row("数量指标", "维修数量", description=description).wording == wording
