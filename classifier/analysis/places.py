"""The level names of a row in, the standard 二级指标 out; the words are data (places.toml)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from classifier.analysis.normalise import squeeze
from classifier.strict import check_keys, load_toml

PATH = Path(__file__).with_name("places.toml")

QUANTITY, QUALITY, TIMELINESS, COST = "数量指标", "质量指标", "时效指标", "成本指标"
ECONOMIC, SOCIAL, ECOLOGICAL, SUSTAINED = "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"
SATISFACTION = "服务对象满意度指标"
PLACES = (QUANTITY, QUALITY, TIMELINESS, COST, ECONOMIC, SOCIAL, ECOLOGICAL, SUSTAINED, SATISFACTION)
OUTPUTS = (QUANTITY, QUALITY, TIMELINESS, COST)
BENEFITS = (ECONOMIC, SOCIAL, ECOLOGICAL, SUSTAINED)


@cache
def _places() -> tuple[tuple[str, tuple[str, ...], str], ...]:
    data = load_toml(PATH)
    check_keys(data, {"place": list}, (), PATH, "")
    for position, entry in enumerate(data["place"]):
        check_keys(entry, {"name": str, "words": list, "level1": str}, (), PATH, "[[place]]", position)
    return tuple((entry["name"], tuple(entry["words"]), entry["level1"]) for entry in data["place"])


@cache
def find_place(level1: str, level2: str) -> str:
    """The standard name of a row's 二级指标.

    Args:
        level1: 一级指标 as written; asked only where level 2 tells nothing (成本指标, 满意度指标 stand there too).
        level2: 二级指标 as written.

    Returns:
        One of PLACES, 社会成本指标 or 生态环境成本指标 (harm done, in any unit; not money spent), or "" where the layout gives no place.
    """
    for text in (squeeze(level2), squeeze(level1)):
        for name, words, _ in _places():
            if any(word in text for word in words):
                return name
    return ""


@cache
def usual_level1(place: str) -> str:
    """The 一级指标 under which a place stands in the 88 template."""
    return next(level1 for name, _, level1 in _places() if name == place)
