"""Faults of sums, shares and plain contradictions (N), as operators."""

from __future__ import annotations

import re
from decimal import Decimal
from random import Random

from benchmarks.mutations.base import operator
from benchmarks.mutations.reading import LESS, RATE_END, RATIO_MAY_EXCEED, TOTAL_COST, Entry, entries, has, is_simple, is_weighted, kind_of, simple, sums
from benchmarks.mutations.writing import change, digit_raised, pick, plain, write
from classifier.analysis.places import COST, QUALITY, QUANTITY, SATISFACTION, TIMELINESS
from classifier.types import Project


def _rates(project: Project) -> list[Entry]:
    """The rates outside quantity and cost that cannot exceed a hundred and are not meant to be low."""
    found = [e for e in simple(project) if e.place not in ("", COST, QUANTITY) and e.value.unit == "%" and e.value.sign in ("≥", "=", "")]
    return [e for e in found if e.row.name.endswith(RATE_END) and not has(e.row.name + e.row.description, RATIO_MAY_EXCEED) and not has(e.row.name, LESS)]


@operator("N005", "error", "比率小数点错位，超过百分之百")
def rate_slipped(project: Project, random: Random) -> Project | None:
    """Make a rate exceed a hundred by a slip."""
    entry = pick(random, [e for e in _rates(project) if e.value.amount and e.value.amount > 10])
    amount = random.choice((entry.value.amount * 10, entry.value.amount + 100)) if entry else None
    return change(project, entry.row, value=write(entry.value, amount=amount)) if entry else None


@operator("N005", "warning", "比率写成≥100%")
def rate_at_least_hundred(project: Project, random: Random) -> Project | None:
    """Write ≥100% for a rate that cannot exceed a hundred."""
    entry = pick(random, [e for e in _rates(project) if e.place != SATISFACTION])
    return change(project, entry.row, value="≥100%") if entry else None


@operator("N006", "warning", "满意度目标低于80%")
def satisfaction_low(project: Project, random: Random) -> Project | None:
    """Aim at a satisfaction below 80 %."""
    entry = pick(random, [e for e in _rates(project) if e.place == SATISFACTION and e.value.amount and e.value.amount >= 80])
    return change(project, entry.row, value=write(entry.value, amount=Decimal(random.randint(50, 79)))) if entry else None


@operator("N006", "warning", "满意度目标为100%")
def satisfaction_full(project: Project, random: Random) -> Project | None:
    """Aim at full satisfaction."""
    entry = pick(random, [e for e in _rates(project) if e.place == SATISFACTION])
    return change(project, entry.row, value=random.choice(("100%", "＝100%", "=100%"))) if entry else None


@operator("N007", "error", "数量为零或负数", also=("N013",))
def quantity_not_positive(project: Project, random: Random) -> Project | None:
    """Set a quantity to nought or below."""
    found = [e for e in simple(project, QUANTITY) if e.value.kind == "count" and e.value.sign != "≤" and e.value.amount and not has(e.row.name, LESS)]
    entry = pick(random, found)
    return change(project, entry.row, value=write(entry.value, amount=random.choice(("0", "-1", f"-{plain(entry.value.amount)}")))) if entry else None


@operator("N008", "error", "指标值是没有数也没有等级的话", also=("U001",))
def value_without_measure(project: Project, random: Random) -> Project | None:
    """Write words that are neither a number nor a grade."""
    costs = entries(project, COST)
    quantities, satisfactions = simple(project, QUANTITY), simple(project, SATISFACTION)
    entry = pick(random, quantities + satisfactions + (simple(project, COST) if len(costs) == 1 else []))
    if entry is None:
        return None
    cost, quantity = ("参照政府采购成本控制", "据实列支", "按相关规定执行"), ("应助尽助", "按实际需要", "视情况而定", "根据工作安排确定")
    return change(project, entry.row, value=random.choice(cost if entry.place == COST else quantity if entry.place == QUANTITY else ("尽量做到", "视情况而定")))


@operator("N018", "warning", "工资、补助类的足额、及时、准确率没有取100%")
def rigid_rate_lowered(project: Project, random: Random) -> Project | None:
    """Lower a rate of payroll or benefits that must be 100 %."""
    if kind_of(project) not in ("K01", "K02", "K18"):
        return None
    entry = pick(random, [e for e in _rates(project) if e.place in (QUALITY, TIMELINESS) and e.value.amount == 100])
    return change(project, entry.row, value=f"≥{random.choice((90, 92, 95, 96, 98, 99))}%") if entry else None


@operator("N019", "error", "名称末尾带的数值与指标值矛盾")
def value_in_name_differs(project: Project, random: Random) -> Project | None:
    """Put another value behind the name."""
    found = [e for e in simple(project) if e.place not in (COST, "") and e.value.amount and e.value.amount > 3 and not re.search(r"\d|[)）]$", e.row.name)]
    entry = pick(random, [e for e in found if e.value.kind in ("percent", "count") and e.value.measure and "/" not in e.value.unit])
    if entry is None:
        return None
    amount = entry.value.amount
    other = Decimal(100) if entry.value.unit == "%" and amount != 100 else Decimal(98) if entry.value.unit == "%" else digit_raised(amount, random)
    return change(project, entry.row, name=f"{entry.row.name}{plain(other)}{entry.value.unit}")


@operator("N020", "error", "其中各行之和与上级行不符", also=("N013",))
def part_off_sum(project: Project, random: Random) -> Project | None:
    """Change a part, or the whole, of parts that add up."""
    good = [(parent, parts) for parent, parts in sums(project) if all(is_simple(e.value) and e.value.unit == parent.value.unit for e in (parent, *parts))]
    good = [(parent, parts) for parent, parts in good if sum(e.value.amount or 0 for e in parts) == parent.value.amount and parent.place != COST]
    if not good:
        return None
    part = random.choice(random.choice(good)[1])
    assert part.value.amount is not None
    return change(project, part.row, value=write(part.value, amount=digit_raised(part.value.amount, random)))


@operator("N020", "error", "添上的两行其中之和大于上级行", also=("N013",))
def parts_above_sum(project: Project, random: Random) -> Project | None:
    """Split a quantity in two parts that add up to more."""
    found = [
        e for e in simple(project, QUANTITY) if e.value.kind == "count" and e.value.measure and e.value.amount and e.value.amount >= 4 and e.value.sign != "≤"
    ]
    entry = pick(random, [e for e in found if e.value.amount == int(e.value.amount) and not has(e.row.name, (*TOTAL_COST, *LESS, *"0123456789"))])
    if entry is None or is_weighted(project) or sums(project):
        return None
    whole = int(entry.value.amount)
    first = random.randint(1, whole - 1)
    last = max(row.row for row in project.indicators)
    values = (first, whole - first + random.randint(1, whole))
    parts = [
        entry.row._replace(row=last + 1 + at, name=f"其中：{where}{entry.row.name}", description=entry.row.description and f"{where}的{entry.row.name}",
                           value=write(entry.value, amount=str(values[at])))
        for at, where in enumerate(("城区", "乡镇"))
    ]  # fmt: skip
    at = project.indicators.index(entry.row) + 1
    return project._replace(indicators=(*project.indicators[:at], *parts, *project.indicators[at:]))
