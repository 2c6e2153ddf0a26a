"""Family M, 可衡量性, with N014 and N015: could two reviewers arrive at the same actual value."""

from __future__ import annotations

import re
from functools import cache

from classifier.analysis.cues.base import Row, Signal, cue, ex
from classifier.analysis.places import BENEFITS, COST, QUALITY, QUANTITY, SATISFACTION, TIMELINESS
from classifier.analysis.words import any_in, find_word, strip_words, words

DISTORTED_GROWTH = 50
"""A growth or improvement of half or more in a year is no forecast but a form filled in (a proposal of the catalogue, not a regulation)."""


@cache
def _cliches() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in words("cliche_patterns")))


@cue(
    "M001",
    "效益套话",
    hits=[ex("经济效益指标", "经济效益提升值%", "≥95%"), ex("可持续影响指标", "可持续性服务", "≥95%"), ex("社会效益指标", "社会稳定水平", "≥95%")],
    misses=[ex("经济效益指标", "带动就业人数", "≥95人"), ex("社会效益指标", "社会稳定风险评估项目数", "3个")],
)
def benefit_cliche(row: Row) -> Signal:
    return ("name", row.indicator.name) if _cliches().search(row.bare_name) else None


@cue("M002", "模糊词", hits=[ex("社会效益指标", "社会效益显著", "显著")], misses=[ex("社会效益指标", "治安案件下降率", "≥5%")])
def fuzzy_words(row: Row) -> Signal:
    for field, text in (("value", row.value.text if row.value.kind == "qualitative" else ""), ("name", row.name)):
        word = find_word("fuzzy", text)
        if word and not (field == "name" and row.value.kind in ("count", "money", "time", "date") and row.value.measure):
            return field, word
    return None


@cue(
    "M006", "定性无分级", hits=[ex("社会效益指标", "群众生活质量", "提升")], misses=[ex("质量指标", "验收结论", "通过验收"), ex("质量指标", "评审结果", "合格")]
)
def quality_without_grades(row: Row) -> Signal:
    if row.value.kind != "qualitative" or any_in(words("checkable"), row.value.text):
        return None
    return "value", row.value.text


@cue(
    "M008",
    "没有计量对象",
    hits=[ex("时效指标", "完成率", "100%"), ex("质量指标", "质量合格率", "≥95%")],
    misses=[ex("质量指标", "设备验收合格率", "100%"), ex("质量指标", "质量合格率", "≥95%", description="补贴发放准确率")],
)
def no_object(row: Row) -> Signal:
    if not (row.is_rate or row.value.kind in ("qualitative", "empty")):
        return None
    if any(strip_words("generic", text) for text in (row.bare_name, row.description)):
        return None
    return "name", row.indicator.name


@cue("M009", "值是口号", hits=[ex("社会效益指标", "服务水平", "效果明显")], misses=[ex("时效指标", "完成时间", "12月底前完成")])
def slogan_value(row: Row) -> Signal:
    if row.value.kind == "qualitative" and find_word("fuzzy", row.value.text):
        return "value", row.value.text
    return None


@cue("M010", "口号配比率", hits=[ex("社会效益指标", "促进乡村文化繁荣", "100%")], misses=[ex("社会效益指标", "就业率提升", "≥3个百分点")])
def slogan_as_rate(row: Row) -> Signal:
    if not row.is_rate or "率" in row.bare_name or row.bare_name.endswith(words("rate_endings")):
        return None
    word = next((word for word in words("fuzzy") if row.bare_name.startswith(word) or row.bare_name.endswith(word)), "")
    return ("name", word) if word else None


@cue(
    "N014",
    "增长提升率失真",
    hits=[ex("经济效益指标", "经济效益增长率", "≥95%")],
    misses=[ex("经济效益指标", "农户收入增长率", "≥5%"), ex("质量指标", "教学质量提升达标率", "≥95%")],
)
def distorted_growth(row: Row) -> Signal:
    if row.place not in BENEFITS or not row.is_rate or row.value.amount is None or row.value.amount < DISTORTED_GROWTH:
        return None
    word = find_word("growth", row.name)
    return ("value", row.value.text) if word else None


@cue(
    "N015", "非比率名配比率值", hits=[ex("时效指标", "保障工作时效性", "≥95%")], misses=[ex("质量指标", "设备完好率", "≥95%"), ex("成本指标", "总成本", "95%")]
)
def rate_without_rate_name(row: Row) -> Signal:
    if not row.is_rate or row.place in (QUANTITY, COST) or row.bare_name.endswith(words("rate_endings")):
        return None
    return "name", row.indicator.name


@cue(
    "M011",
    "值的类型与位置不配",
    hits=[
        ex("成本指标", "办公费用", "≤6%"),
        ex("时效指标", "发放时间", "20万元"),
        ex("服务对象满意度指标", "学员满意度", "50人"),
        ex("数量指标", "购置电脑台数", "≥95%"),
    ],
    misses=[ex("成本指标", "成本节约率", "≥3%"), ex("时效指标", "响应时间", "≤30分钟"), ex("数量指标", "脱贫户覆盖率", "100%")],
)
def value_kind_misfit(row: Row) -> Signal:
    kind, name = row.value.kind, row.bare_name
    rate_name = name.endswith(words("rate_endings")) or "率" in name
    misfit = (
        (row.place == COST and kind == "percent" and not rate_name)
        or (row.place == COST and kind == "count" and bool(row.value.measure) and "/" not in row.value.unit)
        or (row.place == TIMELINESS and kind == "money")
        or (row.place == SATISFACTION and kind in ("count", "money") and bool(row.value.measure) and row.value.measure != "分")
        or (row.place == QUANTITY and kind == "percent" and not rate_name)
        or (row.place in (QUALITY, QUANTITY) and kind == "money" and "额" not in name)
        or (rate_name and kind in ("money", "date"))
    )
    return ("value", row.value.text) if misfit else None
