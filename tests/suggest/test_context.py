"""What proposals are made with: the kinds that a project may be of, the findings that ask for a proposal, and the table as it is settled row by row."""

from __future__ import annotations

import pytest

from classifier.analysis.kinds import kind_of_code
from classifier.rules.base import row
from classifier.suggest.build import GENERAL
from classifier.suggest.context import by_row, source_for, with_row
from classifier.suggest.matching import shared
from classifier.suggest.propose import propose_for_project
from classifier.types import Draft, Finding, Indicator
from tests.suggest.projects import QUALITY, QUANTITY, analysed, context_for, context_of

SLOGAN = row(QUALITY, "质量合格率", "≥95%")
ROOMS = row(QUANTITY, "租用周转房套数", "3套", "租用的周转房套数", "租赁合同")


def finding(number: int | None, severity: str, code: str = "D001") -> Finding:
    return Finding(code, severity, 1, number, "value", "", "")


# ---- kinds -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "purpose", "code"), [("2024年周转房租金", "用于干部房租", "K05"), ("法律顾问服务费", "聘请律师", "K12")])
def test_kind_that_name_and_purpose_agree_on_is_sure(name: str, purpose: str, code: str):
    source = source_for(analysed(name=name, purpose=purpose))
    assert (source.kinds[0].code, source.sure) == (code, True)


@pytest.mark.parametrize(("name", "purpose"), [("工作经费", ""), ("业务经费", "人民防空业务经费"), ("路灯维修", "")])
def test_kind_that_hardly_leads_is_in_doubt_and_the_nearest_are_named(name: str, purpose: str):
    source = source_for(analysed(name=name, purpose=purpose))
    assert not source.sure
    assert 1 <= len(source.kinds) <= 3


@pytest.mark.parametrize("name", ["专项工作经费", "工作经费", "其他资金", "专项资金"])
def test_name_that_says_nothing_leaves_the_kind_in_doubt(name: str):
    assert not source_for(analysed(name=name, purpose="")).sure


@pytest.mark.parametrize("name", ["xyz", ""])
def test_name_without_any_known_word_has_no_kind_at_all(name: str):
    source = source_for(analysed(name=name, purpose=""))
    assert (source.kinds, source.sure, source.kind) == ((), False, "")


def test_kind_that_is_given_is_sure_whatever_the_project_says():
    source = source_for(analysed(name="2024年周转房租金"), kind_of_code("K26"))
    assert (source.kinds, source.sure) == ((kind_of_code("K26"),), True)


def test_project_in_doubt_gets_what_speaks_of_it_and_general_wordings_that_say_so(model, example_draft: Draft):
    head = example_draft.projects[12]
    context = context_for(head, model)
    assert not context.source.sure
    about = head.name + head.purpose + "".join(line.name + line.description for line in head.indicators)
    offered = [s for found in propose_for_project(context, context.findings).values() for s in found if s.action == "replaced"]
    assert any(suggestion.why.partition("；原指标值：")[0].endswith(GENERAL) for suggestion in offered)
    strange = [s.name for s in offered if GENERAL not in s.why and not shared(s.name + "\n" + s.description, about)]
    assert strange == []


# ---- findings ----------------------------------------------------------------------------------------------------


def test_findings_are_told_by_row_in_their_order():
    first, second = finding(2, "error"), finding(2, "warning", "W003")
    assert by_row([first, finding(1, "warning"), second])[2] == (first, second)


def test_hints_and_findings_outside_the_rows_ask_for_no_proposal():
    assert by_row([finding(1, "hint"), finding(None, "error")]) == {}


# ---- settled rows ------------------------------------------------------------------------------------------------


def test_row_takes_the_place_of_that_of_its_number():
    project = analysed(SLOGAN, ROOMS, name="周转房租金")
    (mended,) = analysed(row(QUALITY, "房屋查验合格率", "=100%"), name="周转房租金").rows
    names = [line.indicator.name for line in with_row(project, mended).rows]
    assert names == ["房屋查验合格率", "租用周转房套数"]


def test_row_of_a_further_number_stands_behind_the_last():
    project = analysed(SLOGAN, name="周转房租金")
    line = analysed(ROOMS, name="周转房租金").rows[0]
    added = with_row(project, line._replace(indicator=line.indicator._replace(row=2)))
    assert [one.name for one in added.project.indicators] == ["质量合格率", "租用周转房套数"]
    assert [one.indicator for one in added.rows] == list(added.project.indicators)


def test_settled_row_is_clean_from_then_on(model):
    context = context_of(model, SLOGAN, ROOMS, name="周转房租金")
    assert [line.indicator.row for line in context.clean_rows()] == [2]
    settled = context.settled(Indicator(1, "产出指标", QUALITY, "房屋查验合格率", "", "=100%"))
    assert [line.indicator.name for line in settled.clean_rows()] == ["房屋查验合格率", "租用周转房套数"]
    assert [line.indicator.row for line in context.clean_rows()] == [2]
