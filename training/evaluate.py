"""A model and annotated rows in, its scores beside the majority baseline out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from classifier.model.scorer import Model
from classifier.types import LABELS
from training.corpus import find_row_files, load_corpus
from training.fit import label_matrix
from training.measure import LabelScore, decide, macro_f1, score_labels


@dataclass(frozen=True)
class Evaluation:
    """How a model did on some rows; `seen` says that it was trained on exactly these."""

    rows: int
    groups: int
    scores: list[LabelScore]
    macro: float
    baseline: float
    seen: bool


def evaluate_model(model: Model, data: Path) -> Evaluation:
    """Score a model on annotated rows.

    Args:
        model: the model, with its own thresholds.
        data: a JSONL file or a folder of them.
    """
    samples = load_corpus(data)
    truth, groups = label_matrix(samples), [sample.group for sample in samples]
    verdicts = [model.judge(sample.analysis, sample.kind) for sample in samples]
    probabilities = np.array([[verdict.probabilities[label] for label in LABELS] for verdict in verdicts])
    decided = decide(probabilities, model.thresholds)
    majority = np.tile((truth.mean(axis=0) > 0.5).astype(np.int64), (len(samples), 1))  # noqa: PLR2004
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in find_row_files(data))).hexdigest()
    return Evaluation(
        len(samples), len(set(groups)), score_labels(truth, decided, groups, probabilities), macro_f1(truth, decided), macro_f1(truth, majority),
        digest == model.manifest["training"]["data_sha256"],
    )  # fmt: skip
