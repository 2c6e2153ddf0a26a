"""How a proposed row is made: the row kept, a fact of the purpose, a price of one, an entry of the library, or the proposal that the row should go."""

from __future__ import annotations

import re

import pytest

from classifier.analysis.normalise import squeeze
from classifier.rules.base import row
from classifier.suggest.build import GENERAL, drop, from_entry, from_facts, from_repair, from_unit_price, keep, name_object
from classifier.suggest.filled import Repair
from classifier.suggest.library import Entry
from classifier.types import FIELDS, Suggestion
from tests.suggest.projects import COST, QUANTITY, SATISFACTION, SOCIAL, analysed

ENTRY = Entry(
    "K24-01", QUANTITY, "{object}维修盏数", "修好亮起的{object}盏数", "≥", "盏", "ask", "{object}维修台账", "修几盏写几盏", "来源", (), (), (),
    object="灯具", question="修几盏？",
)  # fmt: skip


def offered(place: str, purpose: str, *rows) -> list[tuple[str, str]]:
    """The names and values of the rows that a purpose gives at a place."""
    return [(found.name, found.value) for found in from_facts(place, None, analysed(*rows, name="", purpose=purpose))]


def untraced(suggestion: Suggestion) -> set[str]:
    """The numbers of a proposal without an origin."""
    text = "\n".join((suggestion.name, suggestion.description, suggestion.value, suggestion.basis))
    return set(re.findall(r"\d+(?:\.\d+)?", text)) - {trace.digits for trace in suggestion.trace}


# ---- kept and dropped --------------------------------------------------------------------------------------------


def test_kept_row_is_the_row_to_the_letter_with_the_origin_of_its_numbers():
    indicator = row(QUANTITY, "培训2期", "≥120人", "每期60人", "2023年计划", level1="产出指标")
    kept = keep(indicator)
    assert (kept.action, kept.ready) == ("kept", True)
    assert [getattr(kept, field) for field in FIELDS] == [getattr(indicator, field) for field in FIELDS]
    assert untraced(kept) == set()


def test_effect_goes_with_the_reason_of_its_kind():
    (line,) = analysed(row("生态效益指标", "生态效益增长率", "≥95%")).rows
    dropped = drop(line, "租房与生态环境无关")
    assert dropped is not None
    assert (dropped.action, dropped.why, dropped.ready) == ("dropped", "租房与生态环境无关", True)


def test_effect_without_a_known_reason_goes_only_if_the_drafter_says_so():
    (line,) = analysed(row(SOCIAL, "社会效益增长率", "≥95%")).rows
    dropped = drop(line, "")
    assert dropped is not None
    assert (dropped.action, dropped.ready) == ("dropped", False)
    assert [trace.ref for trace in dropped.trace if trace.origin == "slot"] == ["本项目有没有可核实的这类效果？"]


@pytest.mark.parametrize("place", [QUANTITY, COST, SATISFACTION])
def test_output_and_satisfaction_never_go(place: str):
    (line,) = analysed(row(place, "工作完成率", "≥95%")).rows
    assert drop(line, "不必设") is None


# ---- what the purpose states -------------------------------------------------------------------------------------


def test_quantity_of_the_purpose_that_the_table_lacks_makes_a_row():
    assert offered(QUANTITY, "安装警报器2套、培训电工8人") == [("警报器数量", "=2套"), ("电工人数", "=8人")]


def test_quantity_that_the_table_has_already_makes_none():
    assert offered(QUANTITY, "安装警报器2套、培训电工8人", row(QUANTITY, "设备数量", "2套")) == [("电工人数", "=8人")]


@pytest.mark.parametrize("purpose", ["其中：安装警报器2套", "共12个村", "合格率95%", "3个月内完成"], ids=["a part", "no noun", "a rate", "a time"])
def test_number_that_counts_nothing_of_its_own_makes_no_quantity(purpose: str):
    assert offered(QUANTITY, purpose) == []


def test_number_in_the_goal_or_the_name_makes_no_row():
    project = analysed(name="安装警报器2套", goal="培训电工8人")
    assert list(from_facts(QUANTITY, None, project)) == []


def test_people_who_benefit_are_an_effect_and_no_output():
    assert offered(SOCIAL, "供水覆盖居民300户") == [("受益居民户数", "≥300户")]
    assert offered(QUANTITY, "供水覆盖居民300户") == []
    assert offered(SOCIAL, "培训电工8人") == []


def test_so_many_for_each_are_not_all_who_benefit():
    assert offered(SOCIAL, "每村惠及30人") == []


def test_price_of_the_purpose_makes_a_ceiling_and_an_amount_of_it_none():
    assert offered(COST, "检测费0.3万元/批次、交通费2万元") == [("检测费单价", "≤0.3万元/批次")]
    assert offered(COST, "每人每月补助500元") == [("每人每月费用标准", "≤500元/人·月")]


def test_row_of_the_purpose_quotes_it_and_every_number_is_traced_to_it():
    (made,) = from_facts(QUANTITY, None, analysed(name="", purpose="开办培训班2期（每期40人）"))
    assert "培训班2期(每期40人)" in made.description
    assert untraced(made) == set()
    assert {trace.ref.partition("（")[0] for trace in made.trace} == {"资金用途"}


def test_row_of_the_purpose_stands_under_the_drafters_levels_or_the_usual_ones():
    project = analysed(row(QUANTITY, "数量完成率", "≥95%", level1="项目产出"), name="", purpose="安装警报器2套")
    (replaced,) = from_facts(QUANTITY, project.rows[0], project)
    (added,) = from_facts(QUANTITY, None, project)
    assert (replaced.action, replaced.level1, replaced.level2) == ("replaced", "项目产出", QUANTITY)
    assert (added.action, added.level1, added.level2) == ("added", "产出指标", QUANTITY)


# ---- unit price --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("counted", "ready"), [("人防警报器数量", True), ("设备校准数量", False)])
def test_price_of_one_is_ready_only_where_the_quantity_counts_just_that(counted: str, ready: bool):
    project = analysed(row(QUANTITY, counted, "2套"), row(COST, "及时性", "3.75万元"), name="设备购置", purpose="购置人防警报器", budget="7.50")
    price = from_unit_price(project, "K09", project.rows[1], project.rows[0], "恰为预算数")
    assert (price.name, price.value, price.why, price.ready) == ("人防警报器单位成本", "≤3.75万元/套", "恰为预算数", ready)
    assert any(trace.origin == "slot" for trace in price.trace) != ready


# ---- repairs -----------------------------------------------------------------------------------------------------


def test_numbers_that_stay_in_a_repaired_name_are_traced_to_it():
    (line,) = analysed(row(QUANTITY, "指标1：调演2场", "100%")).rows
    repaired = from_repair(line, Repair("=2场", "名称里的数量移到指标值", (), name="指标1：调演场次"))
    assert [(trace.digits, trace.ref.partition("（")[0]) for trace in repaired.trace] == [("1", "原文")]
    assert untraced(repaired._replace(value="")) == set()


# ---- entries -----------------------------------------------------------------------------------------------------


def test_entry_speaks_of_the_projects_own_thing_in_name_description_and_evidence():
    made = from_entry(ENTRY, None, analysed(name="设备购置", purpose="购置人防警报器"), "K09")
    assert (made.name, made.description, made.basis) == ("人防警报器维修盏数", "修好亮起的人防警报器盏数", "人防警报器维修台账")


def test_entry_keeps_its_own_noun_where_the_project_names_none():
    assert from_entry(ENTRY, None, analysed(name="其他资金"), "K09").name == "灯具维修盏数"


def test_entry_of_the_general_shelf_says_so_and_takes_the_projects_title():
    made = from_entry(ENTRY, None, analysed(name="综合办-2023年景观桥维修资金"), "", general=True)
    assert (squeeze(made.name), made.why) == ("景观桥维修盏数", "修几盏写几盏" + GENERAL)
    assert from_entry(ENTRY, None, analysed(name="景观桥维修"), "K10").why == "修几盏写几盏"


@pytest.mark.parametrize(
    ("subject", "name"), [("书记员薪酬", "书记员薪酬到账率"), ("书记员", "书记员薪酬到账率")], ids=["ends as the pattern goes on", "does not"]
)
def test_word_with_which_the_thing_ends_and_the_pattern_goes_on_is_said_once(subject: str, name: str):
    assert name_object("{object}薪酬到账率", subject) == name
