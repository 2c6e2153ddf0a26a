"""An Answer of suggest in, text or JSON out; the schema of the JSON is suggest.schema.json beside this file."""

from __future__ import annotations

import json
from typing import Any

from classifier.types import FIELDS, Answer, Finding, Mend, RowAnswer
from cli.formats.columns import one_line, wrap
from cli.formats.comparison import compare
from cli.formats.proposals import render_suggestion
from cli.formats.rows import FORMAT_VERSION, goal_to_plain, suggestions_to_plain, tool
from cli.formats.sentences import describe, doubt

COLUMNS = 100
"""The width where no terminal says another, so that a file holds the same bytes wherever it is made."""

HANG = 4


def render_text(answer: Answer, columns: int = COLUMNS) -> str:
    """The proposals for a drafter, ending in a newline.

    Args:
        answer: what suggest found; a whole table is shown beside the table as it stands.
        columns: the width that no line exceeds, 60 or more.
    """
    lines = [f"{one_line(answer.project.name) or '（未给项目名称）'}  归类：{answer.kind.name}"]
    if said := doubt(answer):
        lines.append(said)
    for row in () if answer.whole else answer.rows:
        lines += _row(row)
    if not answer.kind.code and not any(row.suggestions for row in answer.rows):
        lines.append("指标库里没有可用的行；请补充 --project-name 或 --purpose 再试")
    folded = [part for line in lines for part in wrap(line, columns, _hang(line))]
    if answer.whole:
        folded += ["", *compare(answer, columns)]
    return "\n".join(folded) + "\n"


def _hang(line: str) -> int:
    """Further lines of a line stand a little to the right of its first."""
    return len(line) - len(line.lstrip(" ")) + HANG


def _row(row: RowAnswer) -> list[str]:
    lines = []
    if row.indicator is not None:
        indicator = row.indicator
        lines.append(f"第{row.row}行 {one_line(indicator.level2) or '（未给二级指标）'}：{one_line(indicator.name)}  {one_line(indicator.value)}")
        lines += [f"   {describe(finding)}" for finding in row.findings]
    for suggestion in row.suggestions:
        if suggestion.action == "kept":
            lines.append(f"   [保留] {suggestion.why}")
        else:
            lines += [f"   {line}" for line in render_suggestion(suggestion)]
    if not row.suggestions:
        known = row.indicator is None or row.indicator.level2.strip()
        lines.append("   指标库里没有适合的行，请按上面的问题自行改写" if known else "   不知道这一行属于哪个二级指标，请补上（--level2）再试")
    return lines


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
        "nearest": [{"code": kind.code, "name": kind.name} for kind in answer.nearest],
        "whole": answer.whole,
        "goal": goal_to_plain(answer.goal),
        "rows": [_row_to_plain(row) for row in answer.rows],
        "mends": [_mend(mend) for mend in answer.mends],
    }


def _mend(mend: Mend) -> dict[str, str]:
    finding = mend.finding
    return {"code": finding.code, "severity": finding.severity, "field": finding.field, "message": finding.message, "repair": mend.repair}


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
