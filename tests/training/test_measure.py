"""Covers training.measure: scores, intervals, calibration and thresholds, against figures worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from classifier.types import LABELS
from training.measure import (
    best_thresholds,
    bootstrap_f1,
    calibration_noise_floor,
    decide,
    expected_calibration_error,
    macro_f1,
    precise_thresholds,
    review_margins,
    score_labels,
)


def _same(column: list[float]) -> np.ndarray:
    """The same column for every label."""
    return np.array([column] * len(LABELS)).T


def _for_all(value: float) -> dict[str, float]:
    return dict.fromkeys(LABELS, value)


def test_label_is_decided_from_its_threshold_on() -> None:
    decided = decide(np.array([[0.5, 0.5, 0.5], [0.49, 0.7, 0.2]]), {"vague": 0.5, "mismatched": 0.7, "boilerplate": 0.1})

    assert decided.tolist() == [[1, 0, 1], [0, 1, 1]]


def test_macro_f1_is_the_mean_over_the_labels() -> None:
    truth = np.array([[1, 1, 0], [1, 0, 1], [0, 1, 0], [0, 0, 0]])
    decided = np.array([[1, 1, 0], [1, 1, 0], [0, 0, 0], [0, 0, 0]])

    assert macro_f1(truth, decided) == pytest.approx((1 + 0.5 + 0) / 3)


def test_scores_of_a_label() -> None:
    truth, probabilities = _same([1, 1, 1, 0]).astype(int), _same([0.9, 0.8, 0.3, 0.6])

    score = score_labels(truth, decide(probabilities, _for_all(0.5)), ["a", "b", "c", "d"], probabilities)[0]

    assert (score.label, score.support) == ("vague", 3)
    assert (score.precision, score.recall) == (pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert score.f1.value == pytest.approx(2 / 3)
    assert score.brier == pytest.approx((0.01 + 0.04 + 0.49 + 0.36) / 4)
    assert score.average_precision == pytest.approx((1 + 1 + 3 / 4) / 3)


@pytest.mark.parametrize(("truth", "decided"), [([0, 0], [0, 0]), ([1, 1], [0, 0]), ([0, 0], [1, 1])])
def test_label_that_never_occurs_or_is_never_found_scores_zero(truth: list[float], decided: list[float]) -> None:
    (score, *_) = score_labels(_same(truth).astype(int), _same(decided).astype(int), ["a", "b"], _same([0.1, 0.2]))

    assert (score.precision * score.recall, score.f1.value) == (0, 0)


def _noisy(groups: int, rows: int) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Labels of which a fifth is judged wrongly, in whole groups."""
    chance = np.random.default_rng(7)
    truth = np.repeat(chance.integers(0, 2, (groups, 3)), rows, axis=0)
    wrong = np.repeat(chance.random((groups, 3)) < 0.2, rows, axis=0)
    return truth, truth ^ wrong, [f"g{n}" for n in range(groups) for _ in range(rows)]


def test_interval_covers_the_value_and_is_the_same_every_time() -> None:
    truth, decided, groups = _noisy(30, 4)

    interval = bootstrap_f1(truth, decided, groups)

    assert interval.low < interval.value < interval.high
    assert interval.value == pytest.approx(macro_f1(truth, decided))
    assert bootstrap_f1(truth, decided, groups) == interval


def test_whole_groups_are_resampled() -> None:
    truth, decided, groups = _noisy(15, 20)

    grouped, single = bootstrap_f1(truth, decided, groups), bootstrap_f1(truth, decided, [str(n) for n in range(len(groups))])

    assert grouped.value == single.value
    assert grouped.high - grouped.low > 2 * (single.high - single.low)


def test_interval_of_one_group_is_its_value() -> None:
    interval = bootstrap_f1(np.array([[1], [0], [1]]), np.array([[1], [1], [0]]), ["a", "a", "a"])

    assert (interval.low, interval.value, interval.high) == (0.5, 0.5, 0.5)
    assert str(interval) == "0.500 [0.500, 0.500]"


def test_calibration_error_is_the_weighted_gap_of_the_bins() -> None:
    truth, probabilities = np.array([0, 0, 1, 1]), np.array([0.05, 0.15, 0.15, 0.95])

    # one row off by 0.05, two rows at 0.15 of which half are true, one row off by 0.05
    assert expected_calibration_error(truth, probabilities) == pytest.approx((0.05 + 2 * 0.35 + 0.05) / 4)


@pytest.mark.parametrize(
    ("probabilities", "error"),
    [
        ([0.85, 0.95], (0.15 + 0.95) / 2),  # two bins
        ([0.95, 1.0], abs(0.5 - 0.975)),  # certainty stands in the last one
    ],
)
def test_bins_of_the_calibration_error_are_tenths(probabilities: list[float], error: float) -> None:
    assert expected_calibration_error(np.array([1, 0]), np.array(probabilities)) == pytest.approx(error)


@pytest.mark.parametrize(("truth", "probability", "error"), [(1, 1.0, 0), (0, 0.0, 0), (0, 1.0, 1), (1, 0.0, 1)])
def test_certainty_is_either_right_or_wholly_wrong(truth: int, probability: float, error: float) -> None:
    assert expected_calibration_error(np.array([truth]), np.array([probability])) == error


def test_even_exact_probabilities_show_some_calibration_error() -> None:
    exact = np.random.default_rng(1).random(200)

    floor = calibration_noise_floor(exact)

    assert 0 < floor < 0.2
    assert calibration_noise_floor(exact) == floor
    assert calibration_noise_floor(np.tile(exact, 20)) < floor  # more rows, less noise
    assert calibration_noise_floor(np.array([0.0, 1.0, 1.0])) == 0


@pytest.mark.parametrize(
    ("truth", "probabilities", "threshold"),
    [
        ([0, 0, 1, 1], [0.1, 0.3, 0.62, 0.9], 0.62),
        ([0, 1, 0, 1], [0.1, 0.31, 0.62, 0.9], 0.31),  # 0.31 gives F1 0.8, 0.9 only 0.67
        ([0, 0, 1], [0.1, 0.2, 0.97], 0.8),  # kept below certainty
        ([0, 1, 1], [0.01, 0.05, 0.06], 0.2),
    ],
)
def test_best_threshold_has_the_highest_f1_within_bounds(truth: list[float], probabilities: list[float], threshold: float) -> None:
    assert best_thresholds(_same(truth).astype(int), _same(probabilities)) == _for_all(threshold)


@pytest.mark.parametrize(
    ("precision", "threshold"),
    [
        (0.6, 0.2),  # three of five
        (0.75, 0.31),  # three of four
        (0.9, 0.61),  # two of two
    ],
)
def test_precise_threshold_is_the_lowest_that_is_precise_enough(precision: float, threshold: float) -> None:
    truth, probabilities = _same([0, 1, 0, 1, 1]).astype(int), _same([0.305, 0.505, 0.605, 0.705, 0.905])

    assert precise_thresholds(truth, probabilities, precision) == _for_all(threshold)


def test_label_that_is_never_precise_enough_is_hardly_ever_given() -> None:
    assert precise_thresholds(_same([0, 0]).astype(int), _same([0.5, 0.9]), 0.9) == _for_all(0.95)


@pytest.mark.parametrize(
    ("share", "margin"),
    [
        (0.2, 0.4),  # both rows in between may be left to a person
        (0.1, 0.52),  # one of ten: the margin shrinks past 0.515
        (0.0, 0.72),  # none: it shrinks past 0.705
    ],
)
def test_margins_shrink_until_few_enough_rows_are_near(share: float, margin: float) -> None:
    probabilities = _same([0.1] * 4 + [0.515, 0.705] + [0.9] * 4)

    assert review_margins(probabilities, _for_all(0.8), _for_all(0.4), share) == _for_all(margin)


def test_margin_never_lies_above_the_threshold() -> None:
    assert review_margins(_same([0.1, 0.9]), _for_all(0.5), _for_all(0.7), 1.0) == _for_all(0.5)
