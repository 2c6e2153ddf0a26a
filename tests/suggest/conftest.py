"""What the tests of suggest share: the model, the example draft with its proposals, and how a drafter fills open slots."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from classifier.documents.files import load_draft
from classifier.model.scorer import Model, default_model
from classifier.review import review_draft
from classifier.settings import Options
from classifier.suggest.recheck import PROBE_DATE, PROBE_NUMBER
from classifier.suggest.request import suggest_for_draft
from classifier.types import Answer, Draft, DraftReview, Indicator, Suggestion
from tests.support.repository import EXAMPLE

SLOT = re.compile(r"【待填：[^】]*】")


@pytest.fixture(scope="session")
def model() -> Model:
    return Model(default_model())


@pytest.fixture(scope="session")
def example_path() -> Path:
    return EXAMPLE


@pytest.fixture(scope="session")
def example_draft() -> Draft:
    return load_draft(EXAMPLE)


@pytest.fixture(scope="session")
def example(example_draft: Draft, model: Model) -> DraftReview:
    """The example draft reviewed with proposals for every faulty row."""
    return review_draft(example_draft, model, Options(suggest=True))


@pytest.fixture(scope="session")
def answers(example_draft: Draft, model: Model) -> dict[int, Answer]:
    """The whole table of every project of the example redrafted, by the project's number."""
    return {project.number: suggest_for_draft(example_draft, project.number, None, model) for project in example_draft.projects}


@pytest.fixture(scope="session")
def filled_in() -> Callable[[Suggestion], Indicator]:
    """A proposal as a row whose open slots are filled: a date where the slot is the whole value, else a number; a doubted count is confirmed."""

    def filled_in(suggestion: Suggestion) -> Indicator:
        if SLOT.fullmatch(suggestion.value):
            value = PROBE_DATE
        else:
            confirmed = re.search(r"\d", SLOT.sub("", suggestion.value))
            value = SLOT.sub("" if confirmed else PROBE_NUMBER, suggestion.value)
        return Indicator(0, suggestion.level1, suggestion.level2, suggestion.name, suggestion.description, value, suggestion.basis)

    return filled_in
