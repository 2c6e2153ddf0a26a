"""F009: the list of contents names other projects than the tables."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, another, example
from classifier.rules.table import plain_name
from classifier.types import Analysis, ContentsEntry, Finding, Outline


class ContentsAgainstTables(Rule):
    code, name, title = "F009", "contents-against-tables", "目录与正文不一致"
    severity, dimension = "error", "规范完整性"
    why = "目录和正文对不上，不知道是漏了表还是多了表。"
    regulation = "预算绩效文本格式"
    mend = "按正文更新目录，或补上漏的表。"
    bad = (
        example(name="路灯维护", outline=Outline((ContentsEntry(1, "路灯维修"),))),
        example(name="路灯维护", outline=Outline((ContentsEntry(1, "路灯维护"), ContentsEntry(2, "绿化养护")))),
        example(name="路灯维护", outline=Outline((ContentsEntry(1, "路灯维护"),)), others=(another(number=2, name="绿化养护"),)),
    )
    good = (
        example(name="运转保障——路灯维护", outline=Outline((ContentsEntry(1, "运转保障-路灯维护"),))),
        example(name="路灯维护"),
    )

    def check_draft(self, draft: Analysis) -> Iterator[Finding]:
        entries = {entry.number: entry.name for entry in draft.draft.outline.contents}
        tables = {project.project.number: project.project.name for project in draft.projects}
        if not entries:
            return
        for number in sorted(entries.keys() | tables.keys()):
            listed, stands = entries.get(number), tables.get(number)
            if listed is None:
                yield self.at_draft(draft, "contents", f"正文有第{number}号“{stands}”，目录里没有", key=f"{number}")
            elif stands is None:
                yield self.at_draft(draft, "contents", f"目录有第{number}号“{listed}”，正文里没有这张表", key=f"{number}")
            elif plain_name(listed) != plain_name(stands):
                yield self.at_draft(draft, "contents", f"第{number}号在目录里是“{listed}”，在表里是“{stands}”", key=f"{number}")
