"""Covers classifier.analysis.kinds: the kind of every project of the example, how ties and overlaps are settled, and the catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from classifier.analysis import kinds
from classifier.analysis.kinds import NO_KIND, find_kind, kind_of_code, load_kinds, place_status, words_of_kinds
from classifier.analysis.normalise import squeeze
from classifier.analysis.places import PLACES
from classifier.errors import DataError
from classifier.types import Draft

DECIDED = {
    1: ("K02", "乡镇补贴", "乡镇干部补贴"),
    2: ("K01", "调入经费", "工资"),
    3: ("K01", "劳务派遣", "劳务派遣 派遣人员 工资"),
    4: ("K01", "临时聘用", "工资"),
    5: ("K07", "官网 运行维护 等保测评", "官网"),
    6: ("K28", "金融办", "金融"),
    7: ("K13", "实效评估 评估费", "实效评估"),
    8: ("K12", "法律顾问", "法律服务"),
    9: ("K28", "业务经费", "业务经费"),
    10: ("K28", "涉密", "涉密"),
    11: ("K05", "周转房 房租 租金", "房租"),
    12: ("K04", "综合事务 事务管理", "机关运转"),
    13: ("K09", "", "安装 警报器"),
    14: ("K14", "组织指挥体系", "方案 编制"),
    15: ("K14", "方案研究", ""),
    16: ("K04", "管理事务", "机关运转"),
    17: ("K07", "会议室 视频 信息系统", "会议系统"),
    18: ("K13", "满意度测评", ""),
    19: ("K07", "机房 运营维护", "机房"),
    20: ("K10", "维修维护", "维修"),
    21: ("K08", "党政系统 系统延伸 延伸建设", ""),
}
"""Of each project of the example: its kind, and the words in its name and in its purpose that say so."""


@pytest.mark.parametrize("number", DECIDED)
def test_kind_of_the_example_project_and_the_words_that_decided(example: Draft, number: int) -> None:
    project = example.projects[number - 1]
    code, in_name, in_purpose = DECIDED[number]

    kind = find_kind(squeeze(project.name), squeeze(project.purpose))

    assert kind.code == code
    assert {word for field, word in kind.words if field == "name"} == set(in_name.split())
    assert {word for field, word in kind.words if field == "purpose"} == set(in_purpose.split())


@pytest.mark.parametrize(
    ("name", "purpose", "code"),
    [
        ("召开年度会议", "", "K15"),
        ("会议室视频系统维护", "", "K07"),  # 会议 inside 会议室 does not count
        ("人民防空业务经费", "", "K28"),  # what the money is for outweighs the trade
        ("人民防空应急演练", "", "K26"),
        ("干部培训", "审计", "K16"),  # the name counts twice as much as the purpose
        ("审计", "干部培训", "K12"),
        ("科普", "干部培训", "K17"),  # so much that it outweighs a stronger word there
        ("地方政府债券还本付息", "", "K29"),
    ],
)
def test_kind_by_the_weight_of_its_words(name: str, purpose: str, code: str) -> None:
    assert find_kind(name, purpose).code == code


def test_word_that_also_stands_alone_still_counts_beside_the_longer_one() -> None:
    assert ("name", "会议") in find_kind("会议室会议会务", "").words


def test_project_without_any_telling_word_has_no_kind() -> None:
    assert find_kind("其他资金", "按年初预算安排") == NO_KIND
    assert NO_KIND.code == ""


def test_words_of_a_text_point_to_kinds_one_for_each_word() -> None:
    assert words_of_kinds("审计、法律顾问") == ["K12", "K12"]
    assert words_of_kinds("审计与审计") == ["K12"]
    assert set(words_of_kinds("周转房租金、审计")) == {"K05", "K12"}
    assert words_of_kinds("按年初预算安排") == []


def test_word_inside_a_longer_one_points_nowhere_of_its_own() -> None:
    assert "K15" in words_of_kinds("召开会议")
    assert "K15" not in words_of_kinds("会议室维护")


def test_kind_of_a_code_has_its_name_and_an_unknown_code_is_refused_with_all_that_there_are() -> None:
    assert kind_of_code("K05").name == load_kinds()["K05"].name
    with pytest.raises(DataError, match="没有项目类别 K99，类别有：K01 "):
        kind_of_code("K99")


def test_catalogue_numbers_its_kinds_without_a_gap() -> None:
    assert list(load_kinds()) == [f"K{number:02}" for number in range(1, 30)]


@pytest.mark.parametrize("entry", load_kinds().values(), ids=load_kinds().keys())
def test_kind_names_every_place_and_has_words(entry: kinds.KindEntry) -> None:
    assert tuple(entry.places) == PLACES
    assert entry.words


@pytest.mark.parametrize(
    ("name", "place", "status"),
    [
        ("周转房租金", "生态效益指标", "不宜"),
        ("造林绿化", "生态效益指标", "应"),
        ("周转房租金", "社会效益指标", "可"),
        ("周转房租金", "成本指标", "应"),
        ("其他资金", "成本指标", ""),
        ("周转房租金", "", ""),
    ],
)
def test_status_of_a_place_for_a_kind(name: str, place: str, status: str) -> None:
    assert place_status(find_kind(name, ""), place) == status


@pytest.mark.parametrize(
    ("places", "message"), [('["应"]', "第6行：places 应为 9 个"), ('["应", "应", "应", "应", "应", "应", "应", "应", "也许"]', "第6行：places 应为 9 个")]
)
def test_wrong_places_in_the_catalogue_are_named_with_file_and_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, places: str, message: str) -> None:
    path = tmp_path / "kinds.toml"
    path.write_text(f'[[kind]]\ncode = "K01"\nname = "人员工资"\nstrong = []\nwords = ["工资"]\nplaces = {places}\nsector = []\n', encoding="utf-8")
    monkeypatch.setattr(kinds, "PATH", path)

    with pytest.raises(DataError, match=rf"kinds\.toml {message}"):
        load_kinds.__wrapped__()
