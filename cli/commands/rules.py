"""`zhibiao rules`: the catalogue, a line a code."""

from __future__ import annotations

import typer

from cli.chinese import ChineseCommand


def rules() -> int:
    """列出全部规则、标签和线索。"""
    from cli.formats.pages import render_catalogue

    typer.echo(render_catalogue(), nl=False)
    return 0


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("rules", cls=ChineseCommand)(rules)
