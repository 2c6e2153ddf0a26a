"""C012: the same name twice in one table."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.normalise import squeeze
from classifier.rules.base import Rule, example, row
from classifier.rules.table import PART
from classifier.types import Analysis, Finding, Indicator, ProjectAnalysis


class NameRepeated(Rule):
    code, name, title = "C012", "name-repeated", "同表重名"
    severity, dimension = "error", "规范完整性"
    why = "同一张表里两条三级指标同名，多半是整行抄错了位置。"
    regulation = "填报系统校验（三级指标不得重复）"
    mend = "删去重复的一条，或按它所在的二级指标改写。"
    bad = (example(row("质量指标", "保障工作质量", "≥95%"), row("时效指标", "保障工作质量", "≥95%")),)
    good = (
        example(row("质量指标", "保障工作质量", "≥95%"), row("时效指标", "保障工作时效", "≥95%")),
        example(row("数量指标", "设备", "2台", description="购置服务器"), row("数量指标", "设备", "3台", description="购置交换机")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        first: dict[str, Indicator] = {}
        whole = ""
        for line in project.rows:
            indicator, key = line.indicator, squeeze(line.indicator.name)
            if not key:
                continue
            if PART.match(indicator.name):
                key = f"{whole}/{key}"  # a part is told apart by what it is part of
            else:
                whole = key
            before = first.setdefault(key, indicator)
            if before is indicator or _told_apart(before, indicator):
                continue
            yield self.at_row(project, line, "name", f"“{indicator.name}”与第{before.row}行（{before.level2 or '同表'}）重名")


def _told_apart(one: Indicator, other: Indicator) -> bool:
    """Whether descriptions of their own say that two rows of one name are different things."""
    texts = squeeze(one.description), squeeze(other.description)
    return texts[0] != texts[1] and "" not in texts and squeeze(one.name) not in texts
