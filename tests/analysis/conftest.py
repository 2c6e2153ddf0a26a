"""What the tests of the analysis share: the example draft, the texts of all annotated rows, and jieba itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from classifier.documents.files import load_draft
from classifier.types import Draft
from training.dictionary import full_tokenizer

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def example() -> Draft:
    """The example draft of the repository: 21 projects, 189 indicators."""
    return load_draft(REPOSITORY / "examples" / "performance-tables-2023.docx")


@pytest.fixture(scope="session")
def annotated_cells() -> list[str]:
    """Every different text that stands in an annotated row."""
    rows = (json.loads(line) for file in sorted((REPOSITORY / "annotations" / "rows").glob("*.jsonl")) for line in file.read_text("utf-8").splitlines())
    return sorted({cell for row in rows for cell in row.values() if isinstance(cell, str)})


@pytest.fixture(scope="session")
def jieba_itself() -> Any:
    """jieba's own tokenizer, its whole dictionary and the lexicon loaded."""
    return full_tokenizer()
