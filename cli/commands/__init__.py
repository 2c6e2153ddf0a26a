"""The commands, one module each; a module imports what it needs inside its function, so that each start pays only for its own."""

from collections.abc import Iterable
from importlib import import_module
from types import ModuleType

COMMANDS = ("review", "waive", "suggest", "classify", "read", "explain", "rules", "train", "evaluate", "agreement", "annotate")
"""In the order in which help lists them."""


def load_commands(wanted: Iterable[str]) -> list[ModuleType]:
    """The modules of the commands that are named; all of them where none is, for help and for a name that is mistyped."""
    named = [command for command in COMMANDS if command in wanted]
    return [import_module(f"{__name__}.{command}") for command in named or COMMANDS]
