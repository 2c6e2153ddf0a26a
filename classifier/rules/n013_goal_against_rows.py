"""N013: the goal names a number that the row on the same thing contradicts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from classifier.analysis.normalise import normalise, squeeze
from classifier.analysis.values import find_unit, unit_kind
from classifier.analysis.words import strip_words
from classifier.rules.base import Rule, example, row
from classifier.rules.costs import TEN_THOUSANDS, in_unit, plain, quantities, tolerance
from classifier.types import Analysis, Finding, IndicatorAnalysis, ProjectAnalysis, Value

_NUMBER = re.compile(r"(?<![\d.])(\d[\d,]*(?:\.\d+)?)\s*(?=[^\d\s.,%‰年月日号—~-])")
_BUDGET = re.compile(r"(?:使用|安排|投入|预算)(?:资金|经费|财政资金|预算)?\s*(\d[\d,]*(?:\.\d+)?)\s*(元|千元|万元|亿元)")
_EACH = re.compile(r"(?:每|各|人均|户均|生均|平均)[^，,；;。、]{0,5}$")
AROUND = 14
"""Characters before and after a number in the goal in which its object is sought."""


class GoalAgainstRows(Rule):
    code, name, title = "N013", "goal-against-rows", "目标与指标数值矛盾"
    severity, dimension = "error", "目标相关性"
    why = "目标里写的数和指标里写的数不一样，批复以后无法考核。"
    regulation = "财预〔2015〕88号（绩效指标是绩效目标的细化和量化）"
    mend = "核对后统一为一个数。"
    bad = (
        example(row("数量指标", "扶助人数", "60人"), goal="对63人给予再扶助，扶助对象生活得到保障"),
        example(row("数量指标", "安装警报器", "2套"), budget="7.5", goal="使用75万元安装警报器2套"),
    )
    good = (
        example(row("数量指标", "扶助人数", "63人"), goal="对63人给予再扶助"),
        example(row("数量指标", "扶助人数", "≥60人"), goal="对63人给予再扶助"),
        example(row("数量指标", "培训人数", "60人"), goal="培训60人，带动就业20人"),
        example(row("数量指标", "村干部人数", "60人"), goal="服务全镇8万人，足额发放村干部补贴"),
        example(row("数量指标", "安装警报器", "2套"), budget="7.5", goal="使用7.5万元安装警报器2套"),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        goal = normalise(project.project.goal)
        yield from self._money(project, goal)
        said = [
            (Decimal(found[1].replace(",", "")), find_unit(goal[found.end() :]), found.start())
            for found in _NUMBER.finditer(goal)
            if not _EACH.search(goal[: found.start()])
        ]
        counts = Counter(unit for _, unit, _ in said)
        rows = quantities(project)
        own = Counter(line.value.measure for line in rows)
        for number, unit, start in said:
            if not unit or unit_kind(unit) != "count" or counts[unit] > 1 or own[unit] != 1:
                continue  # several numbers of one unit: which belongs to which cannot be told
            line = next(line for line in rows if line.value.measure == unit)
            if self._contradicts(line.value, number) and _speaks_of(line, goal[max(0, start - AROUND) : start + AROUND]):
                message = f"绩效目标写“{plain(number)}{unit}”，本行写“{line.value.text.strip()}”，两处不一致"
                yield self.at_row(project, line, "value", message)

    def _money(self, project: ProjectAnalysis, goal: str) -> Iterator[Finding]:
        head, found = project.project, _BUDGET.search(goal)
        if not found or head.budget is None or len(_BUDGET.findall(goal)) > 1:
            return
        amount = in_unit(Value(found[0], "", Decimal(found[1].replace(",", "")), found[2], found[2], "money"), head.money_unit)
        if amount is not None and abs(amount - head.budget) > tolerance(head.money_unit, found[2]) and found[2] in TEN_THOUSANDS:
            yield self.at_project(project, "goal", f"绩效目标写“{found[0]}”，预算数是{plain(head.budget)}{head.money_unit}，两处不一致")

    def _contradicts(self, value: Value, number: Decimal) -> bool:
        amount = value.amount or Decimal(0)
        if value.sign in ("≥", ">"):
            return number < amount
        return number > amount if value.sign in ("≤", "<") else number != amount


def _speaks_of(line: IndicatorAnalysis, stretch: str) -> bool:
    """Whether a stretch of the goal names what the row counts."""
    bare = strip_words("generic", squeeze(line.indicator.name)).replace("人数", "")
    return any(bare[start : start + 2] in stretch for start in range(len(bare) - 1))
