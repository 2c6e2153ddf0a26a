"""Proposals and verdicts in, plain values for JSON out; what review, suggest and classify share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from classifier import __version__
from classifier.types import LABELS, GoalSuggestion, Suggestion, Verdict

FORMAT_VERSION = 1
DIGITS = 4


def tool() -> str:
    """The program and its version."""
    return f"zhibiao {__version__}"


def suggestion_to_plain(suggestion: Suggestion) -> dict[str, Any]:
    """A proposed row."""
    return {**suggestion._asdict(), "trace": [trace._asdict() for trace in suggestion.trace]}


def suggestions_to_plain(suggestions: Iterable[Suggestion]) -> Sequence[dict[str, Any]]:
    """Proposed rows in order."""
    return [suggestion_to_plain(suggestion) for suggestion in suggestions]


def goal_to_plain(goal: GoalSuggestion | None) -> dict[str, Any] | None:
    """A proposed annual goal, null where the goal needs none."""
    return None if goal is None else {**goal._asdict(), "trace": [trace._asdict() for trace in goal.trace]}


def verdict_to_plain(verdict: Verdict) -> dict[str, Any]:
    """Probabilities and labels of a row."""
    return {
        "probabilities": {label: round(verdict.probabilities[label], DIGITS) for label in LABELS},
        "labels": list(verdict.labels),
        "review_needed": list(verdict.review_needed),
    }
