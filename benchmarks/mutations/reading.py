"""A project in, its rows, sums, costs and kind out, as the operators need them; read by the house's own readers, never by the rules."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal
from typing import NamedTuple

from classifier.analysis.kinds import find_kind
from classifier.analysis.normalise import normalise, squeeze
from classifier.analysis.places import COST, find_place
from classifier.analysis.values import parse_value
from classifier.types import Indicator, Location, Project, Value

TOLERANCE = Decimal("0.005")
"""万元, the tolerance of every comparison of amounts."""
YUAN = {"元": Decimal(1), "千元": Decimal(1000), "万元": Decimal(10_000), "百万元": Decimal(1_000_000), "亿元": Decimal(100_000_000)}
UNIT_COST = ("单位", "单价", "人均", "每", "标准", "均")
TOTAL_COST = ("总成本", "总投资", "预算控制", "成本控制", "经费")
RATE_END = ("率", "比例", "占比", "百分比", "满意度", "知晓度", "认可度")
LESS = ("减", "降", "控制", "不超", "限", "少", "压", "事故", "投诉", "差错", "故障", "发生", "低于")
"""Words by which a ≤ or a zero may be meant, whatever the row; wider than the rule catalogue asks, so that nothing planted is in doubt."""
RATIO_MAY_EXCEED = ("增", "提升", "提高", "完成率", "同比", "超", "上年", "升", "利用率", "周转", "执行率")
_SIMPLE = re.compile(r"(?:[≥≤><=]|>=|<=)?\d[\d,]*(?:\.\d+)?[^\d≥≤><=~—]*")


class Entry(NamedTuple):
    """A row with what the operators ask of it."""

    row: Indicator
    place: str
    value: Value


def as_read(project: Project) -> Project:
    """The project as a reader gives it: every field that holds something has a location, and keeps it when it is blanked."""
    heads = ("name", "code", "unit", "budget", "fiscal", "other", "purpose", "goal")
    head = {field: Location(1, at, 2) for at, field in enumerate(heads, 1) if getattr(project, field) not in ("", None)}
    fields = [f for f in ("level1", "level2", "name", "description", "value", "basis") if any(getattr(row, f) for row in project.indicators)]
    rows = tuple(
        row._replace(locations={field: Location(1, 20 + at, column) for column, field in enumerate(fields, 1)}) for at, row in enumerate(project.indicators)
    )
    return project._replace(locations={**head, **project.locations}, indicators=rows)


def entries(project: Project, place: str = "") -> list[Entry]:
    """The rows of a project, or those that stand in a place."""
    found = [Entry(row, find_place(row.level1, row.level2), parse_value(row.value)) for row in project.indicators]
    return [entry for entry in found if not place or entry.place == place]


def is_simple(value: Value) -> bool:
    """Whether a value is one sign, one number and one unit and nothing else, so that it can be written anew."""
    plain = squeeze(value.text)
    return value.amount is not None and value.kind in ("percent", "money", "count", "time") and bool(_SIMPLE.fullmatch(plain))


def simple(project: Project, place: str = "") -> list[Entry]:
    """The rows with a simple value that have no part in a sum (其中)."""
    summed = {entry.row.row for parent, parts in sums(project) for entry in (parent, *parts)}
    return [entry for entry in entries(project, place) if is_simple(entry.value) and entry.row.row not in summed]


def sums(project: Project) -> list[tuple[Entry, list[Entry]]]:
    """Every row that 其中 rows follow, with them."""
    found: list[tuple[Entry, list[Entry]]] = []
    last: Entry | None = None
    for entry in entries(project):
        if "其中" not in entry.row.name:
            last = entry
        elif last is not None:
            if not found or found[-1][0] is not last:
                found.append((last, []))
            found[-1][1].append(entry)
    return found


def in_ten_thousands(amount: Decimal, unit: str) -> Decimal:
    """An amount in 万元."""
    return amount * YUAN[unit] / YUAN["万元"]


def budget_of(project: Project) -> Decimal | None:
    """The project's budget in 万元."""
    return None if project.budget is None else in_ten_thousands(project.budget, project.money_unit)


def money_costs(project: Project) -> list[Entry]:
    """The cost rows in plain money."""
    return [entry for entry in simple(project, COST) if entry.value.unit in YUAN]


def total_costs(project: Project) -> list[Entry]:
    """The cost rows that must not exceed the budget: named as totals, or the only cost row and no unit cost; at or below the budget as they stand."""
    budget = budget_of(project)
    if budget is None:
        return []
    costs = [entry for entry in money_costs(project) if not has(entry.row.name, UNIT_COST) and not re.search(r"\d", entry.row.name)]
    only = len(entries(project, COST)) == 1
    totals = [entry for entry in costs if only or has(entry.row.name, TOTAL_COST)]
    return [entry for entry in totals if entry.value.sign in ("≤", "=", "") and cost_of(entry) <= budget + TOLERANCE]


def whole_cost(project: Project) -> Entry | None:
    """The project's only total cost, where that is the whole budget."""
    totals, budget = total_costs(project), budget_of(project)
    return totals[0] if len(totals) == 1 and budget is not None and abs(cost_of(totals[0]) - budget) <= TOLERANCE else None


def cost_of(entry: Entry) -> Decimal:
    """A money row's amount in 万元."""
    assert entry.value.amount is not None
    return in_ten_thousands(entry.value.amount, entry.value.unit)


def kind_of(project: Project) -> str:
    """The code of the project's kind."""
    return find_kind(squeeze(project.name), squeeze(project.purpose)).code


def has(text: str, words: Collection[str]) -> bool:
    """Whether any of the words stands in the text."""
    return any(word in text for word in words)


def is_weighted(project: Project) -> bool:
    """Whether the table has weights."""
    return any(row.weight is not None for row in project.indicators)


def is_placed(project: Project) -> bool:
    """Whether every row says its 二级指标."""
    return all(entry.place for entry in entries(project))


def years_of(text: str) -> list[str]:
    """The years that stand in a text."""
    return re.findall(r"(?<!\d)20\d\d(?!\d)", normalise(text))
