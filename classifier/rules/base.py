"""What a rule is, and the small projects in which its examples stand.

A rule is a file named after its code that holds one subclass of Rule; the folder is searched, nothing is registered.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import ClassVar, NamedTuple

from classifier.findings import finding_id
from classifier.types import Analysis, Evidence, Finding, Indicator, IndicatorAnalysis, Location, Outline, PlanNode, Project, ProjectAnalysis, Severity

Option = int | str | tuple[int | str, ...]
"""What an option of a rule may be: a threshold (decimal fractions as text) or a list."""


class Example(NamedTuple):
    """A draft in miniature; the first project is the one judged."""

    projects: tuple[Project, ...]
    outline: Outline = Outline()
    unit: str = ""


class Rule:
    """One exact check.

    Attributes:
        code: family letter and number, never reused.
        name: the fault's name in English, for other programs.
        title: the fault's name in Chinese.
        severity: of its findings, unless the check says otherwise.
        dimension: the item of the official review sheet that it counts against.
        why: why this is a fault, one Chinese sentence.
        regulation: the document and part that it rests on.
        mend: how to mend it, one Chinese sentence.
        explains: codes of rules whose findings this one explains; its message is shown with them and not by itself.
        options: thresholds and word lists with their defaults, which a bureau may set.
        example_options: how the rule is set while its examples run, where it says nothing as shipped.
        bad: examples that the rule reports, each once at least.
        good: examples that look alike and on which it is silent.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    title: ClassVar[str]
    severity: ClassVar[Severity]
    dimension: ClassVar[str]
    why: ClassVar[str]
    regulation: ClassVar[str]
    mend: ClassVar[str]
    explains: ClassVar[tuple[str, ...]] = ()
    bad: ClassVar[tuple[Example, ...]] = ()
    good: ClassVar[tuple[Example, ...]] = ()

    options: ClassVar[Mapping[str, Option]] = {}
    example_options: ClassVar[Mapping[str, Option]] = {}

    def __init__(self, severity: Severity | None = None, options: Mapping[str, Option] | None = None) -> None:
        """A rule as a bureau sets it; without arguments, as it is shipped."""
        self._severity = severity
        self.settings = {**self.options, **(options or {})}

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        """Yield the findings in one project, by what stands in it; the draft is there for its unit and year."""
        return iter(())

    def check_draft(self, draft: Analysis) -> Iterator[Finding]:
        """Yield the findings that take several projects, or what stands outside them; the whole draft is looked at once."""
        return iter(())

    def number(self, option: str) -> Decimal:
        """A numeric option as it is set."""
        return Decimal(str(self.settings[option]))

    def words(self, option: str) -> tuple[str, ...]:
        """An option that lists words or numbers, as it is set."""
        setting = self.settings[option]
        return tuple(map(str, setting)) if isinstance(setting, tuple | list) else (str(setting),)

    def at_row(self, project: ProjectAnalysis, row: IndicatorAnalysis, field: str, message: str, severity: Severity | None = None) -> Finding:
        """A finding on one field of a row, with the whole field as its evidence."""
        indicator = row.indicator
        text = getattr(indicator, field)
        return Finding(
            self.code, self._graded(severity), project.project.number, indicator.row, field, message, self.regulation,
            id=finding_id(self.code, project.project, indicator, field),
            location=indicator.locations.get(field) or indicator.locations.get("name"),
            evidence=(Evidence(field, text, 0, len(text)),) if text else (),
        )  # fmt: skip

    def at_project(
        self, project: ProjectAnalysis, field: str, message: str, node: PlanNode | None = None, severity: Severity | None = None, key: str = ""
    ) -> Finding:
        """A finding on a project's head or on its table as a whole; `node` is the node of the payment plan that it concerns, `key` tells apart
        several findings on one field.
        """
        location = node.location if node else project.project.locations.get(field)
        identity = finding_id(self.code, project.project, None, field + (node.label if node else "") + key)
        return Finding(self.code, self._graded(severity), project.project.number, None, field, message, self.regulation, id=identity, location=location)

    def at_draft(self, draft: Analysis, field: str, message: str, key: str = "", severity: Severity | None = None) -> Finding:
        """A finding on the draft as a whole (project 0); `key` is what it is about, apart from places that may move."""
        identity = finding_id(self.code, Project(0, name=draft.draft.unit), None, field + key)
        return Finding(self.code, self._graded(severity), 0, None, field, message, self.regulation, id=identity)

    def _graded(self, severity: Severity | None) -> Severity:
        """A severity set by the bureau outweighs the check's own."""
        return self._severity or severity or self.severity


def row(level2: str, name: str, value: str, description: str = "", basis: str = "", level1: str = "", weight: str = "") -> Indicator:
    """An example row."""
    return Indicator(0, level1=level1, level2=level2, name=name, description=description, value=value, basis=basis, weight=_money(weight))


def another(*rows: Indicator, plan: str | None = None, number: int = 1, **head: object) -> Project:
    """An example project as a table in which every given field has a cell; `plan` holds the cumulative amounts of 3, 6, 10 and 12月底 parted
    by blanks, "-" for a blank cell.
    """
    labels = ("3月底", "6月底", "10月底", "12月底")
    nodes = None if plan is None else tuple(PlanNode(label, _money(text)) for label, text in zip(labels, plan.split(), strict=True))
    numbered = tuple(r._replace(row=i) for i, r in enumerate(rows, 1))
    fields = {field: _money(str(text)) if field in _AMOUNTS else text for field, text in head.items()}
    cells = dict.fromkeys(head, Location(1, 1, 1))
    return Project(number, plan=nodes, indicators=numbered, locations=cells, **fields)  # type: ignore[arg-type]


_AMOUNTS = ("budget", "fiscal", "other", "whole_term")


def example(*rows: Indicator, others: tuple[Project, ...] = (), outline: Outline | None = None, unit: str = "", **head: object) -> Example:
    """An example of one project with these rows, and perhaps others beside it and text around it."""
    return Example((another(*rows, **head), *others), outline or Outline(), unit)  # type: ignore[arg-type]


def _money(text: str) -> Decimal | None:
    return Decimal(text) if text and text != "-" else None
