"""X003: a project's table was copied from a project of another kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from classifier.analysis.normalise import squeeze
from classifier.analysis.places import QUANTITY
from classifier.analysis.words import words
from classifier.rules.base import Rule, another, example, row
from classifier.rules.table import listed
from classifier.types import Analysis, Finding, ProjectAnalysis

_COPIED = tuple(row("社会效益指标", f"共同效果{word}", "≥95%", basis=f"依据{word}") for word in "甲乙丙丁戊己庚")
MOST_COMPARED = 50
"""A row that stands in more projects than this is everybody's, and tells nothing of copying."""


class TableCopied(Rule):
    code, name, title = "X003", "table-copied", "整表照抄"
    severity, dimension = "error", "目标相关性"
    why = "不同类别的两个项目指标几乎一字不差，其中一张表不是为本项目写的。"
    regulation = "财预〔2015〕88号（绩效目标应与支出内容紧密相关）"
    mend = "按本项目的内容重填整张表。"
    options = {"many_names": 7, "fewer_names": 6, "with_bases": 4}
    bad = (example(*_COPIED, name="劳务派遣人员工资", others=(another(*_COPIED, number=2, name="办公楼维修改造"),)),)
    good = (
        example(*_COPIED, name="劳务派遣人员工资", others=(another(*_COPIED, number=2, name="临时聘用人员工资"),)),
        example(*_COPIED[:5], name="劳务派遣人员工资", others=(another(*_COPIED[:5], number=2, name="办公楼维修改造"),)),
    )

    def check_draft(self, draft: Analysis) -> Iterator[Finding]:
        holders: dict[str, list[int]] = defaultdict(list)
        names = [_names(project) for project in draft.projects]
        for position, project in enumerate(draft.projects):
            shared = Counter(other for name in names[position] for other in holders[name][:MOST_COMPARED])
            for name in names[position]:
                holders[name].append(position)
            for other, count in shared.most_common(1):
                first = draft.projects[other]
                bases = len({basis for name, basis in names[position].items() if basis and names[other].get(name) == basis})
                copied = count >= self.number("many_names") or (count >= self.number("fewer_names") and bases >= self.number("with_bases"))
                if copied and first.kind.code != project.kind.code:
                    rows = listed([line.indicator.row for line in project.rows if squeeze(line.indicator.name) in names[other]])
                    message = f"第{rows}行与第{first.project.number}号“{first.project.name.strip()}”的三级指标相同（依据相同{bases}行），疑整表照抄"
                    yield self.at_project(project, "table", message)


def _names(project: ProjectAnalysis) -> dict[str, str]:
    """The names of a table's rows, apart from its quantities and from what any table may have, with their bases."""
    return {
        squeeze(line.indicator.name): squeeze(line.indicator.basis)
        for line in project.rows
        if line.place != QUANTITY and squeeze(line.indicator.name) not in ("", *words("neutral names"))
    }
