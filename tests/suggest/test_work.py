"""What is done in a project: its title, the items of its work, those that no row speaks of, and what its own thing is called."""

from __future__ import annotations

import pytest

from classifier.rules.base import another
from classifier.suggest.work import MOST_ITEMS, Item, answers, lacking, object_of, own_noun, title_of, work_items, work_title
from tests.suggest.projects import analysed

WEBSITE = "综合办-2023官网运行维护、等保测评、升级改造资金"


def items(name: str, purpose: str = "") -> list[str]:
    return [item.text for item in work_items(another(name=name, purpose=purpose))]


def missing(name: str, purpose: str, *wordings: str) -> list[str]:
    return [item.text for item in lacking(analysed(name=name, purpose=purpose), wordings)]


# ---- title -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "title"),
    [
        (WEBSITE, "官网运行维护、等保测评、升级改造"),
        ("综合办-2023年度改革实效评估费", "改革实效评估"),
        ("运转保障——综合办电视台调入经费", "综合办电视台调入"),
        ("民政局—2024年困难群众救助补助资金", "困难群众救助"),
        ("校舍维修改造项目（二期）", "校舍维修改造"),
        ("2024年乡镇干部培训班经费", "乡镇干部培训班"),
        ("路灯维修", "路灯维修"),
    ],
)
def test_title_is_the_name_without_department_year_remark_and_money(name: str, title: str):
    assert title_of(name) == title


@pytest.mark.parametrize("name", ["专项资金", "经费"])
def test_name_that_says_nothing_but_money_is_its_own_title(name: str):
    assert title_of(name) == name


# ---- items of work -----------------------------------------------------------------------------------------------


def test_every_part_of_a_list_with_a_verb_of_its_own_is_an_item():
    assert items(WEBSITE) == ["官网运行维护", "等保测评", "升级改造"]


def test_purpose_names_no_item_twice_that_the_name_has():
    assert items("官网维护费", "用于官网运维、等保测评、升级改造等") == ["官网维护", "等保测评", "升级改造"]


def test_means_and_costs_later_in_a_purpose_are_no_items():
    assert items("人防信息化", "安装人防警报器，需购置线缆、租赁车辆、培训人员") == ["安装人防警报器"]
    assert items("人防信息化", "安装人防警报器、购置线缆") == ["安装人防警报器", "购置线缆"]


def test_amount_and_remark_are_no_part_of_an_item():
    assert items("人防", "安装人防警报器2套、校舍维修（含防水820平方米）") == ["安装人防警报器", "校舍维修"]


def test_verb_alone_is_an_item_in_a_name_but_not_in_a_purpose():
    assert items("培训、宣传经费") == ["培训", "宣传"]
    assert items("业务经费", "用于培训、宣传") == []


def test_no_more_items_than_a_table_can_answer():
    assert len(items("x", "路灯维修、道路养护、设备购置、干部培训、政策宣传、水质监测、公园绿化")) == MOST_ITEMS


@pytest.mark.parametrize("purpose", ["保障机关运转", "推进高质量发展", ""])
def test_purpose_without_a_verb_of_work_has_no_item(purpose: str):
    assert items("机关运转", purpose) == []


# ---- items without a row -----------------------------------------------------------------------------------------

ALARMS = ("人防", "安装人防警报器")


def test_work_on_the_same_thing_does_not_cover_other_work():
    assert missing(*ALARMS, "设备校准数量") == ["安装人防警报器"]
    assert missing(*ALARMS, "人防警报器校准数量") == ["安装人防警报器"]


@pytest.mark.parametrize("wording", ["人防警报器安装数量", "警报点位布设处数", "警报器数量"], ids=["the verb", "a verb of the same meaning", "the thing alone"])
def test_wording_covers_an_item_by_its_verb_or_by_its_thing_alone(wording: str):
    assert missing(*ALARMS, wording) == []


def test_each_of_several_items_needs_a_wording_of_its_own():
    assert missing(WEBSITE, "", "官网运行维护月数") == ["等保测评", "升级改造"]
    assert missing(WEBSITE, "", "官网运行维护月数", "测评系统数", "官网改造模块数") == []


def test_nothing_said_covers_nothing():
    assert missing(*ALARMS) == ["安装人防警报器"]


def test_item_is_answered_by_a_verb_of_its_group():
    item = Item("官网运行维护", ("维护", "运维"))
    assert answers(item, "官网运维月数")
    assert not answers(item, "官网改造模块数")


# ---- the project's own thing -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("综合办-2023人民防空信息化建设资金", "人民防空信息化"),
        ("路灯维修", "路灯"),
        ("农村公路养护工程", "农村公路"),
        ("路灯更新改造工程", "路灯"),
        ("管委会维修维护资金", "管委会"),
        ("2024年乡镇干部培训班经费", "乡镇干部培训班"),
    ],
)
def test_own_noun_is_the_title_without_the_verbs_that_end_it(name: str, noun: str):
    assert own_noun(analysed(name=name), "设备") == noun


@pytest.mark.parametrize(
    "name", ["5G基站建设", "某某街道某某社区老旧小区外立面改造工程", "项目资金"], ids=["not Chinese throughout", "too long", "says nothing"]
)
def test_own_noun_falls_back_where_the_title_cannot_stand_in_a_name(name: str):
    assert own_noun(analysed(name=name), "设备") == "设备"


def test_object_is_the_noun_known_for_the_kind_wherever_the_project_uses_it():
    assert object_of(analysed(name="设备购置", purpose="购置人防警报器"), "K09", "设备") == "人防警报器"


def test_object_falls_back_where_the_kind_knows_no_noun_of_the_project():
    assert object_of(analysed(name="设备购置", purpose="购置逆变焊机"), "K09", "设备") == "设备"
    assert object_of(analysed(name="设备购置", purpose="购置人防警报器"), "", "设备") == "设备"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("水库坝体蚁害防治项目", "水库坝体蚁害防治"),
        ("路灯维修", "路灯维修"),
        ("官网运行维护、等保测评、升级改造", "官网运行维护"),
        ("3处水库除险", "水库除险"),
    ],
    ids=["whole", "short", "first of a list that is too long", "without its count"],
)
def test_wording_that_measures_the_work_names_what_is_done(name: str, title: str):
    assert work_title(analysed(name=name), "本项工作") == title


@pytest.mark.parametrize("name", ["工作经费", "5G基站建设", "某某街道某某社区老旧小区外立面改造工程"], ids=["says nothing", "holds a digit", "too long"])
def test_wording_that_measures_the_work_falls_back_where_the_title_cannot_stand_in_it(name: str):
    assert work_title(analysed(name=name), "本项工作") == "本项工作"
