"""F015: several line breaks inside a cell, or fields that run on in one line."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example, row
from classifier.rules.table import in_brackets
from classifier.types import Analysis, Finding, Outline, ProjectAnalysis, Section

_BLANK_LINES = lazy_pattern(r"\n\s*\n")


class BlankLinesInCell(Rule):
    code, name, title = "F015", "blank-lines-in-cell", "多余空行、字段未分行"
    severity, dimension = "hint", "规范完整性"
    why = "单元格里多余的空行打印出来参差不齐；目标和指标连成一行不好找。"
    regulation = "预算绩效文本格式"
    mend = "删去空行；绩效目标、绩效指标各起一行。"
    bad = (
        example(row("时效指标", "工作完成\n\n\n的时效", "≥95%")),
        example(outline=Outline(sections=(Section("二", "应急平台", "平台正常", "不出差错", run_on=("绩效指标",)),))),
    )
    good = (example(row("时效指标", "工作完成\n的时效", "≥95%")), example(outline=Outline(sections=(Section("二", "应急平台", "平台正常", "不出差错"),))))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            for field in ("name", "description", "value", "basis"):
                if _BLANK_LINES.search(getattr(line.indicator, field).strip()):
                    yield self.at_row(project, line, field, "单元格里有多余的空行")

    def check_draft(self, draft: Analysis) -> Iterator[Finding]:
        for section in draft.draft.outline.sections:
            for part in section.run_on:
                yield self.at_draft(draft, "sections", f"分项{in_brackets(section.number)}的“{part}”没有另起一行", key=section.heading + part)
