"""Covers classifier.analysis.words: the word lists of the cues, and how they are looked up and taken out of a text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from classifier.analysis import words as room
from classifier.analysis.words import any_in, find_word, strip_words, words
from classifier.errors import DataError


def test_list_that_the_file_lacks_is_an_error() -> None:
    with pytest.raises(DataError, match="没有词表 不存在的词表"):
        words("不存在的词表")


def test_first_word_of_the_list_that_stands_in_the_text_is_found() -> None:
    assert find_word("fuzzy", "治安状况进一步改善") == "进一步"
    assert find_word("fuzzy", "治安案件数") == ""


@pytest.mark.parametrize(("text", "left"), [("质量合格率", ""), ("工作完成及时率", ""), ("路灯维修合格率", "路灯维修"), ("", "")])
def test_generic_words_are_taken_out_of_a_name(text: str, left: str) -> None:
    assert strip_words("generic", text) == left


def test_longer_word_is_taken_out_before_a_shorter_one_inside_it() -> None:
    assert {"服务对象", "服务", "对象", "对"} <= set(words("satisfaction"))
    assert strip_words("satisfaction", "服务对象满意度") == ""


def test_any_word_standing_in_the_text_is_enough() -> None:
    assert any_in(("合格", "通过"), "通过验收")
    assert not any_in(("合格", "通过"), "较好")


def test_every_cliche_pattern_compiles() -> None:
    assert [pattern for pattern in words("cliche_patterns") if not re.compile(pattern).pattern.startswith("^")] == []


@pytest.mark.parametrize(("line", "message"), [('generic = ["率", "值", "率"]', "generic 里的 率 写了两次"), ("generic = 3", "generic 应为词的列表")])
def test_malformed_list_is_named_with_file_and_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, message: str) -> None:
    path = tmp_path / "words.toml"
    path.write_text(f"# 词表\n\n{line}\n", encoding="utf-8")
    monkeypatch.setattr(room, "PATH", path)

    with pytest.raises(DataError, match=rf"words\.toml 第3行：{message}"):
        room._lists.__wrapped__()
