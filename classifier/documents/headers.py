"""The heading of a cell in, the standard field that it means out; the wordings are data (headers.toml)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from classifier.errors import DataError
from classifier.strict import check_keys, load_toml

PATH = Path(__file__).with_name("headers.toml")
PROJECT_FIELDS = ("code", "name", "unit", "budget", "fiscal", "other", "whole_term", "purpose", "goal", "purpose_section", "plan_section")
COLUMN_FIELDS = ("level1", "level2", "name", "description", "value", "sign", "measure", "basis", "weight")

_NOISE = re.compile(r"[\s*★]|[:：]$")
_REMARK = re.compile(r"[(（][^()（）]*[)）]$")


def normalise_heading(text: str) -> str:
    """A heading without white space, marks, a final colon, and a remark in brackets at its end."""
    return _REMARK.sub("", _NOISE.sub("", text.replace("：", ":"))).rstrip(":")


@cache
def headings() -> tuple[dict[str, str], dict[str, str]]:
    """The headings of the project head and of the indicator columns ("" for columns that do not concern the review), by wording."""
    data = load_toml(PATH)
    check_keys(data, {"project": dict, "indicator": dict, "unrelated": dict}, (), PATH, "")
    check_keys(data["project"], dict.fromkeys(PROJECT_FIELDS, list), (), PATH, "[project]")
    check_keys(data["indicator"], dict.fromkeys(COLUMN_FIELDS, list), (), PATH, "[indicator]")
    check_keys(data["unrelated"], {"columns": list}, (), PATH, "[unrelated]")
    columns = _invert(data["indicator"])
    columns.update(dict.fromkeys(map(normalise_heading, data["unrelated"]["columns"]), ""))
    return _invert(data["project"]), columns


def _invert(table: dict[str, list[str]]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for field, wordings in table.items():
        for wording in map(normalise_heading, wordings):
            if wording in fields:
                raise DataError(f"{PATH}：表头 {wording} 写了两次")
            fields[wording] = field
    return fields
