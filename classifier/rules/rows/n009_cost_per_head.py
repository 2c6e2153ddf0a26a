"""N009: the cost per head or piece that follows from budget and quantity, where the table gives none."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from classifier.money import convert
from classifier.rules.base import Rule, example, row
from classifier.rules.costs import money_costs, names_unit_cost, plain, quantities
from classifier.types import Analysis, Finding, ProjectAnalysis, Value

KINDS = ("K01", "K02", "K05", "K18", "K20")
COUNTED = ("人", "名", "户", "套", "间")


class CostPerHead(Rule):
    code, name, title = "N009", "cost-per-head", "人均、单位成本推算"
    severity, dimension = "hint", "资金匹配性"
    why = "按人、按套花的钱要有标准，表里没有写，只能由预算和数量折算出来核对。"
    regulation = "财预〔2015〕88号（绩效目标应与资金量相匹配）"
    mend = "补一条单位成本指标，依据写标准文件。"
    bad = (example(row("数量指标", "聘用人数", "14人"), row("成本指标", "总成本", "≤56.27万元"), name="劳务派遣人员工资", budget="56.27"),)
    good = (
        example(row("数量指标", "聘用人数", "14人"), row("成本指标", "人均年成本", "≤4.02万元/人"), name="劳务派遣人员工资", budget="56.27"),
        example(row("数量指标", "维修处数", "14处"), name="办公楼维修", budget="56.27"),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        head = project.project
        counted = [line for line in quantities(project) if _counted(line.value) and line.value.amount]
        if project.kind.code not in KINDS or not head.budget or len(counted) != 1 or any(names_unit_cost(line) for line in money_costs(project)):
            return
        count, unit = counted[0].value.amount or Decimal(1), _counted(counted[0].value)
        each = (convert(head.budget, head.money_unit) / count).quantize(Decimal("0.01"))
        month = (each * 10000 / 12).quantize(Decimal(1))
        message = f"折算{plain(each)}万元/{unit}·年（{month}元/{unit}·月），表中没有标准，须核对"
        yield self.at_row(project, counted[0], "value", message)


def _counted(value: Value) -> str:
    """The measure in which heads or dwellings are counted, also where a phrase stands for it (14劳务派遣人员数量); "" for other things."""
    if value.measure:
        return value.measure if value.measure in COUNTED else ""
    return "人" if "人" in value.unit else ""
