"""F019: the text calls its own unit by another name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example
from classifier.rules.table import in_brackets
from classifier.types import Analysis, Finding, Outline, Section

_REMARK = lazy_pattern(r"[(（][^()（）]*[)）]$")


class UnitNamedOtherwise(Rule):
    code, name, title = "F019", "unit-named-otherwise", "单位名称不一致"
    severity, dimension = "warning", "规范完整性"
    why = "正文自称与编制单位不同，多半是从别的单位复制来的。"
    regulation = "预算绩效文本格式"
    mend = "统一用编制单位的名称。"
    options = {"alike": ("办公室", "办公厅")}
    bad = (example(unit="新城管理委员会办公室", outline=Outline(sections=(Section("一", "保障管委会办公厅大型会议"),))),)
    good = (
        example(unit="新城管理委员会办公室", outline=Outline(sections=(Section("一", "保障管委会办公室大型会议"),))),
        example(unit="新城教育局", outline=Outline(sections=(Section("一", "落实省政府办公厅文件"),))),
        example(unit="新城管理委员会办公室", outline=Outline(sections=(Section("一", "落实省政府办公厅文件要求"),))),
    )

    def check_draft(self, draft: Analysis) -> Iterator[Finding]:
        unit = _REMARK.sub("", draft.draft.unit.strip()).lstrip("0123456789")
        for own, other in permutations(self.words("alike"), 2):
            if not unit.endswith(own):
                continue
            for section in draft.draft.outline.sections:
                text = section.heading + section.goal + section.indicators
                start = text.find(other)
                if start >= 0 and not any(higher in text[max(0, start - 4) : start] for higher in ("省", "市", "国务院", "中共", "中央")):
                    message = f"分项{in_brackets(section.number)}写“{text[max(0, start - 3) : start + len(other)]}”，编制单位是“{unit}”"
                    yield self.at_draft(draft, "sections", message, key=section.heading)
