"""A library entry and the project in, the filled value with the origin of every number out; what the draft does not say stays open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from classifier.analysis.normalise import squeeze
from classifier.analysis.places import QUANTITY, SATISFACTION
from classifier.lazy import lazy_pattern
from classifier.rules.costs import plain
from classifier.suggest.library import Entry
from classifier.types import Indicator, IndicatorAnalysis, Location, PlanNode, Project, ProjectAnalysis, Trace

PRICE_DIGITS = 4
"""A unit price is computed only where it comes out within so many decimals."""

HUNDRED = Decimal(100)
_DIGITS = lazy_pattern(r"\d+(?:\.\d+)?")
_MONTH = lazy_pattern(r"\d{1,2}")


class Filled(NamedTuple):
    """A value with its origins; `ready` is False while a slot is open or a figure awaits confirmation."""

    value: str
    trace: tuple[Trace, ...]
    ready: bool


class Count(NamedTuple):
    """A quantity of the draft; `same` says whether it counts what the entry is about."""

    amount: Decimal
    row: IndicatorAnalysis
    same: bool


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
        return _known(entry, plain(head.budget), head.money_unit, "cell", f"预算数（{cell_name(head.locations.get('budget'))}）")
    if entry.fill in ("count", "unit_price"):
        return _from_count(entry, project, subject)
    if entry.fill == "deadline" and (node := paid_in_full(head)):
        return _deadline(head, node)
    if entry.fill in ("usual", "whole"):
        return _rate(entry, row)
    if entry.fill == "regulation":
        return _known(entry, entry.amount, entry.unit, "regulation", entry.document)
    if entry.fill == "state":
        return Filled(entry.text, (), True)
    if entry.fill == "zero":
        return Filled("不发生", (), True)
    return _open(entry)


def slot(question: str) -> str:
    """An open slot with the question that fills it."""
    return f"【待填：{question}】"


def cell_name(location: Location | None) -> str:
    """A cell for people."""
    return f"表{location.table}第{location.row}行第{location.column}格" if location else "所给的行"


def _known(entry: Entry, digits: str, unit: str, origin: str, ref: str, ready: bool = True) -> Filled:
    return Filled(f"{entry.sign}{digits}{unit}", (Trace(digits, origin, ref),), ready)  # type: ignore[arg-type]


def _open(entry: Entry) -> Filled:
    question = entry.question or "指标值是多少？"
    return Filled(f"{entry.sign}{slot(question)}{entry.unit}", (Trace("", "slot", question),), False)


def _rate(entry: Entry, row: IndicatorAnalysis | None) -> Filled:
    """A rate keeps the drafter's own figure where it lies within the usual range, to be confirmed unless both ask for satisfaction; else the usual value."""
    low, high = Decimal(entry.low or entry.amount), Decimal(entry.high or entry.amount)
    if row is not None and row.value.amount is not None and row.value.kind == "percent" and entry.unit == "%" and low <= row.value.amount <= high:
        sign = "=" if row.value.amount == HUNDRED else entry.sign
        source = f"原指标值（{cell_name(row.indicator.locations.get('value'))}）"
        filled = _known(entry._replace(sign=sign), plain(row.value.amount), "%", "cell", source)
        if entry.level2 == row.place == SATISFACTION:
            return filled  # the same question, asked of named people
        question = f"原表“{row.indicator.name}”是{row.value.text.strip()}，这里也是吗？"
        return filled._replace(trace=(*filled.trace, Trace("", "slot", question)), ready=False)
    reason = entry.reason or f"按性质应为{entry.amount}{entry.unit}"
    return _known(entry, entry.amount, entry.unit, "library", f"{entry.id}：{reason}", ready=False)


def trace_digits(indicator: Indicator, fields: Iterable[str]) -> tuple[Trace, ...]:
    """The origin of every run of digits in fields that stay as the drafter wrote them."""
    cells = [(getattr(indicator, field), indicator.locations.get(field)) for field in fields]
    return tuple(Trace(digits, "cell", f"原文（{cell_name(place)}）") for text, place in cells for digits in _DIGITS.findall(text))


def paid_in_full(project: Project) -> PlanNode | None:
    """The first node of the payment plan at which the whole budget is paid; None where the plan does not say."""
    if not project.budget:
        return None
    return next((node for node in project.plan or () if node.amount is not None and node.amount >= project.budget), None)


def _deadline(project: Project, node: PlanNode) -> Filled:
    month = _MONTH.search(node.label)
    if not month:
        return Filled(slot("哪年哪月底前完成？"), (Trace("", "slot", "哪年哪月底前完成？"),), False)
    year = f"{project.year}年" if project.year else ""
    trace = [Trace(str(project.year), "cell", "文本标题的年度")] if project.year else []
    trace.append(Trace(month[0], "cell", f"支出计划{node.label}付清（{cell_name(node.location)}）"))
    trace.append(Trace("", "slot", f"款在{node.label}付清，这项工作也在此前完成吗？"))
    return Filled(f"{year}{month[0]}月底前", tuple(trace), False)


def _from_count(entry: Entry, project: ProjectAnalysis, subject: str) -> Filled:
    unit = entry.unit.rpartition("/")[2] if entry.fill == "unit_price" else entry.unit
    count = find_count(project, unit, entry, subject)
    if count is None:
        return _open(entry)
    place = cell_name(count.row.indicator.locations.get("value"))
    source = f"第{count.row.indicator.row}行“{count.row.indicator.name} {count.row.value.text.strip()}”（{place}）"
    if entry.fill == "count":
        if count.same:
            return _known(entry, plain(count.amount), entry.unit, "cell", source)
        question = f"原表“{count.row.indicator.name}”是{plain(count.amount)}{unit}，这里也是吗？"
        filled = _known(entry, plain(count.amount), entry.unit, "cell", source)
        return Filled(f"{filled.value}{slot(question)}", (*filled.trace, Trace("", "slot", question)), False)
    price = _unit_price(project.project, count)
    if price is None:
        return _open(entry)
    budget = f"预算数{plain(project.project.budget or Decimal(0))}（{cell_name(project.project.locations.get('budget'))}）"
    return _known(entry, plain(price), entry.unit, "computed", f"{budget}÷{source}")


def _unit_price(project: Project, count: Count) -> Decimal | None:
    """The budget divided by a count of the same thing, where it comes out even."""
    if not count.same or not project.budget or project.money_unit != "万元":
        return None
    price = project.budget / count.amount
    exponent = price.normalize().as_tuple().exponent
    return price if isinstance(exponent, int) and -exponent <= PRICE_DIGITS else None


def find_count(project: ProjectAnalysis, unit: str, entry: Entry, subject: str) -> Count | None:
    """A quantity row of the draft whose unit is the entry's; one that names the entry's subject comes first."""
    found = [_count(row, entry, subject) for row in project.rows if row.place == QUANTITY and _has_unit(row, unit)]
    return next((count for count in found if count.same), found[0] if found else None)


def _has_unit(row: IndicatorAnalysis, unit: str) -> bool:
    value = row.value
    if value.kind != "count" or value.amount is None or value.amount <= 0:
        return False
    return value.measure == unit or (not value.measure and unit == "人" and "人" in value.unit)


def _count(row: IndicatorAnalysis, entry: Entry, subject: str) -> Count:
    """Whether a quantity counts what the entry names: they share the subject, or the noun that stands before 人数, 数量."""
    text = squeeze(row.indicator.name + row.indicator.description)
    noun = re.sub("(人数|套数|台数|个数|份数|数量|次数|家数|件数|场数|期数|数)$", "", entry.name.replace("{object}", subject))
    same = bool(noun) and (noun in text or any(word in text for word in entry.words if len(word) > 1 and word not in _GENERIC_COUNTS))
    assert row.value.amount is not None  # asked by _has_unit
    return Count(row.value.amount, row, same)


_GENERIC_COUNTS = {"数量", "人数", "个数", "套数", "台数", "次数", "份数", "完成数量", "项目数量", "设备", "人员", "干部"}
