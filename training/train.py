"""A folder of annotations in, a model folder out: fit on all rows, thresholds and figures from cross-validation."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from classifier.errors import ZhibiaoError
from classifier.types import LABELS
from training.corpus import Sample, find_row_files, load_corpus
from training.export import export_model
from training.fit import Settings, fit, label_matrix
from training.measure import Labels, LabelScore, Matrix, best_thresholds, decide, macro_f1, precise_thresholds, review_margins, score_labels
from training.validate import FOLDS, out_of_fold

PRECISION = 0.912
"""A label is given only from a probability on at which so many of the accused rows truly have it (out of fold): an accusation that is
wrong costs a reviewer more than one that is missed. A little above 0.9, so that 0.9 holds where whole sectors are left out as well."""

FEWEST_GROUPS = 2
"""Groups that must hold a label, and that must hold rows without it, so that every fold can learn it."""

REVIEW_SHARE = 0.06
"""At most this share of rows is left to a person as too near to call."""


@dataclass(frozen=True)
class Decision:
    """Where a model accuses, and where it leaves the call to a person."""

    thresholds: dict[str, float]
    margins: dict[str, float]


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
    _refuse_too_little(data, truth, groups)
    probabilities = out_of_fold(samples, settings)
    decision = choose(truth, probabilities)
    decided = decide(probabilities, decision.thresholds)
    scores = score_labels(truth, decided, groups, probabilities)
    macro = macro_f1(truth, decided)
    export_model(fit(samples, settings), folder, decision.thresholds, decision.margins, _describe(data, samples, settings, scores, macro))
    return scores, macro


def _refuse_too_little(data: Path, truth: Labels, groups: Sequence[str]) -> None:
    """Say what annotations lack to be trained on."""
    if len(set(groups)) < FEWEST_GROUPS:
        raise ZhibiaoError(f"{data} 只有一份文件、一个项目的标注，无法交叉验证；至少要有两组")
    for position, label in enumerate(LABELS):
        for value, said in ((1, "标了"), (0, "没标")):
            holding = {group for group, given in zip(groups, truth[:, position], strict=True) if given == value}
            if len(holding) < FEWEST_GROUPS:
                raise ZhibiaoError(f"{data} 里{said} {label} 的行不到两组，无法训练；请补充标注")


def choose(truth: Any, probabilities: Matrix) -> Decision:
    """Set thresholds and margins on out-of-fold probabilities."""
    thresholds = precise_thresholds(truth, probabilities, PRECISION)
    return Decision(thresholds, review_margins(probabilities, thresholds, best_thresholds(truth, probabilities), REVIEW_SHARE))


def _describe(data: Path, samples: Sequence[Sample], settings: Settings, scores: list[LabelScore], macro: float) -> dict[str, Any]:
    """What the manifest says of the training; no dates and no paths, so that the same data give the same bytes."""
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in find_row_files(data)))
    given = Counter(label for sample in samples for label, value in zip(LABELS, sample.labels, strict=True) if value)
    return {
        "data_sha256": digest.hexdigest(),
        "rows": len(samples),
        "groups": len({sample.group for sample in samples}),
        "labels": {label: given[label] for label in LABELS},
        "settings": {"C": settings.inverse_regularisation, "min_df": settings.rarest, "blocks": list(settings.blocks)},
        "validation": f"GroupKFold({min(FOLDS, len({s.group for s in samples}))})",
        "macro_f1": round(macro, 4),
        "scores": {score.label: _figures(score) for score in scores},
        "scikit-learn": version("scikit-learn"),
    }


def _figures(score: LabelScore) -> dict[str, Any]:
    interval = [round(score.f1.low, 4), round(score.f1.high, 4)]
    return {"precision": round(score.precision, 4), "recall": round(score.recall, 4), "f1": round(score.f1.value, 4), "f1_interval": interval}
