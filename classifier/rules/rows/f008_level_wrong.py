"""F008: a 二级指标 under a 一级指标 that it does not belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from classifier.analysis.places import BENEFITS, COST, QUALITY, QUANTITY, SATISFACTION, TIMELINESS
from classifier.rules.base import Rule, example, row
from classifier.rules.table import has_levels
from classifier.types import Analysis, Finding, ProjectAnalysis

_FOREIGN = {
    **dict.fromkeys((QUANTITY, QUALITY, TIMELINESS), re.compile(r"效益|效果|满意")),
    COST: re.compile(r"效益|效果|满意"),
    **dict.fromkeys(BENEFITS, re.compile(r"产出|满意|成本")),
    SATISFACTION: re.compile(r"产出|成本"),
}
"""What the 一级指标 of each place cannot be called."""


class LevelWrong(Rule):
    code, name, title = "F008", "level-wrong", "层级错误"
    severity, dimension = "error", "规范完整性"
    why = "二级指标挂错了一级指标，汇总和赋分都会出错。"
    regulation = "预算绩效文本格式；财预〔2021〕101号 第二部分"
    mend = "改到对应的一级指标下。"
    bad = (
        example(row("数量指标", "维修路灯", "≥120盏", level1="效益指标")),
        example(row("社会效益指标", "受益居民户数", "≥300户", level1="产出指标")),
        example(row("服务对象满意度指标", "居民满意度", "≥90%", level1="产出指标")),
        example(row("数量指标", "甲", "1个"), row("质量指标", "乙", "1个"), row("时效指标", "丙", "9月"), row("过程指标", "制度健全", "健全")),
    )
    good = (
        example(row("数量指标", "维修路灯", "≥120盏", level1="产出指标（50分）")),
        example(row("经济成本指标", "总成本", "≤12万元", level1="成本指标")),
        example(row("成本指标", "总成本", "≤12万元", level1="产出指标")),
        example(row("服务对象满意度指标", "居民满意度", "≥90%", level1="效益指标")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            foreign = _FOREIGN.get(line.place)
            level1 = line.indicator.level1.strip()
            if foreign and line.indicator.level2.strip() and foreign.search(level1):
                yield self.at_row(project, line, "level2", f"“{line.indicator.level2.strip()}”不属于“{level1}”")
            elif not line.place and line.indicator.level2.strip() and has_levels(project):
                yield self.at_row(project, line, "level2", f"二级指标“{line.indicator.level2.strip()}”不在规定的二级指标里")
