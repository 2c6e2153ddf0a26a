"""`zhibiao suggest`: a row of a draft, a whole project, a row given by options, or JSONL rows in; better wording out."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.chinese import ChineseCommand
from cli.commands.shared import ModelOption, OutputOption, ProjectOption, choice, open_model, write

if TYPE_CHECKING:
    from classifier.model.scorer import Model
    from classifier.suggest.request import Wish

FORMATS = ("text", "json")


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
    interactive: Annotated[bool, typer.Option("--interactive", help="逐行问答：输入 项目名称｜二级指标｜三级指标｜指标值，空行结束")] = False,
    format: Annotated[str, typer.Option("--format", "-f", metavar="格式", help="text（给人看）或 json（给程序用）")] = "text",
    output: OutputOption = "",
    model: ModelOption = "",
) -> int:
    """给写得不好的指标拟出改法，不编数字：表里有的写明出处，表里没有的留【待填】。"""
    from classifier.errors import ZhibiaoError
    from cli.formats import suggestions as formats

    choice("--format", format, FORMATS)
    if top < 1:
        raise ZhibiaoError("--top 至少是 1")
    wish, judge = _wish(kind, top, library), open_model(model)
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
        from classifier.suggest.request import suggest_for_draft
        from cli.commands.read import load

        if project is None:
            raise ZhibiaoError("请用 --project 说明是第几号项目")
        answer = suggest_for_draft(load(path), project, row, judge, wish)
    else:
        from classifier.suggest.request import suggest_for_row

        fields = {"project": project_name, "purpose": purpose, "goal": goal, "budget": budget, "level2": level2, "name": name}
        fields |= {"description": description, "value": value, "basis": basis}
        answer = suggest_for_row(fields, judge, wish)
    write(formats.render_text(answer) if format == "text" else formats.render_json(answer), output)
    for note in answer.notes:
        print(f"未判断 {note.place}：{note.message}", file=sys.stderr)
    return 2 if answer.notes else 0


def _wish(kind: str, top: int, library: str) -> Wish:
    from classifier.analysis.kinds import kind_of_code
    from classifier.suggest.request import Wish

    return Wish(kind_of_code(kind.strip().upper()) if kind else None, top, Path(library) if library else None)


def _from_rows(judge: Model, wish: Wish, output: str) -> int:
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


def _converse(judge: Model, wish: Wish) -> int:
    """Read a row a line and answer it, with everything loaded, until a blank line or the end."""
    from classifier.suggest.request import suggest_for_row
    from cli.formats.suggestions import render_text

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
        write(render_text(suggest_for_row({**fields, "project": project, "level2": level2, "name": name, "value": value}, judge, wish)), "")
    return 0


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("suggest", cls=ChineseCommand)(suggest)
