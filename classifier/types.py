"""Every type that crosses a border between rooms, in the order in which data meets them; all are frozen.

In: nothing. Out: the vocabulary in which documents, analysis, rules, model, suggest and review speak to each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

FIELDS = ("level1", "level2", "name", "description", "value", "basis")
LABELS = ("vague", "mismatched", "boilerplate")

Severity = Literal["error", "warning", "hint"]
ValueKind = Literal["percent", "money", "count", "time", "date", "qualitative", "empty"]
Action = Literal["kept", "repaired", "replaced", "added", "dropped"]
Origin = Literal["cell", "computed", "regulation", "library", "slot"]


# ---- documents: file → Document → Draft ------------------------------------------------------------------------


@dataclass(frozen=True)
class Location:
    """A physical cell: table in the document, row in the table, cell in the row, each from 1."""

    table: int
    row: int
    column: int


@dataclass(frozen=True)
class Note:
    """What a reader skipped, guessed or changed, and where; `unread` means that something was left unjudged (exit 2)."""

    code: str
    place: str
    message: str
    unread: bool = False


@dataclass(frozen=True)
class Cell:
    """One cell of a grid.

    Attributes:
        text: the text without trailing blank lines.
        column: position among the physical cells of its row, from 1.
        left: first grid column that it covers, from 0.
        width: how many grid columns it covers.
        merged: it continues the cell above it (and so has no text of its own).
    """

    text: str
    column: int
    left: int
    width: int = 1
    merged: bool = False


@dataclass(frozen=True)
class Grid:
    """A table as it stands in the document; `number` counts the document's tables from 1."""

    number: int
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Document:
    """What every reader gives: paragraphs (str) and tables in document order."""

    path: str
    blocks: tuple[str | Grid, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Indicator:
    """One 三级指标 row, exact to the character; a field that the layout lacks is "" and has no location."""

    row: int
    level1: str = ""
    level2: str = ""
    name: str = ""
    description: str = ""
    value: str = ""
    basis: str = ""
    locations: Mapping[str, Location] = field(default_factory=dict)


@dataclass(frozen=True)
class PlanNode:
    """One node of 资金支出计划: its label (3月底) and the cumulative amount in the project's money unit, None where the cell is blank."""

    label: str
    amount: Decimal | None
    location: Location | None = None


@dataclass(frozen=True)
class Project:
    """One project table; amounts are in `money_unit`; `plan` is None where the layout has no payment plan."""

    number: int
    name: str = ""
    code: str = ""
    unit: str = ""
    year: int | None = None
    money_unit: str = "万元"
    budget: Decimal | None = None
    fiscal: Decimal | None = None
    other: Decimal | None = None
    purpose: str = ""
    goal: str = ""
    plan: tuple[PlanNode, ...] | None = None
    indicators: tuple[Indicator, ...] = ()
    locations: Mapping[str, Location] = field(default_factory=dict)


@dataclass(frozen=True)
class Draft:
    """One document as understood, before any judgement."""

    path: str
    unit: str = ""
    year: int | None = None
    money_unit: str = "万元"
    projects: tuple[Project, ...] = ()
    notes: tuple[Note, ...] = ()


# ---- analysis: Draft → Analysis --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Value:
    """A 指标值 taken apart.

    Attributes:
        text: the cell as written.
        sign: one of ≥ ≤ > < = ± or "".
        amount: the number as written (95 for 95%), None where there is none.
        unit: all that follows the number, as written.
        measure: the standard unit found in `unit` (%, 万元, 人 …), "" where none stands there.
        kind: what sort of value it is.
    """

    text: str
    sign: str
    amount: Decimal | None
    unit: str
    measure: str
    kind: ValueKind


@dataclass(frozen=True)
class Token:
    """A word of a segmented field with its place in the original text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Cue:
    """A named yes/no signal about wording: its code in the rule catalogue, and the words that set it off."""

    code: str
    name: str
    field: str
    text: str


@dataclass(frozen=True)
class Kind:
    """The project kind and the (field, word) pairs that decided it; code "" means that nothing decided."""

    code: str
    name: str
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class IndicatorAnalysis:
    """One row with everything that the rules and the model look at, computed once.

    Attributes:
        place: the standard name of its 二级指标 (数量指标 …), "" where the layout gives none.
        tokens: the segmented name, description and basis, by field.
        overlap: words of name and description that the project's name or purpose also has.
    """

    indicator: Indicator
    place: str
    value: Value
    tokens: Mapping[str, tuple[Token, ...]]
    overlap: tuple[str, ...]
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True)
class ProjectAnalysis:
    """A project with its kind and its analysed rows."""

    project: Project
    kind: Kind
    rows: tuple[IndicatorAnalysis, ...]


@dataclass(frozen=True)
class Analysis:
    """A draft analysed."""

    draft: Draft
    projects: tuple[ProjectAnalysis, ...]


# ---- judgement: Analysis → Verdict, Finding --------------------------------------------------------------------


@dataclass(frozen=True)
class Deciding:
    """A word or cue that moved a verdict: the text, the field it stands in, and its share of the decision (log-odds)."""

    text: str
    field: str
    weight: float


@dataclass(frozen=True)
class Verdict:
    """The model's judgement of one row; `review_needed` are labels too near their threshold to call."""

    probabilities: Mapping[str, float]
    labels: tuple[str, ...]
    review_needed: tuple[str, ...]
    deciding: Mapping[str, tuple[Deciding, ...]]


@dataclass(frozen=True)
class Evidence:
    """A stretch of a field, in characters of the original text."""

    field: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Related:
    """The explanation of a finding's number by another rule."""

    code: str
    message: str


@dataclass(frozen=True)
class Trace:
    """Where the digits of a proposal come from; `ref` names the cell, the operation, the document or the question."""

    digits: str
    origin: Origin
    ref: str


@dataclass(frozen=True)
class Suggestion:
    """A proposed row; ready is False while a slot is open or a figure awaits confirmation."""

    action: Action
    level1: str
    level2: str
    name: str
    description: str
    value: str
    basis: str
    why: str
    ready: bool
    trace: tuple[Trace, ...] = ()


@dataclass(frozen=True)
class Waiver:
    """Who let a finding pass, when and why."""

    by: str
    at: str
    reason: str


@dataclass(frozen=True)
class Finding:
    """One fault; `row` is None where it concerns the project as a whole, `label` is set on the classifier's findings."""

    code: str
    severity: Severity
    project: int
    row: int | None
    field: str
    message: str
    regulation: str
    id: str = ""
    label: str | None = None
    location: Location | None = None
    evidence: tuple[Evidence, ...] = ()
    related: tuple[Related, ...] = ()
    waived: Waiver | None = None
    suggestions: tuple[Suggestion, ...] = ()


# ---- review: everything that a format prints -------------------------------------------------------------------


@dataclass(frozen=True)
class ProjectReview:
    """A project with its verdicts (one a row, in order) and findings (worst first)."""

    analysis: ProjectAnalysis
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class DraftReview:
    """A draft judged."""

    draft: Draft
    projects: tuple[ProjectReview, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Unread:
    """A path that could not be read or judged, and why, in one Chinese sentence."""

    path: str
    reason: str


@dataclass(frozen=True)
class Review:
    """All drafts of one call."""

    model: str
    drafts: tuple[DraftReview, ...]
    unread: tuple[Unread, ...] = ()
