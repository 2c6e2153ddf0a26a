"""Family R, 相关性: can the effect, the output or the people of the row follow from what the project does."""

from __future__ import annotations

import re
from functools import lru_cache

from classifier.analysis.cues.base import Row, Signal, cue, ex
from classifier.analysis.kinds import DISCOURAGED, REQUIRED, place_status
from classifier.analysis.places import ECOLOGICAL, ECONOMIC, SATISFACTION
from classifier.analysis.words import any_in, find_word, words


@cue(
    "R004",
    "生态不适用",
    hits=[ex("生态效益指标", "生态效益增长率", "≥95%", project="周转房租金")],
    misses=[ex("生态效益指标", "新增绿化面积", "≥30亩", project="荒山造林工程"), ex("生态效益指标", "办公用电能耗下降率", "≥3%", project="办公楼物业费")],
)
def ecology_out_of_place(row: Row) -> Signal:
    return _out_of_place(row, ECOLOGICAL, "ecology", "生态效益|环境效益|生态环境|生态")


@cue(
    "R005",
    "经济不适用",
    hits=[ex("经济效益指标", "经济效益提升值%", "≥95%", project="乡镇干部补贴")],
    misses=[ex("经济效益指标", "带动社会投资", "≥500万元", project="招商引资专项"), ex("经济效益指标", "挽回经济损失", "≥20万元", project="法律顾问费")],
)
def economy_out_of_place(row: Row) -> Signal:
    return _out_of_place(row, ECONOMIC, "economy", "经济效益|经济社会|经济")


def _out_of_place(row: Row, place: str, theme: str, cliche: str) -> Signal:
    """An effect that neither the kind nor any word of the project or the row itself (beyond the name of the effect) speaks for."""
    if row.place != place or place_status(row.kind, place) == REQUIRED:
        return None
    if any_in(words(theme), row.work):
        return None
    own = re.sub(cliche, "", row.wording)
    if place_status(row.kind, place) != DISCOURAGED and any_in(words(theme), own):
        return None
    if place_status(row.kind, place) == DISCOURAGED and find_word(theme, own) and row.value.kind not in ("percent", "qualitative"):
        return None
    return "name", row.indicator.name


@cue(
    "R006",
    "串项目串单位",
    hits=[ex("社会效益指标", "提高人社基层公共服务人员的政策水平", "≥90%", project="人民防空方案编制")],
    misses=[ex("社会效益指标", "人社服务窗口办件量", "≥90件", project="人社服务大厅运行")],
)
def wording_of_another_unit(row: Row) -> Signal:
    own = row.work + row.project.unit
    for word in words("foreign") + words("departments"):
        if word in row.wording and word not in own:
            return "name", word
    return None


@cue(
    "R007",
    "满意度对象不符",
    hits=[ex("服务对象满意度指标", "群众满意度", "≥95%", project="内网机房运维"), ex("服务对象满意度指标", "客户满意度", "≥90%", project="人防警报器安装")],
    misses=[ex("服务对象满意度指标", "群众满意度", "≥95%", project="城区路灯亮化")],
)
def satisfaction_of_strangers(row: Row) -> Signal:
    if row.place != SATISFACTION and "满意" not in row.name:
        return None
    if word := find_word("customers", row.name):
        return "name", word
    if row.kind.code in words("inner kinds") and (word := find_word("public", row.name)) and not _serves_public(row):
        return "name", word
    return None


@cue(
    "R018",
    "内部项目问群众",
    hits=[ex("服务对象满意度指标", "群众满意度", "≥95%", project="局机关办公楼修缮"), ex("社会效益指标", "社会公众安全感", "≥96%", project="诉讼档案扫描加工")],
    misses=[
        ex("服务对象满意度指标", "办事群众满意度", "≥95%", project="政务大厅运行"),
        ex("质量指标", "社会保险缴纳准确率", "100%", project="聘用人员工资"),
    ],
)
def public_of_inner_work(row: Row) -> Signal:
    asked = row.place == SATISFACTION or re.search("满意|安全感|获得感|幸福感|知晓", row.name)
    word = find_word("public", row.name)
    if not asked or not word or not find_word("inner work", row.work) or _serves_public(row):
        return None
    return "name", word


def _serves_public(row: Row) -> bool:
    return bool(find_word("public", row.work) or find_word("public work", row.work))


@cue(
    "R017",
    "名称与项目有共同的词",
    hits=[ex("数量指标", "警报器安装数量", "2套", project="警报器安装")],
    misses=[ex("数量指标", "完成数量", "2套", project="警报器安装")],
)
def wording_of_the_project(row: Row) -> Signal:
    for start in range(len(row.bare_name) - 1):
        pair = row.bare_name[start : start + 2]
        if pair in row.work and not _is_generic(pair):
            return "name", pair
    return None


@lru_cache(maxsize=20_000)
def _is_generic(pair: str) -> bool:
    return any(pair in word or word in pair for word in words("generic"))
