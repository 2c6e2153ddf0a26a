"""The general shelf: wordings for projects of any kind, told by what is done in them; its form is checked as strictly as that of a kind's own shelf."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from classifier.analysis.places import COST, PLACES, QUALITY, QUANTITY, SATISFACTION, SOCIAL, TIMELINESS
from classifier.errors import DataError
from classifier.suggest import library
from classifier.suggest.library import GENERAL, load_general
from classifier.suggest.work import holds_action

ENTRIES = load_general().entries


def test_entries_are_named_after_the_general_shelf():
    assert [entry.id for entry in ENTRIES if not entry.id.startswith("通用-")] == []


def test_general_shelf_discourages_no_place():
    assert load_general().discouraged == {}


@pytest.mark.parametrize("place", [QUANTITY, QUALITY, TIMELINESS, COST, SOCIAL, SATISFACTION])
def test_place_that_most_tables_have_a_row_for_has_entries(place: str):
    assert len([entry for entry in ENTRIES if entry.level2 == place]) > 1


def test_most_entries_are_told_by_work_and_not_by_trade():
    by_work = Counter(any(holds_action(word) for word in entry.when) for entry in ENTRIES if entry.when)
    assert by_work[True] > by_work[False]


@pytest.mark.parametrize("place", PLACES)
def test_general_shelf_asked_for_a_place_holds_exactly_its_entries_for_that_place(place: str):
    assert load_general(place).entries == tuple(entry for entry in ENTRIES if entry.level2 == place)


# ---- a file that breaks the form ---------------------------------------------------------------------------------

SOUND = GENERAL.read_text(encoding="utf-8")


@pytest.fixture
def shelf_of(tmp_path: Path, monkeypatch):
    """Load the general shelf from a text instead of the file."""
    load_general.cache_clear()
    monkeypatch.setattr(library, "GENERAL", tmp_path / "general.toml")

    def shelf_of(text: str):
        (tmp_path / "general.toml").write_text(text, encoding="utf-8")
        return load_general()

    yield shelf_of
    load_general.cache_clear()


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (r"\nsign = ", "\nsing = ", "不认识的键 sing"),
        (r"\nwhen = \[", "\nwhen = [[", "不是合规的 TOML"),
        (r"\nunless = \[.*\]", '\nunless = ""', "键 unless 的类型不对"),
        (r"\nobject = .*", "", "就要写 object"),
        (r"\nbasis = .*", "", "缺少键 basis"),
        (r"\nfill = .*", '\nfill = "guess"', "fill 应为"),
        (r"^kind = ", "sort = ", "不认识的键 sort"),
    ],
    ids=["unknown key", "no TOML", "word for a list", "noun without an object", "missing key", "unknown way to fill", "unknown key of the head"],
)
def test_broken_general_shelf_is_refused(old: str, new: str, complaint: str, shelf_of):
    broken = re.sub(old, new, SOUND, count=1)
    assert broken != SOUND
    with pytest.raises(DataError, match=complaint):
        shelf_of(broken)


def test_general_shelf_with_one_id_twice_is_refused(shelf_of):
    with pytest.raises(DataError, match="id 相同"):
        shelf_of(SOUND.replace(ENTRIES[1].id, ENTRIES[0].id))


def test_sound_general_shelf_is_taken(shelf_of):
    assert shelf_of(SOUND).entries == ENTRIES
