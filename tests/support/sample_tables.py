"""Tables of an ordinary draft, as rows that docx_builder and dump_builder take."""

from __future__ import annotations

from tests.support.docx_builder import ABOVE, Cell, Row, Rows, top

HEADER = ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"]
HEADER_OF_FOUR = ["一级指标", "二级指标", "三级指标", "指标值"]
TRAINING = ["产出指标", "数量指标", "培训人数", "≥30人"]


def head(name: str = "人才培训经费", code: str = "001", budget: str = "7.50", unit: str = "万元") -> Rows:
    """The head of a project table in the form with a payment plan, its cells merged as finance systems print them."""
    return [
        [Cell("新城管理委员会办公室", 5), Cell(f"单位：{unit}", 2)],
        ["项目编码", Cell(code, 2), "项目名称", Cell(name, 3)],
        [top("预算规模及资金用途"), "预算数", budget, "其中：财政    资金", budget, "其他资金", ""],
        [ABOVE, Cell(f"用于{name}", 6)],
        [top("资金支出计划"), Cell("3月底", 2), "6月底", Cell("10月底", 2), "12月底"],
        [ABOVE, Cell("", 2), "0.00", Cell("5.25", 2), budget],
        ["绩效目标", Cell("培训三期，人人结业", 6)],
    ]


def indicators(name: str = "培训人数") -> Rows:
    """Four indicators in six columns, 一级指标 merged down."""
    return [
        HEADER,
        [top("产出指标"), "数量指标", name, "参加培训的人数", "≥30人", "培训计划"],
        [ABOVE, "质量指标", "结业率", "结业人数占比", "≥95%", "往年数据"],
        [top("效益指标"), "社会效益指标", "持证上岗率", "持证人数占比", "≥90%", "行业标准"],
        ["满意度指标", "服务对象满意度指标", "学员满意度", "问卷中满意的占比", "≥96%", "问卷调查"],
    ]


def plain(*rows: list[str]) -> list[Row | list[Cell | str]]:
    """A table of unmerged cells."""
    return [list(row) for row in rows]
