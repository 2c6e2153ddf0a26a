"""What a rule is, and the small projects in which its examples stand.

A rule is a file named after its code that holds one subclass of Rule; the folder is searched, nothing is registered.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar, NamedTuple

from classifier.findings import finding_id
from classifier.types import Analysis, Evidence, Finding, Indicator, IndicatorAnalysis, PlanNode, Project, ProjectAnalysis, Severity


class Example(NamedTuple):
    """A draft in miniature; the first project is the one judged."""

    projects: tuple[Project, ...]


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

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        """Yield the findings in one project; the draft is there for what other projects say."""
        raise NotImplementedError

    def at_row(self, project: ProjectAnalysis, row: IndicatorAnalysis, field: str, message: str, severity: Severity | None = None) -> Finding:
        """A finding on one field of a row, with the whole field as its evidence."""
        indicator = row.indicator
        text = getattr(indicator, field)
        return Finding(
            self.code, severity or self.severity, project.project.number, indicator.row, field, message, self.regulation,
            id=finding_id(self.code, project.project, indicator, field),
            location=indicator.locations.get(field) or indicator.locations.get("name"),
            evidence=(Evidence(field, text, 0, len(text)),) if text else (),
        )  # fmt: skip

    def at_project(self, project: ProjectAnalysis, field: str, message: str, node: PlanNode | None = None) -> Finding:
        """A finding on the head of a project; `node` is the node of the payment plan that it concerns."""
        location = node.location if node else project.project.locations.get(field)
        identity = finding_id(self.code, project.project, None, field + (node.label if node else ""))
        return Finding(self.code, self.severity, project.project.number, None, field, message, self.regulation, id=identity, location=location)


def row(level2: str, name: str, value: str, description: str = "", basis: str = "") -> Indicator:
    """An example row."""
    return Indicator(0, level2=level2, name=name, description=description, value=value, basis=basis)


def project(*rows: Indicator, name: str = "", budget: str = "", plan: str | None = None, number: int = 1, **amounts: str) -> Project:
    """An example project; `plan` holds the cumulative amounts of 3, 6, 10 and 12月底 parted by blanks, "-" for a blank cell."""
    labels = ("3月底", "6月底", "10月底", "12月底")
    nodes = None if plan is None else tuple(PlanNode(label, _money(text)) for label, text in zip(labels, plan.split(), strict=True))
    numbered = tuple(Indicator(i, level2=r.level2, name=r.name, description=r.description, value=r.value, basis=r.basis) for i, r in enumerate(rows, 1))
    return Project(number, name=name, budget=_money(budget), plan=nodes, indicators=numbered, **{field: _money(text) for field, text in amounts.items()})  # type: ignore[arg-type]


def example(*rows: Indicator, others: tuple[Project, ...] = (), **head: str) -> Example:
    """An example of one project with these rows, and perhaps others beside it."""
    return Example((project(*rows, **head), *others))  # type: ignore[arg-type]


def _money(text: str) -> Decimal | None:
    return Decimal(text) if text and text != "-" else None
