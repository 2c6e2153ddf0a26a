"""A bureau's own library: files of the shipped form whose entries come before the shipped ones and stand for those of the same id."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from classifier.errors import DataError
from classifier.suggest.library import load_shelf
from tests.suggest.projects import QUANTITY, TIMELINESS

ENTRY = """
[[entry]]
id = "{id}"
level2 = "{place}"
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
SHIPPED = load_shelf("K05").entries[0]


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[str], Path]:
    """Write a bureau's file for one kind and give its folder."""

    def folder(*entries: str, head: str = "", kind: str = "K05") -> Path:
        (tmp_path / f"{kind}.toml").write_text(f'kind = "{kind}"\n{head}' + "".join(entries), encoding="utf-8")
        return tmp_path

    return folder


def entry(name: str, place: str = QUANTITY, id: str = "本局-01") -> str:
    return ENTRY.format(id=id, place=place, name=name)


def test_own_entries_come_before_the_shipped_ones_and_are_known_as_own(folder):
    shelf = load_shelf("K05", folder(entry("本局件数")))
    assert [found.name for found in shelf.entries[:1]] == ["本局件数"]
    assert shelf.own == {"本局-01"}
    assert shelf.entries[1:] == load_shelf("K05").entries


def test_own_entry_stands_for_the_shipped_one_of_its_id(folder):
    shelf = load_shelf("K05", folder(entry("改写件数", id=SHIPPED.id)))
    assert [found.name for found in shelf.entries if found.id == SHIPPED.id] == ["改写件数"]
    assert len(shelf.entries) == len(load_shelf("K05").entries)


def test_own_reason_against_a_place_comes_before_the_shipped_one(folder):
    own = load_shelf("K05", folder(entry("本局件数"), head='discouraged = [{level2 = "生态效益指标", why = "本局不设"}]\n'))
    assert own.discouraged["生态效益指标"] == "本局不设"
    assert own.discouraged.keys() == load_shelf("K05").discouraged.keys()


def test_other_kinds_keep_the_shipped_shelf(folder):
    assert load_shelf("K09", folder(entry("本局件数"))) == load_shelf("K09")


def test_own_file_is_checked_throughout_even_where_one_place_is_asked_for(folder):
    with pytest.raises(DataError, match="不认识的键 sing"):
        load_shelf("K05", folder(entry("本局件数"), entry("本局时限", TIMELINESS, "本局-02").replace("sign =", "sing =")), QUANTITY)


def test_folder_without_a_file_of_any_kind_is_refused(tmp_path: Path):
    (tmp_path / "own.toml").write_text("", encoding="utf-8")
    with pytest.raises(DataError, match="没有以项目类别命名的文件"):
        load_shelf("K05", tmp_path)
