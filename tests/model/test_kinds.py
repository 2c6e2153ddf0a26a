"""Covers classifier.model.kinds: the kinds of a project best first, doubt said, damaged folders refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from classifier.errors import ModelError
from classifier.model.kinds import MANIFEST, MOST_NEAREST, WEIGHTS, KindModel, rank_kinds
from classifier.types import Indicator, Project
from tests.support.repository import REPOSITORY

SHIPPED = REPOSITORY / "models" / "kinds"


def project(name: str, purpose: str = "", *rows: str) -> Project:
    return Project(1, name=name, purpose=purpose, indicators=tuple(Indicator(n, name=row) for n, row in enumerate(rows, 1)))


@pytest.mark.parametrize(
    ("name", "purpose", "rows", "kind"),
    [
        ("周转房租金", "租用周转房12套供交流干部居住", ["租用周转房套数"], "K05"),
        ("法律顾问费", "聘请律师事务所提供法律服务", ["出具法律意见书份数"], "K12"),
        ("老城区路灯电费及维护", "支付路灯电费，更换灯具", ["路灯亮灯率"], "K24"),
        ("便民桥拆除重建", "拆除危桥，原址新建梁桥1座", ["新建桥梁长度", "交工验收合格率"], "K11"),
    ],
)
def test_kind_by_name_purpose_and_rows(name: str, purpose: str, rows: list[str], kind: str) -> None:
    ranking = rank_kinds(project(name, purpose, *rows))
    assert ranking.kinds[0].code == kind


def test_kind_of_a_plain_case_is_sure() -> None:
    assert rank_kinds(project("周转房租金", "租用周转房12套", "租用周转房套数", "租金支付及时率")).sure


def test_kind_is_in_doubt_where_words_point_apart() -> None:
    assert not rank_kinds(project("应急广播村村响保通经费", "维护终端410个", "终端在线率")).sure


def test_at_most_three_kinds_are_named() -> None:
    assert len(rank_kinds(project("镇文化广场活动经费", "办演出2场")).kinds) == MOST_NEAREST


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped folder to damage."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "kinds"))


def test_missing_file_is_said(folder: Path) -> None:
    (folder / WEIGHTS).unlink()
    with pytest.raises(ModelError, match="缺文件或已损坏"):
        KindModel(folder)


def test_manifest_that_is_no_json_is_said(folder: Path) -> None:
    (folder / MANIFEST).write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match="缺文件或已损坏"):
        KindModel(folder)


@pytest.mark.parametrize("change", [{"format": 2}, {"size": 3}, {"sure": {"table": {}}}, {"extra": 1}, {"kinds": ["K01"]}])
def test_manifest_of_another_form_is_said(change: dict[str, object], folder: Path) -> None:
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    (folder / MANIFEST).write_text(json.dumps({**manifest, **change}), encoding="utf-8")
    with pytest.raises(ModelError, match="与本版不符"):
        KindModel(folder)
