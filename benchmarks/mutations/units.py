"""Faults of units (U), as operators."""

from __future__ import annotations

import re
from random import Random

from benchmarks.mutations.base import operator
from benchmarks.mutations.reading import LESS, RATE_END, UNIT_COST, YUAN, Entry, cost_of, has, money_costs, simple, whole_cost
from benchmarks.mutations.writing import change, pick, write
from classifier.analysis.places import BENEFITS, COST, QUALITY, QUANTITY, SATISFACTION, TIMELINESS
from classifier.types import Project

RATED_COST = ("节约", "节支", "下降", "超支", "成本率", "率")


def _free_costs(project: Project) -> list[Entry]:
    """Money costs whose loss of unit leaves no single other cost to be taken for the whole: one alone, or one of three or more."""
    costs = [e for e in money_costs(project) if not has(e.row.name, UNIT_COST)]
    return [] if len(costs) == 2 else [e for e in costs if not has(e.row.name, RATED_COST)]


def _counts(project: Project) -> list[Entry]:
    """Quantities with a known unit of count."""
    return [e for e in simple(project, QUANTITY) if e.value.kind == "count" and e.value.measure == e.value.unit and e.value.measure]


@operator("U001", "error", "成本的单位不是货币（项、个，或一句话）", also=("N013",))
def cost_without_money(project: Project, random: Random) -> Project | None:
    """Give a cost a unit that is no money."""
    entry = pick(random, _free_costs(project))
    return change(project, entry.row, value=write(entry.value, unit=random.choice(("项", "个", "份", "成本总额", "总成本控制数")))) if entry else None


_RATE_WORDS = {QUALITY: ("质量达标占比", "合格比率", "达标比率"), SATISFACTION: ("满意占比", "满意比率"), TIMELINESS: ("达标比率", "完成占比")}


@operator("U002", "error", "比率的百分号写成了一句话")
def percent_as_words(project: Project, random: Random) -> Project | None:
    """Type a phrase where the % belongs; no character of it is a unit of count, money or time."""
    found = [
        e for e in simple(project) if e.place in (*_RATE_WORDS, *BENEFITS) and e.value.unit == "%" and e.value.amount is not None and e.value.amount <= 100
    ]
    entry = pick(random, [e for e in found if e.row.name.endswith(RATE_END)])
    return change(project, entry.row, value=write(entry.value, unit=random.choice(_RATE_WORDS.get(entry.place, ("效益占比", "效益比率"))))) if entry else None


@operator("U003", "warning", "数量的单位不是量词（人数、次数、××数量）")
def count_unit_as_noun(project: Project, random: Random) -> Project | None:
    """Write 人数 for 人."""
    entry = pick(random, [e for e in _counts(project) if not re.search(r"[a-zA-Z㎡³²/]", e.value.unit)])
    return change(project, entry.row, value=write(entry.value, unit=entry.value.unit + random.choice(("数", "数量")))) if entry else None


@operator("U004", "error", "成本的单位写成%", also=("N013", "N005"))
def cost_in_percent(project: Project, random: Random) -> Project | None:
    """Write % for 万元."""
    entry = pick(random, _free_costs(project))
    return change(project, entry.row, value=write(entry.value, unit="%")) if entry else None


@operator("U005", "error", "名称是比率，单位却是量词")
def rate_in_pieces(project: Project, random: Random) -> Project | None:
    """Give a rate a unit of count."""
    found = [e for e in simple(project) if e.place not in ("", QUANTITY, COST) and e.value.unit == "%" and e.row.name.endswith(RATE_END)]
    entry = pick(random, found)
    return change(project, entry.row, value=write(entry.value, unit=random.choice(("个", "项", "次", "件")))) if entry else None


_NAMED_UNITS = (
    (("面积",), ("平方米", "万平方米", "㎡", "万㎡", "亩", "万亩", "公顷", "平方公里"), ("公里", "个", "条")),
    (("长度", "里程"), ("公里", "千米", "米", "延米"), ("平方米", "个", "亩")),
    (("人次",), ("人次", "万人次"), ("平方米", "场", "份")),
    (("天数",), ("天", "日", "个工作日", "工作日"), ("年", "个", "次")),
)


@operator("U005", "error", "名称是面积、长度、人次或天数，单位不配", also=("N013",))
def unit_off_name(project: Project, random: Random) -> Project | None:
    """Give an area a unit of length, and the like."""
    found = [(e, wrong) for e in simple(project) for words, right, wrong in _NAMED_UNITS if has(e.row.name, words) and e.value.unit in right]
    found = [(e, wrong) for e, wrong in found if sum(has(e.row.name, words) for words, _, _ in _NAMED_UNITS) == 1 and not e.row.name.endswith(RATE_END)]
    choice = pick(random, found)
    return change(project, choice[0].row, value=write(choice[0].value, unit=random.choice(choice[1]))) if choice else None


@operator("U006", "warning", "总成本的万元写成了元，与表头万元换算不符", also=("N002", "N013"), related=True)
def cost_unit_smaller(project: Project, random: Random) -> Project | None:
    """Write 元 for 万元 (千元 for 亿元) and keep the figure of the total cost."""
    entry = whole_cost(project)
    if entry is None or cost_of(entry) <= 0 or entry.value.unit == "元":
        return None
    smaller = [unit for unit in ("元", "千元", "万元") if YUAN[unit] < YUAN[entry.value.unit]]
    return change(project, entry.row, value=write(entry.value, unit=random.choice(smaller)))


@operator("U007", "warning", "数量的值里夹了名称，数字写了两遍", also=("N013",))
def value_typed_twice(project: Project, random: Random) -> Project | None:
    """Type the name and the value again behind the number, as in 1电视台调入人员数量1人."""
    found = [e for e in _counts(project) if not re.search(r"[\d%（(]|率|月|年|季", e.row.name)]
    entry = pick(random, found)
    return change(project, entry.row, value=write(entry.value, unit=f"{entry.row.name}{write(entry.value, sign='')}")) if entry else None


@operator("U007", "warning", "比率的值里夹了名称，数字写了两遍")
def rate_typed_twice(project: Project, random: Random) -> Project | None:
    """Type the name and the value again behind the number of a rate."""
    found = [e for e in simple(project) if e.place in (QUALITY, TIMELINESS, SATISFACTION) and e.value.unit == "%"]
    entry = pick(random, [e for e in found if not re.search(r"[\d%（(]|月|年|季", e.row.name)])
    return change(project, entry.row, value=write(entry.value, unit=f"{entry.row.name}{write(entry.value, sign='')}")) if entry else None


@operator("U008", "error", "数量、成本或时效只有数字没有单位", also=("N013",))
def unit_lost(project: Project, random: Random) -> Project | None:
    """Leave the unit out."""
    timely = [e for e in simple(project, TIMELINESS) if e.value.kind in ("time", "percent")]
    entry = pick(random, _counts(project) + timely + _free_costs(project))
    return change(project, entry.row, value=write(entry.value, unit="")) if entry else None


@operator("C018", "error", "数量行的单位是货币", also=("U005", "N013"))
def quantity_in_money(project: Project, random: Random) -> Project | None:
    """Give a quantity a unit of money."""
    entry = pick(random, [e for e in _counts(project) if not has(e.row.name, LESS)])
    return change(project, entry.row, value=write(entry.value, unit=random.choice(("万元", "元")))) if entry else None


@operator("C018", "error", "数量行写成投入资金额")
def input_as_quantity(project: Project, random: Random) -> Project | None:
    """Replace a quantity by the money put in."""
    entry = pick(random, _counts(project))
    if entry is None or project.budget is None:
        return None
    name = random.choice(("资金投入金额", "业务工作支出安排金额", "项目安排资金额"))
    described = name if entry.row.description else ""
    return change(project, entry.row, name=name, description=described, value=f"{random.choice(('≥', '=', ''))}{project.budget:f}{project.money_unit}")
