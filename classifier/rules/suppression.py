"""Findings in, one voice out: what a more serious finding already says is left out, and a cell is accused once; the order is data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from classifier.findings import severity_rank
from classifier.strict import check_keys, load_toml
from classifier.types import Finding, Related

PATH = Path(__file__).with_name("suppression.toml")


@cache
def _data() -> dict[str, Any]:
    data = load_toml(PATH)
    check_keys(data, {"suppress": list, "same_fault": list}, (), PATH, "")
    for position, entry in enumerate(data["suppress"]):
        check_keys(entry, {"by": str, "hides": list, "anywhere_in_row": bool, "why": str}, ("anywhere_in_row",), PATH, "[[suppress]]", position)
    for position, entry in enumerate(data["same_fault"]):
        check_keys(entry, {"rules": list, "label": str, "why": str}, (), PATH, "[[same_fault]]", position)
    return data


@cache
def _hidden_by() -> Mapping[str, tuple[tuple[str, bool], ...]]:
    """For each code, the codes that hide it, and whether they do so from another field of the row."""
    hidden: dict[str, list[tuple[str, bool]]] = {}
    for entry in _data()["suppress"]:
        for code in entry["hides"]:
            hidden.setdefault(code, []).append((entry["by"], entry.get("anywhere_in_row", False)))
    return {code: tuple(by) for code, by in hidden.items()}


def suppress(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out what another finding on the same cell (or row, where the data say so) already says."""
    kept = list(findings)
    cells = {(finding.code, finding.project, finding.row, finding.field) for finding in kept}
    rows = {(finding.code, finding.project, finding.row) for finding in kept}

    def is_hidden(finding: Finding) -> bool:
        place = finding.project, finding.row
        return any((by, *place) in rows if anywhere else (by, *place, finding.field) in cells for by, anywhere in _hidden_by().get(finding.code, ()))

    return [finding for finding in kept if not is_hidden(finding)]


def merge(findings: Iterable[Finding]) -> list[Finding]:
    """Accuse every cell of a row once, by its most serious finding (of equals the first); the others are told beside it. A hint accuses nobody and
    stays for itself.
    """
    said: dict[tuple[int, int, str], Finding] = {}
    apart: list[Finding] = []
    for finding in sorted(findings, key=severity_rank):
        if finding.row is None or finding.severity == "hint":
            apart.append(finding)
            continue
        cell = finding.project, finding.row, finding.field
        first = said.get(cell)
        said[cell] = finding if first is None else first._replace(related=(*first.related, Related(finding.code, finding.message), *finding.related))
    return [*apart, *said.values()]


def fold(findings: Iterable[Finding]) -> list[Finding]:
    """One voice over what is to be said: a cell is accused once by the rules, and no label repeats what a rule says."""
    listed = list(findings)
    return join_wording(merge(f for f in listed if not f.label), [f for f in listed if f.label])


def join_wording(exact: Iterable[Finding], labelled: Iterable[Finding]) -> list[Finding]:
    """Rules and classifier in one voice: where a rule says what a label says, the rule speaks and the label's probability stands beside it.

    Args:
        exact: the rule layer's findings in one project.
        labelled: the classifier's findings in it.
    """
    rules, kept = list(exact), []
    for finding in labelled:
        same = next((n for n, rule in enumerate(rules) if rule.row == finding.row and (rule.code, finding.label) in _same_faults()), None)
        if same is None:
            kept.append(finding)
        else:
            rules[same] = rules[same]._replace(related=(*rules[same].related, Related(finding.code, finding.message)))
    return rules + kept


@cache
def _same_faults() -> frozenset[tuple[str, str]]:
    return frozenset((code, entry["label"]) for entry in _data()["same_fault"] for code in entry["rules"])
