"""N013: the goal names a number that the row on the same thing contradicts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from classifier.analysis.normalise import normalise, squeeze
from classifier.analysis.places import QUANTITY, TIMELINESS
from classifier.analysis.values import find_unit, unit_kind
from classifier.analysis.words import strip_words
from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example, row
from classifier.rules.costs import in_unit, plain, tolerance
from classifier.rules.table import PART, PLACEHOLDER
from classifier.types import Analysis, Finding, IndicatorAnalysis, ProjectAnalysis, Value

_NUMBER = lazy_pattern(r"(?<![\d.])(\d[\d,]*(?:\.\d+)?)\s*(?=[^\d\s.,%‰年月日号—~-])")
_BUDGET = lazy_pattern(r"(?:使用|安排|投入|预算)(?:资金|经费|财政资金|预算)?\s*(\d[\d,]*(?:\.\d+)?)\s*(元|千元|万元|亿元)")
_MONEY = lazy_pattern(r"\d\s*(?:元|千元|万元|亿元)(?!/)")
_EACH = lazy_pattern(r"(?:每|各|人均|户均|生均|平均)[^，,；;。、]{0,5}$")
_ROUGHLY = lazy_pattern(r"(?:约|近|超过?)\s*$|(?:共有|现有|目前|全[省市县区乡镇村]|[两三四五]年|累计|力争)[^，,；;。]{0,12}$")
_OTHERS_MONEY = lazy_pattern(r"(?:撬动|带动|社会|企业|自筹|群众)[^，,；;。]{0,4}$")
_STAGE = lazy_pattern(r"招标|采购|开工|前期|立项|设计|启动")
_MORE = lazy_pattern(r"^[^，,；;。、\d]{0,4}(?:以上|左右|余|多)")
_STOP = lazy_pattern(r"[，,；;。、（(）)]")
_MONTH = lazy_pattern(r"(\d{1,2})月(?:\d{1,2}日|底|末|中旬|上旬)?(?:之|以|[\u4e00-\u9fff]{2,4}?)?前")
LONGEST_UNIT = 3
"""Characters; what stands between two numbers and is no longer may be the unit of the first."""

ALIKE = {"名": "人", "位": "人", "平方米": "㎡", "万平方米": "万㎡", "个月": "月", "日": "天"}
"""Units that mean the same."""


class GoalAgainstRows(Rule):
    code, name, title = "N013", "goal-against-rows", "目标与指标数值矛盾"
    severity, dimension = "error", "目标相关性"
    why = "目标里写的数和指标里写的数不一样，批复以后无法考核。"
    regulation = "财预〔2015〕88号（绩效指标是绩效目标的细化和量化）"
    mend = "核对后统一为一个数。"
    bad = (
        example(row("数量指标", "扶助人数", "60人"), goal="对63人给予再扶助，扶助对象生活得到保障"),
        example(row("数量指标", "扶助人数", "60人"), row("数量指标", "走访户数", "20户"), goal="走访20户，扶助63人"),
        example(row("时效指标", "扶助金发放时间", "9月底前"), goal="11月底前发放扶助金"),
        example(row("数量指标", "安装警报器", "2套"), budget="7.5", goal="使用75万元安装警报器2套"),
    )
    good = (
        example(row("数量指标", "扶助人数", "63人"), goal="对63人给予再扶助"),
        example(row("数量指标", "扶助人数", "≥60人"), goal="对60余人给予再扶助"),
        example(row("时效指标", "扶助金发放时间", "9月底前"), goal="9月30日前发放扶助金"),
        example(row("数量指标", "培训人数", "60人"), goal="培训60人，带动就业20人"),
        example(row("数量指标", "村干部人数", "60人"), goal="服务全镇8万人，足额发放村干部补贴"),
        example(row("数量指标", "安装警报器", "2套"), budget="7.5", goal="使用7.5万元安装警报器2套"),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        goal = normalise(project.project.goal)
        yield from self._money(project, goal)
        if PLACEHOLDER.search(goal):
            return  # a number that was not filled in contradicts nothing
        numbers = list(_numbers(goal))
        rows = [
            row
            for row in project.rows
            if row.place == QUANTITY and row.value.amount is not None and row.value.kind in ("count", "time") and not PART.match(row.indicator.name)
        ]
        for number in numbers:
            line = max((row for row in rows if _unit(row.value.measure) == number.unit), key=lambda row: _likeness(row, number), default=None)
            if line is None or not _likeness(line, number) or number.amount == line.value.amount:
                continue
            if any(other.amount == line.value.amount for other in numbers if other.unit == number.unit):
                continue  # the row's own number stands in the goal too
            rivals = [other for other in numbers if other.unit == number.unit and other is not number and _likeness(line, other) >= _likeness(line, number)]
            if not rivals:
                message = f"绩效目标写“{plain(number.amount)}{number.unit}”，本行写“{line.value.text.strip()}”，两处不一致"
                yield self.at_row(project, line, "value", message)
        yield from self._deadline(project, goal)

    def _deadline(self, project: ProjectAnalysis, goal: str) -> Iterator[Finding]:
        """The only deadline of the goal against the only one of the table."""
        dated = [(line, found) for line in project.rows if line.place == TIMELINESS and (found := _MONTH.search(normalise(line.value.text)))]
        told = list(_MONTH.finditer(goal))
        if len(dated) != 1 or len(told) != 1 or dated[0][1][1].lstrip("0") == told[0][1].lstrip("0"):
            return
        line = dated[0][0]
        stretch = _STOP.split(goal[told[0].start() :])[0] + _STOP.split(goal[: told[0].start()])[-1]
        if not _STAGE.search(stretch) and (_pairs(line, stretch) or not _bare(line)):
            yield self.at_row(project, line, "value", f"绩效目标写“{told[0][0]}”，本行写“{line.value.text.strip()}”，两处不一致")

    def _money(self, project: ProjectAnalysis, goal: str) -> Iterator[Finding]:
        head, found = project.project, _BUDGET.search(goal)
        if not found or head.budget is None or len(_MONEY.findall(goal)) > 1 or _OTHERS_MONEY.search(goal[: found.start()]):
            return  # several amounts may be parts of the budget; what others spend is none of it
        amount = in_unit(Value(found[0], "", Decimal(found[1].replace(",", "")), found[2], found[2], "money"), head.money_unit)
        if amount is not None and amount != head.whole_term and abs(amount - head.budget) > tolerance(head.money_unit, found[2]):
            yield self.at_project(project, "goal", f"绩效目标写“{found[0]}”，预算数是{plain(head.budget)}{head.money_unit}，两处不一致")


class Told(NamedTuple):
    """A count in the goal, its unit, and the words around it up to the next stop or number."""

    amount: Decimal
    unit: str
    around: str


def _numbers(goal: str) -> Iterator[Told]:
    """The counts of things that a goal names, without those of each, and those that are said roughly."""
    matches = list(_NUMBER.finditer(goal))
    for position, found in enumerate(matches):
        unit = find_unit(goal[found.end() :])
        before, after = goal[: found.start()], goal[found.end() + len(unit) :]
        if unit_kind(unit) not in ("count", "time") or _EACH.search(before) or _ROUGHLY.search(before) or _MORE.search(after) or after.startswith("/"):
            continue
        start = _clause_start(goal, matches[position - 1].end() if position else 0, found.start())
        end = matches[position + 1].start() if position + 1 < len(matches) else len(goal)
        around = _STOP.split(goal[start : found.start()])[-1] + "|" + _STOP.split(goal[found.end() + len(unit) : end])[0]
        yield Told(Decimal(found[1].replace(",", "")), _unit(unit), around)


def _clause_start(goal: str, after: int, number: int) -> int:
    """Where the words that a number belongs to begin: behind the number before it, or where only a unit stands between, with its clause."""
    between = goal[after:number]
    if after and len(between) <= LONGEST_UNIT and find_unit(between):
        return max((stop.end() for stop in _STOP.finditer(goal[:after])), default=0)
    return after


def _bare(line: IndicatorAnalysis) -> str:
    return strip_words("generic", squeeze(line.indicator.name)).replace("人数", "").replace("时间", "")


def _unit(unit: str) -> str:
    """One word for units that mean the same."""
    return ALIKE.get(unit, unit)


def _pairs(line: IndicatorAnalysis, stretch: str) -> int:
    """How many pairs of characters of the row's name, generic words apart, a stretch of the goal has."""
    bare = _bare(line)
    return sum(bare[start : start + 2] in stretch for start in range(len(bare) - 1))


def _likeness(line: IndicatorAnalysis, number: Told) -> int:
    return _pairs(line, number.around)
