"""N018: wages and allowances are owed in full and on time; a rate below 100 % allows arrears."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from classifier.analysis.normalise import squeeze
from classifier.analysis.places import QUALITY, TIMELINESS
from classifier.analysis.words import strip_words
from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example, row
from classifier.rules.table import is_rate, kind_in_name
from classifier.types import Analysis, Finding, ProjectAnalysis

FULL = Decimal(100)
_PAYING = lazy_pattern(r"发放|足额|到账|兑付|缴纳|拨付|支付|工资|补贴到位|(?:对象|认定|认证|身份)[^，]{0,4}准确")


class PayRateBelowHundred(Rule):
    code, name, title = "N018", "pay-rate-below-hundred", "刚性支出未取100%"
    severity, dimension = "warning", "绩效合理性"
    why = "工资、补贴、救助金是刚性支出，低于100%等于允许少发或拖发。"
    regulation = "财预〔2021〕101号 第一部分（指标值从严、从高）"
    mend = "改为＝100%。"
    options = {"kinds": ("K01", "K02"), "kinds_by_wording": ("K18",)}
    bad = (
        example(row("质量指标", "工资足额发放率", "≥98%"), name="劳务派遣人员工资"),
        example(row("时效指标", "救助金发放及时率", "≥95%"), name="困难群众救助"),
    )
    good = (
        example(row("质量指标", "工资足额发放率", "100%"), name="劳务派遣人员工资"),
        example(row("质量指标", "入户走访率", "≥95%"), name="困难群众救助"),
        example(row("质量指标", "设备完好率", "≥95%"), name="办公设备购置"),
        example(row("质量指标", "发放差错率", "≤1%"), name="乡镇干部补贴"),
        example(row("质量指标", "出勤率", "≥95%"), name="劳务派遣人员工资"),
        example(row("质量指标", "种植作物成活率", "95%"), name="特色种养补贴到户"),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        kind = kind_in_name(project)
        if kind not in (*self.words("kinds"), *self.words("kinds_by_wording")):
            return
        for line in project.rows:
            value, wording = line.value, line.indicator.name + line.indicator.description
            if line.place not in (QUALITY, TIMELINESS) or not is_rate(line) or value.amount is None or value.amount >= FULL or value.sign in ("≤", "<"):
                continue
            of_nothing_else = kind in self.words("kinds") and not strip_words("generic", squeeze(line.indicator.name).partition("(")[0])
            if _PAYING.search(wording) or of_nothing_else:
                yield self.at_row(project, line, "value", "低于100%等于允许少发或拖发，刚性支出应为100%")
