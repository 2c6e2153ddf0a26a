"""Samples in, a fitted scikit-learn model out: TF-IDF blocks and yes/no facts into one logistic regression a label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from threadpoolctl import threadpool_limits

from classifier.model.features import BLOCKS, WEIGHED
from training.corpus import Sample


@dataclass(frozen=True)
class Settings:
    """How a model is fitted.

    Attributes:
        blocks: the feature blocks that take part.
        inverse_regularisation: C of the logistic regression.
        rarest: a word or n-gram must stand in so many rows.
        tolerance: where the solver stops; small, so that two fits agree in the last digits that matter.
    """

    blocks: tuple[str, ...] = BLOCKS
    inverse_regularisation: float = 2.0
    rarest: int = 3
    tolerance: float = 1e-12


@dataclass(frozen=True)
class Fitted:
    """A fitted model: one vectoriser a block, in the order of the coefficient columns, and the classifier."""

    vectorizers: dict[str, CountVectorizer]
    classifier: OneVsRestClassifier

    def matrix(self, samples: Sequence[Sample]) -> sparse.csr_matrix:
        """The feature matrix of samples, (rows, features)."""
        blocks = [vectorizer.transform([sample.keys[block] for sample in samples]) for block, vectorizer in self.vectorizers.items()]
        return sparse.hstack(blocks).tocsr()

    def probabilities(self, samples: Sequence[Sample]) -> NDArray[np.float64]:
        """The probability of every label for every sample, (rows, labels)."""
        return np.asarray(self.classifier.predict_proba(self.matrix(samples)))


def identity(features: list[str]) -> list[str]:
    """The analyser of every vectoriser: features are made outside scikit-learn, by the code that also scores."""
    return features


def label_matrix(samples: Sequence[Sample]) -> NDArray[np.int64]:
    """The labels of samples, (rows, labels)."""
    return np.array([sample.labels for sample in samples])


def fit(samples: Sequence[Sample], settings: Settings) -> Fitted:
    """Fit a model; the same samples and settings on one machine give the same coefficients.

    Args:
        samples: the annotated rows; every label must occur with both values.
        settings: blocks and strengths.
    """
    vectorizers = {block: _vectorizer(block, settings) for block in settings.blocks}
    blocks = [vectorizer.fit_transform([sample.keys[block] for sample in samples]) for block, vectorizer in vectorizers.items()]
    matrix = sparse.hstack(blocks).tocsr()
    regression = LogisticRegression(C=settings.inverse_regularisation, solver="newton-cg", tol=settings.tolerance, max_iter=200)
    classifier = OneVsRestClassifier(regression)
    with threadpool_limits(1):  # the order of a sum across threads would show in the last digits, and waiting for them costs more than it saves
        classifier.fit(matrix, label_matrix(samples))
    return Fitted(vectorizers, classifier)


def _vectorizer(block: str, settings: Settings) -> CountVectorizer:
    if block in WEIGHED:
        return TfidfVectorizer(analyzer=identity, min_df=settings.rarest, dtype=np.float64)
    return CountVectorizer(analyzer=identity, min_df=settings.rarest, binary=True, dtype=np.float64)
