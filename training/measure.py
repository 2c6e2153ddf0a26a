"""True labels and probabilities in, F1, precision, recall, calibration and bootstrap intervals out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score, f1_score, precision_recall_curve, precision_score, recall_score

from classifier.types import LABELS

Matrix = NDArray[np.float64]
Labels = NDArray[np.int64]


@dataclass(frozen=True)
class Interval:
    """A figure with its 95 % bootstrap interval (percentiles over resampled groups)."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


@dataclass(frozen=True)
class LabelScore:
    """How one label was judged.

    Attributes:
        label: the label.
        support: how many rows truly have it.
        precision: the share of accused rows that truly have it.
        recall: the share of such rows that were accused.
        f1: their harmonic mean, with its interval.
        average_precision: the area under the precision-recall curve.
        brier: the mean squared error of the probability.
        calibration_error: the mean gap between probability and frequency.
        noise_floor: the gap that perfectly calibrated probabilities would show on so many rows.
    """

    label: str
    support: int
    precision: float
    recall: float
    f1: Interval
    average_precision: float
    brier: float
    calibration_error: float
    noise_floor: float


def decide(probabilities: Matrix, thresholds: Mapping[str, float]) -> Labels:
    """The labels at or above their thresholds, (rows, labels)."""
    return np.asarray(probabilities >= np.array([thresholds[label] for label in LABELS]), dtype=np.int64)


def best_thresholds(truth: Labels, probabilities: Matrix) -> dict[str, float]:
    """For each label the threshold of the highest F1, rounded to 0.01 and kept within 0.2 and 0.8; to be chosen on out-of-fold probabilities."""
    thresholds = {}
    for position, label in enumerate(LABELS):
        precision, recall, cuts = precision_recall_curve(truth[:, position], probabilities[:, position])
        f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-12)
        best = float(cuts[int(np.argmax(f1[:-1]))])
        thresholds[label] = round(min(max(best, 0.2), 0.8), 2)
    return thresholds


def precise_thresholds(truth: Labels, probabilities: Matrix, precision: float) -> dict[str, float]:
    """For each label the lowest threshold from which on the judgement is at least so precise, in steps of 0.01; to be chosen on out-of-fold probabilities."""
    thresholds = {}
    for position, label in enumerate(LABELS):
        y, p = truth[:, position], probabilities[:, position]
        fit = [cut for cut in np.arange(0.2, 0.96, 0.01) if (p >= cut).any() and y[p >= cut].mean() >= precision]
        thresholds[label] = round(float(fit[0]), 2) if fit else 0.95
    return thresholds


def review_margins(probabilities: Matrix, thresholds: Mapping[str, float], lower: Mapping[str, float], share: float) -> dict[str, float]:
    """For each label the probability from which on a row below the threshold is too near to call.

    Args:
        probabilities: out-of-fold, (rows, labels).
        thresholds: where accusing begins.
        lower: where accusing would begin for the best F1: no margin reaches below it.
        share: at most this share of the rows may be too near to call for any label; the margins shrink alike until that holds.
    """
    top = np.array([thresholds[label] for label in LABELS])
    bottom = np.minimum(np.array([lower[label] for label in LABELS]), top)
    for scale in np.arange(1.0, -0.01, -0.05):
        margins = top - scale * (top - bottom)
        if ((probabilities >= margins) & (probabilities < top)).any(axis=1).mean() <= share:
            break
    return {label: round(float(margin), 4) for label, margin in zip(LABELS, margins, strict=True)}


def score_labels(truth: Labels, decided: Labels, groups: Sequence[str], probabilities: Matrix, rounds: int = 1000) -> list[LabelScore]:
    """Score every label.

    Args:
        truth: (rows, labels) of 0 and 1.
        decided: the judgement, of the same shape.
        groups: the document or project of every row; whole groups are resampled, since rows of one table are alike.
        probabilities: (rows, labels).
        rounds: bootstrap rounds.
    """
    return [_score_label(position, truth, decided, groups, probabilities, rounds) for position in range(len(LABELS))]


def _score_label(position: int, truth: Labels, decided: Labels, groups: Sequence[str], probabilities: Matrix, rounds: int) -> LabelScore:
    y, z, p = truth[:, position], decided[:, position], probabilities[:, position]
    return LabelScore(
        LABELS[position],
        int(y.sum()),
        float(precision_score(y, z, zero_division=0)),
        float(recall_score(y, z, zero_division=0)),
        bootstrap_f1(truth[:, [position]], decided[:, [position]], groups, rounds),
        float(average_precision_score(y, p)) if y.any() else 0.0,
        float(np.mean((p - y) ** 2)),
        expected_calibration_error(y, p),
        calibration_noise_floor(p),
    )


def macro_f1(truth: Labels, decided: Labels) -> float:
    """The mean of the labels' F1."""
    return float(f1_score(truth, decided, average="macro", zero_division=0))


def bootstrap_f1(truth: Labels, decided: Labels, groups: Sequence[str], rounds: int = 1000) -> Interval:
    """The macro F1 with an interval from resampling whole groups (Efron & Tibshirani 1993, cluster bootstrap); seeded, so repeatable."""
    names = sorted(set(groups))
    members = {name: np.flatnonzero(np.array([group == name for group in groups])) for name in names}
    counts = np.stack([_confusion(truth[members[name]], decided[members[name]]) for name in names])
    drawn = np.random.default_rng(0).integers(0, len(names), (rounds, len(names)))
    values = np.sort([_f1(counts[picks].sum(axis=0)) for picks in drawn])
    return Interval(_f1(counts.sum(axis=0)), float(values[int(0.025 * rounds)]), float(values[int(0.975 * rounds) - 1]))


def _confusion(truth: Labels, decided: Labels) -> Labels:
    """True positives and the sum of both positives, (2, labels)."""
    return np.stack([(truth & decided).sum(axis=0), truth.sum(axis=0) + decided.sum(axis=0)])


def _f1(counts: Labels) -> float:
    return float(np.mean(2 * counts[0] / np.maximum(counts[1], 1)))


def expected_calibration_error(truth: Labels, probabilities: NDArray[np.float64], bins: int = 10) -> float:
    """The mean gap between probability and frequency over equal-width bins, weighted by their rows (Naeini et al. 2015)."""
    places = np.minimum((probabilities * bins).astype(int), bins - 1)
    gaps = [abs(truth[places == b].mean() - probabilities[places == b].mean()) * (places == b).sum() for b in range(bins) if (places == b).any()]
    return float(sum(gaps) / len(truth))


def calibration_noise_floor(probabilities: NDArray[np.float64], rounds: int = 100) -> float:
    """The calibration error that these probabilities would show on average if they were exact: labels drawn from them, seeded."""
    drawn = np.random.default_rng(0).random((rounds, len(probabilities)))
    return float(np.mean([expected_calibration_error((row < probabilities).astype(np.int64), probabilities) for row in drawn]))
