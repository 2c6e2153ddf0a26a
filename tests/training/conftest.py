"""What the tests of the training share: a small corpus, and the annotations of the repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.training.corpora import write_corpus
from training.corpus import Sample, load_corpus

ANNOTATIONS = Path(__file__).parents[2] / "annotations"
DRAFT_ROWS = ANNOTATIONS / "rows" / "baigou-office-2023.jsonl"
"""The rows of one draft: one document, 21 projects."""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder of annotations: twelve documents of four rows."""
    return write_corpus(tmp_path / "rows")


@pytest.fixture
def samples(corpus: Path) -> list[Sample]:
    return load_corpus(corpus)
