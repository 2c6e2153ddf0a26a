"""F018: a name or description in which the same word follows upon itself."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example, row
from classifier.types import Analysis, Finding, ProjectAnalysis

_AGAIN = lazy_pattern(r"([\u4e00-\u9fff]{2,4})[\u4e00-\u9fff]{0,6}\1")
_USUAL = ("工作", "项目", "单位", "人员", "资金", "服务", "管理", "建设", "培训", "设备", "指标", "数量", "质量")
"""Words of office that often stand twice in a good sentence."""


class WordsRepeated(Rule):
    code, name, title = "F018", "words-repeated", "语病、含义不清"
    severity, dimension = "hint", "明确清晰性"
    why = "同一个词前后重复，读不出说的是什么。"
    regulation = "财预〔2021〕101号 第三部分（指标名称）"
    mend = "改写成通顺的一句。"
    bad = (example(row("数量指标", "完成数量", "1套", description="编制人民防空方案编制计划")),)
    good = (
        example(row("数量指标", "完成数量", "1套", description="编制人民防空方案")),
        example(row("数量指标", "培训人次", "90人次", description="培训干部，培训后考核")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            for field in ("name", "description"):
                found = next((f for f in _AGAIN.finditer(getattr(line.indicator, field)) if f[1] not in _USUAL), None)
                if found:
                    yield self.at_row(project, line, field, f"“{found[0]}”里“{found[1]}”重复，读不通")
                    break
