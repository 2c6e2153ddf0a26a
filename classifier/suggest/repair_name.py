"""A quantity row whose name is at fault in, name and value repaired together out: the number put where it belongs, the rate made a count."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from classifier.analysis.normalise import normalise
from classifier.lazy import lazy_pattern
from classifier.suggest.facts import Fact
from classifier.suggest.filled import DIGITS, PREFIX, Repair, own_digits, own_trace, slot
from classifier.suggest.matching import content_pairs, shared
from classifier.suggest.wording import counted_name, implied_unit
from classifier.types import IndicatorAnalysis, Trace

TEN_THOUSAND = Decimal(10_000)
_RATE = lazy_pattern(r"(?:数量)?(?:的)?(?:完成率|完成比例|完成情况|数量率|达标率|比率|率|%)(?:[(（]%[)）])?$")
_COUNTED = lazy_pattern(r"[(（]?(?:共|约|不少于|至少|≥|=)?\d+(?:\.\d+)?[^\d，。、]{0,4}$")
_TRUE_RATE = lazy_pattern(r"(?:成活|合格|达标|准确|满意|通过|完好|覆盖|下降|增长|提高|节约|入住|出勤|在线|可用)[率度]")
"""Rates that say more than that so many were to be done: they are misplaced, not misnamed."""


def number_in_name(row: IndicatorAnalysis, facts: Sequence[Fact]) -> Repair | None:
    """The quantity that stands in the name (调演2场, 100%) put where it belongs."""
    name = normalise(row.indicator.name)
    fact = next((fact for fact in facts if fact.kind == "count" and fact.source.startswith("三级指标")), None)
    if fact is None or f"{fact.digits}{fact.unit}" not in name:
        return None
    stem = _COUNTED.sub("", name.rstrip(")）")).strip("：:（( ")
    stem = stem if stem != name else _RATE.sub("", name.replace(f"{fact.digits}{fact.unit}", "", 1))
    if not stem or DIGITS.search(PREFIX.sub("", stem)) or stem.count("(") != stem.count(")"):
        return None  # nothing is left, or a second number
    if row.value.kind == "count" and row.value.amount not in (fact.amount, fact.amount * TEN_THOUSAND, None):
        return None  # two numbers: which one holds, only the drafter knows
    sign = row.value.sign if row.value.sign in ("≥", "=") else "="
    trace = (Trace(fact.digits, "cell", fact.source),)
    return Repair(f"{sign}{fact.digits}{fact.unit}", "名称里的数量移到指标值", trace, name=counted_name(stem, fact.unit))


def count_under_rate(row: IndicatorAnalysis, codes: set[str], facts: Sequence[Fact]) -> Repair | None:
    """A count under the name of a rate (维修数量率 ≤1批): the name follows the number."""
    value, name = row.value, row.indicator.name.strip()
    stem = _RATE.sub("", name)
    if value.kind != "count" or value.amount is None or not value.measure or stem in ("", name):
        return None
    sign = value.sign if value.sign in ("≥", "=") else "≥"
    why = f"名称：数的是{value.measure}，不是率" + ("；指标值：数量是要做到的量，用≥或=" if "D001" in codes else "")
    noun = next((fact.noun for fact in facts if fact.kind == "count" and fact.noun and (fact.amount, fact.unit) == (value.amount, value.measure)), "")
    return Repair(f"{sign}{own_digits(row)}{value.unit}", why, own_trace(row), name=counted_name(stem if shared(noun, stem) else noun + stem, value.measure))


def count_stated(row: IndicatorAnalysis, facts: Sequence[Fact], others: Collection[Decimal]) -> Repair | None:
    """A rate where a quantity belongs (示范面积完成率 ≥95%), given the quantity that the draft states of the same thing and no other row has."""
    if row.value.kind not in ("percent", "qualitative") or _TRUE_RATE.search(row.indicator.name):
        return None
    counts = [fact for fact in facts if fact.kind == "count" and fact.noun and "其中" not in fact.context and fact.amount not in others]
    counts = [fact for fact in counts if not fact.source.startswith("三级指标")]
    about = [fact for fact in counts if fact.source.startswith("绩效指标描述")] or [fact for fact in counts if shared(row.indicator.name, fact.noun)]
    if not about:
        return None
    fact = max(about, key=lambda fact: shared(row.indicator.name, fact.noun))
    why = f"名称：数量指标写做了多少，不写完成率；指标值：{fact.source}写的是{fact.digits}{fact.unit}"
    return Repair(f"={fact.digits}{fact.unit}", why, (Trace(fact.digits, "cell", fact.source),), name=counted_name(fact.noun, fact.unit))


def ask_count(row: IndicatorAnalysis) -> Repair | None:
    """A rate where a quantity belongs whose name says what is counted (办班期数完成率): the name without the rate, and the number asked for."""
    name = row.indicator.name.strip()
    stem = _RATE.sub("", name)
    unit = implied_unit(stem)
    if row.value.kind != "percent" or stem in ("", name) or not unit or not content_pairs(stem):
        return None
    question = f"{PREFIX.sub('', stem)}是多少？（{unit}）"
    why = "名称：数量指标写做了多少，不写完成率；指标值：写数，不写百分比"
    return Repair(f"={slot(question)}{unit}", why, (Trace("", "slot", question),), ready=False, name=stem)
