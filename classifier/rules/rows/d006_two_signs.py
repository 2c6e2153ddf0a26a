"""D006: a value with two signs (不低于95%以上, ≥≥95)."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.normalise import normalise
from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example, row
from classifier.types import Analysis, Finding, ProjectAnalysis

_BEFORE = r"(?:[≥≤><=]|>=|<=|大于等于|小于等于|大于|小于|不低于|不少于|不小于|不高于|不超过|不大于|不多于|至少|最多|超过|达到)"
_AFTER = r"(?:及?以上|及?以下|以内|及以内)"
_TWICE = lazy_pattern(rf"^\s*{_BEFORE}\s*(?:{_BEFORE}|\d[\d.,]*\s*\D{{0,12}}?{_AFTER})")
_PAIRS = lazy_pattern(r"^\s*(?:>=|<=|=>|=<|[≥≤><]=)(?![≥≤><=])")


class TwoSigns(Rule):
    code, name, title = "D006", "two-signs", "符号不规范"
    severity, dimension = "warning", "规范完整性"
    why = "一个值带两个符号，说的是同一件事就多余，说的不是同一件事就矛盾。"
    regulation = "财预〔2021〕101号 第三部分（指标值）"
    mend = "只留一个符号：≥、≤或＝。"
    bad = (
        example(row("质量指标", "设备完好率", "不低于95%以上")),
        example(row("数量指标", "培训人次", "≥≥95人次")),
        example(row("数量指标", "培训人次", "≥95人次及以上")),
        example(row("数量指标", "培训人次", "≥大于95人次")),
    )
    good = (
        example(row("质量指标", "设备完好率", "≥95%")),
        example(row("质量指标", "设备完好率", "95%及以上")),
        example(row("质量指标", "设备完好率", ">=95%")),
        example(row("数量指标", "65岁以上老人体检人数", "≥120人")),
        example(row("时效指标", "响应时间", "≤30分钟内")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            text = normalise(line.indicator.value).strip()
            if _TWICE.search(text) and not (_PAIRS.match(text) and not _TWICE.search(text[2:])):
                yield self.at_row(project, line, "value", f"“{line.value.text.strip()}”有两个符号，只能留一个")
