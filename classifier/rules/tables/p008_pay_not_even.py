"""P008: wages are paid month by month, and the plan is not."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from classifier.rules.base import Rule, example
from classifier.rules.plans import amount_by_month, share
from classifier.rules.table import kind_in_name
from classifier.types import Analysis, Finding, ProjectAnalysis

MONTHS = 12
PAY = ("K01", "K02")


class PayNotEven(Rule):
    code, name, title = "P008", "pay-not-even", "工资进度不均衡"
    severity, dimension = "hint", "实现可能性"
    why = "工资、补贴按月发放，支出计划应与月份大致相当。"
    regulation = "中发〔2018〕34号（绩效目标和预算执行双监控）"
    mend = "按月测算支出计划；补发、年终一次发放的，说明原因。"
    options = {"allowed_share": "0.05"}
    bad = (example(name="劳务派遣人员工资", budget="100", plan="30 60 90 100"),)
    good = (example(name="劳务派遣人员工资", budget="100", plan="25 50 83 100"), example(name="办公楼维修", budget="100", plan="0 10 90 100"))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        if kind_in_name(project) not in PAY:
            return
        for month in amount_by_month(project):
            paid = share(project, month)
            if paid is not None and abs(paid - Decimal(month) / MONTHS) > self.number("allowed_share"):
                said = f"{month}月底支出占{(paid * 100).quantize(Decimal(1))}%，按月均衡发放应约{Decimal(month * 100 / MONTHS).quantize(Decimal(1))}%"
                yield self.at_project(project, "plan", said)
                return
