"""F012: a project code of another form than the others of its draft, or one that stands twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from classifier.analysis.normalise import squeeze
from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, another, example
from classifier.rules.table import listed
from classifier.types import Analysis, Finding, ProjectAnalysis

_CODE = lazy_pattern(r"[0-9A-Za-z_-]+")


class CodeMalformed(Rule):
    code, name, title = "F012", "code-malformed", "项目编码异常"
    severity, dimension = "error", "规范完整性"
    why = "编码是项目库里的身份，错一位就对不上项目。"
    regulation = "预算绩效文本格式（项目编码由系统生成）"
    mend = "按项目库更正编码。"
    options = {"pattern": "", "fewest_alike": 3}
    bad = (
        example(code="13060523P00449810001三", name="甲"),
        example(code="13060523P004498100013", name="甲", others=(another(code="13060523P004498100013", number=2, name="乙"),)),
        example(
            code="13060523P00449810001", name="甲",
            others=tuple(another(code=f"13060523P00449810002{n}", number=n, name=str(n)) for n in range(2, 5)),
        ),
    )  # fmt: skip
    good = (
        example(code="13060523P004498100013", name="甲", others=(another(code="13060523P004498100014", number=2, name="乙"),)),
        example(code="", name="甲"),
        example(code="A-01", name="甲", others=(another(code="A-011", number=2, name="乙"),)),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        code, pattern = squeeze(project.project.code), self.words("pattern")[0]
        if code and not (re.compile(pattern) if pattern else _CODE).fullmatch(code):
            yield self.at_project(project, "code", f"项目编码“{code}”不合规定的形式")

    def check_draft(self, draft: Analysis) -> Iterator[Finding]:
        codes: dict[str, list[ProjectAnalysis]] = defaultdict(list)
        for project in draft.projects:
            if code := squeeze(project.project.code):
                codes[code].append(project)
        lengths = Counter(len(code) for code in codes)
        usual, times = lengths.most_common(1)[0] if lengths else (0, 0)
        for code, projects in codes.items():
            if len(projects) > 1:
                numbers = listed([project.project.number for project in projects])
                yield self.at_project(projects[-1], "code", f"第{numbers}号项目的编码都是“{code}”", key="twice")
            elif len(code) != usual and times >= self.number("fewest_alike") and lengths[len(code)] == 1:
                yield self.at_project(projects[0], "code", f"项目编码“{code}”有{len(code)}位，其他项目都是{usual}位", key="length")
