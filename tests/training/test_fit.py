"""Covers training.fit and training.export: the same fit twice, rare words left out, and a model folder that is whole or not written."""

from __future__ import annotations

import json
from array import array
from pathlib import Path

import numpy as np
import pytest

from classifier.errors import ModelError
from classifier.model.features import BLOCKS, WEIGHED
from classifier.model.scorer import MANIFEST, Model
from classifier.model.weights import WEIGHTS
from classifier.types import LABELS
from tests.training.corpora import OBJECTS
from training import export
from training.corpus import Sample
from training.export import export_model
from training.fit import Fitted, Settings, fit, label_matrix

THRESHOLDS = {"vague": 0.5, "mismatched": 0.6, "boilerplate": 0.7}
MARGINS = dict.fromkeys(LABELS, 0.4)


@pytest.fixture
def fitted(samples: list[Sample]) -> Fitted:
    return fit(samples, Settings())


def _coefficients(fitted: Fitted) -> np.ndarray:
    return np.array([estimator.coef_[0] for estimator in fitted.classifier.estimators_])


def _export(fitted: Fitted, folder: Path) -> Path:
    export_model(fitted, folder, THRESHOLDS, MARGINS, {"rows": 48})
    return folder


def test_same_rows_give_the_same_coefficients(samples: list[Sample], fitted: Fitted) -> None:
    assert (_coefficients(fit(samples, Settings())) == _coefficients(fitted)).all()


def test_every_block_has_its_columns(samples: list[Sample], fitted: Fitted) -> None:
    columns = [len(vectorizer.vocabulary_) for vectorizer in fitted.vectorizers.values()]

    assert tuple(fitted.vectorizers) == BLOCKS
    assert fitted.matrix(samples).shape == (len(samples), sum(columns))
    assert min(columns) > 0


def test_word_of_one_row_only_is_left_out_unless_asked_for(samples: list[Sample], fitted: Fitted) -> None:
    rare = fit(samples, Settings(rarest=1))

    assert [thing for thing in OBJECTS if f"n:{thing}" in fitted.vectorizers["word"].vocabulary_] == []
    assert "n:路灯" in rare.vectorizers["word"].vocabulary_
    assert "n:质量" in fitted.vectorizers["word"].vocabulary_


def test_weighed_rows_have_length_one_and_the_others_count_one(samples: list[Sample], fitted: Fitted) -> None:
    for block, vectorizer in fitted.vectorizers.items():
        matrix = vectorizer.transform([sample.keys[block] for sample in samples])
        if block in WEIGHED:
            assert np.sqrt(matrix.multiply(matrix).sum(axis=1)) == pytest.approx(1)
        else:
            assert set(matrix.data) == {1.0}


def test_labels_stand_in_the_order_of_the_rows(samples: list[Sample]) -> None:
    assert label_matrix(samples)[:4].tolist() == [[0, 0, 0], [1, 0, 1], [1, 1, 1], [0, 1, 0]]


def test_exported_folder_holds_two_plain_files(fitted: Fitted, tmp_path: Path) -> None:
    assert sorted(file.name for file in _export(fitted, tmp_path / "new" / "model").iterdir()) == [MANIFEST, WEIGHTS]


def test_exported_keys_are_sorted_and_followed_by_idf_and_coefficients(fitted: Fitted, tmp_path: Path) -> None:
    folder = _export(fitted, tmp_path)
    size = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["size"]
    content = (folder / WEIGHTS).read_bytes()

    keys, idf = array("Q", content[: 8 * size]), array("d", content[8 * size : 16 * size])

    assert len(content) == 8 * size * (2 + len(LABELS))
    assert sorted(set(keys)) == list(keys)
    assert idf.count(1.0) >= sum(len(fitted.vectorizers[block].vocabulary_) for block in BLOCKS if block not in WEIGHED)


def test_exported_thresholds_are_those_of_the_model(fitted: Fitted, tmp_path: Path) -> None:
    model = Model(_export(fitted, tmp_path))

    assert model.thresholds == THRESHOLDS
    assert model.manifest["margins"] == MARGINS
    assert model.manifest["training"] == {"rows": 48}


def test_identity_changes_with_the_thresholds(fitted: Fitted, tmp_path: Path) -> None:
    identities = []
    for vague in (0.5, 0.5, 0.51):
        export_model(fitted, tmp_path, THRESHOLDS | {"vague": vague}, MARGINS, {})
        identities.append(Model(tmp_path).identity)

    assert identities[0] == identities[1] != identities[2]


def test_two_features_on_one_key_are_refused_and_nothing_is_written(fitted: Fitted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "feature_hash", lambda block, key: 7)

    with pytest.raises(ModelError, match="两个特征的散列相同"):
        _export(fitted, tmp_path / "model")
    assert list(tmp_path.glob("model/*")) == []


def test_model_that_stood_there_is_replaced(fitted: Fitted, samples: list[Sample], tmp_path: Path) -> None:
    _export(fit(samples, Settings(blocks=BLOCKS[:1])), tmp_path)
    _export(fitted, tmp_path)

    assert Model(tmp_path).manifest["blocks"] == list(BLOCKS)
    assert len(list(tmp_path.glob("*.bin"))) == len(list(tmp_path.glob("*.json"))) == 1
