"""`zhibiao annotate …`: what trainers do with annotations."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cli.chinese import ChineseCommand, ChineseGroup

app_of_annotations = typer.Typer(cls=ChineseGroup, help="标注：检查标注文件。", rich_markup_mode=None, add_completion=False)


@app_of_annotations.callback()
def _annotate() -> None:
    """Keep `check` a command of its own."""


@app_of_annotations.command("check", cls=ChineseCommand)
def check(folder: Annotated[str, typer.Argument(metavar="[文件夹]", help="标注文件夹，里面有 rows/")] = "annotations") -> int:
    """检查标注：格式、重复的编号、同样内容不同标签、违背指南的标签，每处都说明文件和行。有问题返回 2。"""
    from training.check import check_annotations

    faults, rows = check_annotations(Path(folder))
    for fault in faults:
        print(fault, file=sys.stderr)
    typer.echo(f"检查了 {rows} 行，{f'{len(faults)} 处问题' if faults else '没有问题'}")
    return 2 if faults else 0


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.add_typer(app_of_annotations, name="annotate")
