"""R012: a large budget with a single quantity."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.places import QUANTITY
from classifier.money import convert
from classifier.rules.base import Rule, example, row
from classifier.rules.costs import plain
from classifier.rules.table import has_levels
from classifier.types import Analysis, Finding, ProjectAnalysis


class LargeBudgetFewQuantities(Rule):
    code, name, title = "R012", "large-budget-few-quantities", "大额指标过少"
    severity, dimension = "warning", "资金匹配性"
    why = "上百万元只用一条数量指标，看不出钱都换来了什么。"
    regulation = "财预〔2015〕88号（绩效目标应与资金量相匹配）"
    mend = "按支出明细分别设数量指标，一般不少于3条。"
    options = {"large_budget": 100, "fewest": 2, "without": ("K01", "K02", "K05", "K18", "K29")}
    bad = (
        example(
            row("数量指标", "印刷", "1批"), row("质量指标", "印刷合格率", "100%"), row("社会效益指标", "运转天数", "≥250天"), name="机关运转", budget="480"
        ),
    )
    good = (
        example(
            row("数量指标", "维修面积", "≥900平方米"), row("数量指标", "更换门窗", "≥40樘"), row("质量指标", "合格率", "100%"), name="办公楼维修", budget="480"
        ),
        example(row("数量指标", "维修处数", "1处"), row("质量指标", "验收合格率", "100%"), name="办公楼维修", budget="48"),
        example(row("数量指标", "发放人数", "140人"), row("质量指标", "足额发放率", "100%"), name="劳务派遣人员工资", budget="480"),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        head = project.project
        if head.budget is None or not has_levels(project) or project.kind.code in self.words("without"):
            return
        count = sum(line.place == QUANTITY for line in project.rows)
        if convert(head.budget, head.money_unit) >= self.number("large_budget") and count < self.number("fewest"):
            yield self.at_project(project, "table", f"预算{plain(head.budget)}{head.money_unit}，数量指标只有{count}条")
