"""Which entries of the library may stand at a place of a project, and in what order: the bureau's own, those of the trade, those of the work that is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from classifier.analysis.kinds import kind_of_code
from classifier.rules.base import row
from classifier.suggest.library import Entry, load_general, load_shelf
from classifier.suggest.matching import shared
from classifier.suggest.rank import Ranked, Source, rank, wanted_for
from classifier.suggest.work import lacking
from tests.suggest.projects import QUALITY, QUANTITY, TIMELINESS, analysed

RENT, PURCHASE, DEFENCE = map(kind_of_code, ("K05", "K09", "K26"))
ALARMS = {"name": "综合办-2023人民防空信息化建设资金", "purpose": "安装人防警报器，用于防空警报试鸣工作"}

OWN = """
[[entry]]
id = "{id}"
level2 = "数量指标"
name = "{name}"
description = "台账上的件数"
sign = "="
unit = "件"
fill = "ask"
question = "几件？"
basis = "台账"
words = []
when = []
unless = []
why = "本局的写法"
source = "本局"
"""


def ranked(place: str, source: Source, *rows, **head: object) -> list[Ranked]:
    """The entries for a place of a project, best first, none of its items of work answered yet."""
    project = analysed(*rows, **head)
    return rank(place, source, wanted_for(project, project.rows[0] if rows else None, lacking(project, ())))


def ids(found: list[Ranked], general: bool = False) -> list[str]:
    return [item.entry.id for item in found if item.general == general]


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    """A bureau's own library with an entry of its own and one that stands for a shipped one."""
    entries = OWN.format(id="本局-01", name="本局台账件数") + OWN.format(id=load_shelf("K05").entries[0].id, name="改写件数")
    (tmp_path / "K05.toml").write_text('kind = "K05"\n' + entries, encoding="utf-8")
    return tmp_path


# ---- sure and doubtful kinds -------------------------------------------------------------------------------------


def test_sure_kind_gives_its_own_shelf_whether_or_not_an_entry_speaks_of_the_project():
    found = ranked(QUALITY, Source((PURCHASE,), True), name="购置", purpose="")
    assert set(ids(found)) == {entry.id for entry in load_shelf("K09", place=QUALITY).entries if not entry.when}


def test_kind_in_doubt_gives_only_entries_that_speak_of_the_project():
    doubtful = ranked(QUANTITY, Source((PURCHASE, DEFENCE), False), **ALARMS)
    of_the_trade = [item.entry for item in doubtful if not item.general]
    assert "人防警报器安装数量" in {entry.name for entry in of_the_trade}
    work = ALARMS["name"] + ALARMS["purpose"]
    assert [entry.name for entry in of_the_trade if not shared(entry.name + "\n" + "\n".join(entry.words), work)] == []


def test_same_kind_gives_more_where_it_is_sure():
    doubtful, sure = (set(ids(ranked(QUALITY, Source((PURCHASE,), is_sure), **ALARMS))) for is_sure in (False, True))
    assert doubtful < sure


def test_kind_that_comes_near_is_asked_too_but_only_where_the_kind_is_in_doubt():
    found = ranked(TIMELINESS, Source((PURCHASE, DEFENCE), False), **ALARMS)
    assert {item.entry.id[:3] for item in found if not item.general} <= {"K09", "K26"}
    assert {item.entry.id[:3] for item in ranked(TIMELINESS, Source((PURCHASE,), True), **ALARMS) if not item.general} == {"K09"}


def test_project_of_no_kind_gets_the_general_shelf():
    found = ranked(QUALITY, Source((), False), name="其他资金", purpose="")
    assert ids(found) == []
    assert ids(found, general=True)


def test_reasons_against_a_place_are_given_only_where_the_kind_is_sure():
    assert Source((RENT,), True).discouraged("生态效益指标")
    assert Source((RENT,), True).discouraged(QUANTITY) == ""
    assert Source((RENT,), False).discouraged("生态效益指标") == ""


# ---- work --------------------------------------------------------------------------------------------------------


def general(place: str, *rows, **head: object) -> list[Entry]:
    """The general entries that a project of no kind is offered."""
    return [item.entry for item in ranked(place, Source((), False), *rows, **head) if item.general]


def told_by(entries: list[Entry], word: str, title: str = "") -> list[str]:
    """Those that are kept for a word of work and for nothing in a title."""
    return [entry.id for entry in entries if word in entry.when and not any(other in title for other in entry.when)]


@pytest.mark.parametrize("place", [QUANTITY, QUALITY, TIMELINESS])
def test_general_entries_are_for_any_work_or_for_what_is_done(place: str):
    found = general(place, name="路灯购置", purpose="")
    assert told_by(found, "购置")
    assert [entry.id for entry in found if entry.when and not any(word in "路灯购置" for word in entry.when)] == []


def test_no_entry_is_offered_whose_counter_word_the_project_holds():
    barred = {entry.id for entry in load_general(QUANTITY).entries if any(word in "政府购买服务、购置" for word in entry.unless)}
    assert barred & {entry.id for entry in general(QUANTITY, name="路灯购置", purpose="")}
    assert not barred & {entry.id for entry in general(QUANTITY, name="路灯购置", purpose="政府购买服务、购置")}


def test_general_entry_goes_by_the_title_and_not_by_means_that_the_purpose_names_later():
    assert told_by(general(QUANTITY, name="路灯购置", purpose=""), "购置")
    assert told_by(general(QUANTITY, name="路灯维修", purpose="维修路灯，需购置材料"), "购置", "路灯维修") == []


def test_general_entry_goes_by_the_drafters_row_too():
    head = {"name": "业务经费", "purpose": ""}
    assert told_by(general(QUANTITY, row(QUANTITY, "完成率", "≥95%"), **head), "购置") == []
    assert told_by(general(QUANTITY, row(QUANTITY, "设备购置完成率", "≥95%"), **head), "购置")


def test_entry_for_work_that_no_row_answers_comes_first():
    head = {"name": "综合办-2023官网运行维护、等保测评、升级改造资金", "purpose": "用于官网维护、测评、改造等"}
    source = Source((kind_of_code("K07"),), True)
    project = analysed(**head)
    open_work = lacking(project, ("官网运行维护月数", "官网改造模块数"))
    first = rank(QUANTITY, source, wanted_for(project, None, open_work))[0].entry
    assert "测评" in first.name
    assert [item.text for item in open_work] == ["等保测评"]


def test_entry_of_the_trade_comes_before_a_general_one_that_fits_no_better():
    found = ranked(QUANTITY, Source((PURCHASE,), True), **ALARMS)
    assert not found[0].general
    assert any(item.general for item in found)


# ---- the bureau's own library ------------------------------------------------------------------------------------


@pytest.mark.parametrize("sure", [True, False])
def test_entries_of_the_bureau_come_first_even_where_the_kind_is_in_doubt(sure: bool, bureau: Path):
    found = ranked(QUANTITY, Source((RENT,), sure, bureau), name="周转房租金", purpose="")
    assert {item.entry.name for item in found[:2]} == {"本局台账件数", "改写件数"}


def test_entry_of_the_bureau_stands_for_the_shipped_one_of_its_id(bureau: Path):
    shipped = load_shelf("K05").entries[0]
    found = ranked(shipped.level2, Source((RENT,), True, bureau), name="周转房租金", purpose="")
    assert [item.entry.name for item in found if item.entry.id == shipped.id] == ["改写件数"]


def test_general_shelf_stays_behind_the_bureaus_entries(bureau: Path):
    found = ranked(QUANTITY, Source((RENT,), True, bureau), name="周转房租金", purpose="")
    assert set(ids(found, general=True)) <= {entry.id for entry in load_general(QUANTITY).entries}
