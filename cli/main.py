"""The command line in, the right command's exit status out: 0 clean, 1 findings, 2 something was not read or judged or the call was wrong."""

import os
import sys

import typer

from classifier import __version__
from classifier.errors import ZhibiaoError
from cli.chinese import USAGE_ERROR, ChineseGroup, explain_usage_error
from cli.commands import load_commands

FAILED = 2
INTERRUPTED = 130


def make_app(wanted: list[str]) -> typer.Typer:
    """The program with the commands that are named, or with all: building a command costs every start a millisecond."""
    app = typer.Typer(
        name="zhibiao", cls=ChineseGroup, help="审核预算绩效指标：读目标表，逐条判断，给出改法。", add_completion=False, no_args_is_help=False,
        rich_markup_mode=None, pretty_exceptions_enable=False, context_settings={"help_option_names": ["-h", "--help"]},
    )  # fmt: skip
    app.callback(invoke_without_command=True)(_start)
    for command in load_commands(wanted):
        command.add_to(app)
    return app


def _start(ctx: typer.Context, version: bool = typer.Option(False, "--version", help="显示版本")) -> None:
    if version:
        typer.echo(f"zhibiao {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())
        raise typer.Exit


def run() -> None:
    """Run a command and leave with its exit status; whatever goes wrong is one Chinese sentence on stderr, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a GBK console lacks some characters of any document
    try:
        status = make_app(sys.argv[1:2])(standalone_mode=False)
    except ZhibiaoError as error:
        status = _complain(str(error))
    except USAGE_ERROR as error:
        status = _complain(f"{explain_usage_error(error)}（用法见 {_help_of(error)} --help）")
    except (KeyboardInterrupt, typer.Abort):
        status = INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader left; nothing more to say
        status = 0
    except Exception as error:  # the last resort, so that a fault of the program is not taken for findings (exit status 1)
        if os.environ.get("ZHIBIAO_DEBUG"):
            raise
        status = _complain(f"程序出错：{type(error).__name__}: {error}。请把这句话和所用的文件反馈给开发者（设 ZHIBIAO_DEBUG=1 可看详情）")
    sys.exit(status if isinstance(status, int) else 0)


def _complain(sentence: str) -> int:
    sys.stdout.flush()
    print(f"zhibiao：{sentence}", file=sys.stderr)
    return FAILED


def _help_of(error: Exception) -> str:
    context = getattr(error, "ctx", None)
    return context.command_path if context is not None else "zhibiao"
