"""A model and annotated rows in, its scores beside the majority baseline, its curves and its worst mistakes out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.metrics import precision_recall_curve

from classifier.errors import DataError
from classifier.model.scorer import Model
from classifier.types import LABELS, Deciding, Verdict
from training.corpus import BadLine, Sample, find_row_files, read_corpus
from training.fit import label_matrix
from training.measure import Interval, Labels, LabelScore, Matrix, bootstrap_f1, decide, macro_f1, score_labels

WORST = 20
BINS = 10
CURVE_POINTS = 200


@dataclass(frozen=True)
class Mistake:
    """A row that a label was wrongly given to, or withheld from, with what decided."""

    sample: Sample
    label: str
    given: bool
    probability: float
    deciding: tuple[Deciding, ...]


@dataclass(frozen=True)
class Curve:
    """A label's precision-recall points (recall, precision) and its reliability points (mean probability, frequency, rows)."""

    label: str
    precision_recall: list[tuple[float, float]]
    reliability: list[tuple[float, float, int]]


@dataclass(frozen=True)
class Evaluation:
    """How a model did on some rows.

    Attributes:
        rows, groups: how much was judged; groups are documents, or projects of a single one.
        scores: of every label.
        macro: the macro F1 with its interval.
        pooled_precision: of all accusations together.
        baseline: the macro F1 of always answering as the majority.
        review_share: the share of rows left to a person for any label.
        curves, mistakes: to look at; mistakes by how sure the model was.
        seen: the model was trained on exactly these rows.
        bad_lines: lines that were no rows.
    """

    rows: int
    groups: int
    scores: list[LabelScore]
    macro: Interval
    pooled_precision: float
    baseline: float
    review_share: float
    curves: list[Curve]
    mistakes: list[Mistake]
    seen: bool
    bad_lines: list[BadLine]


def evaluate_model(model: Model, data: Path, certain_only: bool = False) -> Evaluation:
    """Score a model on annotated rows; a label left to a person counts as not given.

    Args:
        model: the model, with its own thresholds.
        data: a JSONL file or a folder of them.
        certain_only: leave out the rows whose annotator was in doubt.

    Raises:
        DataError: there is no annotated row.
    """
    samples, bad = read_corpus(data)
    samples = [sample for sample in samples if not (certain_only and sample.row.unsure)]
    if not samples:
        raise DataError(f"{data} 里没有标注过的行，无法打分")
    truth, groups = label_matrix(samples), [sample.group for sample in samples]
    verdicts = [model.judge(sample.analysis, sample.kind) for sample in samples]
    probabilities = np.array([[verdict.probabilities[label] for label in LABELS] for verdict in verdicts])
    decided = decide(probabilities, model.thresholds)
    majority = np.tile((truth.mean(axis=0) > 0.5).astype(np.int64), (len(samples), 1))  # noqa: PLR2004
    accused = int(decided.sum())
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in find_row_files(data))).hexdigest()
    return Evaluation(
        len(samples),
        len(set(groups)),
        score_labels(truth, decided, groups, probabilities),
        bootstrap_f1(truth, decided, groups),
        float((truth & decided).sum() / accused) if accused else 0.0,
        macro_f1(truth, majority),
        sum(bool(verdict.review_needed) for verdict in verdicts) / len(verdicts),
        [_curve(position, truth, probabilities) for position in range(len(LABELS))],
        _mistakes(samples, truth, decided, verdicts, model),
        digest == model.manifest["training"]["data_sha256"],
        bad,
    )


def _curve(position: int, truth: Labels, probabilities: Matrix) -> Curve:
    y, p = truth[:, position], probabilities[:, position]
    points: list[tuple[float, float]] = []
    if y.any():
        precision, recall, _ = precision_recall_curve(y, p)
        step = max(len(recall) // CURVE_POINTS, 1)
        points = [(round(float(r), 4), round(float(q), 4)) for r, q in zip(recall[::step], precision[::step], strict=True)]
    places = np.minimum((p * BINS).astype(int), BINS - 1)
    filled = [places == b for b in range(BINS) if (places == b).any()]
    return Curve(LABELS[position], points, [(round(float(p[at].mean()), 4), round(float(y[at].mean()), 4), int(at.sum())) for at in filled])


def _mistakes(samples: Sequence[Sample], truth: Labels, decided: Labels, verdicts: Sequence[Verdict], model: Model) -> list[Mistake]:
    """The mistakes, those of which the model was surest first."""
    found = []
    for row, column in np.argwhere(truth != decided):
        label, sample = LABELS[column], samples[row]
        deciding = model.explain(sample.analysis, sample.kind, label)
        found.append(Mistake(sample, label, bool(decided[row, column]), verdicts[row].probabilities[label], deciding))
    return sorted(found, key=lambda m: (-abs(m.probability - model.thresholds[m.label]), str(m.sample.row.fields.get("id", ""))))[:WORST]
