"""Lines for a terminal: no wider than asked, broken by the rules of Chinese typesetting, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.formats.columns import CLOSING, OPENING, width, wrap

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=6)
PHRASES = st.builds("{}{}{}".format, st.sampled_from(["", *OPENING]), HAN, st.sampled_from(["", *CLOSING]))
"""What Chinese sentences are made of: words, some with a sign before or behind them."""


@given(st.text(), st.integers(2, 60), st.integers(0, 20))
def test_no_line_is_wider_than_asked(text: str, columns: int, hang: int):
    assert all(width(line) <= columns + hang for line in wrap(text, columns + hang, hang))


@given(st.text(), st.integers(2, 60))
def test_nothing_but_blanks_and_controls_is_lost(text: str, columns: int):
    kept = [character for character in text if not character.isspace() and not (character < " " or "\x7f" <= character <= "\x9f")]
    assert [character for line in wrap(text, columns) for character in line if not character.isspace()] == kept


@given(st.lists(PHRASES, min_size=1).map("".join), st.integers(20, 60))
def test_line_neither_begins_with_a_closing_sign_nor_ends_with_an_opening_one(text: str, columns: int):
    lines = wrap(text, columns)
    assert not any(line[0] in CLOSING for line in lines)
    assert not any(line[-1] in OPENING for line in lines)


@pytest.mark.parametrize("text", ["", "   ", "\n", "\x00"], ids=repr)
def test_text_of_nothing_is_one_empty_line(text: str):
    assert wrap(text, 10) == [""]


def test_numbers_and_words_of_latin_letters_stay_whole():
    assert wrap("全年预算为1234.56万元", 12) == ["全年预算为", "1234.56万元"]
    assert wrap("设备≥95%", 6) == ["设备", "≥95%"]


def test_word_longer_than_a_line_is_cut():
    assert wrap("见www.example.cn", 6) == ["见www.", "exampl", "e.cn"]


def test_further_lines_hang_under_the_text_behind_a_label():
    assert wrap("理由：租房没有生态效果", 12, 6) == ["理由：租房没", "      有生态", "      效果"]


def test_indentation_stays_and_a_break_takes_the_place_of_a_blank():
    assert wrap("  甲乙 丙丁", 6) == ["  甲乙", "丙丁"]


def test_control_characters_do_not_reach_the_terminal():
    assert wrap("红\x1b[31m字\x07", 20) == ["红 [31m字"]
