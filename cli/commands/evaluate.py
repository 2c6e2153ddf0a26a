"""`zhibiao evaluate`: a model and annotated rows that it was not trained on in, its scores out."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.chinese import ChineseCommand
from cli.commands.shared import ModelOption


def evaluate(
    data: Annotated[str, typer.Argument(metavar="标注", help="标注过的行（JSONL 文件或文件夹），不应参加过训练")],
    model: ModelOption = "",
) -> int:
    """在标注过的行上给模型打分，旁边列出“全判多数”的基线。"""
    from pathlib import Path

    from cli.commands.shared import open_model
    from cli.formats.scores import render_scores
    from training.evaluate import evaluate_model

    judge = open_model(model)
    result = evaluate_model(judge, Path(data))
    if result.seen:
        typer.echo("注意：这些行就是模型的训练数据，成绩偏高，不能说明效果", err=True)
    typer.echo(f"模型 {judge.identity}，{result.rows} 条、{result.groups} 组\n" + render_scores(result.scores, result.macro), nl=False)
    typer.echo(f"基线（全判多数）宏平均 F1：{result.baseline:.3f}")
    return 0


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("evaluate", cls=ChineseCommand)(evaluate)
