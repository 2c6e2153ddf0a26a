"""Family B, 依据: does 指标值确定依据 name a source that could be looked up. The first that hits holds (B006, B001, B005, B008, B007)."""

from __future__ import annotations

import re

from classifier.analysis.cues.base import Row, Signal, cue, ex
from classifier.analysis.normalise import squeeze
from classifier.analysis.places import COST, ECOLOGICAL, ECONOMIC, QUALITY, SATISFACTION, SOCIAL, TIMELINESS
from classifier.analysis.words import find_word, words

_PREFIX = re.compile(r"^(?:按照|根据|依据|按|以)")
_BENEFITS = {ECONOMIC: "经济效益", SOCIAL: "社会效益", ECOLOGICAL: "生态效益"}


def _bare(row: Row) -> str:
    return _PREFIX.sub("", row.basis)


def _names_source(row: Row) -> bool:
    return row.basis.endswith(words("sources"))


def _judged(row: Row) -> bool:
    """Cost and satisfaction rows have their own tests (B004, B003)."""
    return bool(row.basis) and row.place not in (COST, SATISFACTION)


@cue(
    "B006",
    "依据维度不符",
    hits=[ex("质量指标", "发放准确率", "100%", basis="按照经费发放金额")],
    misses=[ex("质量指标", "发放准确率", "100%", basis="发放台账")],
)
def basis_of_another_dimension(row: Row) -> Signal:
    other = (
        (row.place == QUALITY and re.search("金额|资金$", row.basis))
        or (row.place == TIMELINESS and "质量" in row.basis)
        or (
            row.place in _BENEFITS
            and any(name in row.basis for place, name in _BENEFITS.items() if place != row.place)
            and _BENEFITS[row.place] not in row.basis
        )
    )
    return ("basis", row.indicator.basis) if other else None


@cue(
    "B001",
    "循环论证",
    hits=[ex("生态效益指标", "生态效益提升值%", "≥95%", basis="按照生态效益")],
    misses=[ex("数量指标", "调解案件数", "≥95件", basis="调解案件台账")],
)
def circular_basis(row: Row) -> Signal:
    if not _judged(row) or _names_source(row):
        return None
    bare = _bare(row)
    if bare and bare in row.name + "|" + row.description + "|" + squeeze(row.indicator.level2):
        return "basis", row.indicator.basis
    return None


@cue(
    "B003",
    "满意度依据不当",
    hits=[ex("服务对象满意度指标", "学员满意度", "≥90%", basis="人员数量")],
    misses=[ex("服务对象满意度指标", "学员满意度", "≥90%", basis="结业问卷")],
)
def satisfaction_without_survey(row: Row) -> Signal:
    if row.place == SATISFACTION and row.basis and not find_word("survey", row.basis):
        return "basis", row.indicator.basis
    return None


@cue("B004", "成本依据不当", hits=[ex("成本指标", "总成本", "≤7万元", basis="根据年度工作计划")], misses=[ex("成本指标", "总成本", "≤7万元", basis="采购合同")])
def cost_without_standard(row: Row) -> Signal:
    if row.place == COST and row.basis and not find_word("cost_basis", row.basis):
        return "basis", row.indicator.basis
    return None


@cue(
    "B005",
    "结果代替依据",
    hits=[ex("社会效益指标", "就业人数", "≥90人", basis="对社会效益产生良好效果")],
    misses=[ex("社会效益指标", "就业人数", "≥90人", basis="就业效果评估报告")],
)
def effect_as_basis(row: Row) -> Signal:
    if not _judged(row) or _names_source(row):
        return None
    word = find_word("effects", row.basis)
    return ("basis", word) if word else None


@cue(
    "B007",
    "依据不具体",
    hits=[ex("数量指标", "维修处数", "3处", basis="年度工作计划")],
    misses=[ex("数量指标", "维修处数", "3处", basis="2023年办公楼维修计划")],
)
def thin_basis(row: Row) -> Signal:
    return ("basis", row.indicator.basis) if _bare(row) in words("thin_sources") else None


@cue("B008", "不是来源", hits=[ex("时效指标", "完成及时率", "100%", basis="保障时间")], misses=[ex("时效指标", "完成及时率", "100%", basis="值班记录")])
def basis_without_source(row: Row) -> Signal:
    if not _judged(row) or _names_source(row) or find_word("effects", row.basis):
        return None
    return "basis", row.indicator.basis
