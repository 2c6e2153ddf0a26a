"""F011: a numbered item of 分项绩效目标 without a goal or without indicators."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example
from classifier.rules.table import in_brackets
from classifier.types import Analysis, Finding, Outline, Section


class SectionWithoutGoal(Rule):
    code, name, title = "F011", "section-without-goal", "分项缺目标或指标"
    severity, dimension = "error", "规范完整性"
    why = "分项只有标题，没有写要达到什么、用什么衡量。"
    regulation = "财预〔2015〕88号（绩效目标应通过绩效指标细化量化）"
    mend = "补写绩效目标和绩效指标。"
    bad = (
        example(outline=Outline(sections=(Section("五", "保证文件传递信息真实完整"),))),
        example(outline=Outline(sections=(Section("五", "保证文件传递信息真实完整", goal="文件传递及时"),))),
    )
    good = (example(outline=Outline(sections=(Section("五", "文件传递", "文件传递零差错", "文件传递差错0件"),))), example(name="路灯维护"))

    def check_draft(self, draft: Analysis) -> Iterator[Finding]:
        for section in draft.draft.outline.sections:
            lacking = "、".join(said for said, text in (("绩效目标", section.goal), ("绩效指标", section.indicators)) if not text)
            if lacking:
                yield self.at_draft(draft, "sections", f"分项{in_brackets(section.number)}没有{lacking}", key=section.heading)
