"""U002: a rate whose unit column holds a phrase where % belongs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from classifier.analysis.normalise import is_han
from classifier.analysis.places import COST, QUANTITY
from classifier.analysis.values import find_unit
from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example, row
from classifier.rules.costs import plain
from classifier.types import Analysis, Finding, ProjectAnalysis

_PUNCTUATION = str.maketrans("", "", "（）()、")
_SHARE = lazy_pattern("率|比|占|质量|时效|效益|满意|持续")
COUNTERS = ("个", "家", "户", "名", "所", "处", "项", "条", "座", "台", "套", "次", "件")
HUNDRED = Decimal(100)


class RateWithoutPercent(Rule):
    code, name, title = "U002", "rate-without-percent", "比率缺%"
    severity, dimension = "error", "规范完整性"
    why = "单位栏填了一句话，打印出来的指标值读不出是百分之几。"
    regulation = "填报系统的单位为必填；财预〔2021〕101号 第三部分（指标值）"
    mend = "单位改为%，说明文字移到绩效指标描述。"
    bad = (example(row("质量指标", "质量合格率(%)", "≥98经费质量合格百分率")), example(row("服务对象满意度指标", "满意率", "≥95满意度占百分比")))
    good = (
        example(row("质量指标", "质量合格率(%)", "≥98%")),
        example(row("质量指标", "质量合格率", "≥95百分比")),
        example(row("数量指标", "人员数量", "14劳务派遣人员数量")),
        example(row("时效指标", "响应时效", "≤30分钟")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            value = line.value
            if line.place in (QUANTITY, COST) or value.amount is None or value.amount > HUNDRED or value.measure:
                continue
            if find_unit(value.unit) in COUNTERS:
                continue  # 16个乡镇 counts
            if is_han(value.unit.translate(_PUNCTUATION)) and len(value.unit) > 1 and _SHARE.search(line.indicator.name + value.unit):
                yield self.at_row(project, line, "value", f"缺%，应为“{value.sign}{plain(value.amount)}%”，单位栏里填的是文字")
