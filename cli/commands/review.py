"""`zhibiao review`: drafts in, what is wrong with them out."""

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.chinese import ChineseCommand
from cli.commands.shared import ConfigOption, ModelOption, OutputOption, ProjectOption, choice, open_model, write

if TYPE_CHECKING:
    from classifier.types import Review

FORMATS = ("text", "json")
SEVERITIES = ("error", "warning", "hint")
CODES = "代码开头，可多次给，也可用逗号隔开，如 N,W002"


def review(
    paths: Annotated[list[str], typer.Argument(metavar="文件…", help="要审的文件或文件夹（Word、Excel、PDF、网页、文本）", show_default=False)],
    format: Annotated[str, typer.Option("--format", "-f", metavar="格式", help="text（给人看）或 json（给程序用）")] = "text",
    output: OutputOption = "",
    project: ProjectOption = None,
    select: Annotated[list[str], typer.Option("--select", metavar="代码", help=f"只报这些：{CODES}", show_default=False)] = [],  # noqa: B006
    ignore: Annotated[list[str], typer.Option("--ignore", metavar="代码", help=f"不报这些：{CODES}", show_default=False)] = [],  # noqa: B006
    min_severity: Annotated[str, typer.Option("--min-severity", metavar="级别", help="从这一级起才报：error、warning 或 hint")] = "warning",
    suggestions: Annotated[bool, typer.Option("--suggestions", help="每行后面附改写建议（json 总是附）")] = False,
    waivers: Annotated[str, typer.Option("--waivers", metavar="文件", help="豁免文件；不给就用各文件旁边的 文件名.waivers.toml")] = "",
    show_waived: Annotated[bool, typer.Option("--show-waived", help="已豁免的问题也列出来")] = False,
    baseline: Annotated[str, typer.Option("--baseline", metavar="报告", help="上次的 json 报告：只报其中没有的")] = "",
    previous: Annotated[str, typer.Option("--previous", metavar="旧稿", help="上一稿的文件：逐条说已改、仍在、新增")] = "",
    config: ConfigOption = "",
    show_settings: Annotated[bool, typer.Option("--show-settings", help="列出生效的设置和出处，不审核")] = False,
    model: ModelOption = "",
) -> int:
    """审核绩效目标表：哪里不对，为什么，依据什么，怎么改。没有问题返回 0，有问题返回 1，有没读到、没判断的返回 2。"""
    from classifier.comparison import compare_reviews
    from classifier.errors import ZhibiaoError
    from classifier.review import exit_status, review_paths
    from classifier.settings import Options, find_settings
    from cli.formats import json, text

    choice("--format", format, FORMATS)
    if not all(paths):
        raise ZhibiaoError("路径是空的，请写明文件或文件夹（当前文件夹写作 .）")
    held = Path(config) if config else None
    if show_settings:
        return _show_settings([Path(path) for path in paths], held, output)
    severity = choice("--min-severity", min_severity, SEVERITIES)
    known = json.identities(Path(baseline)) if baseline else frozenset()
    wanted = Options(_codes(select), _codes(ignore), project, severity, suggestions or format == "json", known=known)  # type: ignore[arg-type]
    judge, lent = open_model(model), Path(waivers) if waivers else None
    with _progress(paths) as started:
        result = review_paths([Path(path) for path in paths], judge, wanted, started, lent, held)
    if previous:
        alike = held or find_settings(Path(paths[0]))
        earlier = review_paths([Path(previous)], judge, wanted._replace(suggest=False), waivers=lent, config=alike)
        if earlier.unread:
            raise ZhibiaoError(f"--previous {earlier.unread[0].path} 没有读到：{earlier.unread[0].reason}")
        result = result._replace(changes=compare_reviews(earlier, result))
    write(json.render(result) if format == "json" else text.render(result, suggestions, show_waived), output)
    _say_unread(result)
    return exit_status(result)


def _say_unread(result: "Review") -> None:
    for unread in result.unread:
        print(f"未审核 {unread.path}：{unread.reason}", file=sys.stderr)
    for draft in result.drafts:
        for note in draft.notes:
            if note.unread:
                print(f"未审核 {draft.draft.path} {note.place}：{note.message}", file=sys.stderr)


def _show_settings(paths: list[Path], config: Path | None, output: str) -> int:
    """What holds for each path, and where it was set."""
    from classifier.review import settings_for
    from classifier.rules.configure import configure_rules
    from cli.formats.settings import render

    lines = []
    for path in paths:
        settings = settings_for(path, config)
        lines.append(render(path, settings, configure_rules(settings)))
    write("".join(lines), output)
    return 0


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
