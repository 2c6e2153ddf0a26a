"""`zhibiao rules`: the catalogue, a line a code, or the manual's pages of all rules."""

from typing import Annotated

import typer

from cli.chinese import ChineseCommand
from cli.commands.shared import OutputOption, choice, write

FORMATS = ("text", "markdown")


def rules(
    format: Annotated[str, typer.Option("--format", "-f", metavar="格式", help="text（一行一条）或 markdown（手册的规则页）")] = "text",
    output: OutputOption = "",
) -> int:
    """列出全部规则、标签和线索。"""
    from cli.formats.pages import render_catalogue, render_manual

    choice("--format", format, FORMATS)
    write(render_manual() if format == "markdown" else render_catalogue(), output)
    return 0


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("rules", cls=ChineseCommand)(rules)
