"""A row whose value is wrong in form in, the value as its kind asks for out: its unit, its sign, what a template left, what is still to be said."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from classifier.analysis.normalise import normalise
from classifier.analysis.places import QUANTITY
from classifier.lazy import lazy_pattern
from classifier.suggest.facts import Fact
from classifier.suggest.filled import PREFIX, Repair, own_digits, own_trace, slot, trace_digits
from classifier.suggest.matching import shared
from classifier.suggest.wording import implied_unit, usual_unit
from classifier.types import IndicatorAnalysis, Trace

HUNDRED = Decimal(100)
LABELS = {"W001", "W002", "W003"}
_PLACEHOLDER = lazy_pattern(r"[(（]\s*(?:[≥≤=><]|>=|<=)?\s*\*{2,}[^()（）]*[)）]|(?:[≥≤=><]|>=|<=)?\s*\*{2,}[^\d\s]{0,3}|^\s*\*\s*")


def mend_form(row: IndicatorAnalysis, codes: set[str]) -> Repair | None:
    """The value in the form that its kind asks for, with its own number."""
    value = row.value
    if value.amount is None:
        return None
    digits = own_digits(row)
    if "U002" in codes:
        return Repair(f"{value.sign}{digits}%", "单位栏里的说明文字改成%", own_trace(row))
    if "N005" in codes and value.amount == HUNDRED:
        return Repair(f"={digits}%", "占比最多100%", own_trace(row))
    if "D001" in codes and "U005" not in codes:
        return Repair(f"≥{digits}{value.unit}", "数量是要做到的量，≤改为≥", own_trace(row))
    if row.place == QUANTITY and not value.measure and value.unit and "人" in value.unit:
        return Repair(f"={digits}人", f"单位“{value.unit}”改为规范的量词", own_trace(row))
    return None


def strip_placeholder(row: IndicatorAnalysis) -> Repair | None:
    """A row in whose name a template left its blanks (满意度(≥**%)), without them; the value was filled in."""
    name = _PLACEHOLDER.sub("", row.indicator.name).strip()
    value = row.indicator.value.strip()
    if not name or name == row.indicator.name or _PLACEHOLDER.search(value) or row.value.kind == "empty":
        return None
    written = normalise(value).replace(">=", "≥").replace("<=", "≤")
    return Repair(written, "名称里模板留下的空格和星号删去", trace_digits(row.indicator, ("value",)), name=name)


def find_unit_stated(row: IndicatorAnalysis, codes: set[str], facts: Sequence[Fact]) -> Repair | None:
    """A number without a unit, given the unit with which the draft states the same number elsewhere, or the one that its name implies."""
    value = row.value
    if "U008" not in codes or value.amount is None:
        return None
    digits, sign = own_digits(row), value.sign or "="
    stated = [fact for fact in facts if fact.kind in ("count", "time") and fact.amount == value.amount]
    about = [fact for fact in stated if shared(row.indicator.name, fact.noun or fact.context)]
    if found := about[0] if about else stated[0] if len({fact.unit for fact in stated}) == 1 else None:
        return Repair(f"{sign}{digits}{found.unit}", f"补上单位：{found.source}写的是{found.digits}{found.unit}", own_trace(row))
    if "、" not in row.indicator.name and (unit := implied_unit(row.indicator.name.strip())):
        return Repair(f"{sign}{digits}{unit}", f"补上单位：这类指标以“{unit}”计", own_trace(row))
    return None


def ask_unit(row: IndicatorAnalysis, codes: set[str]) -> Repair | None:
    """A number whose unit the draft does not say: the usual one with a question, or only the question."""
    if "U008" not in codes or row.value.amount is None:
        return None
    digits, sign = own_digits(row), row.value.sign or "="
    if unit := usual_unit(row.indicator.name.strip()):
        asked = Trace("", "slot", f"{digits}的单位是“{unit}”吗？")
        return Repair(f"{sign}{digits}{unit}", f"补上单位：这类指标常以“{unit}”计", (*own_trace(row), asked), ready=False)
    question = f"{digits}的单位是什么？"
    return Repair(f"{sign}{digits}{slot(question)}", "数字要有单位", (*own_trace(row), Trace("", "slot", question)), ready=False)


def ask_value(row: IndicatorAnalysis, codes: set[str]) -> Repair | None:
    """A good name without a value: the name stays and the value is asked for."""
    if "F006" not in codes or codes & LABELS:
        return None
    written = _PLACEHOLDER.sub("", row.indicator.name).strip()
    name = PREFIX.sub("", written)
    rate = name.endswith(("率", "占比", "比例", "满意度"))
    unit = "%" if rate else implied_unit(name) or usual_unit(name)
    question = f"{name}上年是多少，今年目标多少？（%）" if rate else f"{name}是多少？" + (f"（{unit}）" if unit else "（写明单位）")
    renamed = written if written != row.indicator.name.strip() else ""
    return Repair(f"{'≥' if rate else '='}{slot(question)}{unit}", "名称可用，补上指标值", (Trace("", "slot", question),), ready=False, name=renamed)
