"""An Answer of suggest in, what its comparison and its Word file both say out: the row chosen, the origin of its numbers, doubts, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from classifier.findings import SEVERITY_NAMES
from classifier.types import Answer, Finding, Kind, RowAnswer, Suggestion, Trace
from cli.formats.columns import one_line
from cli.formats.proposals import ACTIONS, ORIGINS

UNANSWERED = "自拟"
"""The action of a row that is faulty and has no proposal: the drafter words it."""


def choose(row: RowAnswer) -> Suggestion:
    """The row to write: the first proposal, or the row as it stands where there is none.

    Args:
        row: the answer for one row of a whole table.

    Returns:
        A suggestion; `ready` is False where the row stands only for want of a better one.
    """
    if row.suggestions:
        return row.suggestions[0]
    known = row.indicator
    texts = (known.level1, known.level2, known.name, known.description, known.value, known.basis) if known else ("",) * 6
    return Suggestion("kept", *texts, why="指标库里没有适合的改法，请按所列问题自行改写", ready=False)


def action(row: RowAnswer) -> str:
    """What becomes of a row, in a word: 保留, 改值, 改写, 补设, 删去 or 自拟."""
    return ACTIONS[row.suggestions[0].action] if row.suggestions else UNANSWERED


def state(row: RowAnswer) -> str:
    """（待补） behind the action of a row that a person must still complete, （待定） behind a deletion that one must decide on; else nothing."""
    if not row.suggestions or row.suggestions[0].ready:
        return ""
    return "（待定）" if row.suggestions[0].action == "dropped" else "（待补）"


def sources(trace: Iterable[Trace]) -> list[str]:
    """Where each number of a proposal comes from, one a number."""
    return list(dict.fromkeys(f"{item.digits}＝{ORIGINS[item.origin]}：{one_line(item.ref)}" for item in trace if item.origin != "slot"))


def questions(trace: Iterable[Trace], text: str) -> list[str]:
    """What a person must confirm, without the questions that stand as open slots in the proposed text."""
    return list(dict.fromkeys(one_line(item.ref) for item in trace if item.origin == "slot" and item.ref not in text))


def describe(finding: Finding) -> str:
    """A finding in one line: severity, code, message, and what other rules say about its number."""
    related = "".join(f"；{one_line(item.message)}（{item.code}）" for item in finding.related)
    return f"{SEVERITY_NAMES[finding.severity]} {finding.code} {one_line(finding.message)}{related}"


def doubt(answer: Answer) -> str:
    """What is to be known where the kind of project cannot be told for certain; "" where it can."""
    if answer.kind.code and not answer.nearest:
        return ""
    said = "项目类别拿不准" if answer.kind.code else "认不出项目类别"
    if answer.nearest:
        said += f"，最接近的是 {'、'.join(map(_kind, answer.nearest))}"
    if any(suggestion.action != "kept" for row in answer.rows for suggestion in row.suggestions):
        said += "；标“通用”的改法不分项目类别，请对照本项目核对"
    example = answer.nearest[0].code if answer.nearest else "K05"
    return f"{said}。用 --kind 写明类别（如 --kind {example}）就能定下来"


def _kind(kind: Kind) -> str:
    return f"{kind.code} {kind.name}"


def summary(answer: Answer) -> str:
    """How many rows became what, and how many of them a person must still complete."""
    counted = Counter(action(row) for row in answer.rows)
    parts = "、".join(f"{word} {counted[word]} 行" for word in (*ACTIONS.values(), UNANSWERED) if counted[word])
    waiting = sum(state(row) == "（待补）" for row in answer.rows)
    undecided = sum(state(row) == "（待定）" for row in answer.rows)
    rest = [f"{count} 行{word}" for count, word in ((waiting, "待补"), (undecided, "待定")) if count]
    return (f"共 {len(answer.rows)} 行：{parts}" if answer.rows else "表里没有指标") + (f"；其中 {'、'.join(rest)}" if rest else "")
