"""A library entry and the project in, the count or the unit price that the draft itself states for it out."""

from decimal import Decimal
from typing import NamedTuple

from classifier.analysis.places import QUANTITY
from classifier.rules.costs import plain
from classifier.suggest.facts import Fact, cell_name, project_facts
from classifier.suggest.filled import Filled, known, open_slot, slot
from classifier.suggest.library import Entry
from classifier.suggest.matching import shared
from classifier.types import IndicatorAnalysis, Project, ProjectAnalysis, Trace

SPANS = ("个月", "天")
"""Units of time, whose nouns say little."""

PRICE_DIGITS = 4
"""A unit price is computed only where it comes out within so many decimals."""


class Count(NamedTuple):
    """A quantity of the draft; `same` says whether it counts what the entry is about."""

    amount: Decimal
    row: IndicatorAnalysis
    same: bool


def fill_count(entry: Entry, project: ProjectAnalysis, subject: str) -> Filled:
    """Fill a count or a unit price: from the purpose, from a quantity row, or computed from the budget; a count of another thing comes with a question."""
    unit = entry.unit.rpartition("/")[2] if entry.fill == "unit_price" else entry.unit
    if entry.fill == "unit_price" and (price := _stated_price(entry, project, subject)):
        return Filled(f"{entry.sign}{price.digits}{price.whole_unit}", (Trace(price.digits, "cell", price.source),), True)
    count = find_count(project, unit, entry, subject)
    if count is None or (not count.same and entry.fill == "count"):
        stated = _stated_count(entry, project.project, subject)
        if stated:
            return known(entry, stated.digits, entry.unit, "cell", stated.source)
    if count is None:
        return open_slot(entry)
    place = cell_name(count.row.indicator.locations.get("value"))
    source = f"第{count.row.indicator.row}行“{count.row.indicator.name} {count.row.value.text.strip()}”（{place}）"
    if entry.fill == "count":
        filled = known(entry, plain(count.amount), entry.unit, "cell", source)
        if count.same:
            return filled
        question = f"原表“{count.row.indicator.name}”是{plain(count.amount)}{unit}，这里也是吗？"
        return Filled(f"{filled.value}{slot(question)}", (*filled.trace, Trace("", "slot", question)), False)
    computed = _unit_price(project.project, count)
    if computed is None:
        return open_slot(entry)
    budget = f"预算数{plain(project.project.budget or Decimal(0))}（{cell_name(project.project.locations.get('budget'))}）"
    return known(entry, plain(computed), entry.unit, "computed", f"{budget}÷{source}")


def _stated_count(entry: Entry, head: Project, subject: str) -> Fact | None:
    """The quantity that the purpose states of what an entry counts."""
    name = entry.name.replace("{object}", subject)
    counted = [fact for fact in project_facts(head) if fact.unit == entry.unit]
    found = [fact for fact in counted if shared(fact.context if fact.unit in SPANS else fact.noun, name)]
    return found[0] if len(found) == 1 else None


def _stated_price(entry: Entry, project: ProjectAnalysis, subject: str) -> Fact | None:
    """The only price that the purpose states for one of what an entry prices."""
    per = entry.unit.rpartition("/")[2]
    name = entry.name.replace("{object}", subject)
    priced = [fact for fact in project_facts(project.project) if fact.kind == "money" and fact.per and fact.per == tuple(per.split("·"))]
    return priced[0] if len(priced) == 1 and (not priced[0].noun or shared(priced[0].noun, name)) else None


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
    """Whether a quantity counts what the entry names: they have content in common."""
    assert row.value.amount is not None  # asked by _has_unit
    same = shared(entry.name.replace("{object}", subject), row.indicator.name + "\n" + row.indicator.description) > 0
    return Count(row.value.amount, row, same)
