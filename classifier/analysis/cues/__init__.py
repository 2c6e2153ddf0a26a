"""A row in, its cues out. A cue is a function in one of this folder's modules, declared with @cue; nothing else registers it."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from classifier.analysis.cues.base import REGISTRY, CueRule, Row
from classifier.types import Cue


@cache
def load_cues() -> Mapping[str, CueRule]:
    """Every declared cue by code, in the order of the codes."""
    for module in sorted(Path(__path__[0]).glob("[a-z]*.py")):
        importlib.import_module(f"{__name__}.{module.stem}")
    return dict(sorted(REGISTRY.items()))


def find_cues(row: Row) -> tuple[Cue, ...]:
    """The cues that a row sets off, in the order of their codes."""
    signals = (rule.signal(row) for rule in load_cues().values())
    return tuple(signal for signal in signals if signal)
