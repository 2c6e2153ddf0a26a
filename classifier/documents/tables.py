"""A Document in, a Draft out: finds the projects and their indicators in the stream of rows, whatever table they stand in.

A project table has a head of labelled cells and rows of indicators below a header row. The head may share a table with the
indicators or have its own; a label that opens a head after indicators begins the next project.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from classifier.documents.columns import header_columns, looks_like_indicators, read_indicator
from classifier.documents.head import ProjectHead
from classifier.documents.outline import read_outline
from classifier.types import Cell, Document, Draft, Grid, Indicator, Location, Note, Project

_NUMBERED = re.compile(r"(\d{1,3})\s*[.．、]")
LONGEST_TITLE = 40
_TITLE_WORDS = ("预算", "绩效", "目标", "申报")
"""A short paragraph with one of these words is a title, and its year that of the draft; a year in running text may be any."""

_TITLES = ("绩效目标表", "绩效目标申报表")
_TITLE_END = re.compile(r"绩效目标(?:申报)?表$")
_MONEY_UNIT = re.compile(r"(?:金额)?单位[:：]\s*(元|千元|万元|亿元)$")
_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年")
_TOTAL = re.compile(r"^(合\s*计|总\s*计|小\s*计)$")
_LEVELS = ("level1", "level2")


class _DraftReader:
    """Walks the blocks; `_head` is the project being read, `_columns` the header in force."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self.projects: list[Project] = []
        self.year: int | None = None
        self._head = ProjectHead()
        self._columns: dict[str, Cell] = {}
        self._above: Indicator | None = None
        self._number = 0
        self._title = ""

    def read(self, blocks: Iterable[str | Grid]) -> None:
        for block in blocks:
            if isinstance(block, str):
                self._paragraph(block)
            else:
                self._grid(block)
        self._finish()

    def _paragraph(self, text: str) -> None:
        text = text.strip()
        if self.year is None and len(text) <= LONGEST_TITLE and any(word in text for word in _TITLE_WORDS):
            years = set(_YEAR.findall(text))
            self.year = int(years.pop()) if len(years) == 1 else None
        if unit := _MONEY_UNIT.search(text):
            self._finish()
            self._head = ProjectHead(unit[1])
        if (match := _NUMBERED.match(text)) and text.endswith(_TITLES):
            self._finish()
            self._number = int(match[1])
            self._title = _TITLE_END.sub("", text[match.end() :]).strip()

    def _grid(self, grid: Grid) -> None:
        self._columns, self._above = {}, None
        taken = 0
        for number, row in enumerate(grid.rows, 1):
            taken += bool(row) and self._row(grid.number, number, row)
        if taken:
            return
        if looks_like_indicators(grid):
            self.notes.append(Note("table-unread", f"表{grid.number}", "像是指标表，但没有认出三级指标和指标值两列，未审核", unread=True))
        else:
            self.notes.append(Note("table-skipped", f"表{grid.number}", "不是项目绩效目标表，未审核"))

    def _row(self, table: int, number: int, row: tuple[Cell, ...]) -> bool:
        """Read one row; whether it meant something."""
        if columns := header_columns(row):
            self._columns, self._above = columns, None
        elif self._head.takes(row) and not (self._columns and self._continues(row)):
            if self._head.ends_before(row):
                self._finish()
            self._columns = {}
            self.notes += self._head.read(table, number, row)
        elif self._columns:
            self._indicator(table, number, row)
        else:
            return False
        return True

    def _continues(self, row: tuple[Cell, ...]) -> bool:
        """Whether a row below an indicator header is an indicator, though one of its cells reads like a head's label."""
        return not self._head.begins_project(row)

    def _indicator(self, table: int, number: int, row: tuple[Cell, ...]) -> None:
        place = f"表{table}第{number}行"
        indicator = read_indicator(self._columns, table, number, row)
        if _TOTAL.match(indicator.level1.strip()) or _TOTAL.match(indicator.name.strip()):
            self.notes.append(Note("total-row", place, "合计行，不作为指标"))
            return
        indicator = self._above = self._fill_levels(indicator)
        if not (indicator.name or indicator.description or indicator.value or indicator.basis):
            self.notes.append(Note("empty-row", place, f"只有层级（{indicator.level2 or indicator.level1 or '空'}），没有指标可审"))
            return
        self._head.indicators.append(indicator._replace(row=len(self._head.indicators) + 1))

    def _fill_levels(self, indicator: Indicator) -> Indicator:
        """Carry the levels down from the row above where a merged or blank cell leaves them out."""
        above = self._above
        if above is None:
            return indicator
        fields = [field for field in _LEVELS if not getattr(indicator, field).strip()]
        if "level1" not in fields:
            return indicator  # a new group: the level below it starts afresh
        texts = {field: getattr(above, field) for field in fields}
        places: dict[str, Location] = {field: above.locations[field] for field in fields if field in above.locations}
        return indicator._replace(locations={**indicator.locations, **places}, **texts)

    def _finish(self) -> None:
        head, self._head = self._head, ProjectHead()
        if head.indicators or head.texts:
            number = self._number or len(self.projects) + 1
            self.projects.append(head.build(number, self.year)._replace(title=self._title))
            if not head.indicators:
                name = head.texts.get("name", "")
                self.notes.append(Note("no-indicators", f"项目{number}", f"“{name}”的表里没有读到指标", unread=True))
        self._number, self._title = 0, ""
        self._columns, self._above = {}, None


def read_draft(document: Document) -> Draft:
    """Find the projects of a document.

    Args:
        document: its paragraphs and grids.

    Returns:
        The draft; a table that looks like indicators and was not understood becomes an unread note.
    """
    reader = _DraftReader()
    reader.read(document.blocks)
    first = reader.projects[0] if reader.projects else Project(0)
    notes = document.notes + tuple(reader.notes)
    return Draft(document.path, first.unit, reader.year, first.money_unit, tuple(reader.projects), notes, read_outline(document.blocks))
