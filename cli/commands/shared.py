"""What several commands share: options with their Chinese help, and writing a result to a file or to stdout.

Commands are annotated with types, not with strings: every string would be compiled at every start.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from classifier.errors import ZhibiaoError, reason_of

if TYPE_CHECKING:
    from classifier.model.scorer import Model

ModelOption = Annotated[str, typer.Option("--model", metavar="文件夹", help="用这个模型判断；不给就用自带的")]
OutputOption = Annotated[str, typer.Option("--output", "-o", metavar="文件", help="写到文件；不给就打印")]
ConfigOption = Annotated[str, typer.Option("--config", metavar="文件", help="设置文件；不给就从文件所在处往上找 zhibiao.toml")]
ProjectOption = Annotated[int | None, typer.Option("--project", metavar="号", help="只看这一个项目（项目号）", show_default=False)]


def open_model(folder: str) -> "Model":
    """The model in a folder, the shipped one where none is named."""
    from classifier.model.scorer import Model, default_model

    return Model(Path(folder) if folder else default_model())


def write(text: str, output: str) -> None:
    """Write a text to a file, whole or not at all, or to stdout where no file is named."""
    if output:
        write_bytes(text.encode("utf-8"), output)
        return
    sys.stdout.write(text)
    sys.stdout.flush()


def write_bytes(content: bytes, output: str) -> None:
    """Write a file, whole or not at all.

    Args:
        content: what it shall hold.
        output: its path.

    Raises:
        ZhibiaoError: it cannot be written there.
    """
    path = Path(output)
    if not path.name:
        raise ZhibiaoError(f"{output} 写不进去（那是一个文件夹），请换一个位置")
    partial = path.with_name(path.name + ".partial")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        reason = reason_of(error) if path.parent.is_dir() else "文件夹不存在"
        raise ZhibiaoError(f"{output} 写不进去（{reason}），请换一个位置") from None
    finally:
        if path.parent.is_dir():
            partial.unlink(missing_ok=True)


def choice(option: str, value: str, allowed: tuple[str, ...]) -> str:
    """The value of an option that allows only some words."""
    if value not in allowed:
        raise ZhibiaoError(f"{option} 只能是 {'、'.join(allowed)}，不是“{value}”")
    return value
