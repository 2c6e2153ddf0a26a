"""F021: some project names of the draft carry the year and others do not."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, another, example
from classifier.types import Analysis, Finding

_YEAR = lazy_pattern(r"20\d\d(?P<said>年度|年)?")


class YearsInNamesMixed(Rule):
    code, name, title = "F021", "years-in-names-mixed", "名称年份不统一"
    severity, dimension = "hint", "规范完整性"
    why = "有的项目名称带年份有的不带，写法也不同，汇总时排不到一起。"
    regulation = "审核惯例"
    mend = "统一写法。"
    options = {"fewest_projects": 5}
    bad = (example(name="2023年法律顾问", others=tuple(another(number=n, name=f"项目甲{n}") for n in range(2, 6))),)
    good = (
        example(name="法律顾问", others=tuple(another(number=n, name=f"项目甲{n}") for n in range(2, 6))),
        example(name="2023年法律顾问", others=(another(number=2, name="满意度测评"),)),
    )

    def check_draft(self, draft: Analysis) -> Iterator[Finding]:
        names = [project.project.name for project in draft.projects]
        found = [_YEAR.search(name) for name in names]
        manners = sorted({"年份加" + (match["said"] or "连写") if match else "不带年份" for match in found})
        if len(names) >= self.number("fewest_projects") and len(manners) > 1:
            with_year = sum(match is not None for match in found)
            message = f"{with_year}个项目名称带年份，{len(names) - with_year}个不带（{'、'.join(manners)}）"
            yield self.at_draft(draft, "name", message)
