"""D007: of what there should be little, the value asks for at least so much."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.words import find_word
from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example, row
from classifier.types import Analysis, Finding, ProjectAnalysis

_BAD_THING = lazy_pattern(
    r"(?:故障|投诉|事故|差错|逾期|流失|超支|返修|违约|失误|欠薪|超标)(?:发生)?(?:率|数|次数|起数|件数|数量|人数|量|时长)?$|能耗(?:量|水平)?$"
)
_HANDLED = lazy_pattern(r"处理|处置|受理|调解|化解|排除|查处|调查|纠正|清收|督办|治理|解决|劝返|接处|勘查|消除|排查|整改|办结|演练|修复")
_ABSENT = lazy_pattern(r"[无未不零防降减].{0,4}$|避免.{0,4}$|预防.{0,4}$")
_REMARK = lazy_pattern(r"[(（][^()（）]*[)）]$")


class BadThingFloored(Rule):
    code, name, title = "D007", "bad-thing-floored", "反向指标用≥"
    severity, dimension = "error", "指标科学性"
    why = "故障、投诉、事故应当越少越好，写≥就成了至少要发生这么多。"
    regulation = "财预〔2021〕101号 第三部分（指标值）"
    mend = "把≥改为≤，不允许发生的写＝0。"
    bad = (
        example(row("质量指标", "设备故障率", "≥5%")),
        example(row("社会效益指标", "安全事故起数", "≥1起")),
        example(row("质量指标", "泄密事故案件", "≥0件")),
    )
    good = (
        example(row("质量指标", "设备故障率", "≤5%")),
        example(row("社会效益指标", "安全事故下降率", "≥5%")),
        example(row("质量指标", "无安全事故", "≥360天")),
        example(row("数量指标", "排除故障次数", "≥30次")),
        example(row("时效指标", "故障修复及时率", "≥95%")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            name = _REMARK.sub("", line.indicator.name.strip())
            found = _BAD_THING.search(name)
            if line.value.sign not in ("≥", ">") or line.value.amount is None:
                continue
            if _HANDLED.search(name):
                continue  # what is counted is the work against it
            if line.value.amount == 0 and find_word("little is good", name):
                yield self.at_row(project, line, "value", f"“{name}”不允许发生，“{line.value.text.strip()}”却说多少都行，应写＝0")
                continue
            if not found:
                continue
            if _ABSENT.search(name[: found.start()]):
                continue  # what is counted is its absence
            yield self.at_row(project, line, "value", f"“{name}”越少越好，“{line.value.text.strip()}”却是下限，方向反了")
