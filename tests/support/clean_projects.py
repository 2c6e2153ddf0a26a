"""The TOML files of tests/cases/clean in, well-made projects out on which a checker must be silent.

Every file is one project table as a good unit writes it, with what tempts a naive checker. The kind of a project is not stored.
A field that a file's layout lacks is missing in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from classifier.errors import DataError
from classifier.strict import check_keys, find_line, load_toml
from classifier.types import Indicator, PlanNode, Project
from tests.support.repository import REPOSITORY

CLEAN = REPOSITORY / "tests" / "cases" / "clean"

_MONEY = ("budget", "fiscal", "other", "whole_term")
_TEXTS = ("unit", "name", "code", "money_unit", "purpose", "goal")
_KEYS = {**dict.fromkeys((*_TEXTS, *_MONEY), str), "year": int, "number": int, "plan": list, "indicator": list}
_OPTIONAL = ("code", "fiscal", "other", "whole_term", "purpose", "plan")
_ROW_TEXTS = ("level1", "level2", "name", "description", "value", "basis")
_ROW_KEYS = {**dict.fromkeys(_ROW_TEXTS, str), "weight": str}
_ROW_OPTIONAL = ("level2", "description", "basis", "weight")
_ROW_HEADER = "[[indicator]]"


def load_clean_projects(folder: Path = CLEAN) -> tuple[Project, ...]:
    """All well-made projects, in the order of their files' names; DataError with file and line where a file breaks its form."""
    return tuple(load_clean_project(path) for path in sorted(folder.glob("*.toml")))


def load_clean_project(path: Path) -> Project:
    """One well-made project; DataError with file and line where the file breaks its form."""
    data = load_toml(path)
    check_keys(data, _KEYS, _OPTIONAL, path, "")
    return Project(
        number=data["number"],
        year=data["year"],
        plan=tuple(_node(node, path) for node in data["plan"]) if "plan" in data else None,
        indicators=tuple(_indicator(row, path, position) for position, row in enumerate(data["indicator"])),
        **{key: data.get(key, "") for key in _TEXTS},
        budget=_number(data, "budget", path),
        fiscal=_number(data, "fiscal", path),
        other=_number(data, "other", path),
        whole_term=_number(data, "whole_term", path),
    )


def _indicator(row: object, path: Path, position: int) -> Indicator:
    if not isinstance(row, dict):
        raise DataError(f"{path} 第{find_line(path, '', key='indicator')}行：indicator 应写成 {_ROW_HEADER}")
    check_keys(row, _ROW_KEYS, _ROW_OPTIONAL, path, _ROW_HEADER, position)
    return Indicator(
        row=position + 1,
        weight=_number(row, "weight", path, _ROW_HEADER, position),
        **{key: row.get(key, "") for key in _ROW_TEXTS},
    )


def _node(node: object, path: Path) -> PlanNode:
    match node:
        case [str(label), str(amount)]:
            return PlanNode(label, _number({"plan": amount}, "plan", path))
    raise DataError(f"{path} 第{find_line(path, '', key='plan')}行：plan 的每一项应为 [节点, 金额]，金额写成文字")


def _number(table: Mapping[str, Any], key: str, path: Path, header: str = "", position: int = 0) -> Decimal | None:
    """The number under a key, written with or without thousands separators; None where the key is missing."""
    if key not in table:
        return None
    try:
        return Decimal(table[key].replace(",", ""))
    except InvalidOperation:
        raise DataError(f"{path} 第{find_line(path, header, position, key)}行：键 {key} 的值“{table[key]}”不是数") from None
