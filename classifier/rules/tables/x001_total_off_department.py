"""X001: the budgets of all projects do not add up to the department's total that the bureau has set."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from classifier.money import convert
from classifier.rules.base import Rule, another, example
from classifier.rules.costs import plain, tolerance
from classifier.types import Analysis, Finding


class TotalOffDepartment(Rule):
    code, name, title = "X001", "total-off-department", "合计不平"
    severity, dimension = "error", "资金匹配性"
    why = "各项目预算加起来不等于部门项目预算，有漏项或重项。"
    regulation = "预算绩效文本格式"
    mend = "与部门预算核对，补漏或改正。"
    options = {"department_total": "0"}
    example_options = {"department_total": "30"}
    bad = (example(name="路灯维护", budget="12", others=(another(number=2, name="绿化养护", budget="20"),)),)
    good = (example(name="路灯维护", budget="12", others=(another(number=2, name="绿化养护", budget="18"),)), example(name="路灯维护"))

    def check_draft(self, draft: Analysis) -> Iterator[Finding]:
        wanted = self.words("department_total")[0]
        budgets = [(project.project.budget, project.project.money_unit) for project in draft.projects]
        if not Decimal(wanted) or any(budget is None for budget, _ in budgets):
            return
        total = sum((convert(budget, unit) for budget, unit in budgets if budget is not None), Decimal(0))
        if abs(total - Decimal(wanted)) > tolerance("万元"):
            yield self.at_draft(draft, "budget", f"{len(budgets)}个项目预算合计{plain(total)}万元，部门项目预算是{plain(Decimal(wanted))}万元")
