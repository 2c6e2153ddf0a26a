"""F013: two projects of one name, or a table whose heading names another project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from classifier.rules.base import Rule, another, example
from classifier.rules.table import listed, plain_name
from classifier.types import Analysis, Finding, ProjectAnalysis


class NamesDiffer(Rule):
    code, name, title = "F013", "names-differ", "名称不一致"
    severity, dimension = "error", "规范完整性"
    why = "表题和表里的项目名称不同，或两个项目同名，批复时会张冠李戴。"
    regulation = "预算绩效文本格式"
    mend = "统一名称；重复的项目合并或改名。"
    bad = (
        example(name="路灯维护", title="绿化养护"),
        example(name="路灯维护", others=(another(number=2, name="路灯维护"),)),
    )
    good = (example(name="运转保障——路灯维护", title="运转保障-路灯维护"), example(name="路灯维护", others=(another(number=2, name="路灯维护（二期）"),)))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        title, name = project.project.title, project.project.name
        if title and name.strip() and plain_name(title) != plain_name(name):
            yield self.at_project(project, "name", f"表题是“{title.strip()}”，表里的项目名称是“{name.strip()}”")

    def check_draft(self, draft: Analysis) -> Iterator[Finding]:
        names: dict[str, list[ProjectAnalysis]] = defaultdict(list)
        for project in draft.projects:
            if project.project.name.strip():
                names[plain_name(project.project.name)].append(project)
        for projects in names.values():
            if len(projects) > 1:
                numbers = listed([project.project.number for project in projects])
                yield self.at_project(projects[-1], "name", f"第{numbers}号项目同名“{projects[0].project.name.strip()}”", key="twice")
