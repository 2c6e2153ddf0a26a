"""Findings in, the same without those that a more serious finding on the same field makes superfluous; the order is data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from classifier.strict import check_keys, load_toml
from classifier.types import Finding

PATH = Path(__file__).with_name("suppression.toml")


@cache
def _hidden_by() -> Mapping[str, frozenset[str]]:
    """The codes that hide each code."""
    data = load_toml(PATH)
    check_keys(data, {"suppress": list}, (), PATH, "")
    hidden: dict[str, set[str]] = {}
    for position, entry in enumerate(data["suppress"]):
        check_keys(entry, {"by": str, "hides": list, "why": str}, (), PATH, "[[suppress]]", position)
        for code in entry["hides"]:
            hidden.setdefault(code, set()).add(entry["by"])
    return {code: frozenset(by) for code, by in hidden.items()}


def suppress(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out what another finding on the same row and field already says."""
    kept = list(findings)
    present = {(finding.code, finding.row, finding.field) for finding in kept}
    return [f for f in kept if not any((by, f.row, f.field) in present for by in _hidden_by().get(f.code, ()))]
