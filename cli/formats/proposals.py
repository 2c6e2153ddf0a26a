"""Proposed rows in, lines for a drafter's eye out."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.types import Suggestion
from cli.formats.columns import one_line

ACTIONS = {"kept": "保留", "repaired": "改值", "replaced": "改写", "added": "补设", "dropped": "删去"}
ORIGINS = {"cell": "表内", "computed": "计算", "regulation": "制度", "library": "常见取值，请据历史数据确认", "slot": "待填"}


def render_suggestion(suggestion: Suggestion) -> Iterator[str]:
    """A proposal: the row, what it measures, where its numbers come from, why."""
    state = "" if suggestion.ready else "（待补）"
    if suggestion.action == "dropped":
        yield f"[删去] 删去本行：{suggestion.why}"
        return
    yield f"[{ACTIONS[suggestion.action]}]{state} {one_line(suggestion.level2)}：{one_line(suggestion.name)}  {one_line(suggestion.value)}"
    if suggestion.action == "kept":
        return
    written = (("描述", suggestion.description), ("依据", suggestion.basis))
    if said := "；".join(f"{title}：{one_line(text)}" for title, text in written if text.strip()):
        yield f"    {said}"
    numbers = [f"{trace.digits}＝{ORIGINS[trace.origin]}：{trace.ref}" for trace in suggestion.trace if trace.origin != "slot"]
    if numbers:
        yield f"    数字来源：{'；'.join(numbers)}"
    questions = [trace.ref for trace in suggestion.trace if trace.origin == "slot" and trace.ref not in suggestion.value]
    if questions:
        yield f"    请确认：{'；'.join(questions)}"
    if suggestion.why:
        yield f"    理由：{suggestion.why}"
