"""`zhibiao review`: drafts in, what is wrong with them out."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from cli.chinese import ChineseCommand
from cli.commands.shared import ModelOption, OutputOption, ProjectOption, choice, open_model, write

FORMATS = ("text", "json")
SEVERITIES = ("error", "warning", "hint")
CODES = "代码开头，可多次给，也可用逗号隔开，如 N,W002"


def review(
    paths: Annotated[list[str], typer.Argument(metavar="文件…", help="要审的文件或文件夹（.docx、.txt）", show_default=False)],
    format: Annotated[str, typer.Option("--format", "-f", metavar="格式", help="text（给人看）或 json（给程序用）")] = "text",
    output: OutputOption = "",
    project: ProjectOption = None,
    select: Annotated[list[str], typer.Option("--select", metavar="代码", help=f"只报这些：{CODES}", show_default=False)] = [],  # noqa: B006
    ignore: Annotated[list[str], typer.Option("--ignore", metavar="代码", help=f"不报这些：{CODES}", show_default=False)] = [],  # noqa: B006
    min_severity: Annotated[str, typer.Option("--min-severity", metavar="级别", help="从这一级起才报：error、warning 或 hint")] = "warning",
    suggestions: Annotated[bool, typer.Option("--suggestions", help="每行后面附改写建议（json 总是附）")] = False,
    model: ModelOption = "",
) -> int:
    """审核绩效目标表：哪里不对，为什么，依据什么，怎么改。没有问题返回 0，有问题返回 1，有没读到、没判断的返回 2。"""
    from classifier.errors import ZhibiaoError
    from classifier.review import exit_status, review_paths
    from classifier.settings import Options
    from cli.formats import json, text

    choice("--format", format, FORMATS)
    if not all(paths):
        raise ZhibiaoError("路径是空的，请写明文件或文件夹（当前文件夹写作 .）")
    severity = choice("--min-severity", min_severity, SEVERITIES)
    wanted = Options(_codes(select), _codes(ignore), project, severity, suggest=suggestions or format == "json")  # type: ignore[arg-type]
    judge = open_model(model)
    with _progress(paths) as started:
        result = review_paths([Path(path) for path in paths], judge, wanted, started)
    write(json.render(result) if format == "json" else text.render(result, suggestions), output)
    for unread in result.unread:
        print(f"未审核 {unread.path}：{unread.reason}", file=sys.stderr)
    for draft in result.drafts:
        for note in draft.notes:
            if note.unread:
                print(f"未审核 {draft.draft.path} {note.place}：{note.message}", file=sys.stderr)
    return exit_status(result)


def _codes(given: list[str]) -> tuple[str, ...]:
    """The code prefixes of an option; one that no code begins with is a wrong call, not a clean draft."""
    from classifier.errors import ZhibiaoError
    from classifier.review import dimensions

    codes = tuple(code.strip().upper() for text in given for code in text.replace("，", ",").split(",") if code.strip())
    for code in codes:
        if not any(known.startswith(code) for known in dimensions()):
            raise ZhibiaoError(f"没有以 {code} 开头的代码，全部代码见 zhibiao rules")
    return codes


def _progress(paths: list[str]):  # type: ignore[no-untyped-def]
    """A progress bar on stderr where several files keep a person waiting; elsewhere a function that does nothing."""
    if not sys.stderr.isatty() or (len(paths) == 1 and not Path(paths[0]).is_dir()):
        return nullcontext(lambda path: None)
    from cli.progress import progress_of_files

    return progress_of_files([Path(path) for path in paths])


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("review", cls=ChineseCommand)(review)
