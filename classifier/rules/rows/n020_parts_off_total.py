"""N020: 其中 rows that do not add up to the row above them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example, row
from classifier.rules.costs import names_unit_cost, plain
from classifier.rules.table import PART
from classifier.types import Analysis, Finding, IndicatorAnalysis, ProjectAnalysis

_TRAIT = lazy_pattern(r"女|党员|少数民族|脱贫|低保|残疾|低收入|退役|本地")
"""What some of the whole may be, besides which there are others."""

ALLOWED = Decimal("0.005")


class PartsOffTotal(Rule):
    code, name, title = "N020", "parts-off-total", "其中合计不符"
    severity, dimension = "error", "资金匹配性"
    why = "分项加起来和总数对不上，总数和分项里至少有一个不对。"
    regulation = "财预〔2015〕88号（绩效目标应与资金量相匹配）"
    mend = "核对后更正其一；分项没有列全的，补上“其他”。"
    bad = (
        example(row("数量指标", "种植面积", "100亩"), row("数量指标", "其中：西瓜", "60亩"), row("数量指标", "其中：甜瓜", "50亩")),
        example(row("数量指标", "种植面积", "100亩"), row("数量指标", "其中：西瓜", "60亩"), row("数量指标", "其中：甜瓜", "30亩")),
        example(row("数量指标", "培训人数", "100人"), row("数量指标", "其中：女性", "160人")),
    )
    good = (
        example(row("数量指标", "种植面积", "100亩"), row("数量指标", "其中：西瓜", "60亩"), row("数量指标", "其中：甜瓜", "40亩")),
        example(row("数量指标", "培训人数", "100人"), row("数量指标", "其中：女性", "60人")),
        example(row("质量指标", "合格率", "≥95%"), row("质量指标", "其中：一类", "≥98%"), row("质量指标", "其中：二类", "≥90%")),
        example(row("数量指标", "培训人数", "100人"), row("数量指标", "其中：女性", "60人"), row("数量指标", "其中：少数民族", "20人")),
        example(row("数量指标", "种植面积", ""), row("数量指标", "其中：西瓜", "60亩"), row("数量指标", "其中：甜瓜", "50亩")),
        example(row("数量指标", "培训人数", "≥100人"), row("数量指标", "其中：女性", "≥60人"), row("数量指标", "其中：男性", "≥40人")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        whole: IndicatorAnalysis | None = None
        parts: list[IndicatorAnalysis] = []
        for line in project.rows:
            if PART.match(line.indicator.name):
                parts.append(line)
                continue
            yield from self._compare(project, whole, parts)
            whole, parts = line, []
        yield from self._compare(project, whole, parts)

    def _compare(self, project: ProjectAnalysis, whole: IndicatorAnalysis | None, parts: list[IndicatorAnalysis]) -> Iterator[Finding]:
        """A single part may leave out the rest; several are taken as all of them."""
        if whole is None or not parts or whole.value.amount is None or {line.value.measure for line in parts} != {whole.value.measure}:
            return
        if any(line.value.amount is None or line.value.kind not in ("count", "money") or "/" in line.value.unit for line in (whole, *parts)):
            return  # rates, times and prices do not add up
        if any(names_unit_cost(line) for line in parts if line.value.kind == "money"):
            return
        total = sum((line.value.amount or Decimal(0) for line in parts), Decimal(0))
        over, under = total - whole.value.amount > ALLOWED, whole.value.amount - total > ALLOWED
        open_ended = any(line.value.sign in ("≥", ">") for line in (whole, *parts)) or any(_TRAIT.search(line.indicator.name) for line in parts)
        if over or (under and len(parts) > 1 and not open_ended):
            unit = whole.value.measure
            yield self.at_row(project, whole, "value", f"其中各行合计{plain(total)}{unit}，与本行{plain(whole.value.amount)}{unit}不符")
