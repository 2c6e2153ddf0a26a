"""What the tests of the rules share: the example draft judged by the rule layer, and small projects judged the same way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from classifier.analysis.analyse import analyse_draft
from classifier.documents.files import load_draft
from classifier.rules.base import Example, Rule
from classifier.rules.run import judge_draft_rules
from classifier.types import Analysis, Draft, Finding
from tests.support.repository import EXAMPLE

Judge = Callable[..., list[Finding]]


def _judge_draft(draft: Draft) -> list[Finding]:
    return judge_draft_rules(analyse_draft(draft))[0]


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
    return lambda example: analyse_draft(Draft("", unit=example.unit, projects=example.projects, outline=example.outline))


@pytest.fixture
def judge(analyse: Callable[[Example], Analysis]) -> Judge:
    """The errors and warnings of the rule layer in an example, without those on what its table lacks, since examples are fragments of tables;
    `whole=True` gives all findings. No rule may crash on it.
    """

    def judge(example: Example, rules: Mapping[str, Rule] | None = None, whole: bool = False) -> list[Finding]:
        findings, crashed = judge_draft_rules(analyse(example), rules)
        assert not crashed
        return findings if whole else [f for f in findings if f.severity != "hint" and f.field != "table"]

    return judge
