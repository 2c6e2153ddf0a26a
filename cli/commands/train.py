"""`zhibiao train`: annotations in, a model folder out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.chinese import ChineseCommand

DataOption = Annotated[str, typer.Option("--data", metavar="路径", help="标注文件（JSONL）或放它们的文件夹")]


def train(
    data: DataOption = "annotations/rows",
    out: Annotated[str, typer.Option("--out", metavar="文件夹", help="模型写到这里")] = "models/default",
) -> int:
    """用标注重新训练模型：交叉验证（按文件分组）出成绩，再用全部标注拟合。同样的标注得到同样的字节。"""
    from cli.formats.scores import render_scores
    from training.train import train as fit_and_export

    typer.echo("正在交叉验证并拟合，约需一两分钟……", err=True)
    scores, macro = fit_and_export(Path(data), Path(out))
    typer.echo(render_scores(scores, f"{macro:.3f}") + f"模型已写入 {out}\n", nl=False)
    return 0


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("train", cls=ChineseCommand)(train)
