"""Covers classifier.analysis.normalise: one spelling a character, never a change of length."""

from __future__ import annotations

import sys

import pytest

from classifier.analysis.normalise import NUMBER, normalise, squeeze
from classifier.types import Draft

SURROGATES = range(0xD800, 0xE000)


def test_every_character_stays_one_character() -> None:
    characters = "".join(chr(point) for point in range(sys.maxunicode + 1) if point not in SURROGATES)

    assert len(normalise(characters)) == len(characters)


def test_cells_of_the_example_keep_their_length(example: Draft) -> None:
    cells = [cell for project in example.projects for row in project.indicators for cell in (row.name, row.description, row.value, row.basis)]

    assert len(cells) == 189 * 4
    assert [cell for cell in cells if len(normalise(cell)) != len(cell)] == []


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("０１２３４５６７８９", "0123456789"),
        ("９５％", "95%"),
        ("（台套）", "(台套)"),
        ("＝═", "=="),
        ("≧≥＞", "≥≥>"),
        ("≦≤＜", "≤≤<"),
        ("１，２００．５", "1,200.5"),
        ("＋－～／", "+-~/"),
        ("全角\u3000空格", "全角 空格"),
    ],
)
def test_signs_and_digits_get_one_spelling(written: str, plain: str) -> None:
    assert normalise(written) == plain


@pytest.mark.parametrize("text", ["10㎡", "10⁴", "³", "①", "Ⅲ级", "㎎/Ｌ", "—", "、", "。", "“指标”"])
def test_characters_that_mean_something_of_their_own_stay(text: str) -> None:
    assert normalise(text) == text


def test_squeezed_text_has_no_white_space() -> None:
    assert squeeze(" 经济效益\n 指标\t（１）　") == "经济效益指标(1)"


@pytest.mark.parametrize(("text", "numbers"), [("共12,000.50元", ["12,000.50"]), ("3.5-4公里", ["3.5", "4"]), ("第3.", ["3"]), ("三年", [])])
def test_number_is_matched_whole(text: str, numbers: list[str]) -> None:
    assert NUMBER.findall(text) == numbers
