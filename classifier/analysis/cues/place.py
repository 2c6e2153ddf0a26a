"""Family C, 归类与名称: does what the name measures belong under its 二级指标, and is it a name at all."""

from __future__ import annotations

import re

from classifier.analysis.cues.base import Row, Signal, cue, ex
from classifier.analysis.normalise import squeeze
from classifier.analysis.places import BENEFITS, COST, ECOLOGICAL, ECONOMIC, OUTPUTS, QUALITY, QUANTITY, SATISFACTION, SOCIAL, TIMELINESS
from classifier.analysis.words import find_word, strip_words

_VERB_PHRASE = re.compile(r"^(?:按照?|根据)?(?:保障|确保|完成|满足|提高|提升|按|加强|促进|推进|推动|改善|增强|做好|落实)")
_NOUN_END = re.compile(r"(?:率|数|(?<!质)量|额|度|次|值|时间|成本|比|%|比例|面积|人数|性)$")
_DONE = re.compile(r"(?:已|全部|按时|按期|如期)?完成")
_TRUNCATED_RATE = re.compile(r"率|合格|成活")
_BENEFIT_WORDS = {ECONOMIC: "经济", SOCIAL: "社会", ECOLOGICAL: "生态"}


@cue(
    "C001",
    "数量填成比率",
    hits=[ex("数量指标", "法律服务数量完成率", "≥98%")],
    misses=[ex("数量指标", "出具法律意见书份数", "≥98份"), ex("数量指标", "贫困户覆盖率", "100%")],
)
def quantity_as_rate(row: Row) -> Signal:
    if row.place != QUANTITY or row.value.kind != "percent":
        return None
    if "覆盖" in row.name or "比例" in row.name:
        return None  # the share of a named population may stand under quantity
    return "value", row.value.text


@cue("C002", "成本名不是成本", hits=[ex("成本指标", "及时性", "3.75万元")], misses=[ex("成本指标", "警报器单价", "≤3.75万元")])
def cost_name_without_cost(row: Row) -> Signal:
    if row.place != COST or find_word("cost", row.wording):
        return None
    return "name", row.indicator.name


@cue(
    "C003",
    "时效无时间",
    hits=[ex("时效指标", "工作效果", "≥95%")],
    misses=[ex("时效指标", "安装完成情况", "10月底前"), ex("时效指标", "补贴及时发放率", "100%")],
)
def timeliness_without_time(row: Row) -> Signal:
    if row.place != TIMELINESS or row.value.kind in ("time", "date"):
        return None
    if find_word("time", row.wording) or "质量" in row.name:
        return None  # C004 speaks of quality under timeliness
    return "name", row.indicator.name


@cue("C004", "时效填成质量", hits=[ex("时效指标", "保障工作质量", "≥95%")], misses=[ex("时效指标", "质量检测报告提交时间", "9月底前")])
def timeliness_as_quality(row: Row) -> Signal:
    if row.place == TIMELINESS and "质量" in row.name and not re.search("时|期|进度", row.name):
        return "name", row.indicator.name
    return None


@cue("C005", "质量不反映标准", hits=[ex("质量指标", "完成日常事务", "≥95%")], misses=[ex("质量指标", "设备验收合格率", "100%")])
def quality_without_standard(row: Row) -> Signal:
    if row.place != QUALITY or find_word("quality", row.wording):
        return None
    return "name", row.indicator.name


@cue("C006", "效益类别错放", hits=[ex("社会效益指标", "经济效益提升%", "≥95%")], misses=[ex("社会效益指标", "经济困难学生资助率", "100%")])
def benefit_of_another_class(row: Row) -> Signal:
    own = _BENEFIT_WORDS.get(row.place)
    if own is None:
        return None
    for word in _BENEFIT_WORDS.values():
        if word != own and word + "效益" in row.name and own not in row.name:
            return "name", row.indicator.name
    return None


@cue("C007", "满意度无对象", hits=[ex("服务对象满意度指标", "服务对象满意度", "≥95%")], misses=[ex("服务对象满意度指标", "参训学员满意度", "≥90%")])
def satisfaction_of_nobody(row: Row) -> Signal:
    if row.place != SATISFACTION or strip_words("satisfaction", row.bare_name):
        return None
    if strip_words("satisfaction", row.description):
        return None  # the description says whose
    return "name", row.indicator.name


@cue(
    "C008",
    "满意度与效益互放",
    hits=[ex("服务对象满意度指标", "政策知晓率", "≥90%"), ex("社会效益指标", "市民满意度", "≥85%")],
    misses=[ex("服务对象满意度指标", "市民满意度", "≥85%")],
)
def satisfaction_misplaced(row: Row) -> Signal:
    satisfied = re.search("满意|认可|好评|表扬|投诉|打分|评分|评价|评议", row.wording)
    if row.place == SATISFACTION and not satisfied:
        return "name", row.indicator.name
    if row.place and row.place != SATISFACTION and re.search("满意[度率程]", row.name):
        return "name", row.indicator.name
    return None


@cue(
    "C009",
    "照抄二级指标",
    hits=[ex("质量指标", "质量指标", "≥95%"), ex("经济效益指标", "经济效益", "≥95%")],
    misses=[ex("质量指标", "工程质量指标抽检合格率", "100%")],
)
def name_repeats_level2(row: Row) -> Signal:
    level = _bare_level(row.indicator.level2)
    if row.place and row.place != SATISFACTION and _bare_level(row.bare_name) in {level, _bare_level(row.place)}:
        return "name", row.indicator.name
    return None


def _bare_level(text: str) -> str:
    return squeeze(text).partition("(")[0].removesuffix("指标").removesuffix("%")


@cue(
    "C010", "通用套名", hits=[ex("质量指标", "质量达标率", "≥98%"), ex("时效指标", "保障工作时效性", "≥95%")], misses=[ex("质量指标", "路灯维修合格率", "≥98%")]
)
def generic_name(row: Row) -> Signal:
    if row.place in OUTPUTS and not strip_words("generic", row.bare_name):
        return "name", row.indicator.name
    return None


@cue(
    "C011",
    "描述照抄名称",
    hits=[ex("数量指标", "维修数量", "3处", description="维修数量")],
    misses=[ex("数量指标", "维修数量", "3处", description="漏雨屋面维修处数")],
)
def description_repeats_name(row: Row) -> Signal:
    return ("description", row.indicator.description) if row.description and row.description == row.name else None


@cue(
    "C013",
    "付款进度当产出",
    hits=[ex("时效指标", "资金支付完成率", "100%", project="老旧小区改造")],
    misses=[ex("时效指标", "补贴资金拨付率", "100%", project="耕地地力保护补贴")],
)
def payment_as_output(row: Row) -> Signal:
    if row.place in (COST, SATISFACTION) or row.kind.code == "K29":
        return None
    word = find_word("payment", row.name)
    if not word or find_word("paying_people", row.name + row.work):
        return None  # to pay people is what such a project does
    return "name", word


@cue(
    "C014",
    "成本只抄预算总额",
    hits=[ex("成本指标", "按总成本控制", "2.16万元", budget="2.16")],
    misses=[ex("成本指标", "人均补贴标准", "0.18万元/人", budget="2.16")],
)
def cost_is_the_budget(row: Row) -> Signal:
    if row.place == COST and row.value.kind == "money" and row.value.amount == row.project.budget:
        return "value", row.value.text
    return None


@cue("C015", "及时率无期限", hits=[ex("时效指标", "完成工作及时率", "≥95%")], misses=[ex("时效指标", "工资每月10日前及时发放率", "100%")])
def rate_without_deadline(row: Row) -> Signal:
    if row.place == TIMELINESS and row.is_rate and re.search("及时|按时|按期|如期|准时", row.name) and not re.search(r"\d|每[月季年周日]", row.wording):
        return "name", row.indicator.name
    return None


@cue("C016", "名称是动宾短语", hits=[ex("可持续影响指标", "提升公共服务水平和质量", "≥90%")], misses=[ex("数量指标", "完成培训人次数", "≥90人次")])
def name_is_a_phrase(row: Row) -> Signal:
    if _VERB_PHRASE.match(row.bare_name) and not _NOUN_END.search(row.bare_name):
        return "name", row.indicator.name
    return None


@cue(
    "C017",
    "产出内部错放",
    hits=[ex("数量指标", "苗木成活率", "≥85%"), ex("质量指标", "培训完成率", "100%")],
    misses=[ex("质量指标", "苗木成活率", "≥85%"), ex("数量指标", "培训完成次数", "3次")],
)
def output_misplaced(row: Row) -> Signal:
    if row.place == QUANTITY and _TRUNCATED_RATE.search(row.name) and not re.search("覆盖|比例|效率", row.name):
        return "name", row.indicator.name
    if row.place == QUALITY and find_word("completion", row.name):
        return "name", row.indicator.name
    if row.place == QUALITY and _DONE.fullmatch(row.value.text.strip()):
        return "value", row.value.text  # whether it was done, not how well
    return None


@cue("C019", "常规管理要求当指标", hits=[ex("质量指标", "经费支出合规性", "较高")], misses=[ex("质量指标", "合同文本审查通过率", "100%")])
def management_as_indicator(row: Row) -> Signal:
    word = find_word("management", row.name)
    return ("name", word) if word else None


@cue(
    "C020",
    "产出当效益",
    hits=[ex("社会效益指标", "清扫保洁覆盖率", "100%"), ex("经济效益指标", "培训完成率", "100%")],
    misses=[ex("社会效益指标", "自来水普及率", "≥95%"), ex("社会效益指标", "受益人口覆盖率", "100%")],
)
def output_as_benefit(row: Row) -> Signal:
    if row.place not in BENEFITS:
        return None
    found = re.search("完成率|支付|发放率|验收|合格率|按时|及时率|保洁覆盖|工作覆盖|执行率", row.name)
    return ("name", found[0]) if found else None
