"""F002: the annual goal is blank."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example
from classifier.rules.table import has_field
from classifier.types import Analysis, Finding, ProjectAnalysis


class GoalMissing(Rule):
    code, name, title = "F002", "goal-missing", "绩效目标缺失"
    severity, dimension = "error", "规范完整性"
    why = "没有绩效目标，指标就没有所从属的目的。"
    regulation = "财预〔2015〕88号（绩效目标应清晰反映预期产出和效果）"
    mend = "写明做什么、做多少、什么时候做完、达到什么效果。"
    bad = (example(goal=""), example(goal="  "))
    good = (example(goal="年内维修路灯120盏"), example(name="布局里没有目标栏的表"))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        if has_field(project.project, "goal") and not project.project.goal.strip():
            yield self.at_project(project, "goal", "绩效目标是空的")
