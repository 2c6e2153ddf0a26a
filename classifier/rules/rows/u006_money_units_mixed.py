"""U006: the cost rows of one table are in different money units."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example, row
from classifier.rules.costs import in_unit, money_costs, names_unit_cost, plain, tolerance, total_costs
from classifier.types import Analysis, Finding, ProjectAnalysis


class MoneyUnitsMixed(Rule):
    code, name, title = "U006", "money-units-mixed", "货币单位不一"
    severity, dimension = "warning", "规范完整性"
    why = "同一张表的成本有的用元、有的用万元，加总和与预算核对容易差一万倍。"
    regulation = "预算绩效文本格式（金额单位统一）"
    mend = "总成本和分项成本统一用表头的金额单位；单价可以用元。"
    bad = (
        example(row("成本指标", "总成本", "≤31.32元"), row("成本指标", "补贴标准", "≤450元/人·月"), budget="31.32"),
        example(row("成本指标", "设备费", "≤35000元"), row("成本指标", "安装费", "≤4万元"), budget="7.5"),
    )
    good = (
        example(row("成本指标", "设备费", "≤3.5万元"), row("成本指标", "安装费", "≤4万元"), budget="7.5"),
        example(row("成本指标", "总成本", "≤7.5万元"), row("成本指标", "每米造价", "≤300元/米"), budget="7.5"),
        example(row("成本指标", "总成本", "≤75000元"), budget="7.5"),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        head = project.project
        for line in total_costs(project):
            amount = in_unit(line.value, head.money_unit)
            if head.budget is None or amount is None or line.value.measure == head.money_unit or len(money_costs(project)) == 1:
                continue  # the only cost is compared with the budget by N001 and N002
            if line.value.amount == head.budget and amount < head.budget - tolerance(head.money_unit, line.value.measure):
                message = f"“{line.value.text.strip()}”合{plain(amount)}{head.money_unit}，与预算{plain(head.budget)}{head.money_unit}不符，疑单位写错"
                yield self.at_row(project, line, "value", message)
                return
        costs = [line for line in money_costs(project) if not names_unit_cost(line)]
        units = {line.value.measure for line in costs}
        if len(units) == 1 or not units:
            return
        odd = next((line for line in costs if line.value.measure != project.project.money_unit), costs[0])
        said = "、".join(sorted(units))
        yield self.at_row(project, odd, "value", f"同一张表的成本用了{said}，应统一为表头的{project.project.money_unit}")
