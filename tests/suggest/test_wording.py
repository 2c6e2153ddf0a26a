"""The word lists of proposals: the unit that a name implies, the unit that is usual for it, the name that a counted thing gets; and the file's form."""

from __future__ import annotations

from pathlib import Path

import pytest

from classifier.analysis.values import find_unit
from classifier.errors import DataError
from classifier.suggest import wording
from classifier.suggest.wording import actions, counted_name, implied_unit, usual_unit, words

# ---- units -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("会议次数", "次"),
        ("企业数量", "家"),
        ("参训人数", "人"),
        ("调演场次", "场"),
        ("学校数量", "所"),
        ("抽检批次", "批次"),
        ("出租占比", "%"),
        ("出具报告", "份"),
        ("公务车辆数", "辆"),
    ],
)
def test_name_implies_its_unit_where_nothing_else_is_counted_so(name: str, unit: str):
    assert implied_unit(name) == unit


@pytest.mark.parametrize("name", ["维修面积", "护栏长度", "采购批次", "设备数量", "召开会议", "法律服务", ""])
def test_name_that_leaves_a_choice_implies_no_unit(name: str):
    assert implied_unit(name) == ""


@pytest.mark.parametrize(("name", "unit"), [("召开会议", "次"), ("消防演练", "次"), ("宣传活动", "场"), ("干部培训", "期"), ("设备数量", "个")])
def test_name_has_a_usual_unit_that_is_only_asked_about(name: str, unit: str):
    assert (implied_unit(name), usual_unit(name)) == ("", unit)


@pytest.mark.parametrize("name", ["护栏长度", "法律服务", "屋面防水", ""])
def test_name_that_may_be_counted_in_anything_has_no_usual_unit(name: str):
    assert usual_unit(name) == ""


def test_longest_end_of_a_name_decides():
    assert usual_unit("现场会") == "次"
    assert usual_unit("招聘会") == "场"


# ---- names -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("noun", "unit", "name"),
    [
        ("参训学员", "人", "参训学员人数"),
        ("参训学员", "人次", "参训学员人次"),
        ("护栏", "米", "护栏长度"),
        ("屋面防水", "平方米", "屋面防水面积"),
        ("调演", "场", "调演场次"),
        ("法律意见书", "份", "法律意见书份数"),
        ("逆变焊机", "台", "逆变焊机数量"),
        ("公交运行", "万台次", "公交运行数量"),
    ],
)
def test_counted_thing_is_named_after_thing_and_unit(noun: str, unit: str, name: str):
    assert counted_name(noun, unit) == name


@pytest.mark.parametrize("noun", ["参训人数", "绿化面积", "业务量", "路灯数量"])
def test_noun_that_says_already_how_it_is_counted_stays(noun: str):
    assert counted_name(noun, "个") == noun


# ---- the lists ---------------------------------------------------------------------------------------------------


def test_words_of_a_list_come_longest_first():
    found = words("title_ends")
    assert list(found) == sorted(found, key=len, reverse=True)


@pytest.mark.parametrize("name", ["noun_openings", "noun_ends", "no_noun", "activity", "counting", "title_ends", "benefiting"])
def test_no_list_is_empty_or_holds_an_empty_word(name: str):
    assert words(name)
    assert all(words(name))


def test_verb_belongs_to_one_group_of_work():
    verbs = [verb for group in actions() for verb in group]
    assert len(set(verbs)) == len(verbs)


def test_every_suggested_unit_is_one_that_a_value_is_read_with():
    ends = [end for table in ("implied_units", "usual_units") for found in wording._table(table).values() for end in found]
    assert {unit for end in ends if (unit := implied_unit(end) or usual_unit(end)) and find_unit(unit) != unit} == set()


SOUND = wording.PATH.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("activity = [", "activities = [", "不认识的键 activities"),
        ('benefiting = ["受益"', 'beneficial = ["受益"', "不认识的键 beneficial"),
        ('benefiting = ["受益", "惠及", "覆盖", "供", "服务于", "解决", "使用"]', 'benefiting = "受益"', "键 benefiting 的类型不对"),
        ("[usual_units]", "[other_units]", "不认识的键 other_units"),
        ("[suffixes]", "[suffixes", "不是合规的 TOML"),
    ],
    ids=["misspelt list", "unknown list", "word for a list", "unknown table", "no TOML"],
)
def test_broken_file_of_words_is_refused(old: str, new: str, complaint: str, tmp_path: Path, monkeypatch):
    assert old in SOUND
    path = tmp_path / "wording.toml"
    path.write_text(SOUND.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(wording, "PATH", path)

    with pytest.raises(DataError, match=complaint):
        wording._data.__wrapped__()


def test_missing_list_is_refused(tmp_path: Path, monkeypatch):
    path = tmp_path / "wording.toml"
    path.write_text("\n".join(line for line in SOUND.split("\n") if not line.startswith("activity =")), encoding="utf-8")
    monkeypatch.setattr(wording, "PATH", path)

    with pytest.raises(DataError, match="缺少键 activity"):
        wording._data.__wrapped__()
