"""Faults of direction and sign (D), of repetition, of scale and of weight (C012, R012, T005), as operators."""

from __future__ import annotations

from random import Random

from benchmarks.mutations.base import operator
from benchmarks.mutations.reading import LESS, RATE_END, Entry, entries, has, is_simple, simple
from benchmarks.mutations.writing import change, pick, write
from classifier.analysis.places import COST, QUANTITY, TIMELINESS
from classifier.types import Project

FORWARD = ("满意", "合格", "达标", "覆盖", "及时")
REVERSED = ("不合格", "未达标", "不达标", "不满意", "不及时", "未覆盖", "超时")
REVERSE = ("故障", "投诉", "事故", "差错", "逾期", "流失", "超支", "能耗", "返修", "违约")
GOOD_OF_BAD = (
    "减",
    "降",
    "处置",
    "整改",
    "化解",
    "处理",
    "排查",
    "修复",
    "响应",
    "办结",
    "回复",
    "受理",
    "及时",
    "演练",
    "预防",
    "宣传",
    "无",
    "零",
    "间隔",
    "满意",
)


def _more(project: Project) -> list[Entry]:
    """Quantities that are to be reached, not kept down."""
    found = [e for e in simple(project, QUANTITY) if e.value.kind == "count" and e.value.sign in ("≥", "=", "") and e.value.amount]
    return [e for e in found if not has(e.row.name + e.row.description, LESS) and "/" not in e.value.unit]


@operator("D001", "error", "数量用了≤或＜")
def quantity_capped(project: Project, random: Random) -> Project | None:
    """Turn the sign of a quantity."""
    entry = pick(random, _more(project))
    return change(project, entry.row, value=write(entry.value, sign=random.choice(("≤", "＜", "<=", "≦")))) if entry else None


@operator("D001", "error", "数量写了不超过、以内")
def quantity_capped_in_words(project: Project, random: Random) -> Project | None:
    """Cap a quantity in words."""
    entry = pick(random, _more(project))
    if entry is None:
        return None
    return change(project, entry.row, value=random.choice(("不超过" + write(entry.value, sign=""), write(entry.value, sign="") + "以内")))


@operator("D002", "error", "成本用了≥或不低于")
def cost_floored(project: Project, random: Random) -> Project | None:
    """Turn the sign of a cost."""
    entry = pick(random, [e for e in simple(project, COST) if e.value.kind == "money" and not has(e.row.name, ("节约", "节支", "下降", "降低", "标准"))])
    return change(project, entry.row, value=write(entry.value, sign=random.choice(("≥", "＞", ">=", "不低于")))) if entry else None


@operator("D004", "error", "满意、合格、覆盖、及时一类比率用了≤")
def good_rate_capped(project: Project, random: Random) -> Project | None:
    """Turn the sign of a rate that is to be high."""
    found = [e for e in simple(project) if e.place not in ("", COST, QUANTITY) and e.value.unit == "%" and e.value.sign in ("≥", "=", "")]
    entry = pick(random, [e for e in found if has(e.row.name, FORWARD) and not has(e.row.name, REVERSED + LESS) and e.row.name.endswith(RATE_END)])
    return change(project, entry.row, value=write(entry.value, sign=random.choice(("≤", "<=", "不超过")))) if entry else None


@operator("D005", "warning", "响应、修复、办结时间写成百分比")
def response_in_percent(project: Project, random: Random) -> Project | None:
    """Write a percentage for a time of response."""
    found = [e for e in entries(project, TIMELINESS) if has(e.row.name, ("响应", "修复", "办结", "受理")) and e.value.kind == "time" and is_simple(e.value)]
    entry = pick(random, [e for e in found if not e.row.name.endswith(RATE_END)])
    return change(project, entry.row, value=f"≥{random.randint(90, 99)}%") if entry else None


@operator("D005", "warning", "时效行填成响应时效，值是百分比")
def response_without_time(project: Project, random: Random) -> Project | None:
    """Replace a row of timeliness by 响应时效 in percent, as in 运维响应时效≥95%."""
    entry = pick(random, [e for e in entries(project, TIMELINESS) if e.row.name.strip()])
    if entry is None:
        return None
    name = random.choice(("报修", "诉求", "服务请求", "业务咨询")) + random.choice(("响应时效", "受理时效", "办结时效"))
    return change(project, entry.row, name=name, description=name if entry.row.description else "", value=f"≥{random.randint(90, 99)}%")


@operator("D006", "warning", "符号写了两遍（≥…以上、不低于…以上、大于等于≥）")
def sign_twice(project: Project, random: Random) -> Project | None:
    """Write the sign of a value twice."""
    entry = pick(random, [e for e in simple(project) if e.value.sign in ("≥", "≤") and e.value.measure])
    if entry is None:
        return None
    bare = write(entry.value, sign="")
    up = (f"≥{bare}以上", f"不低于{bare}以上", f"大于等于≥{bare}", f"≥≥{bare}")
    down = (f"≤{bare}以内", f"不超过{bare}以内", f"小于等于≤{bare}", f"≤≤{bare}")
    return change(project, entry.row, value=random.choice(up if entry.value.sign == "≥" else down))


@operator("D007", "error", "故障、投诉、差错一类反向指标用了≥")
def bad_rate_floored(project: Project, random: Random) -> Project | None:
    """Turn the sign of a row that is to be low."""
    found = [e for e in simple(project) if has(e.row.name, REVERSE) and not has(e.row.name, GOOD_OF_BAD) and e.place != COST]
    entry = pick(random, [e for e in found if e.value.sign == "≤" or e.value.amount == 0])
    return change(project, entry.row, value=write(entry.value, sign=random.choice(("≥", ">=", "不低于")))) if entry else None
