"""U005: the name says what is measured, and the unit cannot be of that."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example, row
from classifier.rules.table import name_before_brackets
from classifier.types import Analysis, Finding, IndicatorAnalysis, ProjectAnalysis

DAYS = {"天", "日", "个工作日", "工作日", "自然日", "日历天", "个自然日"}
AREAS = {"平方米", "万平方米", "㎡", "万㎡", "m2", "m²", "km2", "亩", "万亩", "公顷", "平方公里", "平米", "万平米", "平方", "亩次", "万亩次"}
LENGTHS = {"米", "公里", "千米", "延米", "延长米", "km", "m", "里", "毫米", "厘米", "mm"}
HEADS = {"人次", "万人次", "人", "人次/年"}
BY_NAME = (("天数", DAYS, "天"), ("面积", AREAS, "平方米、亩等面积单位"), ("长度", LENGTHS, "米、公里"), ("里程", LENGTHS, "公里"), ("人次", HEADS, "人次"))
SHARES = ("率", "满意度", "比例", "占比", "比重")
SCALES = ("分", "倍", "级", "星", "比例", "成")
NOT_SHARES = ("频率", "效率", "利率", "税率", "速率", "功率", "汇率", "密度")
"""Names that end in 率 and are measured in other units than %."""


class NameAgainstUnit(Rule):
    code, name, title = "U005", "name-against-unit", "名称与单位矛盾"
    severity, dimension = "error", "指标科学性"
    why = "名称说的量和单位说的量不是一回事，年底无法核对。"
    regulation = "财预〔2021〕101号 第三部分（指标名称和指标值）"
    mend = "改名称或改单位，使两者一致。"
    bad = (example(row("数量指标", "维修数量率", "≤1批")), example(row("数量指标", "系统天数", "1年")), example(row("数量指标", "绿化面积", "30株")))
    good = (
        example(row("数量指标", "系统运行天数", "≥360天")),
        example(row("质量指标", "验收合格率", "100%")),
        example(row("数量指标", "巡查频率", "2次/月")),
        example(row("数量指标", "清扫面积", "1346.0088万平方米")),
        example(row("质量指标", "视频在线率", "≥0.97比例")),
        example(row("数量指标", "每平方米维修面积单价", "30元")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            if wanted := _wanted_unit(line):
                text = f"“{line.indicator.name}”的单位应为{wanted}，指标值却是“{line.value.text.strip()}”"
                yield self.at_row(project, line, "value", text)


def _wanted_unit(line: IndicatorAnalysis) -> str:
    """The unit that the name asks for, "" where the value's unit will do or is not there at all."""
    value, name = line.value, name_before_brackets(line)
    measure = value.measure.partition("/")[0]
    if not measure or value.amount is None or "/" in value.unit:
        return ""
    if name.endswith(SHARES) and (name.endswith("有效率") or not name.endswith(NOT_SHARES)) and measure not in SCALES:
        return "%" if value.kind in ("count", "time", "money") else ""
    for word, units, wanted in BY_NAME:
        if name.endswith(word) and measure not in units and value.kind != "percent":
            return wanted
    return ""
