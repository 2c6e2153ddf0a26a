"""What the tests of the model share: the shipped model, its folder to change at will, a small fit, and rows to judge."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from classifier.analysis.analyse import analyse_draft
from classifier.documents.files import load_draft
from classifier.model.scorer import MANIFEST, Model, default_model
from classifier.types import Analysis
from tests.support.repository import EXAMPLE, ROWS
from training.corpus import Sample, load_corpus
from training.fit import Fitted, Settings, fit

ChangedModel = Callable[..., Model]


class SmallFit(NamedTuple):
    """A model fitted on the rows of one draft, with those rows."""

    fitted: Fitted
    samples: list[Sample]


@pytest.fixture(scope="session")
def shipped() -> Model:
    return Model(default_model())


@pytest.fixture(scope="session")
def example() -> Analysis:
    """The example draft of the repository, analysed."""
    return analyse_draft(load_draft(EXAMPLE))


@pytest.fixture(scope="session")
def small() -> SmallFit:
    samples = load_corpus(ROWS / "baigou-office-2023.jsonl")
    return SmallFit(fit(samples, Settings()), samples)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped model's folder."""
    return Path(shutil.copytree(default_model(), tmp_path / "model"))


def change_manifest(folder: Path, **changes: Any) -> None:
    """Replace entries of a manifest; None takes an entry out."""
    path = folder / MANIFEST
    manifest = json.loads(path.read_text(encoding="utf-8")) | changes
    path.write_text(json.dumps({key: value for key, value in manifest.items() if value is not None}), encoding="utf-8")


@pytest.fixture
def changed(folder: Path) -> ChangedModel:
    """Opens the shipped model with other entries in its manifest."""

    def open_changed(**changes: Any) -> Model:
        change_manifest(folder, **changes)
        return Model(folder)

    return open_changed
