"""Findings in, their identity and order out; shared by the rule layer and the model."""

from __future__ import annotations

from hashlib import blake2b

from classifier.analysis.normalise import squeeze
from classifier.types import FIELDS, Finding, Indicator, Project

SEVERITIES = ("error", "warning", "hint")
SEVERITY_NAMES = {"error": "错误", "warning": "警告", "hint": "提示"}


def finding_id(code: str, project: Project, indicator: Indicator | None, field: str) -> str:
    """A finding's identity by what it is about, not where it stands, so that it survives moved rows and tables.

    Args:
        code: the rule's code.
        project: the project it was found in; its name counts, its number does not.
        indicator: the row, None for the project's head.
        field: the field, with the plan node's label where there is one.

    Returns:
        16 hexadecimal digits; the same row twice in a project gives the same identity twice.
    """
    parts = [code, squeeze(project.name), field]
    if indicator is not None:
        parts += [squeeze(getattr(indicator, name)) for name in FIELDS if name != "level1"]
    return blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()


def severity_rank(finding: Finding) -> int:
    """0 for an error, 1 for a warning, 2 for a hint."""
    return SEVERITIES.index(finding.severity)


def reading_order(finding: Finding) -> tuple[int, int, int, str]:
    """Sorting key: worst first, then from the head downwards, then by code."""
    return severity_rank(finding), finding.row or 0, 0 if finding.label is None else 1, finding.code
