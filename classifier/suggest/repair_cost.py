"""A faulty cost row in, the same row with an amount that the draft itself states out: the budget, a part that the purpose names, a price."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from classifier.analysis.places import COST
from classifier.analysis.words import any_in
from classifier.analysis.words import words as cue_words
from classifier.lazy import lazy_pattern
from classifier.money import TEN_THOUSANDS, convert
from classifier.rules.costs import names_unit_cost, plain
from classifier.suggest.facts import Fact, project_facts, row_facts
from classifier.suggest.filled import Repair, budget_trace, own_digits, own_trace, slot
from classifier.suggest.matching import content_pairs, shared
from classifier.types import IndicatorAnalysis, ProjectAnalysis, Trace

_PER = lazy_pattern(r"(人|人次|户|家|个|台|套)\s*[/·]\s*(天|日|月|年|次)")
NO_MONEY = {"U004", "U001", "U008", "W002", "N008", "F006", "W003"}
"""Findings that say that the value is no amount of money."""

WRONG = {"N001", "N010", "D002"} | NO_MONEY
"""Findings for which another amount of the draft may be the right one."""


def repair_cost(project: ProjectAnalysis, row: IndicatorAnalysis, codes: set[str]) -> Iterator[Repair]:
    """Repair a cost row.

    Args:
        project: the row's project.
        row: the row.
        codes: the codes of what was found on it.

    Yields:
        The repairs, the surest first; a question where the draft does not say the amount.
    """
    own = row_facts(row.indicator, with_value=row.value.kind == "qualitative")
    facts = [fact for fact in (*own, *project_facts(project.project)) if fact.kind == "money"]
    value, head = row.value, project.project
    if codes & NO_MONEY and value.amount is not None and value.amount == head.budget:
        digits = own_digits(row)
        yield Repair(f"≤{digits}{head.money_unit}", f"数字就是预算数，单位应为{head.money_unit}", own_trace(row))
        return
    if codes & WRONG and (fact := _stated(row, facts)):
        same = value.amount is not None and (_yuan(fact) == value.amount or fact.amount == value.amount)
        why = f"{fact.source}写的是{fact.digits}{fact.whole_unit}" + ("，单位写全" if same else "，两处要一致")
        yield Repair(f"≤{fact.digits}{fact.whole_unit}", why, (Trace(fact.digits, "cell", fact.source),))
    if "D002" in codes and value.amount is not None:
        yield Repair(f"≤{own_digits(row)}{value.unit}", "成本是上限，≥改为≤", own_trace(row))
    if "U001" in codes and value.amount is not None and (match := _PER.fullmatch(value.unit.strip())):
        question = f"“{value.text.strip()}”是{own_digits(row)}元/{match[1]}·{match[2]}吗？"
        yield Repair(f"≤{own_digits(row)}元/{match[1]}·{match[2]}", "成本要有货币单位", (*own_trace(row), Trace("", "slot", question)), ready=False)
    yield from _from_budget(project, row, codes)


def _stated(row: IndicatorAnalysis, facts: Sequence[Fact]) -> Fact | None:
    """The amount that the draft states for what the row names: the same number with its unit, else the only price or part of that name."""
    amount = row.value.amount
    own = [fact for fact in facts if fact.source.startswith("指标值") and fact.per]
    if own and row.value.kind == "qualitative":
        return own[0]
    same = [fact for fact in facts if amount is not None and amount in (fact.amount, _yuan(fact)) and (fact.per or shared(row.indicator.name, fact.noun))]
    if same:
        return max(same, key=lambda fact: shared(row.indicator.name, fact.noun))
    if names_unit_cost(row):
        priced = [fact for fact in facts if fact.per and (fact.per[0] in row.indicator.name or fact.per[0] in row.value.unit)]
        return priced[0] if len(priced) == 1 else None
    named = [fact for fact in facts if not fact.per and fact.noun and shared(row.indicator.name, fact.noun) > 1]
    return named[0] if len(named) == 1 else None


def _from_budget(project: ProjectAnalysis, row: IndicatorAnalysis, codes: set[str]) -> Iterator[Repair]:
    """The budget as the ceiling, where the row can only mean the whole cost; a question where it may mean a part."""
    value, head = row.value, project.project
    if codes & NO_MONEY:
        alone = sum(other.place == COST for other in project.rows) == 1 and not names_unit_cost(row)
        telling = bool(content_pairs(row.indicator.name)) or any_in(cue_words("total_cost")[:2], row.indicator.name)
        if alone and head.budget and (value.amount is None or value.kind in ("percent", "count", "qualitative")):
            why = "成本要写明是多少钱；唯一的成本就是总成本，不大于预算数"
            name = "" if telling else "项目总成本"
            yield Repair(f"≤{plain(head.budget)}{head.money_unit}", why if telling else f"名称：看不出是什么成本；指标值：{why}", budget_trace(head), name=name)
            return
        if value.amount is not None and telling:
            question = f"“{value.text.strip()}”是多少{head.money_unit}？"
            yield Repair(f"≤{slot(question)}{head.money_unit}", "成本要写明是多少钱", (Trace("", "slot", question),), ready=False)
    elif "N001" in codes and head.budget and value.amount and value.amount.normalize().as_tuple().digits == head.budget.normalize().as_tuple().digits:
        question = f"预算数{plain(head.budget)}{head.money_unit}与成本{value.text.strip()}数字相同、单位不同，哪一个对？"
        yield Repair(f"≤{slot(question)}{head.money_unit}", "成本与预算疑有一处单位错", (Trace("", "slot", question),), ready=False)
    elif "N001" in codes and head.budget:
        yield Repair(f"≤{plain(head.budget)}{head.money_unit}", "成本不大于预算数", budget_trace(head))
    elif "N002" in codes and head.budget:
        why = f"总成本写预算数；{own_digits(row)}{value.measure}若是单价，另设单位成本"
        yield Repair(f"≤{plain(head.budget)}{head.money_unit}", why, budget_trace(head))
    elif "D003" in codes and value.kind == "money" and not value.sign:
        digits = own_digits(row)
        yield Repair(f"≤{digits}{value.unit}", "成本是上限，写明≤", own_trace(row))


def _yuan(fact: Fact) -> Decimal:
    """A money fact in 元."""
    return convert(fact.amount, fact.unit, "元") if fact.unit in TEN_THOUSANDS else fact.amount
