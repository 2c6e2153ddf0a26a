"""A project's analysed rows in, its cost rows and quantities out; what the money rules share."""

from decimal import Decimal
from typing import NamedTuple

from classifier.analysis.normalise import normalise
from classifier.analysis.places import COST, QUANTITY
from classifier.analysis.words import any_in, words
from classifier.lazy import lazy_pattern
from classifier.money import TEN_THOUSANDS, convert
from classifier.rules.base import Rule
from classifier.types import Finding, IndicatorAnalysis, Project, ProjectAnalysis, Value

HALF_A_CENT = {"元": Decimal("0.005"), "千元": Decimal(5)}
FEWEST_YUAN = Decimal(50)
"""Tables print amounts with two decimals: half of the last one, in 元; of 万元 and of anything larger it is 50 元."""

_OVERRUN = lazy_pattern(r"超预算|超概|超支|超出|超计划")
_THOUSANDS = lazy_pattern(r"(?<=\d),(?=\d{3}(?!\d))")
_AMOUNT = lazy_pattern(r"(?<![\d.])(\d+(?:\.\d+)?)(万元|千元|亿元|元)")
_BY_TIME = lazy_pattern(r"[月日天次]均?(?:租金|标准|费用?|工资|薪)")


def tolerance(unit: str, written_in: str = "") -> Decimal:
    """By how much two amounts may differ and yet be the same as printed.

    Args:
        unit: the money unit in which they are compared, and of the result.
        written_in: the unit in which one of them is written, where it is another; the coarser of both decides.
    """
    yuan = max(HALF_A_CENT.get(name, FEWEST_YUAN) for name in (unit, written_in or unit))
    return convert(yuan, "元", unit)


def in_unit(value: Value, unit: str) -> Decimal | None:
    """A money value in another money unit (元 …); None where it is no plain amount (a price per head, a foreign currency)."""
    if value.kind != "money" or value.amount is None or value.measure not in TEN_THOUSANDS or unit not in TEN_THOUSANDS:
        return None
    return convert(value.amount, value.measure, unit)


def money_costs(project: ProjectAnalysis) -> list[IndicatorAnalysis]:
    """The cost rows that are valued in money, prices per head or piece included."""
    return [row for row in project.rows if row.place == COST and row.value.kind == "money"]


def names_unit_cost(row: IndicatorAnalysis) -> bool:
    """Whether a cost row speaks of a price per something."""
    return "/" in row.value.unit or bool(_BY_TIME.search(row.indicator.name)) or any_in(words("unit_cost"), row.indicator.name + row.indicator.description)


def total_costs(project: ProjectAnalysis) -> list[IndicatorAnalysis]:
    """The cost rows that stand for the project's total: named so, or the only one and not a price per something."""
    rows = [row for row in money_costs(project) if not _is_of_whole_term(row, project) and not _OVERRUN.search(row.indicator.name)]
    return [row for row in rows if not names_unit_cost(row) and (len(rows) == 1 or any_in(words("total_cost"), row.indicator.name))]


def _is_of_whole_term(row: IndicatorAnalysis, project: ProjectAnalysis) -> bool:
    """Whether a cost is the money of all years together."""
    whole = project.project.whole_term
    return whole is not None and in_unit(row.value, project.project.money_unit) == whole


def states_amount(head: Project, amount: Decimal) -> bool:
    """Whether purpose or goal name an amount of the project's money unit in so many words."""
    stated = _AMOUNT.findall(_THOUSANDS.sub("", normalise(head.purpose + "\n" + head.goal)))
    return any(convert(Decimal(digits), unit, head.money_unit) == amount for digits, unit in stated)


def quantities(project: ProjectAnalysis) -> list[IndicatorAnalysis]:
    """The rows under 数量指标 that count something."""
    return [row for row in project.rows if row.place == QUANTITY and row.value.kind == "count" and row.value.amount is not None]


def find_multiplier(project: ProjectAnalysis, cost: IndicatorAnalysis) -> IndicatorAnalysis | None:
    """The first quantity that makes the budget of a cost, None where none does."""
    budget, unit = project.project.budget, project.project.money_unit
    amount = in_unit(cost.value, unit)
    if budget is None or amount is None:
        return None
    allowed = tolerance(unit, cost.value.measure)
    return next((row for row in quantities(project) if abs(amount * (row.value.amount or 0) - budget) <= allowed), None)


class WrongAmount(NamedTuple):
    """An amount that should be the budget and is not, and where it stands."""

    project: ProjectAnalysis
    amount: Decimal
    row: IndicatorAnalysis | None = None

    def say(self, rule: Rule, message: str) -> Finding:
        """A rule's remark on this amount, in the place of the finding that it explains."""
        return rule.at_row(self.project, self.row, "value", message) if self.row else rule.at_project(self.project, "plan", message)


def wrong_amounts(project: ProjectAnalysis) -> list[WrongAmount]:
    """The total costs and the last amount of the plan that differ from the budget by more than the tolerance, in the project's money unit."""
    head = project.project
    if head.budget is None:
        return []
    found = [WrongAmount(project, amount, row) for row in total_costs(project) if (amount := in_unit(row.value, head.money_unit)) is not None]
    if head.plan and head.plan[-1].amount is not None:
        found.append(WrongAmount(project, head.plan[-1].amount))
    return [wrong for wrong in found if abs(wrong.amount - head.budget) > tolerance(head.money_unit)]


def plain(amount: Decimal) -> str:
    """An amount for people: no exponent, two decimals at least where there are any."""
    text = f"{amount.normalize():f}"
    return text + "0" if "." in text and len(text.partition(".")[2]) == 1 else text
