"""An Answer about a whole table in, two columns for a terminal out: the table as it stands on the left, redrafted on the right, the reasons under each row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from classifier.types import Answer, GoalSuggestion, RowAnswer
from cli.formats.columns import one_line, pad, width, wrap
from cli.formats.sentences import action, choose, describe, questions, sources, state, summary

BAR = " | "
LEFT_SHARE = 0.4
"""The old row's part of the width; the new one also tells its description and basis."""

INDENT = "   "


def compare(answer: Answer, columns: int) -> Iterator[str]:
    """The whole table, old beside new.

    Args:
        answer: an answer with `whole` set.
        columns: the width that no line exceeds, 60 or more.

    Returns:
        The lines: a pair of rows each with its reasons, the count of changes, the goal, and what the unit must mend outside the table.
    """
    left, right = _widths(columns)
    yield from _beside("原表", "改后（每行只列首选，其余用 --row 行号 看）", columns)
    yield f"{'-' * left}-+-{'-' * right}"
    for row in answer.rows:
        yield from _row(row, columns)
        yield ""
    yield from wrap(summary(answer), columns)
    if answer.goal:
        yield ""
        yield from _goal(answer.project.goal, answer.goal, columns)
    if answer.mends:
        yield ""
        yield "需单位补正（不在指标表里，要由单位改）："
        for number, mend in enumerate(answer.mends, 1):
            yield from _labelled(f"{number}. ", describe(mend.finding), columns)
            if mend.repair:
                yield from _labelled("   应改为：", one_line(mend.repair), columns)


def _row(row: RowAnswer, columns: int) -> Iterator[str]:
    """A pair of rows and, under it, why."""
    old, new = row.indicator, choose(row)
    dropped = new.action == "dropped"
    head = f"[{action(row)}]{state(row)}"
    where = f"第{row.row}行 {_cell(old.level2, '（未写二级指标）')}" if old else "（原表没有）"
    yield from _beside(where, head if dropped else f"{head} {_cell(new.level2, '（未写二级指标）')}", columns)
    yield from _beside(_cell(old.name, "（未写）") if old else "", "" if dropped else _cell(new.name, "（未写）"), columns)
    yield from _beside(_cell(old.value, "（未写指标值）") if old else "", "" if dropped else _cell(new.value, "（未写指标值）"), columns)
    if not dropped:
        yield from _changed("描述：", old.description if old else "", new.description, columns)
        yield from _changed("依据：", old.basis if old else "", new.basis, columns)
    yield from _labelled(f"{INDENT}理由：", one_line(new.why), columns)
    yield from _listed(f"{INDENT}问题：", map(describe, row.findings), columns)
    if new.action != "kept":
        yield from _listed(f"{INDENT}数字来源：", () if dropped else sources(new.trace), columns)
        yield from _listed(f"{INDENT}请确认：", questions(new.trace, new.value), columns)


def _goal(old: str, new: GoalSuggestion, columns: int) -> Iterator[str]:
    yield from _beside("年度绩效目标", f"[改写]{'' if new.ready else '（待补）'} 年度绩效目标", columns)
    yield from _beside(_cell(old, "（未写）"), one_line(new.text), columns)
    yield from _labelled(f"{INDENT}理由：", one_line(new.why), columns)
    yield from _listed(f"{INDENT}数字来源：", sources(new.trace), columns)
    yield from _listed(f"{INDENT}请确认：", questions(new.trace, new.text), columns)


def _cell(text: str, missing: str) -> str:
    return one_line(text) or missing


def _widths(columns: int) -> tuple[int, int]:
    left = int((columns - len(BAR)) * LEFT_SHARE)
    return left, columns - len(BAR) - left


def _beside(old: str, new: str, columns: int, hang: int = 0) -> Iterator[str]:
    left, right = _widths(columns)
    for one, other in zip_longest(wrap(old, left), wrap(new, right, hang), fillvalue=""):
        yield f"{pad(one, left)}{BAR}{other}".rstrip()


def _changed(label: str, old: str, new: str, columns: int) -> Iterator[str]:
    """A field of the new row that the old one had not or had otherwise."""
    if new.strip() and one_line(new) != one_line(old):
        yield from _beside("", f"{label}{one_line(new)}", columns, width(label))


def _labelled(label: str, text: str, columns: int) -> Iterator[str]:
    """A text behind its label, full width, its further lines under its first; nothing where there is no text."""
    if text:
        yield from wrap(label + text, columns, width(label))


def _listed(label: str, texts: Iterable[str], columns: int) -> Iterator[str]:
    """Texts below one another, the label before the first."""
    for text in texts:
        yield from _labelled(label, text, columns)
        label = " " * width(label)
