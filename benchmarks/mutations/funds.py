"""Faults of money: costs beside the budget, funds, standards and whole-term totals (N001 N002 N004 N010 N016), as operators."""

from __future__ import annotations

import re
from decimal import Decimal
from random import Random

from benchmarks.mutations.base import operator
from benchmarks.mutations.reading import TOLERANCE, YUAN, Entry, budget_of, cost_of, entries, in_ten_thousands, is_simple, simple, total_costs, whole_cost
from benchmarks.mutations.writing import change, digit_lowered, digit_raised, drop, pick, plain, write
from classifier.analysis.places import COST, QUANTITY
from classifier.types import Project


def _cost_above(project: Project, entry: Entry | None, amount: Decimal | None, unit: str = "") -> Project | None:
    """The project with a total cost written anew, where that is above the budget by more than the tolerance."""
    budget = budget_of(project)
    if entry is None or amount is None or budget is None:
        return None
    unit = unit or entry.value.unit
    above = in_ten_thousands(amount, unit) - budget > TOLERANCE * 2
    return change(project, entry.row, value=write(entry.value, amount=amount, unit=unit)) if above else None


@operator("N001", "error", "总成本小数点错一位", also=("N013",))
def cost_slipped_up(project: Project, random: Random) -> Project | None:
    """Move the point of a total cost."""
    entry = pick(random, total_costs(project))
    return _cost_above(project, entry, entry.value.amount * random.choice((10, 100))) if entry else None


@operator("N001", "error", "总成本填了元的数，单位写万元", also=("N013",))
def cost_in_yuan_called_ten_thousands(project: Project, random: Random) -> Project | None:
    """Write the figure in 元 and the unit 万元."""
    entry = pick(random, [e for e in total_costs(project) if e.value.unit != "亿元"])
    return _cost_above(project, entry, Decimal(plain((cost_of(entry) * 10_000).quantize(Decimal(1)))), "万元") if entry else None


@operator("N001", "error", "总成本一位数字打大了", also=("N013",))
def cost_digit_raised(project: Project, random: Random) -> Project | None:
    """Raise one digit of a total cost beyond the budget."""
    entry = pick(random, total_costs(project))
    return _cost_above(project, entry, digit_raised(entry.value.amount, random)) if entry else None


@operator("N001", "error", "总成本相邻两位数字对调", also=("N013",))
def cost_digits_swapped(project: Project, random: Random) -> Project | None:
    """Swap two neighbouring digits of a total cost, where that makes it exceed the budget."""
    entry = pick(random, total_costs(project))
    if entry is None:
        return None
    text = plain(entry.value.amount)
    places = [at for at in range(len(text) - 1) if text[at : at + 2].isdigit() and text[at] < text[at + 1]]
    at = pick(random, places)
    return None if at is None else _cost_above(project, entry, Decimal(text[:at] + text[at + 1] + text[at] + text[at + 2 :]))


def _cost_below(project: Project, amount: Decimal) -> Project | None:
    """The project with its total cost written anew and all other costs left out, so that what stands there is all the cost there is."""
    entry, budget = whole_cost(project), budget_of(project)
    assert entry is not None and budget is not None
    alone = drop(project, {other.row.row for other in entries(project, COST)} - {entry.row.row})
    row = next(row for row in alone.indicators if row.row == entry.row.row)
    below = amount > 0 and budget - in_ten_thousands(amount, entry.value.unit) > TOLERANCE * 2
    return change(alone, row, value=write(entry.value, amount=amount)) if below else None


@operator("N002", "error", "唯一的总成本小数点错一位，小于预算", also=("N013",))
def cost_slipped_down(project: Project, random: Random) -> Project | None:
    """Divide the only cost by ten."""
    entry = whole_cost(project)
    return _cost_below(project, entry.value.amount / random.choice((10, 100))) if entry and entry.value.amount else None


@operator("N002", "error", "唯一的总成本一位数字打小了", also=("N013",))
def cost_digit_lowered(project: Project, random: Random) -> Project | None:
    """Lower one digit of the only cost."""
    entry = whole_cost(project)
    return _cost_below(project, digit_lowered(entry.value.amount, random)) if entry and entry.value.amount else None


@operator("N004", "error", "预算数加了一百", also=("N002", "P003", "N013", "N016"))
def budget_off(project: Project, random: Random) -> Project | None:
    """Add a hundred to the budget and to nothing else."""
    return project._replace(budget=project.budget + 100) if project.budget is not None and project.fiscal is not None else None


@operator("N004", "error", "财政资金一位数字打错")
def fiscal_digit_wrong(project: Project, random: Random) -> Project | None:
    """Change a digit of the fiscal funds."""
    if project.budget is None or not project.fiscal:
        return None
    fiscal = random.choice((digit_raised, digit_lowered))(project.fiscal, random)
    return project._replace(fiscal=fiscal) if abs(in_ten_thousands(fiscal - project.fiscal, project.money_unit)) > TOLERANCE * 2 else None


@operator("N004", "error", "其他资金多填一笔")
def other_funds_added(project: Project, random: Random) -> Project | None:
    """Add other funds that the budget does not hold."""
    if not project.budget or project.fiscal is None:
        return None
    added = (project.budget / random.choice((2, 4, 5, 10))).quantize(Decimal("0.01"))
    return project._replace(other=(project.other or Decimal(0)) + added) if in_ten_thousands(added, project.money_unit) > TOLERANCE * 2 else None


_PERIODS = {"月": ("月", "个月"), "个月": ("月", "个月"), "天": ("天", "日"), "日": ("天", "日"), "季度": ("季度", "个季度"), "季": ("季度", "个季度")}
_SAME = ({"人", "名"}, {"平方米", "㎡", "平米"})


def _products(project: Project, in_periods: bool) -> list[tuple[Entry, Entry]]:
    """Quantity and standard rows whose product is the budget, with a number of periods that the table states, or without any."""
    budget, found = budget_of(project), []
    for cost in entries(project, COST):
        money, _, rest = cost.value.unit.partition("/")
        counted, *periods = [part for part in re.split(r"[·/*×.]", rest) if part] or [""]
        if budget is None or cost.value.amount is None or not is_simple(cost.value) or money not in YUAN or not counted:
            continue
        lengths = [[e.value.amount for e in entries(project) if e.value.unit in _PERIODS.get(p, ()) and is_simple(e.value)] for p in periods if p != "年"]
        if any(len(length) != 1 for length in lengths) or bool(lengths) != in_periods:
            continue
        alike = next((units for units in _SAME if counted in units), {counted})
        for quantity in simple(project, QUANTITY):
            if quantity.value.unit in alike and quantity.value.amount and quantity.value.amount >= 3:
                product = in_ten_thousands(quantity.value.amount * cost.value.amount, money)
                for length in lengths:
                    product *= length[0] or 0
                if abs(product - budget) <= budget / 100:
                    found.append((quantity, cost))
    return found


def _quantity_off(project: Project, random: Random, in_periods: bool) -> Project | None:
    pair = pick(random, _products(project, in_periods))
    if pair is None:
        return None
    amount = (pair[0].value.amount * random.randint(12, 30) / 10).quantize(Decimal(1)) + 1
    return change(project, pair[0].row, value=write(pair[0].value, amount=amount))


def _standard_off(project: Project, random: Random, in_periods: bool) -> Project | None:
    pair = pick(random, _products(project, in_periods))
    if pair is None:
        return None
    lowered = (pair[1].value.amount * random.randint(30, 90) / 100).quantize(Decimal("0.01")).normalize()
    return change(project, pair[1].row, value=write(pair[1].value, amount=lowered)) if lowered else None


@operator("N010", "warning", "数量×标准×期数原等于预算，数量改大", also=("N013",))
def quantity_off_product(project: Project, random: Random) -> Project | None:
    """Change the quantity of a product with periods that is the budget."""
    return _quantity_off(project, random, True)


@operator("N010", "warning", "数量×标准×期数原等于预算，标准改小", also=("N013",))
def standard_off_product(project: Project, random: Random) -> Project | None:
    """Change the standard of a product with periods that is the budget."""
    return _standard_off(project, random, True)


@operator("N010", "warning", "数量×标准（无期数）原等于预算，数量改大", also=("N013",))
def quantity_off_plain_product(project: Project, random: Random) -> Project | None:
    """Change the quantity of a product without periods, as in 63人×1000元/人=6.30万元."""
    return _quantity_off(project, random, False)


@operator("N010", "warning", "数量×标准（无期数）原等于预算，标准改小", also=("N013",))
def standard_off_plain_product(project: Project, random: Random) -> Project | None:
    """Change the standard of a product without periods."""
    return _standard_off(project, random, False)


@operator("N016", "error", "实施期总额（总投资）小数点错位或一位打小，小于本年资金")
def whole_term_too_small(project: Project, random: Random) -> Project | None:
    """Write a whole-term total below the year's funds where the layout has one."""
    if not project.whole_term or project.budget is None:
        return None
    whole = random.choice((project.whole_term / 10, digit_lowered(project.whole_term, random)))
    return project._replace(whole_term=whole) if in_ten_thousands(project.budget - whole, project.money_unit) > TOLERANCE * 2 and whole > 0 else None


@operator("N016", "error", "补填的项目总投资小于本年资金")
def whole_term_added(project: Project, random: Random) -> Project | None:
    """Fill in a whole-term total below the year's funds where there was none."""
    if project.whole_term is not None or not project.budget:
        return None
    whole = (project.budget * random.randint(30, 95) / 100).quantize(Decimal("0.01"))
    return project._replace(whole_term=whole) if in_ten_thousands(project.budget - whole, project.money_unit) > TOLERANCE * 2 else None
