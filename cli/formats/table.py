"""A Draft in, its tables as understood out, as text or as plain values for JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from classifier.types import FIELDS, Draft, Project
from cli.formats.columns import one_line, pad, width
from cli.formats.plain import money


def draft_to_plain(draft: Draft) -> dict[str, Any]:
    """The draft for JSON; every field with the cell that it was read from."""
    return {
        "path": draft.path,
        "unit": draft.unit,
        "year": draft.year,
        "money_unit": draft.money_unit,
        "notes": [note._asdict() for note in draft.notes],
        "projects": [_project_to_plain(project) for project in draft.projects],
    }


def _project_to_plain(project: Project) -> dict[str, Any]:
    plain: dict[str, Any] = {field: getattr(project, field) for field in ("number", "code", "name", "unit", "money_unit", "purpose", "goal")}
    plain |= {field: money(getattr(project, field)) for field in ("budget", "fiscal", "other")}
    plain["plan"] = None if project.plan is None else [{"label": node.label, "amount": money(node.amount)} for node in project.plan]
    plain["locations"] = {field: location._asdict() for field, location in project.locations.items()}
    plain["indicators"] = [
        {"row": i.row, **{field: getattr(i, field) for field in FIELDS}, "locations": {field: place._asdict() for field, place in i.locations.items()}}
        for i in project.indicators
    ]
    return plain


def render_draft(draft: Draft) -> str:
    """The draft for people, ending in a newline."""
    lines = [f"== {one_line(draft.unit) or '（未读到单位）'}  {draft.year or '（未读到年度）'}  {draft.path}"]
    for project in draft.projects:
        lines += ["", *_project(project)]
    if draft.notes:
        lines += ["", "-- 读取说明", *(f"   {note.place}：{note.message}" for note in draft.notes)]
    lines += ["", f"共 {len(draft.projects)} 个项目、{sum(len(project.indicators) for project in draft.projects)} 条指标"]
    return "\n".join(lines) + "\n"


def _project(project: Project) -> Iterator[str]:
    yield f"{project.number} {one_line(project.name) or '（未读到名称）'}  {project.code}"
    amounts = [("预算", project.budget), ("财政资金", project.fiscal), ("其他资金", project.other)]
    yield "   " + "  ".join(f"{title} {money(amount) or '空'}" for title, amount in amounts) + f"（{project.money_unit}）"
    if project.plan is not None:
        yield "   计划 " + "  ".join(f"{node.label} {money(node.amount) or '空'}" for node in project.plan)
    yield f"   用途 {one_line(project.purpose) or '空'}"
    yield f"   目标 {one_line(project.goal) or '空'}"
    cells = [[one_line(getattr(indicator, field)) for field in FIELDS[1:]] for indicator in project.indicators]
    widths = [min(max((width(row[column]) for row in cells), default=0), 28) for column in range(len(FIELDS) - 1)]
    for indicator, row in zip(project.indicators, cells, strict=True):
        yield f"   {indicator.row:>2} " + " | ".join(pad(text, columns) for text, columns in zip(row, widths, strict=True)).rstrip()
