"""A whole table redrafted: sound rows kept or tidied, faulty ones mended so that they fit each other, what the kind must carry added, and no number made up."""

from __future__ import annotations

import re

import pytest

from classifier.analysis.kinds import REQUIRED, load_kinds
from classifier.rules.base import another, row
from classifier.suggest.recheck import PROBE_NUMBER
from classifier.suggest.request import Wish, suggest_for_draft
from classifier.types import Answer, Draft, Indicator, RowAnswer, Suggestion
from tests.suggest.projects import COST, QUALITY, QUANTITY

ROOMS = row(QUANTITY, "租用周转房套数", "3套", "租用的周转房套数", "租赁合同")
TOTAL = row(COST, "租金总成本", "4.32万元", "全年房租", "租赁合同")
SLOGANS = (row(QUALITY, "质量合格率", "≥95%"), row(QUALITY, "质量达标率", "≥95%"))
RENT = {"name": "2024年周转房租金", "purpose": "用于干部房租", "budget": "4.32", "year": 2024}


@pytest.fixture
def redraft(model):
    """Redraft a table of these rows."""

    def redraft(*rows: Indicator, wish: Wish | None = None, **head: object) -> Answer:
        draft = Draft("", year=2024, projects=(another(*rows, **head),))
        return suggest_for_draft(draft, 1, None, model, wish or Wish())

    return redraft


def taken(answer: Answer) -> list[Suggestion]:
    """The rows of the new table, the dropped ones among them."""
    return [line.suggestions[0] for line in answer.rows if line.suggestions]


def added(answer: Answer) -> list[RowAnswer]:
    return [line for line in answer.rows if line.row is None]


# ---- rows that stand there ---------------------------------------------------------------------------------------


def test_rows_are_answered_in_their_order_and_added_ones_come_last(redraft):
    answer = redraft(ROOMS, TOTAL, *SLOGANS, **RENT)
    numbers = [line.row for line in answer.rows]
    assert numbers[:4] == [1, 2, 3, 4]
    assert set(numbers[4:]) == {None}


def test_sound_row_is_kept_and_one_with_a_mere_flaw_of_form_is_tidied(redraft):
    rooms, total = taken(redraft(ROOMS, TOTAL, **RENT))[:2]
    assert (rooms.action, rooms.value) == ("kept", "3套")
    assert (total.action, total.name, total.value, total.ready) == ("repaired", "租金总成本", "≤4.32万元", True)


def test_two_rows_with_one_fault_get_rows_of_their_own(redraft):
    first, second = (line.suggestions[0] for line in redraft(*SLOGANS, **RENT).rows[:2])
    assert (first.action, second.action) == ("replaced", "replaced")
    assert first.name != second.name


def test_effect_that_the_kind_should_not_have_goes_and_is_not_added_again(redraft):
    answer = redraft(ROOMS, row("生态效益指标", "生态效益增长率", "≥95%"), **RENT)
    assert [line.action for line in taken(answer) if line.level2 == "生态效益指标"] == ["dropped"]


@pytest.mark.parametrize("top", [1, 2, 3])
def test_no_row_has_more_proposals_than_asked_for(top: int, redraft):
    answer = redraft(ROOMS, *SLOGANS, wish=Wish(top=top), **RENT)
    assert max(len(line.suggestions) for line in answer.rows) == top


# ---- rows that the table lacks -----------------------------------------------------------------------------------


def test_places_that_a_sure_kind_must_carry_are_added(redraft):
    answer = redraft(ROOMS, **RENT)
    required = {place for place, status in load_kinds()[answer.kind.code].places.items() if status == REQUIRED}
    assert {line.suggestions[0].level2 for line in added(answer)} == required - {QUANTITY}


def test_nothing_is_added_for_a_kind_in_doubt(redraft):
    answer = redraft(row(QUANTITY, "编发信息期数", "≥12期", "编发的工作信息期数", "信息底稿"), name="工作经费", purpose="", budget="5")
    assert answer.nearest
    assert added(answer) == []


def test_every_item_of_work_without_a_row_gets_a_quantity(redraft):
    website = {"name": "官网运行维护、等保测评、升级改造", "purpose": "", "budget": "20"}
    answer = redraft(row(QUANTITY, "官网运行维护月数", "12个月", "", "运维合同"), **website)
    quantities = [line.suggestions[0].name for line in added(answer) if line.suggestions[0].level2 == QUANTITY]
    assert [any(verb in name for name in quantities) for verb in ("测评", "改造")] == [True, True]
    assert not any("维护" in name for name in quantities)


# ---- numbers -----------------------------------------------------------------------------------------------------


def test_goal_holds_what_the_new_table_holds(redraft):
    goal = redraft(ROOMS, TOTAL, *SLOGANS, **RENT).goal
    assert goal is not None
    assert "租用周转房套数3套" in goal.text
    assert set(re.findall(r"\d+(?:\.\d+)?", goal.text)) <= {trace.digits for trace in goal.trace}


ALARMS = {"name": "人防警报器购置", "purpose": "购置人防警报器", "budget": "8", "year": 2024}


def test_figure_that_only_fills_a_slot_for_the_check_is_no_number_of_the_draft(redraft):
    answer = redraft(row(QUANTITY, "数量完成率", "≥98%"), row(COST, "单位成本", "≥98%"), **ALARMS)
    assert "【待填" in answer.rows[0].suggestions[0].value
    refs = [trace.ref for line in answer.rows for suggestion in line.suggestions for trace in suggestion.trace]
    assert [ref for ref in refs if f"={PROBE_NUMBER}" in ref] == []


def test_count_that_stands_in_the_draft_is_reckoned_with(redraft):
    answer = redraft(row(QUANTITY, "人防警报器购置台数", "4台", "到货台数", "合同"), row(COST, "单位成本", "≥98%"), **ALARMS)
    assert "≤2万元/台" in {suggestion.value for suggestion in answer.rows[1].suggestions}
