"""Samples in, out-of-fold probabilities out: every row is judged by a model that saw none of its group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold

from training.corpus import Sample
from training.fit import Settings, fit, label_matrix

FOLDS = 5
ROUGH = 1e-4
"""The solver's tolerance in the folds: their figures need no more digits."""


def out_of_fold(samples: Sequence[Sample], settings: Settings, groups: Sequence[str] | None = None, folds: int = FOLDS) -> NDArray[np.float64]:
    """Probabilities from cross-validation by group.

    Args:
        samples: the annotated rows.
        settings: how each fold's model is fitted.
        groups: what must not be split, one a sample; the samples' own groups by default.
        folds: how many folds, at most the number of groups.

    Returns:
        (rows, labels); where a fold's training rows lack a label altogether, its probability is 0.
    """
    names = list(groups or [sample.group for sample in samples])
    result = np.zeros((len(samples), len(label_matrix(samples)[0])))
    splitter = GroupKFold(min(folds, len(set(names))))
    for train, test in splitter.split(np.zeros(len(names)), groups=names):
        fitted = fit([samples[i] for i in train], replace(settings, tolerance=ROUGH))
        result[test] = fitted.probabilities([samples[i] for i in test])
    return result
