"""`zhibiao explain CODE`: why a rule or a label exists, its examples, its regulation and how to mend it."""

from typing import Annotated

import typer

from cli.chinese import ChineseCommand


def explain(code: Annotated[str, typer.Argument(metavar="代码", help="规则或标签的代码，如 N001、W002；线索也可以，如 M001")]) -> int:
    """解释一条规则：为什么是问题，坏例、好例，依据，怎么改。"""
    from classifier.errors import ZhibiaoError
    from cli.formats.pages import render_page

    page = render_page(code.strip().upper())
    if not page:
        raise ZhibiaoError(f"没有代码为 {code} 的规则，全部代码见 zhibiao rules")
    typer.echo(page, nl=False)
    return 0


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("explain", cls=ChineseCommand)(explain)
