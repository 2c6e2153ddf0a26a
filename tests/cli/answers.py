"""Answers of suggest for the tests of its formats, built in code: a row, a table of rows, a fault of the head."""

from __future__ import annotations

from decimal import Decimal

from classifier.types import Action, Answer, Finding, Indicator, Kind, Mend, Project, RowAnswer, Suggestion, Trace

LEASE = Kind("K05", "房屋租赁")
PURCHASE = Kind("K09", "设备购置")
QUESTION = "全年约多少件？（件）"
SLOT = f"【待填：{QUESTION}】"
SLOGAN = Finding("W003", "warning", 1, 1, "name", "套话：通用套名（98%）", "", label="boilerplate")


def old(number: int, level2: str, name: str, value: str, level1: str = "产出指标", **fields: str) -> Indicator:
    """A row of the draft."""
    return Indicator(number, level1, level2, name, value=value, **fields)


def new(action: Action, level2: str, name: str, value: str, level1: str = "产出指标", trace: tuple[Trace, ...] = (), ready: bool = True, **fields: str):
    """A proposed row."""
    texts = {"description": "", "basis": "", "why": "", **fields}
    return Suggestion(action, level1, level2, name, value=value, ready=ready, trace=trace, **texts)


def kept(number: int, level2: str, name: str, value: str, level1: str = "产出指标") -> RowAnswer:
    """A row that stays as it is."""
    return RowAnswer(number, old(number, level2, name, value, level1), (), (new("kept", level2, name, value, level1, why="没有发现问题"),))


def reworded(number: int, level2: str, name: str, value: str, level1: str = "产出指标", **fields) -> RowAnswer:
    """A slogan of 90% that becomes another row."""
    row = old(number, level2, "质量合格率", "≥90%", level1)
    return RowAnswer(number, row, (SLOGAN,), (new("replaced", level2, name, value, level1, **fields),))


def asked(number: int) -> RowAnswer:
    """A slogan that becomes a count which only the drafter knows."""
    return reworded(number, "数量指标", "零星维修件数", f"≥{SLOT}件", trace=(Trace("", "slot", QUESTION),), ready=False, why="维修按件算")


def dropped(number: int, level2: str = "生态效益指标", name: str = "生态效益增长率", ready: bool = True) -> RowAnswer:
    """A row that goes."""
    row = old(number, level2, name, "≥96%", "效益指标")
    return RowAnswer(number, row, (SLOGAN,), (new("dropped", level2, name, "≥96%", "效益指标", why="租房没有生态效果", ready=ready),))


def added(level2: str, name: str, value: str, level1: str = "产出指标", **fields) -> RowAnswer:
    """A row that the table lacks."""
    return RowAnswer(None, None, (), (new("added", level2, name, value, level1, **fields),))


def unanswered(number: int) -> RowAnswer:
    """A faulty row for which there is no proposal."""
    return RowAnswer(number, old(number, "质量指标", "质量合格率", "≥90%"), (SLOGAN,), ())


def mend(message: str = "支出计划12月底空白，累计应为预算数7.50万元", repair: str = "12月底填7.50万元") -> Mend:
    """A fault of the payment plan."""
    return Mend(Finding("P002", "error", 1, None, "plan", message, ""), repair)


def table(*rows: RowAnswer, name: str = "周转房租金", kind: Kind = LEASE, **parts) -> Answer:
    """The answer for a whole table."""
    head = Project(1, name, unit="县住建局", year=2024, budget=Decimal("12.00"), goal="保障干部住宿")
    return Answer(head, kind, rows, whole=True)._replace(**parts)
