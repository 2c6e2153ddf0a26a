"""Rows in, the Word file of their redraft opened again out: its tables, paragraphs, runs and colours, for the tests of the format."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from classifier.types import GoalSuggestion, RowAnswer, Trace
from cli.formats.redraft_docx import render_docx
from tests.cli.answers import QUESTION, SLOT, kept, table

OUTPUTS = kept(1, "数量指标", "租房套数", "12套"), kept(2, "质量指标", "漏水维修合格率", "≥95%"), kept(3, "成本指标", "租金", "≤12万元")
EFFECT = kept(4, "社会效益指标", "入住干部人数", "≥20人", "效益指标")
SATISFIED = kept(5, "服务对象满意度指标", "入住干部满意度", "≥90%", "满意度指标")
GOAL = GoalSuggestion(f"2024年维修{SLOT}件", "写明做多少", False, (Trace("2024", "cell", "文本标题的年度"), Trace("", "slot", QUESTION)))


def opened(*rows: RowAnswer, **parts) -> Document:
    """The file as Word would read it."""
    return docx.Document(BytesIO(render_docx(table(*rows, **parts))))


def texts(shown: Table) -> list[list[str]]:
    """The rows of a table under its heading; a merged cell tells its text in every row that it covers."""
    return [[cell.text for cell in row.cells] for row in shown.rows][1:]


def indicators(*rows: RowAnswer, **parts) -> list[list[str]]:
    return texts(opened(*rows, **parts).tables[0])


def changes(*rows: RowAnswer, **parts) -> list[list[str]]:
    return texts(opened(*rows, **parts).tables[1])


def paragraphs(*rows: RowAnswer, **parts) -> list[str]:
    return [paragraph.text for paragraph in opened(*rows, **parts).paragraphs]


def runs(document: Document) -> list[Run]:
    """Every run of the document, in tables as well."""
    return [run for element in document.element.body.iter(qn("w:p")) for run in Paragraph(element, document).runs]  # type: ignore[arg-type]


def coloured(document: Document, colour: WD_COLOR_INDEX) -> set[str]:
    return {run.text for run in runs(document) if run.font.highlight_color == colour}
