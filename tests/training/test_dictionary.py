"""Covers training.dictionary: the shipped dictionary file is jieba's dictionary with the lexicon, and its form holds."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from classifier.analysis.segmentation import PATH, PrefixDictionary
from classifier.errors import DataError
from training.dictionary import LEXICON, encode_dictionary, full_tokenizer

WORDS = {"指": 0, "指标": 7, "指标值": 3, "数": 5, "数量": 9, "A": 1, "": 4}


def test_shipped_dictionary_is_jiebas_with_the_lexicon() -> None:
    tokenizer = full_tokenizer()

    assert encode_dictionary(tokenizer.FREQ, tokenizer.total) == PATH.read_bytes()


def test_building_the_tokenizer_leaves_nothing_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    assert full_tokenizer().initialized
    assert list(tmp_path.iterdir()) == []


def _written(tmp_path: Path, words: dict[str, int], name: str = "dictionary.bin") -> PrefixDictionary:
    path = tmp_path / name
    path.write_bytes(encode_dictionary(words, 29))
    return PrefixDictionary(path)


@pytest.mark.parametrize(
    ("character", "words"),
    [("指", {"指": 0, "指标": 7, "指标值": 3}), ("数", {"数": 5, "数量": 9}), ("A", {"A": 1}), ("标", {}), ("a", {}), ("\U0010ffff", {})],
)
def test_shard_holds_the_words_that_begin_with_a_character(tmp_path: Path, character: str, words: dict[str, int]) -> None:
    assert _written(tmp_path, WORDS).shard(character) == words


def test_sum_of_frequencies_is_kept(tmp_path: Path) -> None:
    assert _written(tmp_path, WORDS).total == 29


def test_order_of_the_words_makes_no_difference() -> None:
    assert encode_dictionary(dict(reversed(WORDS.items())), 29) == encode_dictionary(WORDS, 29)


def test_digest_changes_with_the_words(tmp_path: Path) -> None:
    before = _written(tmp_path, WORDS, "before.bin").digest

    assert _written(tmp_path, WORDS | {"数量": 8}).digest != before


def test_every_word_of_the_lexicon_is_known() -> None:
    words = [line.split("#")[0].strip() for line in LEXICON.read_text(encoding="utf-8").splitlines()]
    dictionary = PrefixDictionary(PATH)

    assert len(words) > 100
    assert [word for word in words if word and not dictionary.shard(word[0]).get(word)] == []


def test_word_that_stands_twice_in_a_lexicon_is_named_with_its_lines(tmp_path: Path) -> None:
    lexicon = tmp_path / "lexicon.txt"
    lexicon.write_text("# 词\n满意度\n\n指标值\n满意度  # 又一次\n", encoding="utf-8")

    with pytest.raises(DataError, match=r"lexicon\.txt 第5行：词 满意度 与第2行重复"):
        full_tokenizer(lexicon)
