"""A library entry and the project in, the filled value with the origin of every number out; what the draft does not say stays open."""

from __future__ import annotations

from decimal import Decimal

from classifier.analysis.places import SATISFACTION
from classifier.lazy import lazy_pattern
from classifier.rules.costs import plain
from classifier.suggest.counts import fill_count
from classifier.suggest.facts import cell_name, stated_dates
from classifier.suggest.filled import Filled, known, open_slot
from classifier.suggest.library import Entry
from classifier.suggest.matching import content_pairs, shared
from classifier.types import IndicatorAnalysis, PlanNode, Project, ProjectAnalysis, Trace

HUNDRED = Decimal(100)
_MONTH = lazy_pattern(r"\d{1,2}")


def fill_value(entry: Entry, project: ProjectAnalysis, row: IndicatorAnalysis | None, subject: str) -> Filled:
    """Fill the value of an entry.

    Args:
        entry: the library entry.
        project: the project that it is proposed for.
        row: the row that it replaces, None for an added row.
        subject: the noun that stands for {object}.

    Returns:
        The value, with 【待填：…】 where only the drafter knows.
    """
    head = project.project
    if entry.fill == "budget" and head.budget:
        return known(entry, plain(head.budget), head.money_unit, "cell", f"预算数（{cell_name(head.locations.get('budget'))}）")
    if entry.fill in ("count", "unit_price"):
        return fill_count(entry, project, subject)
    if entry.fill == "deadline" and (filled := _deadline(head, entry.name.replace("{object}", subject).replace("{title}", subject))):
        return filled
    if entry.fill in ("usual", "whole"):
        return _rate(entry, row)
    if entry.fill == "regulation":
        return known(entry, entry.amount, entry.unit, "regulation", entry.document)
    if entry.fill == "state":
        return Filled(entry.text, (), True)
    if entry.fill == "zero":
        return Filled("不发生", (), True)
    return open_slot(entry)


def _rate(entry: Entry, row: IndicatorAnalysis | None) -> Filled:
    """A rate keeps the drafter's own figure where it lies within the usual range, to be confirmed unless both ask for satisfaction; else the usual value."""
    low, high = Decimal(entry.low or entry.amount), Decimal(entry.high or entry.amount)
    if row is not None and row.value.amount is not None and row.value.kind == "percent" and entry.unit == "%" and low <= row.value.amount <= high:
        sign = "=" if row.value.amount == HUNDRED else entry.sign
        source = f"原指标值（{cell_name(row.indicator.locations.get('value'))}）"
        filled = known(entry._replace(sign=sign), plain(row.value.amount), "%", "cell", source)
        if entry.level2 == row.place == SATISFACTION:
            return filled  # the same question, asked of named people
        question = f"原表“{row.indicator.name}”是{row.value.text.strip()}，这里也是吗？"
        return filled._replace(trace=(*filled.trace, Trace("", "slot", question)), ready=False)
    reason = entry.reason or f"按性质应为{entry.amount}{entry.unit}"
    return known(entry, entry.amount, entry.unit, "library", f"{entry.id}：{reason}", ready=False)


def paid_in_full(project: Project) -> PlanNode | None:
    """The first node of the payment plan at which the whole budget is paid; None where the plan does not say."""
    if not project.budget:
        return None
    return next((node for node in project.plan or () if node.amount is not None and node.amount >= project.budget), None)


def _deadline(head: Project, name: str) -> Filled | None:
    """The date that goal or purpose state, with a question unless it is said of the same thing; else the month in which all is paid, with a question."""
    stated = stated_dates(head)
    if len({date.text for date in stated}) == 1:
        date = stated[0]
        traces = tuple(Trace(digits, "cell", date.source if digits in date.own else "文本标题的年度") for digits in date.digits)
        if shared(name, date.context) or not content_pairs(name):
            return Filled(date.text, traces, True)
        return Filled(date.text, (*traces, Trace("", "slot", f"{date.text}说的是不是这项工作？")), False)
    node = paid_in_full(head)
    month = _MONTH.search(node.label) if node else None
    if not node or not month:
        return None
    year = f"{head.year}年" if head.year else ""
    trace = [Trace(str(head.year), "cell", "文本标题的年度")] if head.year else []
    trace.append(Trace(month[0], "cell", f"支出计划{node.label}付清（{cell_name(node.location)}）"))
    trace.append(Trace("", "slot", f"款在{node.label}付清，这项工作也在此前完成吗？"))
    return Filled(f"{year}{month[0]}月底前", tuple(trace), False)
