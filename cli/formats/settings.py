"""Settings and the rules as they hold in, a list of what is set and where out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from classifier.findings import SEVERITY_NAMES
from classifier.rules.base import Rule
from classifier.rules.catalogue import load_rules
from classifier.settings import OFF, Settings


def render(path: Path, settings: Settings, rules: Mapping[str, Rule]) -> str:
    """What holds for a path, ending in a newline: first what was set, then every option of every rule."""
    source = f"{settings.path}" if settings.path else "没有 zhibiao.toml，全部是自带的设置"
    lines = [f"{path}：{source}" + (f"（地区：{settings.region}）" if settings.region else "")]
    for code, table in sorted(settings.rules.items()):
        lines.append(f"  已设  {code}  " + "、".join(f"{key} = {_written(value)}" for key, value in table.items()))
    for code, shipped in load_rules().items():
        if code not in rules:
            lines.append(f"  {code}  {OFF}（不报）")
        elif options := rules[code].settings:
            severity = SEVERITY_NAMES[settings.rules.get(code, {}).get("severity", shipped.severity)]
            lines.append(f"  {code}  {severity}  " + "、".join(f"{key} = {_written(value)}" for key, value in options.items()))
    return "\n".join(lines) + "\n"


def _written(value: object) -> str:
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(_written, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)
