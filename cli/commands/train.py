"""`zhibiao train`: annotations in, a model folder out."""

from pathlib import Path
from typing import Annotated

import typer

from cli.chinese import ChineseCommand

DataOption = Annotated[str, typer.Option("--data", metavar="路径", help="标注文件（JSONL）或放它们的文件夹")]


def train(
    data: DataOption = "annotations/rows",
    out: Annotated[str, typer.Option("--out", metavar="文件夹", help="模型写到这里；不给就是 models/default（--kinds 时 models/kinds）")] = "",
    kinds: Annotated[str, typer.Option("--kinds", metavar="文件", help="改为训练项目类别：每行一个项目及其类别（如 annotations/kinds.jsonl）")] = "",
) -> int:
    """用标注重新训练模型：交叉验证（按文件分组）出成绩，再用全部标注拟合。同样的标注得到同样的字节。"""
    from cli.formats.scores import render_scores
    from training.train import train as fit_and_export

    if kinds:
        return _train_kinds(Path(kinds), Path(data), Path(out or "models/kinds"))
    out = out or "models/default"
    typer.echo("正在交叉验证并拟合，约需一两分钟……", err=True)
    scores, macro = fit_and_export(Path(data), Path(out))
    typer.echo(render_scores(scores, f"{macro:.3f}") + f"模型已写入 {out}\n", nl=False)
    return 0


def _train_kinds(kinds: Path, data: Path, out: Path) -> int:
    from training.kinds import train_kinds

    scores = train_kinds(kinds, data, out)
    typer.echo(
        f"{scores.projects} 个项目，按文件交叉验证：类别判对 {scores.right:.1%}（只看词 {scores.by_words:.1%}），前三里有 {scores.among_three:.1%}；"
        f"有把握的占 {scores.sure_share:.1%}，其中判对 {scores.sure_right:.1%}\n类别模型已写入 {out}"
    )
    return 0


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("train", cls=ChineseCommand)(train)
