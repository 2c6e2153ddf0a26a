"""All operators that plant a fault, by family in benchmarks/mutations/, and the faults that no reader could tell from the draft."""

from __future__ import annotations

from benchmarks.mutations import directions, drafts, form, funds, goals, numbers, outlines, plans, required, tables, units
from benchmarks.mutations.base import OPERATORS, Operator

FAMILIES = (form, required, funds, numbers, goals, units, plans, directions, tables, drafts, outlines)

NOT_DECIDABLE = (
    ("数量打错一位，目标、用途都没提这个数，也不与标准、预算相乘", "两个数都说得通，要看测算表"),
    ("预算、财政资金、年末计划、总成本一起改成另一个数", "表内处处相等，要看预算批复"),
    ("财政资金与其他资金之间挪了数，合计不变", "相加仍等于预算"),
    ("多条分项成本中一条打小，或一条漏掉", "规则只比超出预算；各分项不必写满预算"),
    ("总成本超出预算不到0.005万元", "在容差之内，可能是四舍五入"),
    ("支出计划中间节点打错，仍逐月递增且不超预算", "进度由单位自定"),
    ("期限改成本年内另一个月，目标没写期限", "两个月份都说得通"),
    ("满意度、合格率在80%至100%之间改了几个百分点", "要看历年实绩"),
    ("比率漏了百分号只剩数字，且不在数量、成本、时效行", "U002要求单位段有文字，U008只管数量、成本、时效；没有规则说它"),
    ("量词换成近义的另一个（人与名、次与场、台与套）", "都是规范量词"),
    ("项目编码一位数字打错，长度不变、与别的项目不重", "编码规则查不出，要对照项目库"),
    ("依据的文号、年份打错", "依据可以引用往年文件，要看原文"),
    ("漏了一条可设可不设的指标，同类还有别的行", "表内看不出原有几条"),
    ("实施期总额打错，仍不小于本年资金", "要看立项批复"),
    ("其中各行少列一行，合计小于上级行", "“其中”常只列要项；规则按不符报，是否真错要看明细"),
    ("描述换成另一句通顺但不对的话", "要懂业务"),
    ("权重改后合计仍是80、90或100", "三种合计都有地区采用"),
)


def load_operators() -> tuple[Operator, ...]:
    """Every operator, by code and in the order of declaration."""
    assert all(FAMILIES)
    return tuple(sorted(OPERATORS, key=lambda operator: operator.code))
