"""A folder of annotations in, a model folder out: fit on all rows, thresholds and figures from cross-validation."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from classifier.types import LABELS
from training.corpus import Sample, find_row_files, load_corpus
from training.export import export_model
from training.fit import Settings, fit, label_matrix
from training.measure import LabelScore, best_thresholds, decide, macro_f1, score_labels
from training.validate import FOLDS, out_of_fold

REVIEW_BAND = 0.1


def train(data: Path, folder: Path, settings: Settings | None = None) -> tuple[list[LabelScore], float]:
    """Train a model and write it.

    Args:
        data: the annotations.
        folder: the model folder to write.
        settings: how to fit; the defaults if None.

    Returns:
        The scores of every label and the macro F1, from cross-validation by group.
    """
    settings = settings or Settings()
    samples = load_corpus(data)
    truth, groups = label_matrix(samples), [sample.group for sample in samples]
    probabilities = out_of_fold(samples, settings)
    thresholds = best_thresholds(truth, probabilities)
    decided = decide(probabilities, thresholds)
    scores = score_labels(truth, decided, groups, probabilities)
    macro = macro_f1(truth, decided)
    export_model(fit(samples, settings), folder, thresholds, REVIEW_BAND, _describe(data, samples, settings, scores, macro))
    return scores, macro


def _describe(data: Path, samples: Sequence[Sample], settings: Settings, scores: list[LabelScore], macro: float) -> dict[str, Any]:
    """What the manifest says of the training; no dates and no paths, so that the same data give the same bytes."""
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in find_row_files(data)))
    return {
        "data_sha256": digest.hexdigest(),
        "rows": len(samples),
        "groups": len({sample.group for sample in samples}),
        "labels": dict(Counter(label for sample in samples for label, given in zip(LABELS, sample.labels, strict=True) if given)),
        "settings": {"C": settings.inverse_regularisation, "min_df": settings.rarest, "blocks": list(settings.blocks)},
        "validation": f"GroupKFold({min(FOLDS, len({s.group for s in samples}))})",
        "macro_f1": round(macro, 4),
        "scores": {score.label: _figures(score) for score in scores},
        "scikit-learn": version("scikit-learn"),
    }


def _figures(score: LabelScore) -> dict[str, Any]:
    interval = [round(score.f1.low, 4), round(score.f1.high, 4)]
    return {"precision": round(score.precision, 4), "recall": round(score.recall, 4), "f1": round(score.f1.value, 4), "f1_interval": interval}
