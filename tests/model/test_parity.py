"""Covers classifier.model.scorer against scikit-learn: the exported model gives the probabilities of the fitted one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from threadpoolctl import threadpool_limits

from classifier.model.features import BLOCKS
from classifier.model.scorer import Model
from classifier.types import LABELS
from tests.model.conftest import SmallFit
from tests.support.repository import ROWS
from training.corpus import Sample, load_corpus
from training.export import export_model
from training.fit import Fitted, Settings, fit

EXPORTED = 1e-9
REFITTED = 1e-6


def _largest_gap(model: Model, fitted: Fitted, samples: list[Sample]) -> float:
    verdicts = [model.judge(sample.analysis, sample.kind) for sample in samples]
    scored = np.array([[verdict.probabilities[label] for label in LABELS] for verdict in verdicts])
    return float(np.abs(scored - fitted.probabilities(samples)).max())


def _export(fitted: Fitted, folder: Path) -> Model:
    export_model(fitted, folder, dict.fromkeys(LABELS, 0.5), dict.fromkeys(LABELS, 0.4), {})
    return Model(folder)


def test_exported_model_scores_its_own_rows_as_scikit_learn_does(small: SmallFit, tmp_path: Path) -> None:
    assert _largest_gap(_export(small.fitted, tmp_path), small.fitted, small.samples) < EXPORTED


@pytest.mark.parametrize("name", ["audit", "finance", "townships"])
def test_exported_model_scores_rows_of_other_trades_as_scikit_learn_does(small: SmallFit, tmp_path: Path, name: str) -> None:
    assert _largest_gap(_export(small.fitted, tmp_path), small.fitted, load_corpus(ROWS / f"{name}.jsonl")) < EXPORTED


@pytest.mark.parametrize("blocks", [("structure",), ("char",), ("word", "cue")])
def test_model_of_fewer_blocks_scores_as_scikit_learn_does(small: SmallFit, tmp_path: Path, blocks: tuple[str, ...]) -> None:
    fitted = fit(small.samples, Settings(blocks=blocks))

    assert _largest_gap(_export(fitted, tmp_path), fitted, small.samples) < EXPORTED
    assert set(blocks) < set(BLOCKS)


def test_fact_that_stands_twice_in_a_row_counts_once(small: SmallFit, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"name": "服务质量", "value": "很好很好", "vague": 1, "mismatched": 0, "boilerplate": 1}\n' * 3, encoding="utf-8")
    repeated = load_corpus(rows)
    fitted = fit(small.samples + repeated, Settings())

    assert _largest_gap(_export(fitted, tmp_path / "model"), fitted, repeated) < EXPORTED


def test_row_without_one_known_word_is_still_judged(small: SmallFit, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"name": "\U00020bb7\U00020bb7", "vague": 0, "mismatched": 0, "boilerplate": 0}\n', encoding="utf-8")

    assert _largest_gap(_export(small.fitted, tmp_path / "model"), small.fitted, load_corpus(rows)) < EXPORTED


@pytest.fixture(scope="module")
def annotated() -> list[Sample]:
    """Every annotated row of the repository."""
    return load_corpus(ROWS)


def test_shipped_model_is_the_fit_of_all_annotations(shipped: Model, annotated: list[Sample]) -> None:
    assert _largest_gap(shipped, fit(annotated, Settings()), annotated) < REFITTED


def test_shipped_model_is_the_same_fit_on_a_computer_of_one_core(shipped: Model, annotated: list[Sample]) -> None:
    with threadpool_limits(1):
        fitted = fit(annotated, Settings())

    assert _largest_gap(shipped, fitted, annotated) < REFITTED
