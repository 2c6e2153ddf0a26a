"""F017: a name that was cut off where its own description goes on, or words that lost a character."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.normalise import squeeze
from classifier.rules.base import Rule, example, row
from classifier.rules.table import in_brackets
from classifier.types import Analysis, Finding, Outline, ProjectAnalysis, Section

_GOES_ON = ("是指", "指", "为", "的", "达到", "不少于", "不低于", "情况", "，", "、")
LONG_NAME = 12
SHORTEST_TAIL = 3
"""A name shorter than this is a short name for what the description explains, and a longer tail is what the cell had no room for."""


class TextCutOff(Rule):
    code, name, title = "F017", "text-cut-off", "文字残缺"
    severity, dimension = "warning", "规范完整性"
    why = "名称在半句上断了，系统截断或复制时漏了字。"
    regulation = "财预〔2015〕88号（绩效目标审核：规范完整）"
    mend = "补全文字。"
    options = {"broken_words": ("程结构", "民防空意识")}
    bad = (
        example(row("社会效益指标", "提高人社基层公共服务人员的政策", "≥90%", description="提高人社基层公共服务人员的政策水平和业务能力")),
        example(outline=Outline(sections=(Section("七", "防空地下室", goal="程结构、设施设备完好", indicators="完好率100%"),))),
    )
    good = (
        example(row("数量指标", "维修路灯数量", "≥120盏", description="维修路灯数量，含更换灯头")),
        example(row("数量指标", "维修路灯", "≥120盏", description="维修路灯和配电箱的数量")),
        example(row("质量指标", "城区主次干道路灯设施养护考核", "≥90分", description="城区主次干道路灯设施养护考核（百分制）得分")),
        example(outline=Outline(sections=(Section("七", "防空地下室", goal="工程结构完好", indicators="完好率100%"),))),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            name, description = squeeze(line.indicator.name), squeeze(line.indicator.description)
            tail = description[len(name) :]
            if name.endswith(("率", "数", "比例", "数量", "时间", "成本", "满意度")) or tail.startswith(_GOES_ON):
                continue  # the name is whole, and the description explains it
            if len(name) < LONG_NAME or not description.startswith(name) or len(tail) < SHORTEST_TAIL or not tail[0].isalpha():
                continue
            yield self.at_row(project, line, "name", f"名称在“…{name[-4:]}”处断了，描述里接着写“{tail[:12]}”")

    def check_draft(self, draft: Analysis) -> Iterator[Finding]:
        for section in draft.draft.outline.sections:
            for text in (section.heading, section.goal, section.indicators):
                for word in self.words("broken_words"):
                    start = text.find(word)
                    if start >= 0 and text[max(0, start - 1) : start] not in ("工", "人"):
                        yield self.at_draft(
                            draft, "sections", f"分项{in_brackets(section.number)}的“{text[start : start + 8]}”缺字", key=section.heading + word
                        )
