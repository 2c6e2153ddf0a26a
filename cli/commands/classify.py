"""`zhibiao classify`: rows in, the same rows with probabilities, labels, kind and cues out (JSONL)."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import IO, Annotated, Any

import typer

from classifier.errors import UnreadableError, reason_of
from cli.chinese import ChineseCommand
from cli.commands.shared import ModelOption, OutputOption, open_model, write


def classify(
    rows: Annotated[str, typer.Argument(metavar="行文件", help="每行一条指标的 JSONL 文件；- 表示标准输入")],
    output: OutputOption = "",
    model: ModelOption = "",
) -> int:
    """逐条判断指标行（JSONL）：空泛、错配、套话的概率和标签。有读不懂的行返回 2。"""
    from classifier.analysis.analyse import analyse_project
    from classifier.documents.rows import RowError, read_rows
    from cli.formats.rows import verdict_to_plain

    judge, lines, failed = open_model(model), [], False
    with open_rows(rows) as stream:
        for row in read_rows(stream):
            if isinstance(row, RowError):
                print(f"未判断 {'标准输入' if rows == '-' else rows} {row}", file=sys.stderr)
                failed = True
                continue
            analysis = analyse_project(row.project)
            verdict = judge.judge_project(analysis)[0]
            judged: dict[str, Any] = {**row.fields, **verdict_to_plain(verdict)}
            judged |= {"kind": analysis.kind.code or None, "cues": [cue.code for cue in analysis.rows[0].cues]}
            lines.append(json.dumps(judged, ensure_ascii=False, default=number))
    write("".join(line + "\n" for line in lines), output)
    return 2 if failed else 0


def number(value: object) -> object:
    """A decimal number of the input, as JSON writes it."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(type(value).__name__)


@contextmanager
def open_rows(path: str) -> Iterator[IO[str]]:
    """A rows file, or stdin for -; UnreadableError with a sentence where it cannot be opened. Bytes that are no UTF-8 make their line a bad one."""
    if path == "-":
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="surrogateescape")  # type: ignore[union-attr]
        yield sys.stdin
        return
    try:
        with Path(path).open(encoding="utf-8-sig", errors="surrogateescape") as stream:
            yield stream
    except OSError as error:
        raise UnreadableError(f"{path} 打不开（{reason_of(error)}），请检查路径") from None


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("classify", cls=ChineseCommand)(classify)
