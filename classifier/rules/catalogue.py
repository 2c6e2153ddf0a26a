"""The rules of the folders rows and tables, found by their file names."""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from classifier.rules.base import Rule

FOLDERS = ("rows", "tables")
_HERE = Path(__file__).parent
_FILE = re.compile(r"^([a-z]\d{3})_[a-z0-9_]+$")


@cache
def load_rules() -> Mapping[str, Rule]:
    """Every rule by code, in the order of the codes; a file whose rule has another code than its name is an error."""
    return dict(sorted((code, rule) for folder in FOLDERS for code, rule in _load_folder(folder).items()))


def load_row_rules() -> Mapping[str, Rule]:
    """The rules that may speak of a row: all that a proposal for one is checked by, at less than two thirds of the cost of a start."""
    return _load_folder(FOLDERS[0])


@cache
def _load_folder(folder: str) -> Mapping[str, Rule]:
    rules: dict[str, Rule] = {}
    for module in sorted(path.stem for path in (_HERE / folder).glob("*.py")):
        match = _FILE.match(module)
        if not match:
            continue
        found = _rule_in(f"{__package__}.{folder}.{module}")
        if found.code.lower() != match[1]:
            raise ValueError(f"{module} holds rule {found.code}")
        rules[found.code] = found
    return rules


def _rule_in(module: str) -> Rule:
    members = vars(importlib.import_module(module)).values()
    (rule,) = [member for member in members if isinstance(member, type) and issubclass(member, Rule) and member.__module__ == module]
    return rule()
