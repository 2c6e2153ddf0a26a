"""Every type that crosses a border between rooms, in the order in which data meets them; all are frozen.

In: nothing. Out: the vocabulary in which documents, analysis, rules, model, suggest and review speak to each other.
They are NamedTuples: thirty frozen dataclasses would cost every start a quarter of its time; and their annotations are no strings, each of which would
be compiled at every start. Mappings in them are never changed.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

FIELDS = ("level1", "level2", "name", "description", "value", "basis")
LABELS = ("vague", "mismatched", "boilerplate")

Severity = Literal["error", "warning", "hint"]
ValueKind = Literal["percent", "money", "count", "time", "date", "qualitative", "empty"]
Action = Literal["kept", "repaired", "replaced", "added", "dropped"]
Origin = Literal["cell", "computed", "regulation", "library", "slot"]


# ---- documents: file → Document → Draft ------------------------------------------------------------------------


class Location(NamedTuple):
    """A physical cell: table in the document, row in the table, cell in the row, each from 1."""

    table: int
    row: int
    column: int


class Note(NamedTuple):
    """What a reader skipped, guessed or changed, and where; `unread` means that something was left unjudged (exit 2)."""

    code: str
    place: str
    message: str
    unread: bool = False


class Cell(NamedTuple):
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


class Grid(NamedTuple):
    """A table as it stands in the document; `number` counts the document's tables from 1; a row that a tracked change deletes has no cells."""

    number: int
    rows: tuple[tuple[Cell, ...], ...]


class Document(NamedTuple):
    """What every reader gives: paragraphs (str) and tables in document order."""

    path: str
    blocks: tuple[str | Grid, ...]
    notes: tuple[Note, ...] = ()


class Indicator(NamedTuple):
    """One 三级指标 row, exact to the character; a field that the layout lacks is "" and has no location; so is a weight, None."""

    row: int
    level1: str = ""
    level2: str = ""
    name: str = ""
    description: str = ""
    value: str = ""
    basis: str = ""
    locations: Mapping[str, Location] = {}
    weight: Decimal | None = None


class PlanNode(NamedTuple):
    """One node of 资金支出计划: its label (3月底) and the cumulative amount in the project's money unit, None where the cell is blank."""

    label: str
    amount: Decimal | None
    location: Location | None = None


class Project(NamedTuple):
    """One project table; amounts are in `money_unit`; `plan` is None where the layout has no payment plan.

    Attributes:
        title: the heading above the table, "" where there is none.
        whole_term: 实施期资金总额 or 项目总投资, None where the layout has none.
    """

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
    locations: Mapping[str, Location] = {}
    title: str = ""
    whole_term: Decimal | None = None


class Section(NamedTuple):
    """One numbered item of 分项绩效目标: its number as written, its heading, 绩效目标 and 绩效指标 ("" where it lacks one).

    Attributes:
        run_on: the parts that do not begin a line of their own (绩效目标, 绩效指标).
    """

    number: str
    heading: str
    goal: str = ""
    indicators: str = ""
    run_on: tuple[str, ...] = ()


class ContentsEntry(NamedTuple):
    """One project in the list of contents: its number and its name, without the page."""

    number: int
    name: str


class Outline(NamedTuple):
    """What a 部门预算绩效文本 says outside its project tables.

    Attributes:
        contents: the projects of the list of contents.
        overall: 总体绩效目标.
        sections: 分项绩效目标.
        safeguards: the items of 工作保障措施.
    """

    contents: tuple[ContentsEntry, ...] = ()
    overall: str = ""
    sections: tuple[Section, ...] = ()
    safeguards: tuple[str, ...] = ()


class Draft(NamedTuple):
    """One document as understood, before any judgement."""

    path: str
    unit: str = ""
    year: int | None = None
    money_unit: str = "万元"
    projects: tuple[Project, ...] = ()
    notes: tuple[Note, ...] = ()
    outline: Outline = Outline()


class RowRecord(NamedTuple):
    """One line of a JSONL file of rows: an indicator with what its table says of the project, and perhaps its labels.

    Attributes:
        line: its line in the file, from 1.
        fields: all that stands in the line, as read, so that it can be passed through unchanged.
        project: the project that the row stands in, with this row as its only indicator.
        labels: 0 or 1 for every label, empty where the row is not annotated.
        unsure: the annotator was in doubt.
    """

    line: int
    fields: Mapping[str, object]
    project: Project
    labels: Mapping[str, int]
    unsure: bool = False


# ---- analysis: Draft → Analysis --------------------------------------------------------------------------------


class Value(NamedTuple):
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


class Token(NamedTuple):
    """A word of a segmented field as it stands in the original text, and where."""

    text: str
    start: int
    end: int


class Cue(NamedTuple):
    """A named yes/no signal about wording: its code in the rule catalogue, and the words that set it off."""

    code: str
    name: str
    field: str
    text: str


class Kind(NamedTuple):
    """The project kind and the (field, word) pairs that decided it; code "" means that nothing decided."""

    code: str
    name: str
    words: tuple[tuple[str, str], ...] = ()


class IndicatorAnalysis(NamedTuple):
    """One row with everything that the rules and the model look at, computed once.

    Attributes:
        place: the standard name of its 二级指标 (数量指标 …), "" where the layout gives none.
        tokens: the segmented name, description and basis, by field.
        overlap: words of name and description that the project's name or purpose also has.
        closeness: the share of the name's character pairs that the project's name, purpose or goal also has, 0 to 1.
        theme: the project kind that the row's own wording points to, "" for none.
        cues: the cues that it sets off.
    """

    indicator: Indicator
    place: str
    value: Value
    tokens: Mapping[str, tuple[Token, ...]]
    overlap: tuple[str, ...]
    closeness: float
    theme: str
    cues: tuple[Cue, ...] = ()


class ProjectAnalysis(NamedTuple):
    """A project with its kind and its analysed rows."""

    project: Project
    kind: Kind
    rows: tuple[IndicatorAnalysis, ...]


class Analysis(NamedTuple):
    """A draft analysed."""

    draft: Draft
    projects: tuple[ProjectAnalysis, ...]


# ---- judgement: Analysis → Verdict, Finding --------------------------------------------------------------------


class Deciding(NamedTuple):
    """A word or cue that moved a verdict: the text, the field it stands in, and its share of the decision (log-odds)."""

    text: str
    field: str
    weight: float


class Verdict(NamedTuple):
    """The model's judgement of one row; `review_needed` are labels not given, but too near their threshold to call."""

    probabilities: Mapping[str, float]
    labels: tuple[str, ...]
    review_needed: tuple[str, ...]
    deciding: Mapping[str, tuple[Deciding, ...]]


class Evidence(NamedTuple):
    """A stretch of a field, in characters of the original text."""

    field: str
    text: str
    start: int
    end: int


class Related(NamedTuple):
    """The explanation of a finding's number by another rule."""

    code: str
    message: str


class Trace(NamedTuple):
    """Where the digits of a proposal come from; `ref` names the cell, the operation, the document or the question."""

    digits: str
    origin: Origin
    ref: str


class Suggestion(NamedTuple):
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


class GoalSuggestion(NamedTuple):
    """A proposed annual goal; ready is False while a slot is open or a figure awaits confirmation."""

    text: str
    why: str
    ready: bool
    trace: tuple[Trace, ...] = ()


class Waiver(NamedTuple):
    """Who let a finding pass, when and why."""

    by: str
    at: str
    reason: str


class Finding(NamedTuple):
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


# ---- suggest: what was asked, and the answer --------------------------------------------------------------------


class RowAnswer(NamedTuple):
    """The answer for one row: what is wrong with it and what to write instead; `row` is None for a row that the table lacks."""

    row: int | None
    indicator: Indicator | None
    findings: tuple[Finding, ...]
    suggestions: tuple[Suggestion, ...]


class Mend(NamedTuple):
    """A fault of the head or the plan, which no row can mend; `repair` is what arithmetic forces, "" where only the unit knows."""

    finding: Finding
    repair: str = ""


class Answer(NamedTuple):
    """The answer to one call of suggest.

    Attributes:
        project: the project as read.
        kind: its kind; code "" where it cannot be told.
        rows: an answer a row, in the table's order, added rows last.
        whole: the whole table was asked for.
        notes: what could not be judged.
        goal: the redrafted goal.
        mends: what the unit must mend outside the table, where the whole table was asked for.
        nearest: the kinds that come nearest where the kind is in doubt, empty where it is sure.
    """

    project: Project
    kind: Kind
    rows: tuple[RowAnswer, ...]
    whole: bool = False
    notes: tuple[Note, ...] = ()
    goal: GoalSuggestion | None = None
    mends: tuple[Mend, ...] = ()
    nearest: tuple[Kind, ...] = ()


# ---- review: everything that a format prints -------------------------------------------------------------------


class ItemScore(NamedTuple):
    """One item of the official review sheet: its grade and how many findings of each severity count against it."""

    name: str
    grade: str
    errors: int
    warnings: int
    hints: int


class Score(NamedTuple):
    """The review sheet of one project, a machine's first draft; `manual` is what it leaves to a person."""

    items: tuple[ItemScore, ...]
    grade: str
    advice: str
    manual: tuple[str, ...]


class ProjectReview(NamedTuple):
    """A project with its verdicts (one a row, in order), the findings asked for (worst first), and the score by all of its findings.

    Attributes:
        analysis: the project.
        verdicts: one a row.
        findings: what was asked for, hidden ones left out.
        score: the review sheet, whatever was asked for; hints and waived findings do not count.
        hidden: how many errors and warnings were not asked for.
        cues: the cues of its head and of its table as a whole.
        goal_suggestion: a better annual goal, where proposals were asked for and the goal is worth redrafting.
    """

    analysis: ProjectAnalysis
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    score: Score
    hidden: int = 0
    cues: tuple[Cue, ...] = ()
    goal_suggestion: GoalSuggestion | None = None


class DraftReview(NamedTuple):
    """A draft judged; `notes` are the readers' and the judges', `findings` those of the whole draft."""

    draft: Draft
    projects: tuple[ProjectReview, ...]
    notes: tuple[Note, ...] = ()
    findings: tuple[Finding, ...] = ()


class Unread(NamedTuple):
    """A path that could not be read or judged, and why, in one Chinese sentence."""

    path: str
    reason: str


class Change(NamedTuple):
    """What became of a finding between two drafts: mended, still there, or new; `project` is the project's name."""

    status: Literal["mended", "still", "new"]
    project: str
    finding: Finding


class Review(NamedTuple):
    """All drafts of one call; `changes` is None where no earlier draft was given."""

    model: str
    drafts: tuple[DraftReview, ...]
    unread: tuple[Unread, ...] = ()
    changes: tuple[Change, ...] | None = None
