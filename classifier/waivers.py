"""Findings and a file of waivers in, the findings with those marked that somebody let pass out; a waiver is kept by content and not by position.

The file lies beside its draft (draft.docx.waivers.toml) and is read strictly; it is only ever appended to.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from classifier.errors import ZhibiaoError, reason_of
from classifier.strict import check_keys, load_toml
from classifier.types import Finding, Note, Waiver

SUFFIX = ".waivers.toml"
_KEYS = ("finding", "code", "project", "row", "by", "at", "reason")


class WaiverEntry(NamedTuple):
    """One waiver as written: the identity and the code of the finding, the names of project and row for people, who, when and why."""

    finding: str
    code: str
    project: str
    row: str
    by: str
    at: str
    reason: str


def waivers_beside(draft: Path) -> Path:
    """Where the waivers of a draft lie."""
    return draft.with_name(draft.name + SUFFIX)


def load_waivers(path: Path) -> tuple[WaiverEntry, ...]:
    """Read a file of waivers; DataError with file and line where it breaks its form."""
    data = load_toml(path)
    check_keys(data, {"waiver": list}, ("waiver",), path, "")
    entries = data.get("waiver", [])
    for position, entry in enumerate(entries):
        check_keys(entry, dict.fromkeys(_KEYS, str), (), path, "[[waiver]]", position)
    return tuple(WaiverEntry(**entry) for entry in entries)


def append_waivers(path: Path, entries: Sequence[WaiverEntry]) -> None:
    """Add waivers to a file, whole or not at all; strings are written as JSON, which TOML reads alike."""
    before = path.read_text(encoding="utf-8") if path.exists() else "# 已同意保留的问题，由 zhibiao waive 写入；按内容认，不按位置。\n"
    blocks = ["\n[[waiver]]\n" + "".join(f"{key} = {json.dumps(getattr(entry, key), ensure_ascii=False)}\n" for key in _KEYS) for entry in entries]
    partial = path.with_name(path.name + ".partial")
    try:
        partial.write_text(before + "".join(blocks), encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise ZhibiaoError(f"{path} 写不进去（{reason_of(error)}），请换一个位置") from None


def waive(findings: Iterable[Finding], entries: Sequence[WaiverEntry]) -> list[Finding]:
    """Mark the findings that a waiver names by identity and code."""
    by_key = {(entry.finding, entry.code): Waiver(entry.by, entry.at, entry.reason) for entry in entries}
    return [finding._replace(waived=by_key.get((finding.id, finding.code))) for finding in findings]


def unmatched(findings: Iterable[Finding], entries: Sequence[WaiverEntry]) -> list[Note]:
    """A note for every waiver that no finding answers to: what it let pass was mended or reworded."""
    found = {(finding.id, finding.code) for finding in findings}
    idle = [entry for entry in entries if (entry.finding, entry.code) not in found]
    return [
        Note("waiver-unmatched", f"项目“{entry.project}”", f"{entry.by}同意保留的 {entry.code}（{entry.row or '表头'}）已经不在本稿里，可从豁免文件删去")
        for entry in idle
    ]
