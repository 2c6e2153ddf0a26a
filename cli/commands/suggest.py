"""`zhibiao suggest`: a row of a draft, a whole project, a row given by options, or JSONL rows in; better wording out."""

import re
import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import typer

from cli.chinese import ChineseCommand
from cli.commands.shared import ConfigOption, ModelOption, OutputOption, ProjectOption, choice, open_model, write, write_bytes

if TYPE_CHECKING:
    from classifier.model.scorer import Model
    from classifier.suggest.request import Wish
    from classifier.types import Answer

FORMATS = ("text", "json", "docx")
NARROWEST, WIDEST = 60, 160
"""Narrower columns hold no words, wider lines lead no eye."""


def suggest(
    path: Annotated[str, typer.Argument(metavar="[文件]", help="草案文件；- 表示从标准输入读 JSONL 行；用 --name 给一行时不写", show_default=False)] = "",
    project: ProjectOption = None,
    row: Annotated[int | None, typer.Option("--row", metavar="行", help="项目里的第几条指标；不给就重拟整张表", show_default=False)] = None,
    name: Annotated[str, typer.Option("--name", metavar="文字", help="三级指标")] = "",
    project_name: Annotated[str, typer.Option("--project-name", metavar="文字", help="项目名称")] = "",
    level2: Annotated[str, typer.Option("--level2", metavar="文字", help="二级指标")] = "",
    value: Annotated[str, typer.Option("--value", metavar="文字", help="指标值")] = "",
    description: Annotated[str, typer.Option("--description", metavar="文字", help="绩效指标描述")] = "",
    basis: Annotated[str, typer.Option("--basis", metavar="文字", help="指标值确定依据")] = "",
    purpose: Annotated[str, typer.Option("--purpose", metavar="文字", help="资金用途")] = "",
    goal: Annotated[str, typer.Option("--goal", metavar="文字", help="绩效目标")] = "",
    budget: Annotated[str, typer.Option("--budget", metavar="数", help="预算数（万元）")] = "",
    kind: Annotated[str, typer.Option("--kind", metavar="类别", help="项目类别的代码，如 K05；不给就由名称和用途判断")] = "",
    top: Annotated[int, typer.Option("--top", metavar="条数", help="每行最多给几条改法")] = 3,
    library: Annotated[str, typer.Option("--library", metavar="文件夹", help="本单位自己的指标库（与自带的同一格式），排在自带的前面")] = "",
    config: ConfigOption = "",
    interactive: Annotated[bool, typer.Option("--interactive", help="逐行问答：输入 项目名称｜二级指标｜三级指标｜指标值，空行结束")] = False,
    format: Annotated[str, typer.Option("--format", "-f", metavar="格式", help="text（给人看）、json（给程序用）或 docx（Word 文件，只用于整张表）")] = "text",
    output: OutputOption = "",
    model: ModelOption = "",
) -> int:
    """给写得不好的指标拟出改法，不编数字：表里有的写明出处，表里没有的留【待填】。"""
    from classifier.errors import ZhibiaoError

    choice("--format", format, FORMATS)
    if format == "docx":
        _check_word(path, output, whole=bool(path) and path != "-" and row is None and not name and not interactive)
    if top < 1:
        raise ZhibiaoError("--top 至少是 1")
    wish, judge = _wish(kind, top, library, config), open_model(model)
    if interactive:
        return _converse(judge, wish)
    if path == "-":
        return _from_rows(judge, wish, output)
    if bool(path) == bool(name):
        raise ZhibiaoError("请给一个草案文件（加 --project 号），或者用 --name 给一行指标，二者取一")
    if path and any((project_name, level2, value, description, basis, purpose, goal, budget)):
        raise ZhibiaoError("给了草案文件就从文件里读这一行，不要再用 --value 等选项")
    if name and (project is not None or row is not None):
        raise ZhibiaoError("用 --name 给一行时没有项目号和行号，请去掉 --project、--row")
    if path:
        from classifier.review import settings_for
        from classifier.suggest.request import suggest_for_draft
        from cli.commands.read import load

        if project is None:
            raise ZhibiaoError("请用 --project 说明是第几号项目")
        draft = load(path)
        if not config:
            wish = wish._replace(settings=settings_for(Path(path), None))
        answer = suggest_for_draft(draft, project, row, judge, wish)
    else:
        from classifier.suggest.request import suggest_for_row

        fields = {"project": project_name, "purpose": purpose, "goal": goal, "budget": budget, "level2": level2, "name": name}
        fields |= {"description": description, "value": value, "basis": basis}
        answer = suggest_for_row(fields, judge, wish)
    _tell(answer, format, output)
    for note in answer.notes:
        print(f"未判断 {note.place}：{note.message}", file=sys.stderr)
    return 2 if answer.notes else 0


def _check_word(path: str, output: str, whole: bool) -> None:
    """A Word file holds a whole table, cannot be printed, and must not take the place of the draft."""
    from classifier.errors import ZhibiaoError

    if not whole:
        raise ZhibiaoError("--format docx 只写整张表：请给草案文件和 --project 号，不要用 --row、--name、--interactive 或 -")
    if not output:
        raise ZhibiaoError("docx 是 Word 文件，不能打印在屏幕上，请用 --output 写明存到哪里，如 --output 重拟.docx")
    if Path(output).resolve() == Path(path).resolve():
        raise ZhibiaoError(f"--output {output} 就是草案本身，请换一个文件名，免得盖掉原稿")


def _tell(answer: "Answer", format: str, output: str) -> None:
    """Write the answer in the format asked for."""
    if format == "docx":
        from cli.formats.redraft_docx import render_docx

        write_bytes(render_docx(answer), output)
        return
    from cli.formats.suggestions import render_json, render_text

    write(render_text(answer, _columns(output)) if format == "text" else render_json(answer), output)


def _columns(output: str) -> int:
    """The terminal's width where one shows the text; elsewhere a fixed width, for the same bytes everywhere."""
    from cli.formats.suggestions import COLUMNS

    if output or not is_terminal():
        return COLUMNS
    return min(max(get_terminal_size().columns, NARROWEST), WIDEST)


def is_terminal() -> bool:
    """Whether a terminal shows what is printed."""
    return sys.stdout.isatty()


def _wish(kind: str, top: int, library: str, config: str) -> "Wish":
    from classifier.analysis.kinds import kind_of_code
    from classifier.settings import Settings, load_settings
    from classifier.suggest.request import Wish

    settings = load_settings(Path(config)) if config else Settings()
    return Wish(kind_of_code(kind.strip().upper()) if kind else None, top, Path(library) if library else None, settings)


def _from_rows(judge: "Model", wish: "Wish", output: str) -> int:
    """Answer every JSONL row on stdin with a line of JSON, at once where nothing is written to a file."""
    from classifier.documents.rows import RowError, read_rows
    from classifier.suggest.request import suggest_for_record
    from cli.commands.classify import open_rows
    from cli.formats.suggestions import render_line

    lines, failed = [], False
    with open_rows("-") as stream:
        for record in read_rows(stream):
            if isinstance(record, RowError):
                print(f"未处理 标准输入 {record}", file=sys.stderr)
                failed = True
                continue
            line = render_line(suggest_for_record(record, judge, wish), record.fields.get("id"))
            if output:
                lines.append(line)
            else:
                write(line, "")
    if output:
        write("".join(lines), output)
    return 2 if failed else 0


def _converse(judge: "Model", wish: "Wish") -> int:
    """Read a row a line and answer it, with everything loaded, until a blank line or the end."""
    from classifier.suggest.request import suggest_for_row, warm_up
    from cli.formats.suggestions import render_text

    warm_up(judge)
    print("每行写：项目名称｜二级指标｜三级指标｜指标值（后面可以空着），空行结束", file=sys.stderr)
    for line in sys.stdin:
        if not line.strip():
            break
        parts = [part.strip() for part in re.split(r"[|｜\t]", line)] + [""] * 4
        project, level2, name, value = parts[:4]
        if not name:
            print("没有三级指标，请按 项目名称｜二级指标｜三级指标｜指标值 的次序写", file=sys.stderr)
            continue
        fields = dict.fromkeys(("purpose", "goal", "budget", "description", "basis"), "")
        write(render_text(suggest_for_row({**fields, "project": project, "level2": level2, "name": name, "value": value}, judge, wish), _columns("")), "")
    return 0


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("suggest", cls=ChineseCommand)(suggest)
