"""Rows of labelled cells in, the head of a Project out (code, name, unit, budget, purpose, payment plan, goal)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from classifier.documents.amounts import parse_amount
from classifier.documents.headers import headings, normalise_heading
from classifier.types import Cell, Indicator, Location, Note, PlanNode, Project

MONEY_UNIT = re.compile(r"^(?:金额)?单位[:：]\s*(元|千元|万元|亿元)$")
PLAN_LABEL = re.compile(r"^\d{1,2}月(底|末|份)?$|^第?[一二三四1-4]季度(末)?$")
_UNIT_REMARK = re.compile(r"[(（](?:单位[:：])?(元|千元|万元|亿元)[)）]\s*$")
_BEGINS = {"name", "code"}
_AMOUNTS = ("budget", "fiscal", "other", "whole_term")


class ProjectHead:
    """The head of one project while its rows are being read."""

    def __init__(self, money_unit: str = "") -> None:
        """Begin a head; `money_unit` is what stands above its table."""
        self.texts: dict[str, str] = {}
        self.locations: dict[str, Location] = {}
        self.amounts: dict[str, Decimal | None] = {}
        self.money_unit = money_unit
        self.plan: list[PlanNode] | None = None
        self.indicators: list[Indicator] = []
        self._units: dict[str, str] = {}
        self._section = ""
        self._labels: list[Cell] = []

    def takes(self, row: tuple[Cell, ...]) -> bool:
        """Whether a row belongs to a project head: it carries a known label, the money unit, or continues a section."""
        if any(_field(cell) or MONEY_UNIT.match(cell.text.strip()) for cell in row):
            return True
        return bool(self._section and row and not row[0].text.strip())

    def begins_project(self, row: tuple[Cell, ...]) -> bool:
        """Whether a row opens the head of another project: a label stands first in it, or a name, a code or the money unit anywhere."""
        return bool(_field(row[0])) or any(_field(cell) in _BEGINS or MONEY_UNIT.match(cell.text.strip()) for cell in row)

    def ends_before(self, row: tuple[Cell, ...]) -> bool:
        """Whether a row of a head belongs to the next project: this one has its indicators, or already has the name or code that the row brings."""
        if self.indicators:
            return self.begins_project(row)
        return any(field in _BEGINS and field in self.texts for field, _ in _pairs(row))

    def read(self, table: int, number: int, row: tuple[Cell, ...]) -> list[Note]:
        """Take what a row says; returns notes on amounts that are no numbers."""
        first = row[0].text.strip()
        if not first and self._section == "plan_section" and self._labels:
            return self._read_plan(table, number, row)
        if not first and self._section == "purpose_section":
            self._keep("purpose", table, number, row[1] if len(row) > 1 else row[0])
            return []
        self._section = _field(row[0]) if _field(row[0]).endswith("_section") else ""
        if self._section == "plan_section":
            self._labels = [cell for cell in row[1:] if PLAN_LABEL.match(cell.text.strip())]
            self.plan = []
            return []
        return self._read_pairs(table, number, row)

    def _read_pairs(self, table: int, number: int, row: tuple[Cell, ...]) -> list[Note]:
        notes = []
        if unit := next((match for cell in row if (match := MONEY_UNIT.match(cell.text.strip()))), None):
            self.money_unit = unit[1]
            if row[0].text and not MONEY_UNIT.match(row[0].text.strip()):
                self._keep("unit", table, number, row[0])
            return []
        remark = next((match[1] for cell in row if (match := _UNIT_REMARK.search(cell.text))), "")
        self.money_unit = self.money_unit or remark
        for field, cell in _pairs(row):
            self._keep(field, table, number, cell)
            self._units.setdefault(field, remark or self.money_unit)
            if field in _AMOUNTS and cell.text.strip() and parse_amount(cell.text, self.money_unit or "万元") is None:
                notes.append(Note("amount", _place(table, number, cell), f"金额“{cell.text.strip()}”认不出数，未参加核对"))
        return notes

    def _read_plan(self, table: int, number: int, row: tuple[Cell, ...]) -> list[Note]:
        notes = []
        assert self.plan is not None  # set together with the labels
        for label in self._labels:
            cell = next((c for c in row if c.left < label.left + label.width and label.left < c.left + c.width), None)
            text = cell.text.strip() if cell else ""
            amount = parse_amount(text, self.money_unit or "万元")
            if text and amount is None and cell:
                notes.append(Note("amount", _place(table, number, cell), f"支出计划“{text}”认不出数，未参加核对"))
            self.plan.append(PlanNode(label.text.strip(), amount, Location(table, number, cell.column) if cell else None))
        self._section = ""
        return notes

    def _keep(self, field: str, table: int, number: int, cell: Cell) -> None:
        if field not in self.texts:
            self.texts[field] = cell.text
            self.locations[field] = Location(table, number, cell.column)

    def build(self, number: int, year: int | None) -> Project:
        """The project as read; `number` is its number in the draft."""
        unit = self.money_unit or "万元"
        budget, fiscal, other, whole_term = (parse_amount(self.texts.get(field, ""), unit, self._units.get(field) or unit) for field in _AMOUNTS)
        name, code, compiler, purpose, goal = (self.texts.get(field, "") for field in ("name", "code", "unit", "purpose", "goal"))
        plan = tuple(self.plan) if self.plan is not None else None
        return Project(
            number, name, code, compiler, year, unit, budget, fiscal, other, purpose, goal, plan, tuple(self.indicators), self.locations,
            whole_term=whole_term,
        )  # fmt: skip


def _field(cell: Cell) -> str:
    return headings()[0].get(normalise_heading(cell.text), "")


def _pairs(row: tuple[Cell, ...]) -> Iterator[tuple[str, Cell]]:
    """Each labelled value of a row: the cell after a label, unless that is a label itself."""
    for label, value in pairwise(row):
        field = _field(label)
        if field and not field.endswith("_section") and not _field(value):
            yield field, value


def _place(table: int, number: int, cell: Cell) -> str:
    return f"表{table}第{number}行第{cell.column}格"
