"""P004: the cumulative payment plan goes back, or breaks off between filled nodes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from classifier.rules.base import Rule, example
from classifier.rules.costs import plain
from classifier.types import Analysis, Finding, ProjectAnalysis


class PlanBreaksOff(Rule):
    code, name, title = "P004", "plan-breaks-off", "累计中断或倒退"
    severity, dimension = "error", "实现可能性"
    why = "支出计划是累计数，只增不减；前面填了数，后面不应空白。"
    regulation = "项目支出绩效目标表填报格式（资金支出计划）"
    mend = "每一节点都填到该时点为止的累计数。"
    bad = (example(budget="18", plan="- 18.00 - 18.00"), example(budget="18", plan="6 12 9 18"))
    good = (example(budget="18", plan="- - 18 -"), example(budget="18", plan="6 6 18 18"))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        plan, unit = project.project.plan or (), project.project.money_unit
        before: Decimal | None = None
        for position, node in enumerate(plan):
            if node.amount is None:
                if before is not None and position < len(plan) - 1:  # the last node is P002
                    yield self.at_project(project, "plan", f"支出计划{node.label}空白，而此前已累计{plain(before)}{unit}", node)
            elif before is not None and node.amount < before:
                yield self.at_project(project, "plan", f"支出计划{node.label}累计{plain(node.amount)}{unit}，少于此前的{plain(before)}{unit}", node)
            before = before if node.amount is None else node.amount
