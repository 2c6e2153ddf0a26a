"""What a bureau has set in, the rules as they hold out; an option that a rule does not have is an error with file and line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from classifier.errors import DataError
from classifier.rules.base import Rule
from classifier.rules.catalogue import load_rules
from classifier.settings import OFF, Settings
from classifier.strict import find_line

WORDING = ("W001", "W002", "W003")
"""The classifier's codes: only their severity can be set."""


def configure_rules(settings: Settings) -> Mapping[str, Rule]:
    """The rules by code, as shipped where nothing is set; those that are off are left out.

    Raises:
        DataError: a code or an option that does not exist, or a value of the wrong type.
    """
    shipped = load_rules()
    for code, table in settings.rules.items():
        if code not in shipped and code not in WORDING:
            raise DataError(f"{_place(settings, code)}：没有代码为 {code} 的规则，全部代码见 zhibiao rules")
        options = shipped[code].options if code in shipped else {}
        for key, value in table.items():
            if key == "severity":
                continue
            if key not in options:
                said = "、".join(options) or "没有选项，只能设 severity"
                raise DataError(f"{_place(settings, code, key)}：{code} 没有选项 {key}（{said}）")
            if not _fits(value, options[key]):
                raise DataError(f"{_place(settings, code, key)}：{code} 的 {key} 应像 {_written(options[key])} 这样写")
    held = {code: _as_set(rule, settings.rules.get(code, {})) for code, rule in shipped.items()}
    return {code: rule for code, rule in held.items() if rule is not None}


def wording_severities(settings: Settings) -> Mapping[str, str]:
    """The severities that are set for the classifier's findings, off among them."""
    return {code: settings.rules[code]["severity"] for code in WORDING if "severity" in settings.rules.get(code, {})}


def _as_set(rule: Rule, table: Mapping[str, Any]) -> Rule | None:
    if not table:
        return rule
    severity = table.get("severity")
    options = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items() if key != "severity"}
    return None if severity == OFF else type(rule)(severity, options)


def _fits(value: Any, default: Any) -> bool:
    """A threshold is a number, whole or as text; a list holds texts or whole numbers."""
    if isinstance(default, tuple):
        return isinstance(value, list) and all(isinstance(item, str | int) and not isinstance(item, bool) for item in value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return False
    if isinstance(default, str) and not default:
        return _compiles(str(value))  # a pattern
    return _is_number(str(value)) if isinstance(default, str) else isinstance(value, int)


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except ArithmeticError:
        return False


def _compiles(text: str) -> bool:
    try:
        re.compile(text)
    except re.error:
        return False
    return True


def _written(default: Any) -> str:
    if isinstance(default, tuple):
        return "[" + ", ".join(f'"{item}"' if isinstance(item, str) else str(item) for item in default[:3]) + "]"
    return f'"{default}"' if isinstance(default, str) else str(default)


def _place(settings: Settings, code: str, key: str = "") -> str:
    path = settings.path
    if path is None:
        return "设置"
    header = f"[rules.{code}]"
    own = f'[regions."{settings.region}".rules.{code}]'
    lines = path.read_text(encoding="utf-8").splitlines()
    where = own if any(line.split("#")[0].strip() == own for line in lines) else header
    return f"{path} 第{find_line(path, where, 0, key)}行"
