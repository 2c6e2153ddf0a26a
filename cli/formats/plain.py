"""The types of a review in, plain values for JSON out: the contract that other programs rely on (review.schema.json)."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from classifier.types import Change, DraftReview, Finding, IndicatorAnalysis, Location, Note, ProjectReview, Review, Score, Verdict
from cli.formats.rows import FORMAT_VERSION, goal_to_plain, suggestions_to_plain, tool, verdict_to_plain


def review_to_plain(review: Review) -> dict[str, Any]:
    """A whole review."""
    return {
        "version": FORMAT_VERSION,
        "tool": tool(),
        "model": review.model,
        "drafts": [_draft(draft) for draft in review.drafts],
        "unread": [{"path": unread.path, "reason": unread.reason} for unread in review.unread],
        "counts": count(review),
        "changes": None if review.changes is None else [_change(change) for change in review.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    finding = change.finding
    return {
        "status": change.status,
        "project": change.project,
        "id": finding.id,
        "code": finding.code,
        "row": finding.row,
        "field": finding.field,
        "message": finding.message,
    }


def count(review: Review) -> dict[str, Any]:
    """How much was judged and found; waived findings are counted apart."""
    projects = [project for draft in review.drafts for project in draft.projects]
    findings = [finding for draft in review.drafts for finding in all_findings(draft)]
    open_findings = [finding for finding in findings if not finding.waived]
    severities = Counter(finding.severity for finding in open_findings)
    codes = Counter(finding.code for finding in open_findings)
    return {
        "projects": len(projects),
        "indicators": sum(len(project.analysis.rows) for project in projects),
        "findings": {
            "total": len(open_findings),
            "by_severity": {s: severities[s] for s in ("error", "warning", "hint")},
            "by_code": dict(sorted(codes.items())),
        },
        "review_needed": sum(bool(verdict.review_needed) for project in projects for verdict in project.verdicts),
        "waived": len(findings) - len(open_findings),
        "unread": len(review.unread) + sum(note.unread for draft in review.drafts for note in draft.notes),
    }


def all_findings(draft: DraftReview) -> list[Finding]:
    """The findings of a draft: its own, then those of its projects."""
    return [*draft.findings, *(finding for project in draft.projects for finding in project.findings)]


def money(amount: Decimal | None) -> str | None:
    """An amount as a decimal string, never in exponent form."""
    return None if amount is None else f"{amount:f}"


def score_to_plain(score: Score) -> dict[str, Any]:
    """The review sheet of a project."""
    return {"items": [item._asdict() for item in score.items], "grade": score.grade, "advice": score.advice, "manual": list(score.manual)}


def _draft(draft: DraftReview) -> dict[str, Any]:
    return {
        "path": draft.draft.path,
        "unit": draft.draft.unit,
        "year": draft.draft.year,
        "money_unit": draft.draft.money_unit,
        "notes": [_note(note) for note in draft.notes],
        "findings": [_finding(finding) for finding in draft.findings],
        "projects": [_project(project) for project in draft.projects],
    }


def _note(note: Note) -> dict[str, Any]:
    return {"code": note.code, "place": note.place, "message": note.message}


def _project(project: ProjectReview) -> dict[str, Any]:
    head = project.analysis.project
    return {
        "number": head.number,
        "code": head.code,
        "name": head.name,
        "kind": {"code": project.analysis.kind.code, "name": project.analysis.kind.name, "words": [word for _, word in project.analysis.kind.words]},
        "budget": money(head.budget),
        "fiscal": money(head.fiscal),
        "other": money(head.other),
        "purpose": head.purpose,
        "goal": head.goal,
        "goal_suggestion": goal_to_plain(project.goal_suggestion),
        "score": score_to_plain(project.score),
        "plan": None if head.plan is None else [{"label": node.label, "amount": money(node.amount)} for node in head.plan],
        "indicators": [_row(row, verdict) for row, verdict in zip(project.analysis.rows, project.verdicts, strict=True)],
        "cues": [cue.code for cue in project.cues],
        "findings": [_finding(finding) for finding in project.findings],
    }


def _row(row: IndicatorAnalysis, verdict: Verdict) -> dict[str, Any]:
    indicator = row.indicator
    return {
        "row": indicator.row,
        "location": _location(indicator.locations.get("name") or indicator.locations.get("value")),
        "level1": indicator.level1,
        "level2": indicator.level2,
        "name": indicator.name,
        "description": indicator.description,
        "value": indicator.value,
        "basis": indicator.basis,
        **verdict_to_plain(verdict),
        "cues": [cue.code for cue in row.cues],
        "deciding": {label: [item._asdict() for item in items] for label, items in verdict.deciding.items()},
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "code": finding.code,
        "severity": finding.severity,
        "label": finding.label,
        "row": finding.row,
        "field": finding.field,
        "location": _location(finding.location),
        "message": finding.message,
        "evidence": [evidence._asdict() for evidence in finding.evidence],
        "related": [related._asdict() for related in finding.related],
        "regulation": finding.regulation,
        "waived": finding.waived._asdict() if finding.waived else None,
        "suggestions": suggestions_to_plain(finding.suggestions),
    }


def _location(location: Location | None) -> dict[str, int] | None:
    return location._asdict() if location else None
