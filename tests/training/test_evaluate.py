"""Covers training.evaluate: a model's scores on annotated rows, beside the baseline, with its mistakes and what it leaves to a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from classifier.errors import DataError
from classifier.model.scorer import Model
from classifier.types import LABELS
from tests.training.corpora import row, write_rows
from training.evaluate import evaluate_model
from training.train import train


@pytest.fixture
def model(corpus: Path, tmp_path: Path) -> Model:
    train(corpus, tmp_path / "model")
    return Model(tmp_path / "model")


GOOD = row("天线数量", "000", level2="数量指标", value="3处", project="天线维修")
BAD = row("质量合格率", "101", level2="质量指标", value="≥95%", project="天线维修")
WRONG = BAD | {"vague": 0, "boilerplate": 0, "id": "w"}


def test_rows_judged_rightly_score_one(model: Model, tmp_path: Path) -> None:
    result = evaluate_model(model, write_rows(tmp_path / "rows.jsonl", GOOD, BAD))

    assert {score.label: score.f1.value for score in result.scores} == {"vague": 1, "mismatched": 0, "boilerplate": 1}
    assert (result.rows, result.groups, result.mistakes, result.pooled_precision) == (2, 1, [], 1)


def test_model_that_has_seen_the_rows_is_told_apart(model: Model, corpus: Path, tmp_path: Path) -> None:
    assert evaluate_model(model, corpus).seen
    assert not evaluate_model(model, write_rows(tmp_path / "rows.jsonl", GOOD)).seen


def test_baseline_always_answers_as_the_majority(model: Model, tmp_path: Path) -> None:
    assert evaluate_model(model, write_rows(tmp_path / "a.jsonl", GOOD, GOOD, BAD)).baseline == 0
    # vague and boilerplate on two rows of three: F1 0.8 each; mismatched on none
    assert evaluate_model(model, write_rows(tmp_path / "b.jsonl", GOOD, BAD, BAD)).baseline == pytest.approx(1.6 / 3)


def test_mistakes_say_what_was_given_and_why(model: Model, tmp_path: Path) -> None:
    result = evaluate_model(model, write_rows(tmp_path / "rows.jsonl", GOOD, WRONG))

    assert sorted((mistake.label, mistake.given) for mistake in result.mistakes) == [("boilerplate", True), ("vague", True)]
    assert all(mistake.sample.row.fields["id"] == "w" and mistake.deciding for mistake in result.mistakes)


def test_withheld_label_is_a_mistake_too(model: Model, tmp_path: Path) -> None:
    (mistake,) = evaluate_model(model, write_rows(tmp_path / "rows.jsonl", GOOD | {"mismatched": 1})).mistakes

    assert (mistake.label, mistake.given) == ("mismatched", False)


def test_surest_mistake_comes_first(model: Model, tmp_path: Path) -> None:
    result = evaluate_model(model, write_rows(tmp_path / "rows.jsonl", WRONG, GOOD | {"mismatched": 1}, GOOD | {"boilerplate": 1}))
    distances = [abs(mistake.probability - model.thresholds[mistake.label]) for mistake in result.mistakes]

    assert len(distances) == 4
    assert distances == sorted(distances, reverse=True)


def test_doubtful_rows_can_be_left_out(model: Model, tmp_path: Path) -> None:
    rows = write_rows(tmp_path / "rows.jsonl", GOOD, BAD | {"unsure": True})

    assert (evaluate_model(model, rows).rows, evaluate_model(model, rows, certain_only=True).rows) == (2, 1)


def test_bad_lines_are_listed_and_the_others_count(model: Model, tmp_path: Path) -> None:
    result = evaluate_model(model, write_rows(tmp_path / "rows.jsonl", GOOD, "{", BAD, row("甲", "")))

    assert result.rows == 2
    assert [line.line for line in result.bad_lines] == [2, 4]


def test_rows_without_any_label_cannot_be_scored(model: Model, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="没有标注过的行，无法打分"):
        evaluate_model(model, write_rows(tmp_path / "rows.jsonl", row("甲", "")))


def test_reliability_points_count_every_row_once(model: Model, corpus: Path) -> None:
    curves = evaluate_model(model, corpus).curves

    assert [curve.label for curve in curves] == list(LABELS)
    assert [sum(rows for _, _, rows in curve.reliability) for curve in curves] == [48] * 3
    assert all(0 <= recall <= 1 and 0 <= precision <= 1 for curve in curves for recall, precision in curve.precision_recall)
