"""Cues of a project's head and of its table as a whole: a Table in, its cues out; they explain a project and are no features of its rows."""

import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from classifier.analysis.cues.base import Row, Signal, register
from classifier.analysis.normalise import squeeze
from classifier.analysis.places import COST, QUANTITY
from classifier.analysis.words import find_word, strip_words
from classifier.lazy import lazy_pattern
from classifier.money import convert
from classifier.types import Cue, Project, ProjectAnalysis

SHORT_GOAL, SHORT_PURPOSE, SHORT_LARGE_PURPOSE = 20, 12, 20
"""Characters below which a goal, a purpose, and the purpose of a large project say too little (proposals of the rule catalogue)."""

LARGE_BUDGET = Decimal(100)
SMALL_BUDGET = Decimal(50)
"""万元 from which a project is large, and up to which it cannot carry the aims of a whole region."""

MANY_RATES, HIGH_RATE, NARROW = 5, 90, 6
"""So many rates of a table, all from 90 on and within six points, were filled in and not reckoned."""

SAME_BASES = 6
SHORT_TITLE = 3
"""A project's name with at most so many characters beyond the words of office says nothing of the work."""

_ITEM = lazy_pattern(r"[、，,；;和及与]")
_DIGIT = lazy_pattern(r"\d")


class Table(NamedTuple):
    """A project with its rows, as these cues look at it."""

    project: Project
    rows: tuple[Row, ...]

    @property
    def budget(self) -> Decimal | None:
        """The budget in 万元."""
        return None if self.project.budget is None else convert(self.project.budget, self.project.money_unit)


Check = Callable[[Table], Signal]


class ProjectExample(NamedTuple):
    """An example project: its head by field, and its rows as (二级指标, name, value, basis)."""

    head: dict[str, str]
    rows: tuple[tuple[str, str, str, str], ...] = ()


class ProjectCueRule(NamedTuple):
    """A declared cue, with projects that set it off and projects that look alike but must not."""

    code: str
    name: str
    check: Check
    hits: tuple[ProjectExample, ...]
    misses: tuple[ProjectExample, ...]


PROJECT_CUES: dict[str, ProjectCueRule] = {}


def project_cue(code: str, name: str, hits: list[ProjectExample], misses: list[ProjectExample]) -> Callable[[Check], Check]:
    """Declare a cue of whole projects; its code is the one of the rule catalogue and stands once."""

    def declare(check: Check) -> Check:
        register(PROJECT_CUES, ProjectCueRule(code, name, check, tuple(hits), tuple(misses)))
        return check

    return declare


def project_cues(analysis: ProjectAnalysis) -> tuple[Cue, ...]:
    """The cues that an analysed project sets off, in the order of their codes."""
    rows = tuple(Row(row.indicator, analysis.project, analysis.kind, row.place, row.value) for row in analysis.rows)
    return find_project_cues(Table(analysis.project, rows))


def find_project_cues(table: Table) -> tuple[Cue, ...]:
    """The cues that a table sets off, in the order of their codes."""
    signals = ((rule, rule.check(table)) for _, rule in sorted(PROJECT_CUES.items()))
    return tuple(Cue(rule.code, rule.name, *signal) for rule, signal in signals if signal)


def _head(**fields: str) -> ProjectExample:
    return ProjectExample(fields)


def _rates(*values: str, basis: str = "") -> ProjectExample:
    return ProjectExample({"name": "路灯维护"}, tuple(("质量指标", f"路段{number}亮灯率", value, basis) for number, value in enumerate(values, 1)))


def _bare_goal(table: Table) -> str:
    return re.sub(r"[^\w]", "", strip_words("stop", squeeze(table.project.goal)))


@project_cue("R001", "目标空泛", hits=[_head(goal="保障补贴发放到位")], misses=[_head(goal="按月向63名村干部发放补贴"), _head(goal="")])
def goal_says_little(table: Table) -> Signal:
    goal = squeeze(table.project.goal)
    return ("goal", table.project.goal) if goal and len(goal) < SHORT_GOAL and not _DIGIT.search(goal) else None


@project_cue(
    "R002",
    "目标照抄名称、用途",
    hits=[_head(name="综合办乡镇补贴", goal="保障补贴发放到位")],
    misses=[_head(name="综合办乡镇补贴", goal="乡镇干部每月10日前领到补贴"), _head(name="周转房租金", goal="保障工作正常运转")],
)
def goal_repeats_the_name(table: Table) -> Signal:
    bare = _bare_goal(table)
    return ("goal", table.project.goal) if bare and (bare in squeeze(table.project.name) or bare in squeeze(table.project.purpose)) else None


@project_cue(
    "R003",
    "用途笼统",
    hits=[_head(purpose="用于乡镇干部补贴"), _head(purpose="用于全区综合事务管理工作支出", budget="504.26")],
    misses=[_head(purpose="14名派遣人员工资"), _head(purpose="用于管委会办公用房屋面防水维修", budget="20")],
)
def purpose_says_little(table: Table) -> Signal:
    purpose = squeeze(table.project.purpose)
    large = table.budget is not None and table.budget >= LARGE_BUDGET
    short = len(purpose) < (SHORT_LARGE_PURPOSE if large else SHORT_PURPOSE)
    return ("purpose", table.project.purpose) if purpose and short and not _DIGIT.search(purpose) else None


@project_cue(
    "R008",
    "工作内容未覆盖",
    hits=[ProjectExample({"name": "官网运行维护、等保测评、升级改造资金"}, (("数量指标", "官网运维系统数", "1个", ""),))],
    misses=[
        ProjectExample({"name": "官网运行维护、等保测评"}, (("数量指标", "官网运维系统数", "1个", ""), ("数量指标", "等保测评次数", "1次", ""))),
        ProjectExample({"name": "官网运行维护、等保测评"}),
    ],
)
def work_without_quantity(table: Table) -> Signal:
    counted = "|".join(row.wording for row in table.rows if row.place == QUANTITY)
    if not counted:
        return None
    for item in _ITEM.split(squeeze(table.project.name)):
        bare = re.sub(r"\d+|[-—()年]", "", strip_words("title", item))
        pairs = [bare[start : start + 2] for start in range(len(bare) - 1)]
        if len(pairs) > 1 and not any(pair in counted for pair in pairs):
            return "name", item
    return None


@project_cue("R009", "目标无对象", hits=[_head(goal="保障单位工作正常运转")], misses=[_head(goal="保障干部住有所居")])
def goal_without_object(table: Table) -> Signal:
    return ("goal", table.project.goal) if squeeze(table.project.goal) and not _bare_goal(table) else None


@project_cue(
    "R014",
    "目标与资金不匹配",
    hits=[_head(goal="推动全市经济社会高质量发展", budget="28")],
    misses=[_head(goal="推动全市经济社会高质量发展", budget="2800"), _head(goal="编制1份商贸发展方案", budget="28")],
)
def goal_beyond_the_money(table: Table) -> Signal:
    word = find_word("regional aims", squeeze(table.project.goal))
    return ("goal", word) if word and table.budget is not None and table.budget <= SMALL_BUDGET else None


@project_cue("R016", "名称看不出内容", hits=[_head(name="管理事务资金"), _head(name="2023年专项经费")], misses=[_head(name="周转房租金"), _head(name="")])
def title_says_little(table: Table) -> Signal:
    name = squeeze(table.project.name).split("-")[-1]
    bare = re.sub(r"\d+|[-—()年]", "", strip_words("title", name))
    return ("name", table.project.name) if name and len(bare) <= SHORT_TITLE else None


def _rate_values(table: Table) -> list[Decimal]:
    return [row.value.amount for row in table.rows if row.is_rate and row.place != COST and row.value.amount is not None]


@project_cue(
    "M003", "取值机械", hits=[_rates("≥95%", "≥96%", "≥95%", "≥98%", "≥95%")], misses=[_rates("≥95%", "≥80%", "≥95%", "≥98%", "≥95%"), _rates("≥95%", "≥96%")]
)
def rates_alike(table: Table) -> Signal:
    rates = _rate_values(table)
    if len(rates) < MANY_RATES or min(rates) < HIGH_RATE or not 0 < max(rates) - min(rates) <= NARROW:
        return None
    return "value", f"{min(rates)}%–{max(rates)}%"


@project_cue("M004", "取值全同", hits=[_rates(*["≥95%"] * 5)], misses=[_rates(*["≥95%"] * 4), _rates(*["≥95%"] * 4, "≥96%")])
def rates_equal(table: Table) -> Signal:
    rates = _rate_values(table)
    return ("value", f"{rates[0]}%") if len(rates) >= MANY_RATES and len(set(rates)) == 1 else None


@project_cue("M007", "总结语态", hits=[_head(goal="提升了后勤服务水平，打下了良好的基础")], misses=[_head(goal="为了提升应急能力，建成2个避难场所")])
def goal_looks_back(table: Table) -> Signal:
    found = re.search(r"(?:提升|增强|完成|取得|改善|提高|打下|实现|保障|解决|降低)了|已经|取得.{0,6}成效", table.project.goal)
    return ("goal", found[0]) if found else None


@project_cue(
    "B002",
    "依据雷同",
    hits=[_rates("≥95%", "≥96%", "≥97%", "≥80%", "≥70%", "≥60%", basis="年度工作计划")],
    misses=[_rates("≥95%", "≥96%", "≥97%", "≥80%", "≥70%", basis="年度工作计划"), _rates("≥95%", "≥96%", "≥97%", "≥80%", "≥70%", "≥60%")],
)
def one_basis_for_all(table: Table) -> Signal:
    bases = Counter(row.basis for row in table.rows if row.basis)
    basis, times = bases.most_common(1)[0] if bases else ("", 0)
    return ("basis", basis) if times >= SAME_BASES else None
