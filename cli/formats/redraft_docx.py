"""An Answer about a whole table in, a Word file out: the redrafted table ready to be pasted, and on a new page what was changed and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docx.document import Document
from docx.table import _Cell

from classifier.analysis.normalise import squeeze
from classifier.analysis.places import COST, PLACES, find_place, usual_level1
from classifier.types import Answer, GoalSuggestion, RowAnswer, Suggestion
from cli.formats.plain import money
from cli.formats.sentences import action, choose, describe, doubt, questions, sources, state, summary
from cli.formats.word import CENTRED, PLAIN, Look, add_row, add_table, add_text, join_down, new_document, to_bytes

TITLE = Look(18, head=True, centred=True, after=6)
SUBTITLE = Look(11, centred=True, after=6)
HEAD = Look(14, head=True, before=8, after=4)
NEW_PAGE = HEAD._replace(new_page=True, before=0)
TEXT = Look(12, after=4)
LEGEND = Look(9, after=3)
SMALL = Look(9.5)

TABLE = (("一级指标", 2.4), ("二级指标", 3.0), ("三级指标", 5.0), ("绩效指标描述", 6.3), ("指标值", 4.8), ("指标值确定依据", 4.2))
CHANGES = (("行", 1.6), ("原指标", 4.3), ("改后", 5.8), ("理由", 7.8), ("数字来源与待确认", 6.2))
SLOT = "【待填："


class Line(NamedTuple):
    """A row of the new table; `unconfirmed`: its value has no open slot, and yet a person must look at it."""

    row: Suggestion
    place: str
    unconfirmed: bool


def render_docx(answer: Answer) -> bytes:
    """The redrafted project.

    Args:
        answer: an answer with `whole` set.

    Returns:
        A Word file; equal answers give equal bytes.
    """
    name = answer.project.name.strip() or "（未写项目名称）"
    document = new_document(name)
    add_text(document, name, TITLE)
    if known := "　　".join(_known(answer)):
        add_text(document, known, SUBTITLE)
    if goal := answer.goal.text if answer.goal else answer.project.goal.strip():
        add_text(document, "绩效目标", HEAD)
        add_text(document, goal, TEXT)
    _add_table(document, arrange(answer))
    _add_changes(document, answer)
    _add_mends(document, answer)
    return to_bytes(document)


def _known(answer: Answer) -> Iterator[str]:
    head = answer.project
    if head.unit.strip():
        yield f"单位：{head.unit.strip()}"
    if head.year:
        yield f"年度：{head.year}年"
    if head.budget is not None:
        yield f"预算：{money(head.budget)}{head.money_unit}"


def _add_table(document: Document, lines: list[Line]) -> None:
    add_text(document, "绩效指标", HEAD)
    marks = ("黄底：待填写" if any(SLOT in line.row.value for line in lines) else "", "灰底：待确认" if any(line.unconfirmed for line in lines) else "")
    if any(marks):
        add_text(document, f"{'；'.join(filter(None, marks))}（见后面的修改说明）", LEGEND)
    table = add_table(document, TABLE)
    first: list[tuple[str, _Cell]] = []
    second: list[tuple[str, _Cell]] = []
    for line in lines:
        row = line.row
        texts = (row.level1, row.level2, row.name, row.description, row.value, row.basis)
        cells = add_row(table, texts, (CENTRED, CENTRED, PLAIN, PLAIN, Look(centred=True, unconfirmed=line.unconfirmed), PLAIN))
        first.append((squeeze(row.level1), cells[0]))
        second.append((squeeze(row.level1) + "\n" + squeeze(row.level2) if squeeze(row.level2) else "", cells[1]))
    for column in (first, second):
        for run in _equal_neighbours(column):
            join_down(run)


def _equal_neighbours(column: list[tuple[str, _Cell]]) -> Iterator[list[_Cell]]:
    """Runs of two and more cells with the same words; blank cells are no run."""
    run: list[_Cell] = []
    for position, (words, cell) in enumerate(column):
        if position and words and words == column[position - 1][0]:
            run.append(cell)
            continue
        if len(run) > 1:
            yield run
        run = [cell]
    if len(run) > 1:
        yield run


def arrange(answer: Answer) -> list[Line]:
    """The rows of the new table.

    Args:
        answer: an answer with `whole` set.

    Returns:
        The rows in the order of the old table, without dropped ones; an added row, or one moved to another 二级指标, stands behind the last row of
        its own 二级指标, else where the standard order of 二级指标 puts it.
    """
    lines: list[Line] = []
    moved: list[Line] = []
    for answered in answer.rows:
        new, old = choose(answered), answered.indicator
        if new.action == "dropped":
            continue
        place = find_place(new.level1, new.level2)
        row = new._replace(level1=new.level1 or (usual_level1(place) if place else ""))
        line = Line(row, place, not new.ready and SLOT not in new.value)
        (lines if old and find_place(old.level1, old.level2) == place else moved).append(line)
    for line in moved:
        _insert(line, lines)
    return lines


def _insert(line: Line, lines: list[Line]) -> None:
    alike = [position for position, other in enumerate(lines) if line.place and other.place == line.place]
    if alike:
        neighbour = lines[alike[-1]].row  # with the neighbour's wording of the levels, so that their cells become one
        lines.insert(alike[-1] + 1, line._replace(row=line.row._replace(level1=neighbour.level1, level2=neighbour.level2)))
        return
    before = [position for position, other in enumerate(lines) if _rank(other.place) < _rank(line.place)]
    group = [position for position, other in enumerate(lines) if squeeze(other.row.level1) == squeeze(line.row.level1)]
    lines.insert(before[-1] + 1 if before else group[0] if group else 0, line)


def _rank(place: str) -> int:
    if place in PLACES:
        return PLACES.index(place)
    return PLACES.index(COST) if place.endswith(COST) else len(PLACES)


def _add_changes(document: Document, answer: Answer) -> None:
    add_text(document, "修改说明", NEW_PAGE)
    for said in filter(None, (doubt(answer), summary(answer))):
        add_text(document, said, TEXT)
    table = add_table(document, CHANGES)
    looks = (SMALL._replace(centred=True), SMALL, SMALL, SMALL, SMALL)
    if answer.goal:
        add_row(table, _goal_change(answer.project.goal, answer.goal), looks)
    for row in answer.rows:
        add_row(table, _row_change(row), looks)


def _goal_change(old: str, new: GoalSuggestion) -> tuple[str, ...]:
    after = f"改写{'' if new.ready else '（待补）'}\n{new.text}"
    return "目标", old.strip() or "（未写）", after, new.why, _origins(new)


def _row_change(row: RowAnswer) -> tuple[str, ...]:
    old, new = row.indicator, choose(row)
    before = _stacked(old.level2, old.name, old.value) if old else "（原表没有）"
    done = f"{action(row)}{state(row)}"
    after = _stacked(done, new.level2, new.name, new.value) if new.action not in ("dropped", "kept") else done
    faults = "；".join(map(describe, row.findings))
    origins = "" if new.action == "kept" else _origins(new)
    return f"第{row.row}行" if old else "补设", before, after, _stacked(new.why, f"问题：{faults}" if faults else ""), origins


def _origins(new: Suggestion | GoalSuggestion) -> str:
    """Where the numbers come from and what is still asked; a row that goes has no numbers to account for."""
    text = new.text if isinstance(new, GoalSuggestion) else new.value
    told = () if isinstance(new, Suggestion) and new.action == "dropped" else sources(new.trace)
    asked = questions(new.trace, text)
    slots = [item for item in questions(new.trace, "") if item not in asked]
    return _stacked(*told, *(f"请确认：{item}" for item in asked), *(f"待填：{item}" for item in slots))


def _stacked(*texts: str) -> str:
    return "\n".join(text.strip() for text in texts if text.strip())


def _add_mends(document: Document, answer: Answer) -> None:
    if not answer.mends:
        return
    add_text(document, "需单位补正", HEAD)
    for number, mend in enumerate(answer.mends, 1):
        repair = f"\n应改为：{mend.repair}" if mend.repair else ""
        add_text(document, f"{number}. {describe(mend.finding)}{repair}", TEXT)
