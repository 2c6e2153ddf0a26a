"""F014: brackets of different widths in one pair, or names of one family joined by different dashes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, another, example
from classifier.rules.table import DASHES
from classifier.types import Analysis, Finding, Outline, ProjectAnalysis, Section

_MIXED = lazy_pattern(r"\([^()（）]*）|（[^()（）]*\)")


class BracketsMixed(Rule):
    code, name, title = "F014", "brackets-mixed", "标点括号不统一"
    severity, dimension = "hint", "规范完整性"
    why = "同一份文本里括号、连接号写法不一，检索和比对会漏。"
    regulation = "预算绩效文本格式"
    mend = "统一用全角括号和同一种连接号。"
    bad = (
        example(name="路灯维护(二期）"),
        example(name="运转保障-乡镇补贴", others=(another(number=2, name="运转保障——调入经费"),)),
        example(outline=Outline(sections=(Section("(七）", "防空地下室"),))),
    )
    good = (example(name="路灯维护（二期）"), example(name="运转保障-乡镇补贴", others=(another(number=2, name="运转保障-调入经费"),)))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        if found := _MIXED.search(project.project.name):
            yield self.at_project(project, "name", f"“{found[0]}”的括号一半全角一半半角")

    def check_draft(self, draft: Analysis) -> Iterator[Finding]:
        for section in draft.draft.outline.sections:
            if _MIXED.search(section.number):
                yield self.at_draft(draft, "sections", f"编号“{section.number}”的括号一半全角一半半角", key=section.number)
        dashes: dict[str, set[str]] = defaultdict(set)
        for project in draft.projects:
            if found := DASHES.search(project.project.name):
                dashes[project.project.name[: found.start()].strip()].add(found[0])
        for prefix, used in sorted(dashes.items()):
            if len(used) > 1:
                yield self.at_draft(draft, "name", f"“{prefix}”后面的连接号写法不一：{'、'.join(sorted(used))}", key=prefix)
