"""An Agreement in, text or JSON out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from classifier.model.labels import PAGE_OF

if TYPE_CHECKING:
    from training.agreement import Agreement


def render_text(result: Agreement) -> str:
    """Kappa a label, then the rows on which the two differ."""
    lines = [f"共同的行 {result.common}（只在标注一的 {result.only_first}，只在标注二的 {result.only_second}）"]
    for label in result.labels:
        said = str(label.kappa) if label.kappa else "无法计算（没有共同的行，或两人全都标、全都不标）"
        lines.append(f"{PAGE_OF[label.label].title}  kappa {said}  一致 {label.agreed}/{label.rows}")
    if result.disagreements:
        lines.append(f"分歧 {len(result.disagreements)} 行：")
        lines += [f"  {row.id}  {_names(row.first)} / {_names(row.second)}" for row in result.disagreements]
    return "\n".join(lines) + "\n"


def _names(labels: Sequence[str]) -> str:
    return "、".join(PAGE_OF[label].title for label in labels) or "无"


def render_json(result: Agreement) -> str:
    """The same for other programs; an undefined kappa is null."""
    labels = {
        label.label: {
            "kappa": {"value": label.kappa.value, "low": label.kappa.low, "high": label.kappa.high} if label.kappa else None,
            "agreed": label.agreed,
            "rows": label.rows,
        }
        for label in result.labels
    }
    rows = [{"id": row.id, "first": list(row.first), "second": list(row.second)} for row in result.disagreements]
    counts = {"common": result.common, "only_first": result.only_first, "only_second": result.only_second}
    return json.dumps({**counts, "labels": labels, "disagreements": rows}, ensure_ascii=False, indent=1) + "\n"
