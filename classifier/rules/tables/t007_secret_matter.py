"""T007: a project of secret matters, whose table must be looked at before it is published."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example
from classifier.types import Analysis, Finding, ProjectAnalysis

_SECRET = lazy_pattern(r"涉密|保密|机要|国家安全|密码")


class SecretMatter(Rule):
    code, name, title = "T007", "secret-matter", "涉密提示"
    severity, dimension = "hint", "条件充分性"
    why = "绩效目标要随预算公开，涉密内容公开前要审查。"
    regulation = "保密工作要求（公开前保密审查）"
    mend = "公开前作保密审查，必要时不公开或隐去细节。"
    bad = (example(name="2023年涉密资金"), example(name="专用设备", purpose="购置保密柜"))
    good = (example(name="档案整理"), example(name="公安视频监控"))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for field in ("name", "purpose"):
            if found := _SECRET.search(getattr(project.project, field)):
                yield self.at_project(project, field, f"含“{found[0]}”，公开前须作保密审查")
                return
