"""A file in an old office format in, the same file converted by LibreOffice out; where LibreOffice is not installed, what to do instead.

The program runs with a profile folder of its own, so that no window of the user's is disturbed and no macro of his is known, and within a time limit.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from classifier.errors import UnreadableError

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 120
"""A table of a thousand pages takes a few seconds; what takes longer hangs."""


@contextmanager
def converted(path: Path, target: str) -> Iterator[Path]:
    """Convert a file into a temporary folder and hand out the result.

    Args:
        path: the file; it is copied first, so that nothing is written beside it.
        target: the suffix of the format to convert to (docx, xlsx).

    Yields:
        The converted file, which is gone afterwards.

    Raises:
        UnreadableError: LibreOffice is missing, failed, or took too long.
    """
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise UnreadableError(f"旧版 .doc/.wps/.et 格式要装有 LibreOffice 才能读取，请用 Word 或 WPS 另存为 .{target} 再试")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"source{path.suffix.lower() or '.doc'}"
        shutil.copyfile(path, source)
        _convert(program, source, target)
        result = source.with_suffix(f".{target}")
        if not result.is_file():
            raise UnreadableError(f"LibreOffice 没能转换这个文件，文件可能已损坏，请用 Word 或 WPS 另存为 .{target} 再试")
        yield result


def _convert(program: str, source: Path, target: str) -> None:
    profile = (source.parent / "profile").as_uri()
    command = [program, "--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile}", "--convert-to", target]
    try:
        subprocess.run(  # noqa: S603  # a program found on the PATH, with a file name that we chose ourselves
            [*command, "--outdir", str(source.parent), str(source)], capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise UnreadableError(f"LibreOffice 转换超过 {SECONDS} 秒，已停止，请用 Word 或 WPS 另存为 .{target} 再试") from None
    except OSError:
        raise UnreadableError(f"LibreOffice 启动不了，请用 Word 或 WPS 另存为 .{target} 再试") from None
