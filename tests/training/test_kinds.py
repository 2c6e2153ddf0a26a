"""Covers training.kinds: projects with their kinds in, weights that tell new projects' kinds out, the same bytes each time; bad lines are refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from classifier.errors import DataError
from classifier.model.kinds import MANIFEST, WEIGHTS, KindModel, features
from classifier.types import Project
from tests.support.repository import REPOSITORY
from training.kinds import load_kind_samples, train_kinds

KINDS, ROWS = REPOSITORY / "annotations" / "kinds.jsonl", REPOSITORY / "annotations" / "rows"
SHIPPED = REPOSITORY / "models" / "kinds"


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kind model fitted afresh."""
    folder = tmp_path_factory.mktemp("kinds")
    train_kinds(KINDS, ROWS, folder)
    return folder


@pytest.mark.parametrize("name", [MANIFEST, WEIGHTS])
def test_shipped_kind_model_is_what_its_data_give(name: str, trained: Path) -> None:
    assert (trained / name).read_bytes() == (SHIPPED / name).read_bytes()


def test_cross_validation_beats_the_words_alone() -> None:
    training = json.loads((SHIPPED / MANIFEST).read_text(encoding="utf-8"))["training"]
    assert training["right"] > training["by_words"] + 0.05
    assert training["sure_right"] >= 0.9
    assert training["among_three"] > 0.9


def test_stored_weights_rank_as_scikit_learn_does() -> None:
    """Sixteen bits are enough: over the projects that it was fitted on, the model reads the best kind that the classifier tells."""
    from training.kinds import _centred, _fit, _library

    samples = load_kind_samples(KINDS, ROWS)[:200]
    vectorizer, classifier = _fit([(s.features, s.kind) for s in load_kind_samples(KINDS, ROWS)] + _library())
    told = classifier.classes_[(vectorizer.transform([s.features for s in samples]) @ _centred(classifier)).argmax(axis=1)]
    model = KindModel(SHIPPED)
    read = [model.kinds[max(range(len(model.kinds)), key=model.scores(s.features).__getitem__)] for s in samples]
    assert sum(a != b for a, b in zip(told, read, strict=True)) == 0


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "第1行不是合规的 JSON"),
        ('{"doc": "a", "project": "b"}', "第1行应有 doc、project、kind"),
        ('{"doc": "a", "project": "b", "kind": "K01", "unit": "c"}', "没有别的键"),
        ('{"doc": "a", "project": "b", "kind": "K99"}', "没有项目类别 K99"),
    ],
)
def test_bad_line_is_refused_with_its_number(line: str, complaint: str, tmp_path: Path) -> None:
    (tmp_path / "kinds.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=complaint):
        load_kind_samples(tmp_path / "kinds.jsonl", ROWS)


def test_features_are_pairs_and_the_kinds_that_known_words_point_to() -> None:
    found = features("周转房租金", "", "", [])
    assert "周转" in found
    assert "W:K05" in found
    assert found.count("K:K05") == 2


def test_project_of_no_known_word_has_no_kind() -> None:
    ranking = KindModel(SHIPPED).rank(Project(1, name="ABC"))
    assert (ranking.kinds, ranking.sure) == ((), False)
