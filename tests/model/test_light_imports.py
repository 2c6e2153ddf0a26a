"""Covers the weight of judging: reviewing a draft loads nothing of the trainers' libraries and nothing of the command line."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.repository import EXAMPLE, REPOSITORY

HEAVY = {"sklearn", "numpy", "scipy", "typer", "rich", "joblib", "click", "pandas", "training", "cli"}
REVIEW = """
import sys
from pathlib import Path
import classifier.review as room
from classifier.model.scorer import Model, default_model
from classifier.settings import Options
review = room.review_paths([Path(sys.argv[1])], Model(default_model()), Options(suggest=True))
assert sum(len(project.verdicts) for project in review.drafts[0].projects) == 189
print(*{name.partition(".")[0] for name in sys.modules})
"""


def _loaded(code: str, *arguments: str) -> set[str]:
    """The packages that a fresh Python has loaded when it has run the code."""
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, encoding="utf-8", check=True, cwd=REPOSITORY)
    return set(done.stdout.split())


def test_reviewing_a_draft_loads_no_heavy_package() -> None:
    loaded = _loaded(REVIEW, str(EXAMPLE))

    assert {"classifier", "jieba"} <= loaded
    assert loaded & HEAVY == set()


@pytest.mark.parametrize("package", ["sklearn", "numpy", "scipy"])
def test_packages_that_must_not_be_loaded_are_there_to_be_loaded(package: str) -> None:
    assert package in _loaded(f"import sys, {package}; print(*sys.modules)")


def test_importing_the_classifier_loads_neither_jieba_nor_a_model() -> None:
    assert _loaded("import sys, classifier; print(*{name.partition('.')[0] for name in sys.modules})") & {"jieba", "models", *HEAVY} == set()
