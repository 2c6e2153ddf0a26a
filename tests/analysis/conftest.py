"""What the tests of the analysis share: the example draft, the texts of all annotated rows, and jieba itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

from classifier.documents.files import load_draft
from classifier.types import Draft
from tests.support.repository import EXAMPLE, ROWS
from training.dictionary import full_tokenizer


@pytest.fixture(scope="session")
def example() -> Draft:
    """The example draft of the repository: 21 projects, 189 indicators."""
    return load_draft(EXAMPLE)


@pytest.fixture(scope="session")
def annotated_cells() -> list[str]:
    """Every different text that stands in an annotated row."""
    rows = (json.loads(line) for file in sorted(ROWS.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines())
    return sorted({cell for row in rows for cell in row.values() if isinstance(cell, str)})


@pytest.fixture(scope="session")
def jieba_itself() -> Any:
    """jieba's own tokenizer, its whole dictionary and the lexicon loaded."""
    return full_tokenizer()
