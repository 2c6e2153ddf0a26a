"""D005: response, repair or settlement valued in per cent, where a time is wanted."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example, row
from classifier.rules.table import is_rate, name_before_brackets
from classifier.types import Analysis, Finding, ProjectAnalysis

_ANSWERS = lazy_pattern(r"响应|修复|办结|受理")


class ResponseWithoutTime(Rule):
    code, name, title = "D005", "response-without-time", "响应、办理类应写时限"
    severity, dimension = "warning", "指标科学性"
    why = "响应、修复、办结要看多长时间做到，写百分比看不出快慢。"
    regulation = "财预〔2021〕101号 第二部分（时效指标）"
    mend = "写≤多少分钟、小时或工作日；要写比率的，名称写明“××小时内办结率”。"
    bad = (example(row("时效指标", "运维响应时效", "≥95%")),)
    good = (
        example(row("时效指标", "故障响应时间", "≤30分钟")),
        example(row("时效指标", "办案期限内办结率", "100%")),
        example(row("时效指标", "12345工单按时办结率", "≥98%")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            name = name_before_brackets(line)
            if _ANSWERS.search(name) and is_rate(line) and not name.endswith(("率", "比例", "满意度", "及时性")):
                yield self.at_row(project, line, "value", f"“{name}”应写时限（≤多少分钟、小时），不能写“{line.value.text.strip()}”")
