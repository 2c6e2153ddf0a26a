"""The scores of an evaluation in, a table for people out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from classifier.model.labels import PAGE_OF
from cli.formats.columns import pad

if TYPE_CHECKING:
    from training.measure import LabelScore

COLUMNS = (("标签", 6), ("条数", 6), ("精确率", 8), ("召回率", 8), ("F1 [95% 区间]", 22), ("平均精确率", 12), ("Brier", 7), ("校准误差（噪声）", 0))


def render_scores(scores: Sequence[LabelScore], macro: str) -> str:
    """A line a label: how many, precision, recall, F1 with its interval, average precision, and how well the probabilities are calibrated."""
    lines = [" ".join(pad(title, width) for title, width in COLUMNS).rstrip()]
    for s in scores:
        cells = (
            PAGE_OF[s.label].title,
            str(s.support),
            f"{s.precision:.3f}",
            f"{s.recall:.3f}",
            str(s.f1),
            f"{s.average_precision:.3f}",
            f"{s.brier:.3f}",
            f"{s.calibration_error:.3f}（{s.noise_floor:.3f}）",
        )
        lines.append(" ".join(pad(cell, width) for cell, (_, width) in zip(cells, COLUMNS, strict=True)).rstrip())
    lines.append(f"宏平均 F1：{macro}")
    return "\n".join(lines) + "\n"
