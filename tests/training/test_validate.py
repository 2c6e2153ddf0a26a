"""Covers training.validate: every row is judged by a model that saw no row of its group."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from classifier.types import LABELS
from tests.training.corpora import OBJECTS, group_rows, write_rows
from training import validate
from training.corpus import Sample, load_corpus
from training.fit import Fitted, Settings, fit
from training.validate import out_of_fold


class Recorded:
    """A fitted model that remembers what it was trained on and notes what it is asked to judge."""

    def __init__(self, fitted: Fitted, trained: Sequence[Sample], notes: list[tuple[Sequence[Sample], Sequence[Sample]]]) -> None:
        self.fitted, self.trained, self.notes = fitted, trained, notes

    def probabilities(self, samples: Sequence[Sample]) -> NDArray[np.float64]:
        self.notes.append((self.trained, samples))
        return self.fitted.probabilities(samples)


@pytest.fixture
def notes(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Sequence[Sample], Sequence[Sample]]]:
    """The rows trained on and the rows judged, of every fold."""
    written: list[tuple[Sequence[Sample], Sequence[Sample]]] = []
    monkeypatch.setattr(validate, "fit", lambda samples, settings: Recorded(fit(samples, settings), samples, written))
    return written


def test_no_model_judges_a_group_that_it_was_trained_on(samples: list[Sample], notes: list[tuple[Sequence[Sample], Sequence[Sample]]]) -> None:
    out_of_fold(samples, Settings(), folds=5)

    assert len(notes) == 5
    assert [fold for fold in notes if {s.group for s in fold[0]} & {s.group for s in fold[1]}] == []


def test_every_row_is_judged_once(samples: list[Sample], notes: list[tuple[Sequence[Sample], Sequence[Sample]]]) -> None:
    out_of_fold(samples, Settings(), folds=5)

    judged = [id(sample) for _, tested in notes for sample in tested]
    assert sorted(judged) == sorted(map(id, samples))
    assert [len(trained) + len(tested) for trained, tested in notes] == [len(samples)] * 5


def test_other_groups_may_be_asked_for(samples: list[Sample], notes: list[tuple[Sequence[Sample], Sequence[Sample]]]) -> None:
    sectors = {thing: "市政" if thing in OBJECTS[:6] else "其他" for thing in OBJECTS}
    names = [sectors[sample.group.removeprefix("doc-")] for sample in samples]

    out_of_fold(samples, Settings(), groups=names, folds=5)

    assert sorted({sectors[s.group.removeprefix("doc-")] for s in tested} == {"市政"} for _, tested in notes) == [False, True]


def test_there_are_no_more_folds_than_groups(samples: list[Sample], notes: list[tuple[Sequence[Sample], Sequence[Sample]]]) -> None:
    out_of_fold(samples[:12], Settings(rarest=1), folds=10)

    assert len(notes) == 3


def test_probabilities_stand_in_the_order_of_the_rows(samples: list[Sample]) -> None:
    probabilities = out_of_fold(samples, Settings())

    assert probabilities.shape == (len(samples), len(LABELS))
    assert (probabilities.round() == np.array([sample.labels for sample in samples])).all()


@pytest.mark.filterwarnings("ignore:Label not 1 is present")
def test_label_that_a_fold_has_never_seen_has_probability_zero(tmp_path: Path) -> None:
    rows = [line | {"mismatched": 0} for thing in OBJECTS[:3] for line in group_rows(thing)]
    rows[0]["mismatched"] = 1

    probabilities = out_of_fold(load_corpus(write_rows(tmp_path / "a.jsonl", *rows)), Settings(rarest=1))

    assert (probabilities[:4, LABELS.index("mismatched")] == 0).all()
    assert (probabilities[4:, LABELS.index("mismatched")] > 0).all()
