"""`zhibiao read`: a file in, the table as understood out, before any judgement."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.chinese import ChineseCommand
from cli.commands.shared import OutputOption, choice, write

if TYPE_CHECKING:
    from classifier.types import Draft

FORMATS = ("text", "json")


def read(
    path: Annotated[str, typer.Argument(metavar="文件", help="要看的文件（Word、Excel、PDF、网页、文本）")],
    format: Annotated[str, typer.Option("--format", "-f", metavar="格式", help="text（给人看）或 json（给程序用）")] = "text",
    output: OutputOption = "",
) -> int:
    """显示读出来的表：项目、预算、支出计划、目标和每条指标，不作判断。有没读到的表返回 2。"""
    from cli.formats.table import draft_to_plain, render_draft

    choice("--format", format, FORMATS)
    draft = load(path)
    write(render_draft(draft) if format == "text" else json.dumps(draft_to_plain(draft), ensure_ascii=False, indent=1) + "\n", output)
    return 2 if any(note.unread for note in draft.notes) else 0


def load(path: str) -> "Draft":
    """Read one draft; UnreadableError, naming the file, where that cannot be done."""
    from classifier.documents.files import load_draft
    from classifier.errors import UnreadableError

    try:
        return load_draft(Path(path))
    except UnreadableError as error:
        raise UnreadableError(f"{path}：{error}") from None


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("read", cls=ChineseCommand)(read)
