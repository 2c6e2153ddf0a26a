"""A fitted model in, a model folder of plain data out: manifest.json and weights.bin, the same bytes for the same fit."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from classifier.analysis.segmentation import segmenter
from classifier.errors import ModelError
from classifier.model.features import VERSION, WEIGHED
from classifier.model.scorer import FORMAT, MANIFEST
from classifier.model.weights import WEIGHTS, feature_hash
from classifier.types import LABELS
from training.fit import Fitted


def export_model(fitted: Fitted, folder: Path, thresholds: Mapping[str, float], margins: Mapping[str, float], training: Mapping[str, Any]) -> None:
    """Write a model folder, whole or not at all.

    Args:
        fitted: the model.
        folder: where to; made if missing, its files replaced.
        thresholds: the probability from which a label is given, by label.
        margins: the probability from which on a row below the threshold is too near to call, by label.
        training: what the model was made from and how it measured, for the manifest.

    Raises:
        ModelError: two features fall on one key.
    """
    keys, idf, coefficients = _columns(fitted)
    order = np.argsort(keys, kind="stable")
    if len(np.unique(keys)) != len(keys):
        raise ModelError("两个特征的散列相同，无法导出；请调整特征版本后重新训练")
    arrays = [keys[order].astype("<u8"), idf[order].astype("<f8"), *(column[order].astype("<f8") for column in coefficients)]
    weights = b"".join(array.tobytes() for array in arrays)
    manifest = {
        "format": FORMAT,
        "features": VERSION,
        "labels": list(LABELS),
        "segmenter": segmenter().identity,
        "blocks": list(fitted.vectorizers),
        "size": len(keys),
        "intercepts": {label: float(e.intercept_[0]) for label, e in zip(LABELS, fitted.classifier.estimators_, strict=True)},
        "calibration": {label: [1.0, 0.0] for label in LABELS},
        "thresholds": dict(thresholds),
        "margins": dict(margins),
        "training": dict(training),
    }
    digest = hashlib.sha256(weights + json.dumps(manifest, sort_keys=True).encode()).hexdigest()
    manifest["id"] = digest[:16]
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / WEIGHTS, weights)
    write_whole(folder / MANIFEST, (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode())


def _columns(fitted: Fitted) -> tuple[np.ndarray, np.ndarray, list[np.ndarray]]:
    keys: list[int] = []
    idf: list[float] = []
    for block, vectorizer in fitted.vectorizers.items():
        names = vectorizer.get_feature_names_out()
        keys += [feature_hash(block, name) for name in names]
        idf += list(vectorizer.idf_) if block in WEIGHED else [1.0] * len(names)
    coefficients = [estimator.coef_[0] for estimator in fitted.classifier.estimators_]
    return np.array(keys, dtype=np.uint64), np.array(idf), coefficients


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    partial = path.with_name(path.name + ".partial")
    partial.write_bytes(content)
    partial.replace(path)
