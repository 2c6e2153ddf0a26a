"""F022: every table of the draft has exactly one row for every 二级指标."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from classifier.analysis.places import PLACES
from classifier.rules.base import Rule, another, example, row
from classifier.types import Analysis, Finding

_ONE_EACH = tuple(row(place, f"{place}甲", "1个") for place in PLACES)


class TemplateFilledMechanically(Rule):
    code, name, title = "F022", "template-filled-mechanically", "机械套模板"
    severity, dimension = "hint", "指标科学性"
    why = "不管什么项目都恰好每样一条，是照模板填空，不是按项目设指标。"
    regulation = "财预〔2021〕101号 第一部分（重点突出）"
    mend = "按项目增删：大额项目多设数量，不产生的效益不设。"
    options = {"fewest_projects": 3}
    bad = (example(*_ONE_EACH, others=tuple(another(*_ONE_EACH, number=n) for n in (2, 3))),)
    good = (
        example(*_ONE_EACH, others=(another(*_ONE_EACH, number=2), another(*_ONE_EACH[:5], number=3))),
        example(*_ONE_EACH),
    )

    def check_draft(self, draft: Analysis) -> Iterator[Finding]:
        tables = [Counter(line.place for line in project.rows) for project in draft.projects if project.rows]
        if len(tables) >= self.number("fewest_projects") and all(table == Counter(PLACES) for table in tables):
            yield self.at_draft(draft, "table", f"{len(tables)}张表每个二级指标都恰好一条，疑照模板填写")
