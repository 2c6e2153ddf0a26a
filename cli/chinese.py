"""typer's help pages and usage errors in, the same in Chinese out."""

from __future__ import annotations

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]
"""click's UsageError: the base of every complaint about a call."""

_MESSAGES = (
    (re.compile(r"No such option:? '?(?P<a>[^'\s]+)'?.*", re.S), "没有选项 {a}"),
    (re.compile(r"No such command '(?P<a>[^']*)'.*", re.S), "没有命令 {a}"),
    (re.compile(r"Got unexpected extra argument(?:s|\(s\))? \((?P<a>.*)\)", re.S), "多出了参数 {a}"),
    (re.compile(r"Option '(?P<a>.*)' requires an argument\.", re.S), "选项 {a} 后面缺少值"),
    (re.compile(r"Option '(?P<a>.*)' does not take a value\.", re.S), "选项 {a} 不带值"),
    (re.compile(r"'?(?P<a>.*?)'? is not a valid (?:int|integer|float)\.?", re.S), "“{a}”不是整数"),
    (re.compile(r"Missing command\.?", re.S), "缺少命令"),
)


def explain_usage_error(error: Any) -> str:
    """One Chinese sentence for a usage error."""
    parameter = getattr(error, "param", None)
    name = _name(parameter) if parameter is not None else ""
    if type(error).__name__ == "MissingParameter":
        return f"缺少参数 {name}"
    message = str(getattr(error, "message", error))
    for pattern, text in _MESSAGES:
        if match := pattern.fullmatch(message):
            message = text.format(**match.groupdict())
            break
    return f"{name}：{message}" if name and type(error).__name__ == "BadParameter" else message


def _name(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    return str(parameter.opts[-1])


class _ChineseHelp:
    """Writes the help page: 用法, 参数, 选项, 命令."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        text = " ".join(pieces).replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 …")
        formatter.write_usage(ctx.command_path, text, prefix="用法：")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        arguments: list[tuple[str, str]] = []
        options: list[tuple[str, str]] = []
        for parameter in self.get_params(ctx):  # type: ignore[attr-defined]
            record = parameter.get_help_record(ctx)
            if record is not None:
                row = (record[0], _plain(record[1]))
                (arguments if parameter.param_type_name == "argument" else options).append(row)
        for title, rows in (("参数", arguments), ("选项", options)):
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "显示这页说明"
        return option


def _plain(text: str) -> str:
    return text.replace("[required]", "［必填］").replace("[default: ", "［默认：").replace("]", "］")


class ChineseCommand(_ChineseHelp, TyperCommand):
    """A command whose help page is Chinese."""


class ChineseGroup(_ChineseHelp, TyperGroup):
    """A group of commands whose help page is Chinese."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        rows = [
            (name, (command.help or "").split("\n")[0]) for name in self.list_commands(ctx) if (command := self.get_command(ctx, name)) and not command.hidden
        ]
        if rows:
            with formatter.section("命令"):
                formatter.write_dl(rows)
