"""T008: a price per head and day above the standard for meetings and training."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from classifier.lazy import lazy_pattern
from classifier.money import convert
from classifier.rules.base import Rule, example, row
from classifier.rules.costs import money_costs, plain
from classifier.types import Analysis, Finding, ProjectAnalysis

_PER_HEAD_AND_DAY = lazy_pattern(r"^(元|万元)/人[·/*]?(?:天|日)$")


class AboveStandard(Rule):
    code, name, title = "T008", "above-standard", "超支出标准"
    severity, dimension = "warning", "资金匹配性"
    why = "成本指标不得超出规定的预算支出标准。"
    regulation = "财行〔2016〕214号（会议费）；财行〔2016〕540号（培训费）；地方从其规定"
    mend = "降到标准以内，依据写标准文件。"
    options = {"meeting": 760, "training": 760}
    bad = (example(row("成本指标", "人均会议费", "≤800元/人·天"), name="全县工作会议"), example(row("成本指标", "培训费标准", "≤900元/人·天"), name="干部培训"))
    good = (
        example(row("成本指标", "人均会议费", "≤550元/人·天"), name="全县工作会议"),
        example(row("成本指标", "讲课费", "≤900元/人·天"), name="专家咨询"),
        example(row("成本指标", "培训费", "≤9万元"), name="干部培训"),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in money_costs(project):
            found, name = _PER_HEAD_AND_DAY.match(line.value.unit), line.indicator.name
            option = "meeting" if "会议" in name else "training" if "培训" in name else ""
            if not found or not option or line.value.amount is None:
                continue
            yuan = convert(line.value.amount, found[1], "元")
            if yuan > self.number(option):
                yield self.at_row(project, line, "value", f"{plain(yuan)}元/人·天，高于标准{plain(Decimal(self.number(option)))}元/人·天")
