"""`zhibiao agreement A B`: two labellings of the same rows in, how far they agree out."""

from pathlib import Path
from typing import Annotated

import typer

from cli.chinese import ChineseCommand
from cli.commands.shared import OutputOption, choice, write

FORMATS = ("text", "json")


def agreement(
    first: Annotated[str, typer.Argument(metavar="标注一", help="带 id 和标签的 JSONL")],
    second: Annotated[str, typer.Argument(metavar="标注二", help="另一人对同样的行的标注")],
    format: Annotated[str, typer.Option("--format", "-f", metavar="格式", help="text 或 json")] = "text",
    output: OutputOption = "",
) -> int:
    """比较两人对同样的行的标注：每个标签的 Cohen's kappa 和区间，以及全部分歧。"""
    from cli.formats import agreement as formats
    from training.agreement import compare, load_labelling

    choice("--format", format, FORMATS)
    result = compare(load_labelling(Path(first)), load_labelling(Path(second)))
    write(formats.render_text(result) if format == "text" else formats.render_json(result), output)
    return 0


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("agreement", cls=ChineseCommand)(agreement)
