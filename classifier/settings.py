"""A zhibiao.toml and the choices of one call in, what holds for a review out: which codes, how severe, with which thresholds."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from classifier.errors import DataError
from classifier.findings import SEVERITIES
from classifier.strict import check_keys, find_line, load_toml
from classifier.types import Finding, Severity

FILE = "zhibiao.toml"
OFF = "off"
_CODE = re.compile(r"[A-Z]\d{3}")


class Settings(NamedTuple):
    """What a bureau has set.

    Attributes:
        path: the file that it was set in, None where nothing is set.
        region: the region whose own settings were laid over the general ones.
        rules: for each code, the settings of its rule: severity (a severity or off) and its options.
    """

    path: Path | None = None
    region: str = ""
    rules: Mapping[str, Mapping[str, Any]] = {}


def find_settings(start: Path) -> Path | None:
    """The closest zhibiao.toml from a draft upward, None where there is none."""
    folder = start.resolve() if start.is_dir() else start.resolve().parent
    return next((path for parent in (folder, *folder.parents) if (path := parent / FILE).is_file()), None)


def load_settings(path: Path) -> Settings:
    """Read a settings file.

    Args:
        path: the file.

    Returns:
        The general settings with those of its region laid over them.

    Raises:
        DataError: the file breaks its form; says file and line.
    """
    data = load_toml(path)
    check_keys(data, {"region": str, "rules": dict, "regions": dict}, ("region", "rules", "regions"), path, "")
    region = data.get("region", "")
    rules = {code: dict(table) for code, table in _tables(data.get("rules", {}), path, "rules").items()}
    for name, section in data.get("regions", {}).items():
        if not isinstance(section, dict):
            raise DataError(f"{path} 第{find_line(path, '[regions]', 0, name)}行：[regions.{name}] 应为一节")
        check_keys(section, {"rules": dict}, ("rules",), path, f'[regions."{name}"]')
        for code, table in _tables(section.get("rules", {}), path, f'regions."{name}".rules').items():
            if name == region:
                rules[code] = {**rules.get(code, {}), **table}
    return Settings(path, region, rules)


def _tables(tables: Mapping[str, Any], path: Path, section: str) -> Mapping[str, Mapping[str, Any]]:
    for code, table in tables.items():
        header = f"[{section}.{code}]"
        if not _CODE.fullmatch(code) or not isinstance(table, dict):
            raise DataError(f"{path} 第{find_line(path, header)}行：{header} 不是一条规则的设置（写作 [rules.N006]）")
        if table.get("severity", OFF) not in (*SEVERITIES, OFF):
            raise DataError(f"{path} 第{find_line(path, header, 0, 'severity')}行：severity 只能是 {'、'.join((*SEVERITIES, OFF))}")
    return tables


class Options(NamedTuple):
    """The choices of one review.

    Attributes:
        select: code prefixes to report; all if empty.
        ignore: code prefixes to leave out.
        project: the number of the only project to report, None for all.
        min_severity: findings below it are hidden and do not count.
        suggest: whether to make proposals for the rows found faulty.
        settings: what the bureau has set.
        known: identities of findings that an earlier report gave; they are neither shown nor counted.
        fold: whether several findings on one cell are told as one.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    project: int | None = None
    min_severity: Severity = "warning"
    suggest: bool = False
    settings: Settings = Settings()
    known: frozenset[str] = frozenset()
    fold: bool = True

    def wants(self, finding: Finding) -> bool:
        """Whether a finding is to be reported."""
        if self.select and not finding.code.startswith(self.select):
            return False
        if (self.ignore and finding.code.startswith(self.ignore)) or finding.id in self.known:
            return False
        return SEVERITIES.index(finding.severity) <= SEVERITIES.index(self.min_severity)
