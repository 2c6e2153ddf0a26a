"""The scores of an evaluation in, a table for people out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from classifier.model.labels import PAGE_OF
from cli.formats.columns import pad

if TYPE_CHECKING:
    from training.measure import LabelScore


def render_scores(scores: Sequence[LabelScore], macro: float) -> str:
    """A line a label: how many, precision, recall, F1 with its interval, and how well the probabilities are calibrated."""
    lines = [f"{pad('标签', 8)} {pad('条数', 6)} {pad('精确率', 8)} {pad('召回率', 8)} {pad('F1 [95% 区间]', 24)} {pad('Brier', 7)} 校准误差"]
    for s in scores:
        lines.append(
            f"{pad(PAGE_OF[s.label].title, 8)} {s.support:<6} {s.precision:<8.3f} {s.recall:<8.3f} {s.f1!s:<24} {s.brier:<7.3f} {s.calibration_error:.3f}"
        )
    lines.append(f"宏平均 F1：{macro:.3f}")
    return "\n".join(lines) + "\n"
