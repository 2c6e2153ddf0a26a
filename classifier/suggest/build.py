"""A repair, a fact or a library entry in, the proposed row out, every number with its origin."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from classifier.analysis.normalise import squeeze
from classifier.analysis.places import BENEFITS, COST, QUANTITY, SATISFACTION, SOCIAL, usual_level1
from classifier.rules.costs import in_unit, plain
from classifier.suggest.facts import Fact, cell_name, project_facts, row_facts
from classifier.suggest.filled import DIGITS, Repair, own_digits, own_trace, slot, trace_digits
from classifier.suggest.library import Entry
from classifier.suggest.slots import fill_value
from classifier.suggest.wording import counted_name, words
from classifier.suggest.work import object_of, own_noun, work_title
from classifier.types import FIELDS, Indicator, IndicatorAnalysis, ProjectAnalysis, Suggestion, Trace

LAST_WORD = 2
"""Characters of the word with which a noun phrase ends."""

MOST_RECIPIENTS = 3
LEAST_SATISFIED, ALL_SATISFIED = 60, 100
"""Between these a share of satisfied people is plausible."""

SATISFIED_QUESTION = "上年满意度多少，今年目标多少？（%）"
GENERAL = "（通用写法，请对照本项目核对）"


def keep(indicator: Indicator) -> Suggestion:
    """A row without findings, as it is."""
    return Suggestion("kept", *_texts(indicator), "没有发现问题", True, trace_digits(indicator, ("name", "description", "value", "basis")))


def from_repair(row: IndicatorAnalysis, repair: Repair) -> Suggestion:
    """The drafter's row with what is at fault in it repaired; a description that only repeats a name that changes goes with it."""
    indicator = row.indicator
    repeats = bool(repair.name) and squeeze(indicator.description) == squeeze(indicator.name)
    description = "" if repeats else indicator.description
    kept = [field for field in ("name", "description", "basis") if getattr(indicator, field) and not (field == "name" and repair.name)]
    named = tuple(Trace(digits, "cell", f"原文（{cell_name(indicator.locations.get('name'))}）") for digits in DIGITS.findall(repair.name))
    trace = (*repair.trace, *named, *trace_digits(indicator, [field for field in kept if field != "description" or not repeats]))
    texts = (indicator.level1, indicator.level2, repair.name or indicator.name, description, repair.value, indicator.basis)
    return Suggestion("repaired", *texts, repair.why, repair.ready, trace)


def from_unit_price(project: ProjectAnalysis, kind: str, row: IndicatorAnalysis, counted: IndicatorAnalysis, message: str) -> Suggestion:
    """The price of one of what the project is about; ready only where the quantity counts just that."""
    indicator, unit, measure = row.indicator, project.project.money_unit, counted.value.measure or "个"
    subject = object_of(project, kind, counted.indicator.name)
    amount, source = in_unit(row.value, unit) or Decimal(0), f"原指标值（{cell_name(indicator.locations.get('value'))}）"
    digits = plain(amount)
    trace = [Trace(digits, "cell", source) if amount == row.value.amount else Trace(digits, "computed", f"{source}换算为{unit}")]
    same = subject in counted.indicator.name + counted.indicator.description
    if not same:
        question = f"“{counted.indicator.name} {counted.value.text.strip()}”数的就是{subject}吗？"
        trace.append(Trace("", "slot", question))
    description, value = f"购置或办理每{measure}{subject}的全部费用", f"≤{digits}{unit}/{measure}"
    return Suggestion("repaired", indicator.level1, indicator.level2, f"{subject}单位成本", description, value, "采购合同", message, same, tuple(trace))


def from_entry(entry: Entry, row: IndicatorAnalysis | None, project: ProjectAnalysis, kind: str, general: bool = False) -> Suggestion:
    """An entry with its slots filled, in place of a row; a wording of the general shelf says that it is one."""
    subject = own_noun(project, entry.object) if general else object_of(project, kind, entry.object)
    filled = fill_value(entry, project, row, subject)
    title = work_title(project, entry.object) if general else ""
    name, description, basis = (name_object(text, subject).replace("{title}", title) for text in (entry.name, entry.description, entry.basis))
    level1 = row.indicator.level1 if row else usual_level1(entry.level2)
    level2 = row.indicator.level2 if row else entry.level2
    trace = filled.trace + tuple(Trace(digits, "cell", "项目名称") for digits in _digits_of(subject + title))
    why = entry.why + (GENERAL if general else "")
    return Suggestion("replaced" if row else "added", level1, level2, name, description, filled.value, basis, why, filled.ready, trace)


def name_object(text: str, subject: str) -> str:
    """A pattern with the project's own thing in it; where the thing ends as the pattern goes on, that is said once (书记员薪酬 + 薪酬到账率)."""
    first, *rest = text.split("{object}")
    for part in rest:
        first += subject + (part[LAST_WORD:] if part[:LAST_WORD] == subject[-LAST_WORD:] else part)
    return first


def from_facts(place: str, row: IndicatorAnalysis | None, project: ProjectAnalysis) -> Iterator[Suggestion]:
    """Rows made of quantities and prices that the purpose states and the table lacks, in the order in which it states them."""
    others = [other for other in project.rows if other is not row]
    amounts = {other.value.amount for other in others if other.place == place}
    amounts |= {said.amount for other in others for said in row_facts(other.indicator)}
    for fact in project_facts(project.project):
        if not fact.source.startswith("资金用途"):
            continue  # goals speak of what things are for
        if fact.amount in amounts or "其中" in fact.context:
            continue  # said already, or a part of what is
        if place == QUANTITY and fact.kind == "count" and fact.noun and not _benefits(fact):
            yield _stated(fact, place, row, counted_name(fact.noun, fact.unit), "=", "验收或办结记录；合同（任务）清单", "资金用途写明的数量，表里还没有")
        elif place == SOCIAL and fact.kind == "count" and _benefits(fact) and "每" not in fact.context.partition(fact.digits)[0]:
            name = counted_name(fact.noun if "受益" in fact.noun or not fact.noun else f"受益{fact.noun}", fact.unit) if fact.noun else "受益人数"
            yield _stated(fact, place, row, name, "≥", "受益对象名册或统计资料", "资金用途写明了谁受益、有多少，可以核实")
        elif place == COST and fact.kind == "money" and fact.per:
            name = f"{fact.noun}单价" if fact.noun else f"每{'每'.join(fact.per)}费用标准"
            yield _stated(fact, place, row, name, "≤", "合同；支付凭证", "资金用途写明的标准，超没超一核便知")


def _benefits(fact: Fact) -> bool:
    """Whether a fact counts those who have something of the project, and not what is done."""
    position = fact.context.find(fact.digits + fact.unit)
    near = fact.context[max(position - 6, 0) : position + len(fact.digits + fact.unit) + 8] + fact.context[:2]
    return fact.unit in ("人", "名", "户", "万人", "万户") and any(word in near for word in words("benefiting"))


def _stated(fact: Fact, place: str, row: IndicatorAnalysis | None, name: str, sign: str, basis: str, why: str) -> Suggestion:
    level1 = row.indicator.level1 if row else usual_level1(place)
    level2 = row.indicator.level2 if row else place
    description = f"{fact.source.partition('（')[0]}所列“{fact.context.strip()}”，按{basis.partition('；')[0]}统计"
    trace = (Trace(fact.digits, "cell", fact.source), *(Trace(digits, "cell", fact.source) for digits in _digits_of(description) if digits != fact.digits))
    return Suggestion("replaced" if row else "added", level1, level2, name, description, f"{sign}{fact.digits}{fact.whole_unit}", basis, why, True, trace)


def from_recipients(row: IndicatorAnalysis | None, project: ProjectAnalysis) -> Iterator[Suggestion]:
    """Satisfaction asked of the people whom the row, the purpose, the goal or another row of the project names."""
    head, own = project.project, row.indicator if row else None
    texts = [own.name + own.description + own.basis if own else "", head.purpose, head.goal, "\n".join(other.indicator.name for other in project.rows)]
    aimed = head.purpose + head.goal
    named = dict.fromkeys(word for text in texts for word in words("recipients") if word in text and (word in aimed or word not in words("anybody")))
    about = work_title(project, "本项目")
    longest = [who for who in named if not any(who != other and who in other for other in named)]
    for who in longest[:MOST_RECIPIENTS]:
        given = row is not None and row.value.kind == "percent" and row.value.amount is not None and LEAST_SATISFIED <= row.value.amount < ALL_SATISFIED
        trace = (*own_trace(row), *_title_trace(about)) if given and row else (Trace("", "slot", SATISFIED_QUESTION), *_title_trace(about))
        value = f"≥{own_digits(row)}%" if given and row else f"≥{slot(SATISFIED_QUESTION)}%"
        level1 = own.level1 if own else usual_level1(SATISFACTION)
        level2 = own.level2 if own else SATISFACTION
        name, description = f"{who}对{about}满意度", f"{who}问卷（回访）中对{about}表示满意的份数÷回收份数"
        yield Suggestion(
            "replaced" if row else "added", level1, level2, name, description, value, f"{who}问卷（回访）记录", "写明问谁、对什么满意", given, trace
        )


def _title_trace(title: str) -> tuple[Trace, ...]:
    return tuple(Trace(digits, "cell", "项目名称") for digits in _digits_of(title))


def drop(row: IndicatorAnalysis, known: str) -> Suggestion | None:
    """The proposal that a row of effect should go, with the reason; None for outputs and satisfaction."""
    if row.place not in BENEFITS:
        return None
    why = known or f"指标库里没有适合的{row.place.removesuffix('指标')}，请自行判断：说不出可核实的效果，就删去本行，不必凑齐"
    trace = trace_digits(row.indicator, ("name", "description", "value", "basis"))
    if not known:
        trace += (Trace("", "slot", "本项目有没有可核实的这类效果？"),)
    return Suggestion("dropped", *_texts(row.indicator), why, bool(known), trace)


def _texts(indicator: Indicator) -> tuple[str, str, str, str, str, str]:
    level1, level2, name, description, value, basis = (getattr(indicator, field) for field in FIELDS)
    return level1, level2, name, description, value, basis


def _digits_of(text: str) -> list[str]:
    return DIGITS.findall(text)
