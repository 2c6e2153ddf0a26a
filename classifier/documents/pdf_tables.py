"""The characters and rules of one PDF page in, its lines of text and its ruled tables out; coordinates are points from the page's upper left.

A table is what crossing rules enclose. Its cells are the rectangles of an elementary grid (every vertical rule by every
horizontal one) between which no rule stands; so a merged cell is known by the rules that it lacks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from classifier.types import Cell

SNAP = 3.0
"""Rules so near to each other are one rule: double lines, and borders that every cell draws for itself."""

SHORTEST_RULE = 4.0
THIN = 3.0
"""A box no thicker than this is one rule."""

MOST_RULES = 1000
"""A page with more rules, joined, is a drawing; its tables are not sought, since that takes the square of their number."""

CELL_PADDING = 5.4
"""The blank at either side of a cell in Word and WPS (0.19 cm)."""

NO_LINE_START = frozenset("，。、；：？！）》」』】〉”’…—％,.;:?!)%]}~～")
NO_LINE_END = frozenset("（《「『【〈“‘([{")
SENTENCE_END = frozenset("。；：！？;:!?")
_NUMBERED = re.compile(r"[(（]?[一二三四五六七八九十\d]{1,3}[、.．)）]\D|[\u4e00-\u9fff]{2,8}[:：]")
"""How an item of a list, or a labelled sentence, begins."""

WIDE = "\u2e80"
"""From here on characters are as wide as high, and lines may break between any two of them."""


class Glyph(NamedTuple):
    """A character and its box."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class Rule(NamedTuple):
    """A straight line along one axis: its place across, and from where to where it goes."""

    upright: bool
    at: float
    start: float
    end: float


class Line(NamedTuple):
    """A line of text; `unit` is the width of what had to fit at its beginning: a character with its punctuation, or a word."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    unit: float
    blank_end: bool = False


@dataclass
class Piece:
    """A cell of one row: where it stands, its lines, and whether it continues the cell above."""

    x0: float
    x1: float
    lines: list[Line] = field(default_factory=list)
    merged: bool = False

    @property
    def inner(self) -> float:
        """How wide a line may be here."""
        return max([self.x1 - self.x0 - 2 * CELL_PADDING, *(line.x1 - line.x0 for line in self.lines)])

    def wraps(self, before: Line, after: Line) -> bool:
        """Whether the column's width broke a line here, not its writer."""
        return wraps(before, after, self.inner - (before.x1 - before.x0))

    @property
    def text(self) -> str:
        """The lines of the cell, those put together that the column's width parted."""
        parts = [(joint(before, line) if self.wraps(before, line) else "\n") + line.text for before, line in pairwise(self.lines)]
        return "".join([line.text for line in self.lines[:1]] + parts)


@dataclass
class Table:
    """A ruled table, or its part on one page."""

    x0: float
    top: float
    x1: float
    edges: list[float]
    rows: list[list[Piece]]


def wraps(before: Line, after: Line, room: float) -> bool:
    """Whether a line that might be wider by `room` broke only because what follows did not fit beside it."""
    anew = before.text[-1] in SENTENCE_END and _NUMBERED.match(after.text)
    gap = after.size / 4 if before.text[-1].isascii() != after.text[0].isascii() else 0  # between Chinese and digits
    return not anew and after.unit + gap > room - 1


def joint(before: Line, after: Line) -> str:
    """What to put between two parts of a wrapped line: a blank between words, nothing where Chinese characters or digits meet."""
    ends = before.text[-1:] + after.text[:1]
    words = ends.isascii() and (before.blank_end or ends.isalpha())
    return " " if words else ""


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """Characters in any order in, lines from top to bottom out; lines of blanks alone are left out."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.top + glyph.bottom):
        first = rows[-1][0] if rows else None
        if first and glyph.top + glyph.bottom - first.top - first.bottom < max(first.bottom - first.top, glyph.bottom - glyph.top):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [line for row in rows if (line := _line(sorted(row, key=lambda glyph: glyph.x0)))]


def _line(glyphs: list[Glyph]) -> Line | None:
    while glyphs and glyphs[0].text.isspace():
        glyphs = glyphs[1:]
    kept = len(glyphs)
    while kept and glyphs[kept - 1].text.isspace():
        kept -= 1
    blank_end, glyphs = kept < len(glyphs), glyphs[:kept]
    if not glyphs:
        return None
    size = max(glyph.bottom - glyph.top for glyph in glyphs)
    text = glyphs[0].text
    for before, glyph in pairwise(glyphs):
        if glyph.text == before.text and glyph.x0 - before.x0 < 0.2 * size and glyph.text > " ":
            continue  # painted twice to look bold
        gap = 0.25 if (before.text + glyph.text).isascii() else 0.6  # layout programs part Chinese from digits by a quarter
        blank = glyph.x0 - before.x1 > gap * size and not (before.text + glyph.text).isspace() and before.text != " " != glyph.text
        text += " " * blank + glyph.text
    return Line(text, glyphs[0].x0, min(g.top for g in glyphs), glyphs[-1].x1, max(g.bottom for g in glyphs), size, _unit(glyphs), blank_end)


def _unit(glyphs: list[Glyph]) -> float:
    count = 1
    while count < len(glyphs):
        before, glyph = glyphs[count - 1].text, glyphs[count].text
        word = before < WIDE and glyph < WIDE and not glyph.isspace()
        if not (word or glyph in NO_LINE_START or before in NO_LINE_END):
            break
        count += 1
    return glyphs[count - 1].x1 - glyphs[0].x0


def same_edges(first: list[Piece], second: list[Piece]) -> bool:
    """Whether the cells of two rows stand exactly below each other."""
    return len(first) == len(second) and all(abs(a.x0 - b.x0) <= SNAP and abs(a.x1 - b.x1) <= SNAP for a, b in zip(first, second, strict=True))


def cells_of(row: list[Piece], edges: list[float] | None = None) -> tuple[Cell, ...]:
    """A row's cells, in the columns between these edges (by default its own)."""
    edges = edges or sorted({place for piece in row for place in (piece.x0, piece.x1)})
    cells = []
    for number, piece in enumerate(row, 1):
        left, right = (min(range(len(edges)), key=lambda i: abs(edges[i] - place)) for place in (piece.x0, piece.x1))
        cells.append(Cell(piece.text, number, left, max(right - left, 1), piece.merged))
    return tuple(cells)


def rules_of(points: list[tuple[float, float]]) -> Iterator[Rule]:
    """The straight sides of a path; a thin box is one rule."""
    (x0, x1), (top, bottom) = ((min(places), max(places)) for places in zip(*points, strict=True))
    if min(x1 - x0, bottom - top) <= THIN:
        points = [((x0 + x1) / 2, top), ((x0 + x1) / 2, bottom)] if x1 - x0 < bottom - top else [(x0, (top + bottom) / 2), (x1, (top + bottom) / 2)]
    for (ax, ay), (bx, by) in {tuple(sorted(side)) for side in zip(points, [*points[1:], points[0]], strict=True)}:
        if abs(ax - bx) <= 1 < by - ay:
            yield Rule(True, (ax + bx) / 2, ay, by)
        elif abs(ay - by) <= 1 < bx - ax:
            yield Rule(False, (ay + by) / 2, ax, bx)


def read_tables(glyphs: list[Glyph], rules: list[Rule]) -> tuple[list[Table], list[Glyph]]:
    """The tables of a page, from top to bottom, and the characters outside them."""
    frames = sorted(_frames(rules), key=lambda frame: (frame.xs[-1] - frame.xs[0]) * (frame.ys[-1] - frame.ys[0]))
    outside = [glyph for glyph in glyphs if not any(frame.take(glyph) for frame in frames)]  # a table within a cell keeps its text
    return sorted((frame.table() for frame in frames), key=lambda table: (table.top, table.x0)), outside


class _Frame:
    """Rules that hang together, and the cells between them as (row, column, width)."""

    def __init__(self, rules: list[Rule]) -> None:
        self.rules = rules
        self.xs, self.ys = _edges(rules, upright=True), _edges(rules, upright=False)
        self.cells: list[tuple[int, int, int]] = []
        self._owner: dict[tuple[int, int], int] = {}
        self._glyphs: dict[int, list[Glyph]] = defaultdict(list)
        self._walls = [[_covered(rules, True, x, (a + b) / 2) for x in self.xs] for a, b in pairwise(self.ys)]
        self._floors = [[_covered(rules, False, y, (a + b) / 2) for a, b in pairwise(self.xs)] for y in self.ys]
        for row in range(len(self.ys) - 1):
            for column in range(len(self.xs) - 1):
                if (row, column) not in self._owner:
                    self._grow(row, column)

    def _grow(self, row: int, column: int) -> None:
        """Grow a cell to the right and down until a rule, or another cell, stops it."""
        right, bottom = column + 1, row + 1
        while right < len(self.xs) - 1 and not self._walls[row][right] and (row, right) not in self._owner:
            right += 1
        while bottom < len(self.ys) - 1 and not any(self._floors[bottom][column:right]):
            if any(self._walls[bottom][column + 1 : right]) or any((bottom, c) in self._owner for c in range(column, right)):
                break
            bottom += 1
        self._owner.update({(r, c): len(self.cells) for r in range(row, bottom) for c in range(column, right)})
        self.cells.append((row, column, right - column))

    def take(self, glyph: Glyph) -> bool:
        """Put a character into its cell; False where it stands outside."""
        row = bisect_right(self.ys, (glyph.top + glyph.bottom) / 2) - 1
        column = bisect_right(self.xs, (glyph.x0 + glyph.x1) / 2) - 1
        cell = self._owner.get((row, column))
        if cell is not None:
            self._glyphs[cell].append(glyph)
        return cell is not None

    def table(self) -> Table:
        rows = []
        for row in range(len(self.ys) - 1):
            pieces = []
            for cell in dict.fromkeys(self._owner[row, column] for column in range(len(self.xs) - 1)):
                top, left, width = self.cells[cell]
                lines = lines_of(self._glyphs[cell]) if top == row else []
                pieces.append(Piece(self.xs[left], self.xs[left + width], lines, merged=top < row))
            rows.append(pieces)
        return Table(self.xs[0], self.ys[0], self.xs[-1], self.xs, rows)


def _covered(rules: list[Rule], upright: bool, at: float, place: float) -> bool:
    return any(rule.upright == upright and rule.at == at and rule.start <= place <= rule.end for rule in rules)


def _edges(rules: list[Rule], upright: bool) -> list[float]:
    """Where the rules of one direction stand, and where those of the other end beyond them: a table may be open at its sides."""
    places = sorted({rule.at for rule in rules if rule.upright == upright})
    ends = [end for rule in rules if rule.upright != upright for end in (rule.start, rule.end)]
    low, high = min(ends), max(ends)
    return [low] * (low < places[0] - SNAP) + places + [high] * (high > places[-1] + SNAP)


def _frames(rules: list[Rule]) -> list[_Frame]:
    """The groups of rules that cross or meet, where they part more than one cell."""
    free = [rule for upright in (True, False) for rule in _joined(rule for rule in rules if rule.upright == upright)]
    frames = []
    while free and len(free) <= MOST_RULES:
        group = [free.pop()]
        for rule in group:
            group += [other for other in free if _meet(rule, other)]
            free = [other for other in free if not _meet(rule, other)]
        if len({rule.upright for rule in group}) > 1 and len((frame := _Frame(group)).cells) > 1:
            frames.append(frame)
    return frames


def _meet(rule: Rule, other: Rule) -> bool:
    across = rule.start - SNAP <= other.at <= rule.end + SNAP and other.start - SNAP <= rule.at <= other.end + SNAP
    return across and rule.upright != other.upright


def _joined(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Rules of one direction, snapped to one place where they are near, and joined where they touch."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if not groups or rule.at - groups[-1][0].at > SNAP:
            groups.append([])
        groups[-1].append(rule)
    for group in groups:
        at = sum(rule.at for rule in group) / len(group)
        joined: list[Rule] = []
        for rule in sorted(group, key=lambda rule: rule.start):
            if joined and rule.start <= joined[-1].end + SNAP:
                joined[-1] = joined[-1]._replace(end=max(joined[-1].end, rule.end))
            else:
                joined.append(rule._replace(at=at))
        yield from (rule for rule in joined if rule.end - rule.start >= SHORTEST_RULE)
