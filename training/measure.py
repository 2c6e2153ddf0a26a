"""True labels and probabilities in, F1, precision, recall, calibration and bootstrap intervals out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import f1_score, precision_recall_curve, precision_score, recall_score

from classifier.types import LABELS

Matrix = NDArray[np.float64]


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
    """How one label was judged; `brier` and `calibration_error` are 0 where no probabilities were given."""

    label: str
    support: int
    precision: float
    recall: float
    f1: Interval
    brier: float
    calibration_error: float


def decide(probabilities: Matrix, thresholds: Mapping[str, float]) -> NDArray[np.int64]:
    """The labels at or above their thresholds, (rows, labels)."""
    return np.asarray(probabilities >= np.array([thresholds[label] for label in LABELS]), dtype=np.int64)


def best_thresholds(truth: NDArray[np.int64], probabilities: Matrix) -> dict[str, float]:
    """For each label the threshold of the highest F1, rounded to 0.01 and kept within 0.2 and 0.8; to be chosen on out-of-fold probabilities."""
    thresholds = {}
    for position, label in enumerate(LABELS):
        precision, recall, cuts = precision_recall_curve(truth[:, position], probabilities[:, position])
        f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-12)
        best = float(cuts[int(np.argmax(f1[:-1]))])
        thresholds[label] = round(min(max(best, 0.2), 0.8), 2)
    return thresholds


def score_labels(
    truth: NDArray[np.int64], decided: NDArray[np.int64], groups: Sequence[str], probabilities: Matrix | None = None, rounds: int = 1000
) -> list[LabelScore]:
    """Score every label.

    Args:
        truth: (rows, labels) of 0 and 1.
        decided: the judgement, of the same shape.
        groups: the document or project of every row; whole groups are resampled, since rows of one table are alike.
        probabilities: (rows, labels), for Brier score and calibration error.
        rounds: bootstrap rounds.
    """
    scores = []
    for position, label in enumerate(LABELS):
        y, z = truth[:, position], decided[:, position]
        brier, calibration = 0.0, 0.0
        if probabilities is not None:
            brier = float(np.mean((probabilities[:, position] - y) ** 2))
            calibration = expected_calibration_error(y, probabilities[:, position])
        f1 = bootstrap_f1(truth[:, [position]], decided[:, [position]], groups, rounds)
        precision, recall = precision_score(y, z, zero_division=0), recall_score(y, z, zero_division=0)
        scores.append(LabelScore(label, int(y.sum()), float(precision), float(recall), f1, brier, calibration))
    return scores


def macro_f1(truth: NDArray[np.int64], decided: NDArray[np.int64]) -> float:
    """The mean of the labels' F1."""
    return float(f1_score(truth, decided, average="macro", zero_division=0))


def bootstrap_f1(truth: NDArray[np.int64], decided: NDArray[np.int64], groups: Sequence[str], rounds: int = 1000) -> Interval:
    """The macro F1 with an interval from resampling whole groups (Efron & Tibshirani 1993, cluster bootstrap); seeded, so repeatable."""
    names = sorted(set(groups))
    members = {name: np.flatnonzero(np.array([group == name for group in groups])) for name in names}
    counts = np.stack([_confusion(truth[members[name]], decided[members[name]]) for name in names])
    drawn = np.random.default_rng(0).integers(0, len(names), (rounds, len(names)))
    values = np.sort([_f1(counts[picks].sum(axis=0)) for picks in drawn])
    return Interval(_f1(counts.sum(axis=0)), float(values[int(0.025 * rounds)]), float(values[int(0.975 * rounds) - 1]))


def _confusion(truth: NDArray[np.int64], decided: NDArray[np.int64]) -> NDArray[np.int64]:
    """True positives and the sum of both positives, (2, labels)."""
    return np.stack([(truth & decided).sum(axis=0), truth.sum(axis=0) + decided.sum(axis=0)])


def _f1(counts: NDArray[np.int64]) -> float:
    return float(np.mean(2 * counts[0] / np.maximum(counts[1], 1)))


def expected_calibration_error(truth: NDArray[np.int64], probabilities: NDArray[np.float64], bins: int = 10) -> float:
    """The mean gap between probability and frequency over equal-width bins, weighted by their rows (Naeini et al. 2015)."""
    places = np.minimum((probabilities * bins).astype(int), bins - 1)
    gaps = [abs(truth[places == b].mean() - probabilities[places == b].mean()) * (places == b).sum() for b in range(bins) if (places == b).any()]
    return float(sum(gaps) / len(truth))
