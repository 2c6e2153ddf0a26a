"""F020: the measures that should secure the goals are a list of the unit's duties."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example
from classifier.types import Analysis, Finding, Outline


class SafeguardsAreDuties(Rule):
    code, name, title = "F020", "safeguards-are-duties", "章节内容错位"
    severity, dimension = "warning", "条件充分性"
    why = "“工作保障措施”抄的是单位职责，没有说怎样保证目标实现。"
    regulation = "预算绩效文本格式"
    mend = "改写为组织、制度、进度、资金、监督考核等措施。"
    options = {"duties": ("负责", "办理", "指导", "承担"), "measures": ("制度", "监督", "进度", "责任", "考核", "机制", "台账", "自评"), "fewest": 3}
    bad = (example(outline=Outline(safeguards=("负责公文的起草", "负责会议的组织", "办理人大建议"))),)
    good = (
        example(outline=Outline(safeguards=("完善内控制度", "按季通报支出进度", "负责会议的组织"))),
        example(outline=Outline(safeguards=("负责公文的起草",))),
    )

    def check_draft(self, draft: Analysis) -> Iterator[Finding]:
        items = draft.draft.outline.safeguards
        text = "".join(items)
        duties = [item for item in items if item.startswith(self.words("duties"))]
        only = all(item in duties or not any(word in item for word in self.words("measures")) for item in items)
        if len(items) >= self.number("fewest") and len(duties) * 3 >= len(items) * 2 and only:
            yield self.at_draft(draft, "safeguards", f"“工作保障措施”的{len(items)}条都是职责，没有保证目标实现的措施", key=text[:40])
