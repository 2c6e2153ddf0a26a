"""What purpose, goal and name state: quantities with the noun that they count, prices with what they are counted by, rates with their name."""

from __future__ import annotations

from decimal import Decimal

import pytest

from classifier.rules.base import another, row
from classifier.suggest.facts import project_facts, row_facts, text_facts
from classifier.types import Location


def stated(text: str) -> list[tuple[str, str]]:
    """The values that a purpose states, as written, with what they are of."""
    return [(fact.digits + fact.whole_unit, fact.noun) for fact in text_facts(text, "资金用途")]


# ---- quantities --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("聘用26名书记员", "26名", "书记员"),
        ("维修22间卫生间换防滑砖", "22间", "卫生间"),
        ("为18名外地医师在医院周边租房", "18名", "外地医师"),
        ("在12个点位布设", "12个", "点位布设"),
        ("选派律师驻点3所学校", "3所", "学校"),
    ],
)
def test_noun_behind_the_number_is_what_is_counted(text: str, value: str, noun: str):
    assert stated(text) == [(value, noun)]


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("购置逆变焊机24台", "24台", "逆变焊机"),
        ("屋面防水820平方米", "820平方米", "屋面防水"),
        ("租用周转房共3套", "3套", "周转房"),
        ("更换路灯不少于120盏", "120盏", "路灯"),
        ("开展调演2场", "2场", "调演"),
    ],
)
def test_noun_before_the_number_is_counted_without_the_verb_that_opens_it(text: str, value: str, noun: str):
    assert stated(text) == [(value, noun)]


@pytest.mark.parametrize("text", ["举办培训班、轮训班各2期", "3个月内完成验收", "惠及沿线2.3万人", "共10个村", "每月2次", "100平方米"])
def test_quantity_has_no_noun_where_the_words_around_it_do_not_say_what_is_counted(text: str):
    assert [noun for _, noun in stated(text)] == [""]


def test_so_many_of_each_say_no_sum_of_either():
    assert stated("举办培训班2期") == [("2期", "培训班")]
    assert stated("举办培训班、轮训班各2期") == [("2期", "")]


def test_parts_of_a_list_are_facts_of_their_own():
    assert stated("文印8.5万元、水电暖42万元、机关食堂补差12万元") == [("8.5万元", "文印"), ("42万元", "水电暖"), ("12万元", "机关食堂补差")]
    assert stated("屋面防水820平方米，外墙涂料1300平方米") == [("820平方米", "屋面防水"), ("1300平方米", "外墙涂料")]


def test_ten_thousands_belong_to_the_unit_that_they_count_in():
    (fact,) = text_facts("保障公交运行1.2万台次", "资金用途")
    assert (fact.kind, fact.amount, fact.unit) == ("count", Decimal("1.2"), "万台次")


def test_ten_thousand_yuan_are_money():
    (fact,) = text_facts("投入1.2万元", "资金用途")
    assert (fact.kind, fact.amount, fact.unit) == ("money", Decimal("1.2"), "万元")


@pytest.mark.parametrize("text", ["2023人民防空业务经费", "2023年度业务经费", "2023项目支出", "2023年10月底前完成", "12月31日前完成", "第1号文"])
def test_year_or_date_is_no_quantity(text: str):
    assert stated(text) == []


def test_number_of_people_that_is_no_year_is_a_quantity():
    assert stated("表彰203人") == [("203人", "表彰")]


def test_full_width_digits_are_read():
    assert stated("聘用２６名书记员") == [("26名", "书记员")]


@pytest.mark.parametrize("text", ["第3期工程", "第1套试点"])
def test_ordinal_is_no_quantity(text: str):
    assert stated(text) == []


def test_word_that_begins_with_the_character_of_a_verb_is_a_noun():
    assert stated("改造供水管网3公里") == [("3公里", "供水管网")]


# ---- prices and rates --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("每套每月1200元", "1200元/套·月"),
        ("每人每天补助120元", "120元/人·天"),
        ("按每人每年50元的标准补助", "50元/人·年"),
        ("每村补助2万元", "2万元/村"),
        ("购置电脑，0.86万元/台", "0.86万元/台"),
        ("470元/人·天", "470元/人·天"),
        ("1200元/套/月", "1200元/套·月"),
    ],
)
def test_price_is_counted_by_what_stands_before_or_behind_it(text: str, value: str):
    assert [found for found, _ in stated(text)] == [value]


def test_amount_without_each_is_no_price():
    (fact,) = text_facts("租用周转房1200元", "资金用途")
    assert (fact.per, fact.noun) == ((), "周转房")


def test_each_of_the_clause_before_is_not_this_amounts():
    assert stated("每人每天补助120元，伙食费3万元") == [("120元/人·天", ""), ("3万元", "伙食费")]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("电脑单价0.86万元/台", "电脑单价"),
        ("租金1500元/套·月", "租金"),
        ("房租每套每月1200元", "房租"),
        ("租金每套每月1200元", "租金"),
    ],
)
def test_noun_of_a_price_is_what_is_paid_for(text: str, noun: str):
    assert [found for _, found in stated(text)] == [noun]


def test_price_by_a_unit_of_several_characters_is_counted_by_the_whole_unit():
    assert [value for value, _ in stated("每平方米25元")] == ["25元/平方米"]


def test_price_in_brackets_has_its_own_each():
    assert stated("租用周转房3套（每套每月1200元）") == [("3套", "周转房"), ("1200元/套·月", "")]


@pytest.mark.parametrize(("text", "rate"), [("入住率不低于95%", "入住率"), ("竣工验收合格率100%", "竣工验收合格率"), ("保障出租率达到85%", "出租率")])
def test_percentage_carries_the_name_of_its_rate(text: str, rate: str):
    assert [noun for _, noun in stated(text)] == [rate]


@pytest.mark.parametrize("text", ["增长5%", "覆盖率由60%提高到90%以上", "资金占比20%"])
def test_percentage_that_no_rate_leads_up_to_has_no_name(text: str):
    assert stated(text)[-1][1] == ""


# ---- where it stands ---------------------------------------------------------------------------------------------


def test_facts_of_a_project_come_from_purpose_goal_and_name_in_this_order():
    facts = project_facts(another(name="修路灯120盏", purpose="培训电工8人", goal="更换灯杆30根"))
    assert [(fact.digits, fact.source.partition("（")[0]) for fact in facts] == [("8", "资金用途"), ("30", "绩效目标"), ("120", "项目名称")]


def test_same_number_of_the_same_thing_is_one_fact_and_of_another_thing_two():
    said_twice = project_facts(another(name="", purpose="更换路灯120盏", goal="全年更换路灯120盏"))
    assert [(fact.noun, fact.source.partition("（")[0]) for fact in said_twice] == [("路灯", "资金用途")]
    other_thing = project_facts(another(name="", purpose="更换路灯120盏", goal="维修信号灯120盏"))
    assert [fact.noun for fact in other_thing] == ["路灯", "信号灯"]


def test_source_names_field_and_cell():
    head = another(name="", purpose="更换路灯120盏")._replace(locations={"purpose": Location(3, 4, 2)})
    assert project_facts(head)[0].source == "资金用途（表3第4行第2格）"
    assert project_facts(head._replace(locations={}))[0].source == "资金用途（所给的行）"


def test_facts_of_a_row_come_from_name_and_description_and_not_from_the_evidence():
    line = row("数量指标", "调演2场", "每场3万元", "组织演员40人", "合同5份")
    told = [(fact.digits, fact.source.partition("（")[0]) for fact in row_facts(line)]
    assert told == [("2", "三级指标"), ("40", "绩效指标描述")]


def test_value_states_something_only_where_it_is_asked_as_a_sentence():
    line = row("成本指标", "租车单价", "按每车每天800元执行")
    assert row_facts(line) == ()
    assert [fact.digits + fact.whole_unit for fact in row_facts(line, with_value=True)] == ["800元/车·天"]
