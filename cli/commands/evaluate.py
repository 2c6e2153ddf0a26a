"""`zhibiao evaluate`: a model and annotated rows that it was not trained on in, its scores out."""

from pathlib import Path
from typing import Annotated

import typer

from cli.chinese import ChineseCommand
from cli.commands.shared import ModelOption, OutputOption, choice, open_model, write

FORMATS = ("text", "json", "html")


def evaluate(
    data: Annotated[str, typer.Option("--data", metavar="路径", help="标注过的行（JSONL 文件或文件夹），不应参加过训练", show_default=False)] = "",
    certain: Annotated[bool, typer.Option("--certain", help="不算标注人拿不准（unsure）的行")] = False,
    format: Annotated[str, typer.Option("--format", "-f", metavar="格式", help="text、json 或 html（带曲线）")] = "text",
    output: OutputOption = "",
    model: ModelOption = "",
) -> int:
    """在标注过的行上给模型打分：精确率、召回率、F1 和区间，校准误差，最离谱的误判；旁边是基线。有读不懂的行返回 2。"""
    from classifier.errors import ZhibiaoError
    from cli.formats import evaluation
    from training.evaluate import evaluate_model

    choice("--format", format, FORMATS)
    if not data:
        raise ZhibiaoError("请用 --data 给出标注过的行")
    judge = open_model(model)
    result = evaluate_model(judge, Path(data), certain)
    for line in result.bad_lines:
        typer.echo(f"未计入 {line}", err=True)
    if result.seen:
        typer.echo("注意：这些行就是模型的训练数据，成绩偏高，不能说明效果", err=True)
    renderers = {"text": evaluation.render_text, "json": evaluation.render_json, "html": evaluation.render_html}
    write(renderers[format](result, judge.identity), output)
    return 2 if result.bad_lines else 0


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("evaluate", cls=ChineseCommand)(evaluate)
