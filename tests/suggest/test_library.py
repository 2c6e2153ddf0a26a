"""The library: a shelf for every kind, entries that fit their kind and hold no number of their own, and files that are refused where they break the form."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from classifier.analysis.kinds import DISCOURAGED, REQUIRED, load_kinds
from classifier.analysis.places import PLACES
from classifier.errors import DataError
from classifier.suggest import library
from classifier.suggest.library import FOLDER, Entry, Shelf, find_object, load_general, load_shelf

KINDS = list(load_kinds())
ENTRIES = [*(entry for kind in KINDS for entry in load_shelf(kind).entries), *load_general().entries]
"""All that may be proposed, the general shelf included."""

each_kind = pytest.mark.parametrize("kind", KINDS)


def entries_that(fault) -> list[str]:
    return [entry.id for entry in ENTRIES if fault(entry)]


def test_every_kind_has_a_file_and_every_file_a_kind():
    assert sorted(path.stem for path in FOLDER.glob("*.toml")) == sorted(KINDS)
    assert len(KINDS) == 29


@each_kind
def test_shelf_of_a_kind_loads_strictly(kind: str):
    assert load_shelf(kind).entries


@pytest.mark.parametrize("kind", ["", "K99"])
def test_kind_without_a_file_has_an_empty_shelf(kind: str):
    assert load_shelf(kind) == Shelf((), {})


@each_kind
def test_no_entry_stands_where_its_kind_should_have_none(kind: str):
    places = load_kinds()[kind].places
    assert [entry.id for entry in load_shelf(kind).entries if places[entry.level2] == DISCOURAGED] == []


@each_kind
def test_every_place_that_a_kind_must_carry_has_an_entry(kind: str):
    needed = {place for place, status in load_kinds()[kind].places.items() if status == REQUIRED}
    assert needed <= {entry.level2 for entry in load_shelf(kind).entries}


@each_kind
def test_reason_is_given_for_exactly_the_discouraged_places(kind: str):
    discouraged = {place for place, status in load_kinds()[kind].places.items() if status == DISCOURAGED}
    assert load_shelf(kind).discouraged.keys() == discouraged


@each_kind
def test_entries_are_named_after_their_kind(kind: str):
    assert [entry.id for entry in load_shelf(kind).entries if not entry.id.startswith(f"{kind}-")] == []


@pytest.mark.parametrize("place", PLACES)
def test_shelf_asked_for_a_place_holds_exactly_its_entries_for_that_place(place: str):
    for kind in KINDS:
        whole = load_shelf(kind)
        asked = load_shelf(kind, place=place)
        assert asked == Shelf(tuple(entry for entry in whole.entries if entry.level2 == place), whole.discouraged)


def test_no_two_entries_share_a_name_of_their_own():
    assert len({entry.id for entry in ENTRIES}) == len(ENTRIES)


def test_wording_holds_no_number_that_nobody_gave():
    assert entries_that(lambda entry: re.search(r"\d", entry.name + entry.description + entry.basis + entry.unit)) == []


def test_usual_values_are_rates_only():
    assert entries_that(lambda entry: entry.fill in ("usual", "whole") and entry.unit != "%") == []


def test_usual_value_lies_within_its_range():
    assert entries_that(lambda entry: entry.fill == "usual" and not Decimal(entry.low) <= Decimal(entry.amount) <= Decimal(entry.high)) == []


def test_every_entry_says_why_and_where_it_comes_from():
    assert entries_that(lambda entry: not all((entry.why, entry.source, entry.description, entry.basis, entry.words))) == []


def test_no_entry_applies_to_a_word_that_it_never_applies_to():
    assert entries_that(lambda entry: any(no in word for word in entry.when for no in entry.unless)) == []


def test_every_entry_with_a_word_to_apply_to_can_apply():
    assert entries_that(lambda entry: entry.when and all(any(no in word for no in entry.unless) for word in entry.when)) == []


def test_no_list_of_words_holds_an_empty_word_or_one_twice():
    assert entries_that(lambda entry: not all((*entry.words, *entry.when, *entry.unless))) == []
    assert entries_that(lambda entry: any(len(set(words)) < len(words) for words in (entry.words, entry.when, entry.unless))) == []


def test_question_is_asked_wherever_a_number_may_be_missing():
    assert entries_that(lambda entry: entry.fill in ("ask", "count", "unit_price", "deadline") and not entry.question.rstrip("）)").rstrip()) == []


def test_sign_is_one_that_a_table_prints():
    assert {entry.sign for entry in ENTRIES} <= {"", "=", "≥", "≤"}


# ---- files that break the form -----------------------------------------------------------------------------------

SOUND = (FOLDER / "K01.toml").read_text(encoding="utf-8")


@pytest.fixture
def shelf_of(tmp_path: Path, monkeypatch):
    """Load a shelf from a text instead of the library."""
    load_shelf.cache_clear()
    monkeypatch.setattr(library, "FOLDER", tmp_path)

    def shelf_of(text: str):
        (tmp_path / "K01.toml").write_text(text, encoding="utf-8")
        return load_shelf("K01")

    yield shelf_of
    load_shelf.cache_clear()


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('sign = "="', 'sing = "="', "不认识的键 sing"),
        ('sign = "="', "sign = 1", "键 sign 的类型不对"),
        ('when = ["派遣"]', 'when = "派遣"', "键 when 的类型不对"),
        ('level2 = "数量指标"\nname', "name", "缺少键 level2"),
        ('fill = "count"', 'fill = "guess"', "fill 应为"),
        ('fill = "count"', 'fill = "usual"', "fill 为 usual 时要有 amount、low、high、reason"),
        ('fill = "count"\nquestion', 'fill = "count"\nreason', "fill 为 count 时要有 question"),
        ('level2 = "数量指标"\nname', 'level2 = "数目指标"\nname', "level2“数目指标”不是标准的二级指标"),
        ('object = "编外人员"\n', "", "就要写 object"),
    ],
)
def test_broken_entry_is_refused_with_file_and_line(old: str, new: str, complaint: str, shelf_of):
    assert old in SOUND
    with pytest.raises(DataError) as error:
        shelf_of(SOUND.replace(old, new, 1))
    assert complaint in str(error.value)
    assert re.search(r"K01\.toml 第\d+行", str(error.value))


def test_line_of_an_unknown_key_is_the_line_that_it_stands_on(shelf_of):
    lines = SOUND.split("\n")
    number = [n for n, line in enumerate(lines) if line.startswith("sign")][3]
    lines[number] = 'sing = "="'
    with pytest.raises(DataError, match=f"第{number + 1}行：不认识的键 sing"):
        shelf_of("\n".join(lines))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (SOUND + "\n[extra]\na = 1\n", "不认识的键 extra"),
        (SOUND.replace("why =", "because =", 1), "不认识的键 because"),
        (SOUND.replace("K01-数量-02", "K01-数量-01"), "id 相同"),
        (SOUND + "\n[[entry", "不是合规的 TOML"),
    ],
    ids=["unknown table", "unknown key of a discouraged place", "one id twice", "no TOML"],
)
def test_broken_file_is_refused(text: str, complaint: str, shelf_of):
    with pytest.raises(DataError, match=complaint):
        shelf_of(text)


def test_sound_file_is_taken(shelf_of):
    assert all(isinstance(entry, Entry) for entry in shelf_of(SOUND).entries)


# ---- the project's own thing -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "work", "expected"),
    [("K05", "综合办2023年周转房租金", "周转房"), ("K09", "购置人防警报器", "人防警报器"), ("K05", "租金", ""), ("", "周转房", "")],
    ids=["named", "longest", "not named", "no kind"],
)
def test_object_is_the_longest_noun_that_the_project_uses(kind: str, work: str, expected: str):
    assert find_object(kind, work) == expected
