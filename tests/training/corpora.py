"""Annotated rows built in code: a few lines in, a JSONL file or a small corpus out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from classifier.types import LABELS

OBJECTS = ("路灯", "警报器", "校舍", "机房", "公厕", "水库", "桥梁", "电梯", "围墙", "锅炉", "展板", "凉亭")
"""Of each group one thing that no other group knows."""

PATTERNS = (
    ("数量指标", "{}数量", "3处", "000"),
    ("质量指标", "质量合格率", "≥95%", "101"),
    ("生态效益指标", "生态效益增长率", "≥95%", "111"),
    ("成本指标", "及时性", "3万元", "010"),
)
"""The rows of every group, with their labels in the order of LABELS."""


def row(name: str, labels: str = "000", **fields: Any) -> dict[str, Any]:
    """One annotated row; a label that is not 0 or 1 is left out."""
    return {"name": name, **{label: int(given) for label, given in zip(LABELS, labels, strict=False) if given in "01"}, **fields}


def write_rows(path: Path, *rows: dict[str, Any] | str) -> Path:
    """Write rows, or lines as they stand, to a JSONL file."""
    lines = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in rows]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def group_rows(thing: str, **fields: Any) -> list[dict[str, Any]]:
    """The rows of one group, all about one thing."""
    return [
        row(name.format(thing), labels, level2=level2, value=value, project=f"{thing}维修", doc=f"doc-{thing}", **fields)
        for level2, name, value, labels in PATTERNS
    ]


def write_corpus(folder: Path) -> Path:
    """A corpus of twelve groups in two files, every label with both values in each group."""
    half = len(OBJECTS) // 2
    write_rows(folder / "a.jsonl", *(row for thing in OBJECTS[:half] for row in group_rows(thing)))
    write_rows(folder / "b.jsonl", *(row for thing in OBJECTS[half:] for row in group_rows(thing)))
    return folder
