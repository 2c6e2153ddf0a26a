"""The rules of this folder, found by their file names; and the review items and labels that findings count against."""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import classifier.rules as folder
from classifier.rules.base import Rule

_FILE = re.compile(r"^([a-z]\d{3})_[a-z0-9_]+$")


@cache
def load_rules() -> Mapping[str, Rule]:
    """Every rule by code, in the order of the codes; a file whose rule has another code than its name is an error."""
    rules: dict[str, Rule] = {}
    for module in sorted(path.stem for path in Path(folder.__path__[0]).glob("*.py")):
        match = _FILE.match(module)
        if not match:
            continue
        found = _rule_in(f"{folder.__name__}.{module}")
        if found.code.lower() != match[1]:
            raise ValueError(f"{module} holds rule {found.code}")
        rules[found.code] = found
    return rules


def _rule_in(module: str) -> Rule:
    members = vars(importlib.import_module(module)).values()
    (rule,) = [member for member in members if isinstance(member, type) and issubclass(member, Rule) and member.__module__ == module]
    return rule()
