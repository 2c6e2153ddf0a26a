"""Paths in, a progress bar on stderr out, one step a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from classifier.documents.files import expand_paths


@contextmanager
def progress_of_files(paths: list[Path]) -> Iterator[Callable[[Path], None]]:
    """Show how many of the files below some paths are done; yields the function to call as each is begun."""
    total = sum(1 for _ in expand_paths(paths))
    with typer.progressbar(length=total, label="审核", file=sys.stderr, fill_char="#", empty_char="-") as bar:
        begun = 0

        def started(path: Path) -> None:
            nonlocal begun
            if begun:
                bar.update(1)
            begun += 1
            bar.label = path.name

        yield started
        bar.update(1 if begun else 0)
