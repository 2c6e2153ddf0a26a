"""Covers training.train: the same annotations give the same bytes, and the manifest says what the model was made from."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from classifier.errors import ZhibiaoError
from classifier.model.features import BLOCKS
from classifier.model.scorer import MANIFEST, Model
from classifier.model.weights import WEIGHTS
from classifier.types import LABELS
from tests.training.conftest import DRAFT_ROWS
from tests.training.corpora import OBJECTS, group_rows, write_rows
from training.fit import Settings
from training.train import train

TRAIN = "import sys; from pathlib import Path; from training.train import train; train(Path(sys.argv[1]), Path(sys.argv[2]))"


def _bytes(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in (MANIFEST, WEIGHTS)}


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model folder trained on the rows of one draft."""
    folder = tmp_path_factory.mktemp("model")
    train(DRAFT_ROWS, folder)
    return folder


def test_same_annotations_give_the_same_bytes_in_another_process(trained: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "1"}
    subprocess.run([sys.executable, "-c", TRAIN, str(DRAFT_ROWS), str(tmp_path)], env=environment, check=True, cwd=Path(__file__).parents[2])

    assert _bytes(tmp_path) == _bytes(trained)


def test_place_of_the_annotations_makes_no_difference(trained: Path, tmp_path: Path) -> None:
    write_rows(tmp_path / "elsewhere" / "other.jsonl").write_bytes(DRAFT_ROWS.read_bytes())

    train(tmp_path / "elsewhere", tmp_path / "model")

    assert _bytes(tmp_path / "model") == _bytes(trained)


def test_other_annotations_make_another_model(trained: Path, tmp_path: Path) -> None:
    lines = DRAFT_ROWS.read_text(encoding="utf-8").splitlines(keepends=True)
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(lines[:-1]), encoding="utf-8")

    train(rows, tmp_path / "model")

    assert Model(tmp_path / "model").identity != Model(trained).identity


def test_manifest_says_what_the_model_was_made_from(trained: Path) -> None:
    said = json.loads((trained / MANIFEST).read_text(encoding="utf-8"))["training"]
    rows = [json.loads(line) for line in DRAFT_ROWS.read_text(encoding="utf-8").splitlines()]

    assert said["data_sha256"] == hashlib.sha256(DRAFT_ROWS.read_bytes()).hexdigest()
    assert (said["rows"], said["groups"]) == (189, 21)
    assert said["labels"] == {label: sum(row[label] for row in rows) for label in LABELS}
    assert said["settings"]["blocks"] == list(BLOCKS)


def test_manifest_names_neither_folder_nor_day(trained: Path) -> None:
    text = (trained / MANIFEST).read_text(encoding="utf-8")

    assert str(trained) not in text
    assert DRAFT_ROWS.name not in text
    assert not {"date", "time", "path", "trained_at"} & json.loads(text)["training"].keys()


def test_scores_are_those_of_rows_that_the_model_had_not_seen(corpus: Path, tmp_path: Path) -> None:
    scores, _ = train(corpus, tmp_path / "model")
    said = Model(tmp_path / "model").manifest["training"]

    assert [score.label for score in scores] == list(LABELS)
    assert [score.support for score in scores] == [2 * len(OBJECTS)] * 3
    assert {label: figures["f1"] for label, figures in said["scores"].items()} == {score.label: round(score.f1.value, 4) for score in scores}
    assert said["macro_f1"] > 0.9


def test_settings_are_used_and_written_down(corpus: Path, tmp_path: Path) -> None:
    train(corpus, tmp_path / "model", Settings(blocks=BLOCKS[:2], inverse_regularisation=0.5))

    manifest = Model(tmp_path / "model").manifest
    assert manifest["blocks"] == list(BLOCKS[:2])
    assert manifest["training"]["settings"]["C"] == 0.5


def test_annotations_of_one_group_only_are_refused_in_chinese(tmp_path: Path) -> None:
    with pytest.raises(ZhibiaoError):
        train(write_rows(tmp_path / "a.jsonl", *group_rows("路灯")), tmp_path / "model")


@pytest.mark.filterwarnings("ignore")
def test_annotations_that_lack_a_label_are_refused_in_chinese(tmp_path: Path) -> None:
    rows = [row | {"mismatched": 0} for thing in OBJECTS for row in group_rows(thing)]

    with pytest.raises(ZhibiaoError):
        train(write_rows(tmp_path / "a.jsonl", *rows), tmp_path / "model")
