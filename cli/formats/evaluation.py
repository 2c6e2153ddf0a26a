"""An Evaluation in, text, JSON or one HTML page with curves out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from classifier.model.labels import PAGE_OF
from cli.formats.columns import one_line
from cli.formats.scores import render_scores

if TYPE_CHECKING:
    from training.evaluate import Curve, Evaluation, Mistake

SIDE = 260
MARGIN = 30


def render_text(result: Evaluation, model: str) -> str:
    """The scores for a trainer, with the worst mistakes."""
    lines = [f"模型 {model}，{result.rows} 条、{result.groups} 组", render_scores(result.scores, str(result.macro)).rstrip()]
    lines.append(f"全部指认合起来的精确率：{result.pooled_precision:.3f}；待人工复核（不算指认）：{result.review_share:.1%}")
    lines.append(f"基线（全判多数）宏平均 F1：{result.baseline:.3f}")
    if result.mistakes:
        lines.append("最离谱的误判：")
        lines += [f"  {_mistake_text(mistake)}" for mistake in result.mistakes]
    return "\n".join(lines) + "\n"


def _mistake_text(mistake: Mistake) -> str:
    project, indicator = mistake.sample.row.project, mistake.sample.row.project.indicators[0]
    said = "误判" if mistake.given else "漏判"
    words = "、".join(item.text for item in mistake.deciding) or "没有明显的词"
    row = "｜".join(one_line(text) for text in (project.name, indicator.level2, indicator.name, indicator.description, indicator.value) if text)
    return f"{said}{PAGE_OF[mistake.label].title} {mistake.probability:.2f}  {row}（{words}）"


def render_json(result: Evaluation, model: str) -> str:
    """All figures for other programs."""
    plain: dict[str, Any] = {
        "model": model,
        "rows": result.rows,
        "groups": result.groups,
        "macro_f1": _interval(result.macro),
        "pooled_precision": result.pooled_precision,
        "baseline_macro_f1": result.baseline,
        "review_share": result.review_share,
        "labels": {score.label: {**{k: v for k, v in vars(score).items() if k != "label"}, "f1": _interval(score.f1)} for score in result.scores},
        "curves": {curve.label: {"precision_recall": curve.precision_recall, "reliability": curve.reliability} for curve in result.curves},
        "mistakes": [_mistake_plain(mistake) for mistake in result.mistakes],
        "seen": result.seen,
        "bad_lines": [str(line) for line in result.bad_lines],
    }
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def _interval(interval: Any) -> dict[str, float]:
    return {"value": interval.value, "low": interval.low, "high": interval.high}


def _mistake_plain(mistake: Mistake) -> dict[str, Any]:
    indicator = mistake.sample.row.project.indicators[0]
    return {
        "id": mistake.sample.row.fields.get("id"),
        "label": mistake.label,
        "given": mistake.given,
        "probability": round(mistake.probability, 4),
        "project": mistake.sample.row.project.name,
        "level2": indicator.level2,
        "name": indicator.name,
        "value": indicator.value,
        "deciding": [item._asdict() for item in mistake.deciding],
    }


def render_html(result: Evaluation, model: str) -> str:
    """One page without outside links: the scores, a precision-recall and a reliability curve a label, the worst mistakes."""
    rows = "".join(
        f"<tr><td>{PAGE_OF[s.label].title}<td>{s.support}<td>{s.precision:.3f}<td>{s.recall:.3f}<td>{s.f1}<td>{s.average_precision:.3f}"
        f"<td>{s.brier:.3f}<td>{s.calibration_error:.3f}（噪声 {s.noise_floor:.3f}）"
        for s in result.scores
    )
    curves = "".join(f"<figure><figcaption>{PAGE_OF[c.label].title}</figcaption>{_precision_recall(c)}{_reliability(c)}</figure>" for c in result.curves)
    mistakes = "".join(f"<li>{escape(_mistake_text(mistake))}" for mistake in result.mistakes)
    return f"""<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>模型评分</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 15px/1.6 system-ui, "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem }}
table {{ border-collapse: collapse; width: 100% }} th, td {{ border-bottom: 1px solid #8885; padding: .3rem .6rem; text-align: left }}
figure {{ display: inline-block; margin: 1rem 1rem 0 0 }} figcaption {{ font-weight: 600 }}
svg {{ margin-right: .6rem }} svg text {{ font-size: 11px; fill: currentColor }} svg path {{ fill: none; stroke: #2563eb; stroke-width: 2 }}
svg circle {{ fill: #2563eb }} .axis {{ stroke: #8888; stroke-width: 1 }}
</style>
<h1>模型评分</h1>
<p>模型 {escape(model)}，{result.rows} 条、{result.groups} 组；宏平均 F1 {result.macro}，基线 {result.baseline:.3f}；
指认的精确率 {result.pooled_precision:.3f}；待人工复核 {result.review_share:.1%}。</p>
<table><tr><th>标签<th>条数<th>精确率<th>召回率<th>F1 [95% 区间]<th>平均精确率<th>Brier<th>校准误差{rows}</table>
{curves}
<h2>最离谱的误判</h2><ol>{mistakes}</ol>
</html>
"""


def _precision_recall(curve: Curve) -> str:
    points = " L".join(f"{MARGIN + r * SIDE:.1f},{MARGIN + (1 - p) * SIDE:.1f}" for r, p in curve.precision_recall)
    return _frame("召回率", "精确率", f'<path d="M{points}"/>' if points else "")


def _reliability(curve: Curve) -> str:
    most = max((rows for _, _, rows in curve.reliability), default=1)
    dots = "".join(
        f'<circle cx="{MARGIN + p * SIDE:.1f}" cy="{MARGIN + (1 - f) * SIDE:.1f}" r="{3 + 5 * (rows / most) ** 0.5:.1f}"><title>{rows} 条</title></circle>'
        for p, f, rows in curve.reliability
    )
    diagonal = f'<line class="axis" stroke-dasharray="4" x1="{MARGIN}" y1="{MARGIN + SIDE}" x2="{MARGIN + SIDE}" y2="{MARGIN}"/>'
    return _frame("概率", "实际比例", diagonal + dots)


def _frame(across: str, up: str, content: str) -> str:
    size, end = SIDE + 2 * MARGIN, MARGIN + SIDE
    axes = f'<line class="axis" x1="{MARGIN}" y1="{end}" x2="{end}" y2="{end}"/><line class="axis" x1="{MARGIN}" y1="{MARGIN}" x2="{MARGIN}" y2="{end}"/>'
    labels: Sequence[str] = (
        f'<text x="{end}" y="{end + 16}" text-anchor="end">{across} 1</text>',
        f'<text x="{MARGIN}" y="{end + 16}">0</text>',
        f'<text x="{MARGIN}" y="{MARGIN - 8}">{up} 1</text>',
    )
    return f'<svg width="{size}" height="{size}" viewBox="0 0 {size} {size}" role="img" aria-label="{up}对{across}">{axes}{"".join(labels)}{content}</svg>'
