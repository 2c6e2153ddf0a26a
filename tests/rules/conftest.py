"""What the tests of the rules share: the example draft judged by the rule layer, and small projects judged the same way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from classifier.analysis.analyse import analyse_draft
from classifier.documents.files import load_draft
from classifier.rules.base import Example
from classifier.rules.run import run_rules
from classifier.types import Analysis, Draft, Finding
from tests.support.repository import EXAMPLE

Judge = Callable[[Example], list[Finding]]


def _judge_draft(draft: Draft) -> list[Finding]:
    analysis = analyse_draft(draft)
    return [finding for project in analysis.projects for finding in run_rules(project, analysis)[0]]


@pytest.fixture(scope="session")
def judge_draft() -> Callable[[Draft], list[Finding]]:
    """The rule layer's findings in every project of a draft."""
    return _judge_draft


@pytest.fixture(scope="session")
def example_path() -> Path:
    """The real draft of 21 projects."""
    return EXAMPLE


@pytest.fixture(scope="session")
def example_draft() -> Draft:
    return load_draft(EXAMPLE)


@pytest.fixture(scope="session")
def example_findings(example_draft: Draft) -> list[Finding]:
    return _judge_draft(example_draft)


@pytest.fixture
def analyse() -> Callable[[Example], Analysis]:
    """Analyse an example as a draft of its own."""
    return lambda example: analyse_draft(Draft("", projects=example.projects))


@pytest.fixture
def judge(analyse: Callable[[Example], Analysis]) -> Judge:
    """The rule layer's findings in the first project of an example; no rule may crash on it."""

    def judge(example: Example) -> list[Finding]:
        analysis = analyse(example)
        findings, crashed = run_rules(analysis.projects[0], analysis)
        assert not crashed
        return findings

    return judge
