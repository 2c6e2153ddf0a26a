"""A project and its redrafted rows in, an annual goal made of them out; it says only what stands in the table, and leaves open what the table leaves open.

The pattern: 【年度】使用【预算】，【完成什么、多少】，【于何时】完成，【质量要求】，【可计量的效果】（财预〔2021〕101号 第一部分：产出、效果和成本控制要求）.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from classifier.analysis.normalise import squeeze
from classifier.analysis.places import ECOLOGICAL, ECONOMIC, QUALITY, QUANTITY, SOCIAL, SUSTAINED, TIMELINESS, find_place
from classifier.analysis.values import parse_value
from classifier.lazy import lazy_pattern
from classifier.rules.costs import plain
from classifier.suggest.facts import cell_name
from classifier.types import Cue, GoalSuggestion, Project, ProjectAnalysis, Suggestion, Trace

FAULTS = ("R001", "R002", "R009", "M007")
"""The cues for which a goal is worth redrafting: it says little, repeats the name, names no object, looks back."""

MOST_QUANTITIES = 3
EFFECTS = (SOCIAL, ECONOMIC, ECOLOGICAL, SUSTAINED)
"""Which effect the goal names, where the table has several."""

_PREFIX = lazy_pattern(r"^[★*]*(?:指标)?\d{0,2}[:：.、]\s*|^[★*]+")
_REMARK = lazy_pattern(r"[(（][^()（）]*[)）]$")
_SIGN = lazy_pattern(r"^(>=|<=|[≥≤≧≦><=＝])\s*")
_SPOKEN = {"≥": "不少于", "≧": "不少于", ">=": "不少于", ">": "多于", "≤": "不超过", "≦": "不超过", "<=": "不超过", "<": "少于"}


def needs_goal(project: Project, cues: Iterable[Cue]) -> bool:
    """Whether a project's goal is missing or worth redrafting."""
    return not project.goal.strip() or any(cue.code in FAULTS for cue in cues)


def propose_goal(project: ProjectAnalysis, rows: Sequence[Suggestion]) -> GoalSuggestion | None:
    """A goal made of what the redrafted table says.

    Args:
        project: the project.
        rows: its rows as they should be, in order; those to be dropped are passed over.

    Returns:
        The goal with the origin of its numbers; None where the table names nothing that is to be done.
    """
    placed = [(find_place(row.level1, row.level2), row) for row in rows if row.action != "dropped" and row.name.strip() and row.value.strip()]
    works = [row for place, row in placed if place == QUANTITY][:MOST_QUANTITIES]
    if not works:
        return None
    date = next((row for place, row in placed if place == TIMELINESS and _is_date(row.value)), None)
    quality = next((row for place, row in placed if place == QUALITY), None)
    effect = next((row for wanted in EFFECTS for place, row in placed if place == wanted), None)
    clauses = [_opening(project.project), "完成" + "、".join(_said(work).removeprefix("完成") for work in works)]
    clauses += [f"于{date.value.strip()}完成"] if date else []
    clauses += [_said(quality)] if quality else []
    clauses += [f"实现{_said(effect)}"] if effect else []
    used = [*works, *(row for row in (date, quality, effect) if row)]
    trace = (*_head_trace(project.project), *dict.fromkeys(item for row in used for item in row.trace))
    ready = project.project.budget is not None and date is not None and effect is not None and all(row.ready for row in used)
    return GoalSuggestion("，".join(clause for clause in clauses if clause) + "。", "写明做什么、做多少、何时做完、做到什么标准、有什么效果", ready, trace)


def _opening(head: Project) -> str:
    year = f"{head.year}年" if head.year else "本年度"
    return f"{year}使用{plain(head.budget)}{head.money_unit}" if head.budget is not None else year


def _head_trace(head: Project) -> list[Trace]:
    traces = [Trace(str(head.year), "cell", "文本标题的年度")] if head.year else []
    if head.budget is not None:
        traces.append(Trace(plain(head.budget), "cell", f"预算数（{cell_name(head.locations.get('budget'))}）"))
    return traces


def _said(row: Suggestion) -> str:
    """A row as part of a sentence: 培训干部人次不少于120人次."""
    name = _REMARK.sub("", _PREFIX.sub("", squeeze(row.name)))
    value = row.value.strip()
    sign = _SIGN.match(value)
    if not sign:
        return name + value
    spoken = _SPOKEN.get(sign[1], "")
    return name + (spoken.replace("不少于", "不低于") if parse_value(value).kind == "percent" else spoken) + value[sign.end() :]


def _is_date(value: str) -> bool:
    return parse_value(value).kind == "date" or value.strip().startswith("【待填：")
