"""Covers classifier.model.explain: which words are shown as decisive, and how overlapping ones are merged."""

from __future__ import annotations

import pytest

from classifier.model.explain import MOST, SMALLEST, deciding_features
from classifier.model.features import Feature
from classifier.types import Deciding


def _decide(*shares: tuple[str, str, float]) -> list[tuple[str, str, float]]:
    """What is shown of (text, field, share) triples."""
    contributions = [(Feature(f"k{n}", text, field), share) for n, (text, field, share) in enumerate(shares)]
    return [tuple(item) for item in deciding_features(contributions)]


def test_heaviest_words_come_first() -> None:
    shown = _decide(("质量", "name", 0.5), ("警报", "name", 1.5), ("台账", "basis", 1.0))

    assert shown == [("警报", "name", 1.5), ("台账", "basis", 1.0), ("质量", "name", 0.5)]


def test_word_and_its_ngram_are_one() -> None:
    assert _decide(("质量", "name", 0.5), ("质量", "name", 0.25)) == [("质量", "name", 0.75)]


def test_shares_of_one_word_may_cancel_out() -> None:
    assert _decide(("质量", "name", 0.5), ("质量", "name", -0.5), ("合格", "name", 0.2)) == [("合格", "name", 0.2)]


def test_stretch_inside_a_longer_word_goes_to_it() -> None:
    assert _decide(("效益", "name", 0.3), ("经济效益", "name", 0.2), ("济效", "name", 0.1)) == [("经济效益", "name", 0.6)]


def test_overlapping_stretches_stay_apart() -> None:
    assert _decide(("经济效", "name", 0.2), ("济效益", "name", 0.3)) == [("济效益", "name", 0.3), ("经济效", "name", 0.2)]


def test_same_word_in_two_fields_stays_two() -> None:
    assert _decide(("效益", "basis", 0.3), ("经济效益", "name", 0.2)) == [("效益", "basis", 0.3), ("经济效益", "name", 0.2)]


def test_stretch_does_not_go_to_a_longer_word_that_spoke_against() -> None:
    assert _decide(("效益", "name", 0.3), ("经济效益", "name", -0.2)) == [("效益", "name", 0.3)]


@pytest.mark.parametrize(("share", "shown"), [(SMALLEST, True), (SMALLEST - 0.001, False), (0.0, False), (-1.0, False)])
def test_word_of_little_weight_or_against_the_label_is_not_shown(share: float, shown: bool) -> None:
    assert bool(_decide(("质量", "name", share))) is shown


def test_at_most_five_words_are_shown() -> None:
    shown = _decide(*((word, "name", 0.1 * rank) for rank, word in enumerate("甲乙丙丁戊己庚", 1)))

    assert [text for text, _, _ in shown] == ["庚", "己", "戊", "丁", "丙"]
    assert len(shown) == MOST


def test_feature_without_a_text_is_not_shown() -> None:
    assert _decide(("", "name", 3.0)) == []


def test_equal_weights_come_in_one_order() -> None:
    shares = [("乙", "name", 0.4), ("甲", "name", 0.4), ("丙", "basis", 0.4)]

    assert _decide(*shares) == _decide(*reversed(shares))


def test_weights_are_rounded_to_four_digits() -> None:
    assert deciding_features([(Feature("k", "质量", "name"), 0.123456)]) == (Deciding("质量", "name", 0.1235),)
