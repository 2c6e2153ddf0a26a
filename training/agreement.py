"""Two labellings of the same rows in, Cohen's kappa a label with intervals and the disagreements out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from classifier.errors import DataError
from classifier.types import LABELS
from training.measure import Interval

ROUNDS = 1000
Labelling = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True)
class LabelAgreement:
    """How two labellings agree on one label; `kappa` is None where it is undefined (no common row, or no row that either marks or leaves out)."""

    label: str
    kappa: Interval | None
    agreed: int
    rows: int


@dataclass(frozen=True)
class Disagreement:
    """A row on which two labellings differ."""

    id: str
    first: tuple[str, ...]
    second: tuple[str, ...]


@dataclass(frozen=True)
class Agreement:
    """Two labellings compared on the rows that both have; `only_first` and `only_second` count the others."""

    labels: list[LabelAgreement]
    disagreements: list[Disagreement]
    common: int
    only_first: int
    only_second: int


def load_labelling(path: Path) -> Labelling:
    """The labels of every row of a JSONL file by its id; DataError with the line where one is missing, repeated or malformed."""
    labelling: dict[str, tuple[int, ...]] = {}
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        raise DataError(f"{path} 打不开或不是 UTF-8 文本") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            identity, labels = parse_labels(line)
        except ValueError as error:
            raise DataError(f"{path} 第{number}行：{error}") from None
        if identity in labelling:
            raise DataError(f"{path} 第{number}行：id {identity} 重复")
        labelling[identity] = labels
    return labelling


def parse_labels(line: str) -> tuple[str, tuple[int, ...]]:
    """The id and the labels in one line of JSON; ValueError, with a Chinese sentence, where they are not there."""
    try:
        fields = json.loads(line)
        labels = tuple(fields[label] for label in LABELS)
        identity = str(fields["id"])
    except (ValueError, TypeError, KeyError, RecursionError):
        raise ValueError(f"应为带 id 和 {'、'.join(LABELS)}（0 或 1）的 JSON 对象") from None
    if any(isinstance(label, bool) or not isinstance(label, int) or label not in (0, 1) for label in labels):
        raise ValueError("标签应为 0 或 1")
    return identity, labels


def compare(first: Labelling, second: Labelling) -> Agreement:
    """Compare two labellings (Cohen 1960); intervals by resampling the common rows, seeded."""
    common = [identity for identity in first if identity in second]
    a, b = (np.array([labelling[i] for i in common], dtype=np.int64).reshape(-1, len(LABELS)) for labelling in (first, second))
    labels = []
    for position, label in enumerate(LABELS):
        x, y = a[:, position], b[:, position]
        labels.append(LabelAgreement(label, _kappa_interval(x, y), int((x == y).sum()), len(common)))
    different = [Disagreement(i, _names(first[i]), _names(second[i])) for i in common if first[i] != second[i]]
    return Agreement(labels, different, len(common), len(first) - len(common), len(second) - len(common))


def kappa(x: NDArray[np.int64], y: NDArray[np.int64]) -> float | None:
    """Cohen's kappa of two binary labellings, None where chance agreement is total."""
    if not len(x):
        return None
    p, q = float(x.mean()), float(y.mean())
    chance = p * q + (1 - p) * (1 - q)
    return None if chance == 1 else (float((x == y).mean()) - chance) / (1 - chance)


def _kappa_interval(x: NDArray[np.int64], y: NDArray[np.int64]) -> Interval | None:
    value = kappa(x, y)
    if value is None:
        return None
    drawn = np.random.default_rng(0).integers(0, len(x), (ROUNDS, len(x)))
    values = sorted(k for picks in drawn if (k := kappa(x[picks], y[picks])) is not None)
    return Interval(value, values[int(0.025 * len(values))], values[max(int(0.975 * len(values)) - 1, 0)])


def _names(labels: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(label for label, given in zip(LABELS, labels, strict=True) if given)
