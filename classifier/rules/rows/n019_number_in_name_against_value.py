"""N019: the number inside a name is not the number of the value."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.normalise import normalise
from classifier.analysis.values import value_in_name
from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example, row
from classifier.types import Analysis, Finding, ProjectAnalysis

_OTHER_MEASURE = lazy_pattern(r"(?:标准|约定|上年|20\d\d年?度?|提高|增长|提升|[宽厚高深]度?|每[^，,]{0,3})\s*[≥≤><=]?\s*$")
"""What stands right before a number that measures something else than the value does."""


class NumberInNameAgainstValue(Rule):
    code, name, title = "N019", "number-in-name-against-value", "名称内含数值且与值矛盾"
    severity, dimension = "error", "明确清晰性"
    why = "名称里一个数，指标值里另一个数，不知道以哪个为准。"
    regulation = "财预〔2021〕101号 第三部分（指标名称）"
    mend = "名称里去掉数，只在指标值里写。"
    bad = (example(row("质量指标", "质量达标率100%", "≥98%")), example(row("数量指标", "新建公厕3座", "5座")))
    good = (
        example(row("质量指标", "质量达标率100%", "100%")),
        example(row("数量指标", "新建公厕3座", "3座")),
        example(row("数量指标", "配备8吨垃圾车", "3台")),
        example(row("质量指标", "合格率（国家标准95%）", "≥98%")),
        example(row("数量指标", "每村补助2人", "300人")),
        example(row("时效指标", "接报后30分钟", "≤30分钟")),
        example(row("数量指标", "资助标准1000元", "63人")),
        example(row("数量指标", "完成道路建设491米", "=491米")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            named, value = value_in_name(line.indicator.name), line.value
            if named.amount is None or value.amount is None or not named.measure or named.measure != value.measure or named.amount == value.amount:
                continue
            plain = normalise(line.indicator.name)
            if _OTHER_MEASURE.search(plain[: max(plain.rfind(named.text), 0)]):
                continue  # a standard, last year's figure, a width: another number than the value
            yield self.at_row(project, line, "value", f"名称里是“{named.text.strip()}”，指标值是“{value.text.strip()}”，两处不一致")
