"""JSONL rows in, RowRecord objects out; a line that breaks the contract is an error with its line number."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from classifier.documents.amounts import parse_amount
from classifier.errors import ZhibiaoError
from classifier.types import FIELDS, LABELS, Indicator, Project, RowRecord

CONTEXT = ("project", "budget", "budget_unit", "purpose", "goal")
PASSED_THROUGH = ("id", "doc", "unit", "region", "year", "sector", "layout", "source", "annotator", "mismatch", "pair")
"""`mismatch` (place, project, value) and `pair` (the id of a minimal pair) tell how an authored corpus is composed."""

KEYS = frozenset((*CONTEXT, *FIELDS, *LABELS, "unsure", *PASSED_THROUGH))
LONGEST_LINE = 200_000
"""Characters; the longest cell of a published table has a few thousand."""

MONEY_UNITS = ("元", "千元", "万元", "亿元")


class RowError(ZhibiaoError):
    """A line that is no row; the message begins with its line number."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"第{line}行：{reason}")
        self.line, self.reason = line, reason


def read_rows(lines: Iterable[str]) -> Iterator[RowRecord | RowError]:
    """Read rows, one JSON object a line; blank lines are skipped.

    Args:
        lines: the lines of a JSONL file.

    Yields:
        A RowRecord for every good line, a RowError (not raised) for every bad one, so that the others still count.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield parse_row(number, line)
        except RowError as error:
            yield error


def parse_row(number: int, line: str) -> RowRecord:
    """Read one line; RowError where it is no JSON object, has an unknown key or a value of the wrong type, or lacks `name`."""
    if len(line) > LONGEST_LINE:
        raise RowError(number, f"一行超过 {LONGEST_LINE} 字，不像一条指标，未读取")
    try:
        line.encode("utf-8")
        fields = json.loads(line, parse_float=Decimal, parse_constant=lambda word: Decimal(word))
    except UnicodeEncodeError:
        raise RowError(number, "不是 UTF-8 文本") from None
    except (ValueError, ArithmeticError, RecursionError) as error:
        place = f"第{error.colno}个字符处" if isinstance(error, json.JSONDecodeError) else "嵌套太深或数太长"
        raise RowError(number, f"不是合规的 JSON（{place}）") from None
    if not isinstance(fields, dict):
        raise RowError(number, "应为一个 JSON 对象")
    if unknown := sorted(fields.keys() - KEYS):
        raise RowError(number, f"不认识的键 {'、'.join(unknown)}")
    for key, value in fields.items():
        if isinstance(value, Decimal) and not value.is_finite():
            raise RowError(number, f"{key}“{value}”不是数")
        if isinstance(value, str) and not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
            raise RowError(number, f"{key} 里有残缺的字符（孤立的代理项）")
    texts = {key: _text(number, fields, key) for key in (*FIELDS, "project", "purpose", "goal", "unit")}
    if not texts["name"].strip():
        raise RowError(number, "缺少 name（三级指标）")
    level1, level2, name, description, value, basis = (texts[field] for field in FIELDS)
    indicator = Indicator(1, level1, level2, name, description, value, basis)
    unit, budget = _budget(number, fields)
    project = Project(
        1, name=texts["project"], unit=texts["unit"], money_unit=unit, budget=budget, purpose=texts["purpose"], goal=texts["goal"],
        year=_year(number, fields), indicators=(indicator,),
    )  # fmt: skip
    unsure = fields.get("unsure") or 0
    if not isinstance(unsure, bool | int) or unsure not in (0, 1):
        raise RowError(number, "unsure 应为 true、false、1 或 0")
    return RowRecord(number, fields, project, _labels(number, fields), bool(unsure))


def _year(number: int, fields: Mapping[str, Any]) -> int | None:
    year = fields.get("year")
    if year is not None and (isinstance(year, bool) or not isinstance(year, int)):
        raise RowError(number, f"year“{year}”应为整数")
    return year


def _text(number: int, fields: Mapping[str, Any], key: str) -> str:
    value = fields.get(key)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise RowError(number, f"{key} 应为文字")
    return str(value)


def _budget(number: int, fields: Mapping[str, Any]) -> tuple[str, Decimal | None]:
    unit = "万元" if fields.get("budget_unit") in (None, "") else fields["budget_unit"]
    if not isinstance(unit, str) or unit not in MONEY_UNITS:
        raise RowError(number, f"budget_unit 应为 {'、'.join(MONEY_UNITS)} 之一，不是“{unit}”")
    budget = fields.get("budget")
    if budget is None or budget == "":
        return unit, None
    amount = Decimal(budget) if isinstance(budget, int | Decimal) and not isinstance(budget, bool) else parse_amount(str(budget), unit)
    if amount is None or isinstance(budget, bool | list | dict):
        raise RowError(number, f"budget“{budget}”不是数")
    return unit, amount


def _labels(number: int, fields: Mapping[str, Any]) -> dict[str, int]:
    present = [label for label in LABELS if fields.get(label) is not None]
    if not present:
        return {}
    if len(present) != len(LABELS):
        raise RowError(number, f"{'、'.join(LABELS)} 应一起给出")
    for label in LABELS:
        if isinstance(fields[label], bool) or not isinstance(fields[label], int) or fields[label] not in (0, 1):
            raise RowError(number, f"{label} 应为 0 或 1")
    return {label: int(fields[label]) for label in LABELS}
