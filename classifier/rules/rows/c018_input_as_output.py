"""C018: money spent as a quantity of output."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.places import QUANTITY
from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example, row
from classifier.rules.costs import in_unit
from classifier.rules.table import name_before_brackets
from classifier.types import Analysis, Finding, ProjectAnalysis

_SPENT = lazy_pattern(r"(?:金额|资金|支出|投入|经费)(?:数|数量|额|规模)?$")
_EARNED = lazy_pattern(
    r"审计|评审|监管|评价|检查|产值|固定资产|出让|捐赠|保障金额|保险|代偿|救助|债|本金|四技|技术服务|合同额|到账|引进|招商|到位|签约|贷款|融资|回收|征收|筹集|募集|带动|争取|化债|偿还|还本|付息|贴息|收入|清欠|挽回|追缴|罚没|交易|销售|成交|投保|保额|担保|审减|节约|撬动|投资额|发放|补助|补贴|奖"
)
"""Money that is brought in, paid back or handed out is what such a project does."""

_MONEY_NAME = lazy_pattern(r"资金|额|款|值|投资|收入|本金")
_COUNT = lazy_pattern(r"(?<!额)(?<!金)(?<!款)数量?$")


class InputAsOutput(Rule):
    code, name, title = "C018", "input-as-output", "投入当产出"
    severity, dimension = "error", "指标科学性"
    why = "花多少钱是投入，数量指标要写花钱换来多少产品和服务。"
    regulation = "财预〔2021〕101号 第二部分（数量指标）"
    mend = "写完成的人、次、件、面积等产出量；金额移到成本指标。"
    bad = (
        example(row("数量指标", "业务工作支出安排金额", "28.8万元")),
        example(row("数量指标", "项目投入资金", "≤50万元"), name="办公楼维修"),
    )
    good = (
        example(row("数量指标", "价格认定案件数", "≥120件")),
        example(row("数量指标", "引进省外资金", "≥5亿元"), name="招商引资"),
        example(row("数量指标", "发放救助金额", "≥30万元"), name="困难群众救助"),
        example(row("数量指标", "投入巡逻警力", "≥30人次")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            name = name_before_brackets(line)
            in_money = line.value.kind == "money" and "/" not in line.value.unit and line.value.measure not in ("万", "亿")
            amount, budget = in_unit(line.value, project.project.money_unit), project.project.budget
            if in_money and amount is not None and budget is not None and amount > budget and _MONEY_NAME.search(name):
                continue  # more than the project has cannot be what it spends
            if line.place == QUANTITY and in_money and _COUNT.search(name):
                yield self.at_row(project, line, "name", f"数量指标“{name}”数的是件数，值却是金额（{line.value.text.strip()}）")
                continue
            if line.place != QUANTITY or _EARNED.search(name + line.indicator.description):
                continue
            if in_money:
                yield self.at_row(project, line, "name", f"数量指标“{name}”是花的钱（{line.value.text.strip()}），不是产出")
            elif _SPENT.search(name) and line.value.kind in ("percent", "count", "empty"):
                yield self.at_row(project, line, "name", f"数量指标“{name}”说的是资金，不是产出")
