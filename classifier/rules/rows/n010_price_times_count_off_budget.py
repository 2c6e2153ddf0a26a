"""N010: heads or pieces × price × periods, all in the table, cannot make the budget."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from classifier.analysis.places import QUANTITY
from classifier.lazy import lazy_pattern
from classifier.money import convert
from classifier.rules.base import Rule, example, row
from classifier.rules.costs import money_costs, names_unit_cost, plain, quantities
from classifier.rules.table import PART
from classifier.types import Analysis, Finding, IndicatorAnalysis, ProjectAnalysis

_PRICE = lazy_pattern(r"^(元|千元|万元|亿元)/([^/·*\d]{1,3}?)(?:[/·*]?(月|年|天|日))?$")
_PERIODS = {"月": ("个月", "月"), "天": ("天", "日"), "日": ("天", "日")}
_TIMES = lazy_pattern(r"期数|月数|发放次数")

PAY = ("K01", "K02", "K18")
"""Kinds whose whole budget is paid out to the people counted."""


class PriceTimesCountOffBudget(Rule):
    code, name, title = "N010", "price-times-count-off-budget", "数量×标准≠预算"
    severity, dimension = "warning", "资金匹配性"
    why = "人数、标准、期数都写了，乘起来却不可能等于预算，至少有一个数不对。"
    regulation = "财预〔2015〕88号（绩效目标应与资金量相匹配）"
    mend = "核对人数、标准和期数，改正其一；预算里还有别的支出的，另列分项成本。"
    options = {"allowed_share": "0.01"}
    bad = (
        example(row("数量指标", "扶助人数", "63人"), row("成本指标", "扶助标准", "=1200元/人"), budget="6.30"),
        example(row("数量指标", "聘用人数", "10人"), row("数量指标", "发放月数", "12个月"), row("成本指标", "工资标准", "=3000元/人·月"), budget="30"),
        example(row("数量指标", "扶助人数", "63人"), row("成本指标", "扶助标准", "≤800元/人"), budget="6.30"),
    )
    good = (
        example(row("数量指标", "扶助人数", "63人"), row("成本指标", "扶助标准", "=1000元/人"), budget="6.30"),
        example(row("数量指标", "聘用人数", "10人"), row("数量指标", "发放月数", "12个月"), row("成本指标", "工资标准", "=3000元/人·月"), budget="36"),
        example(row("数量指标", "培训人次", "≥63人次"), row("成本指标", "培训标准", "≤1200元/人次"), budget="6.30"),
        example(row("数量指标", "设备数", "2套"), row("成本指标", "设备单价", "=3万元/套"), row("成本指标", "安装费", "≤1.5万元"), budget="7.5"),
        example(row("数量指标", "新增功能", "8项"), row("数量指标", "升级系统", "1套"), row("成本指标", "单项开发费", "=3万元/项"), budget="86"),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        head = project.project
        costs = money_costs(project)
        prices = [(line, match) for line in costs if (match := _PRICE.match(line.value.unit))]
        further = [line for line in costs if not _PRICE.match(line.value.unit) and (names_unit_cost(line) or line.value.amount != head.budget)]
        if not head.budget or len(prices) != 1 or further:
            return  # several prices or further costs: the budget holds more than this product
        line, match = prices[0]
        whole = [found for found in quantities(project) if not PART.match(found.indicator.name) and not _TIMES.search(found.indicator.name)]
        counted = [found for found in whole if found.value.measure == match[2]]
        periods = _periods(project, match[3])
        if len(counted) != 1 or (len(whole) > 1 and project.kind.code not in PAY) or periods is None:
            return  # other things are done with the money too
        factors = [counted[0].value.amount or Decimal(0), line.value.amount or Decimal(0), periods]
        product = convert(factors[0] * factors[1] * factors[2], match[1], head.money_unit)
        off = product - head.budget
        signs = {found.value.sign for found in (line, counted[0])}
        if abs(off) <= head.budget * self.number("allowed_share") or (off > 0 and signs & {"≤", "<"}) or (off < 0 and signs & {"≥", ">"}):
            return  # a ceiling need not be reached, a floor may be passed
        said = "×".join(plain(factor) for factor in factors if factor != 1)
        yield self.at_row(project, line, "value", f"{said}={plain(product)}{head.money_unit}，与预算{plain(head.budget)}{head.money_unit}不符")


def _periods(project: ProjectAnalysis, period: str | None) -> Decimal | None:
    """How often the price is paid; None where the table does not tell."""
    if period in (None, "年"):
        return Decimal(1)
    rows: list[IndicatorAnalysis] = [row for row in project.rows if row.place == QUANTITY and row.value.amount is not None]
    told = [row.value.amount for row in rows if row.value.measure in _PERIODS[period] or (period == "月" and _TIMES.search(row.indicator.name))]
    return told[0] if len(told) == 1 else None
