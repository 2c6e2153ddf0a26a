"""T006: the weight of a 一级指标 is far from the usual one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from classifier.analysis.places import BENEFITS, COST, SATISFACTION
from classifier.rules.base import Rule, example, row
from classifier.rules.costs import plain
from classifier.types import Analysis, Finding, ProjectAnalysis

USUAL = {
    (True, True): {"成本": 20, "产出": 40, "效益": 20, "满意度": 10},
    (True, False): {"成本": 20, "产出": 40, "效益": 30},
    (False, True): {"产出": 50, "效益": 30, "满意度": 10},
    (False, False): {"产出": 50, "效益": 40},
}
"""财预〔2021〕101号 第三部分: with and without a 一级 cost, with and without satisfaction; of 90."""


class WeightsUnusual(Rule):
    code, name, title = "T006", "weights-unusual", "权重偏离默认"
    severity, dimension = "hint", "绩效合理性"
    why = "一级指标的权重偏离通行的分配较多，要说明理由。"
    regulation = "财预〔2021〕101号 第三部分（分值权重）"
    mend = "按产出50、效益30、满意度10（设成本的为20、40、20、10）调整，或说明理由。"
    options = {"allowed": 5}
    bad = (example(row("数量指标", "甲", "1个", weight="80", level1="产出指标"), row("社会效益指标", "乙", "1个", weight="10", level1="效益指标")),)
    good = (
        example(
            row("数量指标", "甲", "1个", weight="50"), row("社会效益指标", "乙", "1个", weight="30"), row("服务对象满意度指标", "丙", "90%", weight="10")
        ),
        example(row("数量指标", "甲", "1个"), row("社会效益指标", "乙", "1个")),
    )  # fmt: skip

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        weights: dict[str, Decimal] = defaultdict(Decimal)
        for line in project.rows:
            if line.indicator.weight is None or not line.place:
                return
            weights[self._level1(line.place, line.indicator.level1)] += line.indicator.weight
        total = sum(weights.values(), Decimal(0))
        usual = USUAL["成本" in weights, "满意度" in weights]
        scale = Decimal(90) / total if total else Decimal(1)
        off = [name for name, weight in usual.items() if abs(weights[name] * scale - weight) > self.number("allowed")]
        if project.rows and total and off:
            said = "、".join(f"{name}{plain(weights[name])}（一般{usual[name]}）" for name in off)
            yield self.at_project(project, "weight", f"权重{said}，偏离通行分配")

    def _level1(self, place: str, level1: str) -> str:
        if place == SATISFACTION:
            return "满意度"
        if place in BENEFITS:
            return "效益"
        return "成本" if "成本" in level1 or (place != COST and "成本" in place) else "产出"
