"""An Answer of suggest in, text or JSON out; the schema of the JSON is suggest.schema.json beside this file."""

from __future__ import annotations

import json
from typing import Any

from classifier.findings import SEVERITY_NAMES
from classifier.types import FIELDS, Answer, Finding, RowAnswer
from cli.formats.columns import one_line
from cli.formats.proposals import render_suggestion
from cli.formats.rows import FORMAT_VERSION, goal_to_plain, suggestions_to_plain, tool


def render_text(answer: Answer) -> str:
    """The proposals for a drafter, ending in a newline."""
    head = answer.project
    lines = [f"{one_line(head.name) or '（未给项目名称）'}  归类：{answer.kind.name}"]
    if answer.whole:
        lines.append("重拟的指标表（每条只列首选，其余见 --row）：")
    for row in answer.rows:
        lines += _row(row, answer.whole)
    if answer.goal:
        state = "" if answer.goal.ready else "（待补）"
        lines += [f"年度绩效目标{state}：{one_line(answer.goal.text)}", f"   理由：{answer.goal.why}"]
    if not answer.kind.code:
        lines.append("认不出项目类别，指标库里没有可用的行；请补充 --project-name 或 --purpose 再试")
    return "\n".join(lines) + "\n"


def _row(row: RowAnswer, whole: bool) -> list[str]:
    lines = []
    if row.indicator is not None:
        indicator = row.indicator
        lines.append(f"第{row.row}行 {one_line(indicator.level2) or '（未给二级指标）'}：{one_line(indicator.name)}  {one_line(indicator.value)}")
        lines += [f"   {SEVERITY_NAMES[finding.severity]} {finding.code} {finding.message}{_remarks(finding)}" for finding in row.findings]
    proposals = row.suggestions[:1] if whole else row.suggestions
    for suggestion in proposals:
        if suggestion.action == "kept":
            lines.append(f"   [保留] {suggestion.why}")
        else:
            lines += [f"   {line}" for line in render_suggestion(suggestion)]
    if not proposals:
        known = row.indicator is None or row.indicator.level2.strip()
        lines.append("   指标库里没有适合的行，请按上面的问题自行改写" if known else "   不知道这一行属于哪个二级指标，请补上（--level2）再试")
    return lines


def _remarks(finding: Finding) -> str:
    return "".join(f"；{related.message}（{related.code}）" for related in finding.related)


def render_json(answer: Answer) -> str:
    """The answer as one JSON document."""
    return json.dumps({"version": FORMAT_VERSION, "tool": tool(), **answer_to_plain(answer)}, ensure_ascii=False, indent=1) + "\n"


def render_line(answer: Answer, identity: object) -> str:
    """The answer to one JSONL row as one line, with the row's id where it has one."""
    plain = answer_to_plain(answer)
    return json.dumps({"id": identity, **plain}, ensure_ascii=False) + "\n"


def answer_to_plain(answer: Answer) -> dict[str, Any]:
    """The answer as plain values."""
    return {
        "project": {"number": answer.project.number, "name": answer.project.name},
        "kind": {"code": answer.kind.code, "name": answer.kind.name},
        "goal": goal_to_plain(answer.goal),
        "rows": [_row_to_plain(row) for row in answer.rows],
    }


def _row_to_plain(row: RowAnswer) -> dict[str, Any]:
    original = {field: getattr(row.indicator, field) for field in FIELDS} if row.indicator else None
    return {
        "row": row.row,
        "original": original,
        "findings": [_finding(finding) for finding in row.findings],
        "suggestions": suggestions_to_plain(row.suggestions),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    related = [item._asdict() for item in finding.related]
    return {"code": finding.code, "severity": finding.severity, "label": finding.label, "message": finding.message, "related": related}
