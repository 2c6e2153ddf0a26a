"""D004: a rate of what should be high has a ceiling."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example, row
from classifier.types import Analysis, Finding, ProjectAnalysis

_GOOD = lazy_pattern(r"满意|合格|达标|覆盖|及时|准确|完好|通过|优良|成活|到位|发放率|办结率")
_BAD = lazy_pattern(r"未|不良|误|漏|超时|缺陷|偏差|不合格|不达标|未达标|不满意|不及时|未通过|超标|降低|下降|不准确|未覆盖|投诉")


class GoodRateCapped(Rule):
    code, name, title = "D004", "good-rate-capped", "正向比率用≤"
    severity, dimension = "error", "指标科学性"
    why = "满意、合格、覆盖这些比率越高越好，写≤就成了不许超过。"
    regulation = "财预〔2021〕101号 第三部分（指标值）"
    mend = "把≤改为≥；要求全部做到的写＝100%。"
    bad = (example(row("服务对象满意度指标", "学员满意度", "≤90%")), example(row("质量指标", "工程验收合格率", "<100%")))
    good = (
        example(row("质量指标", "产品不合格率", "≤2%")),
        example(row("服务对象满意度指标", "学员满意度", "≥90%")),
        example(row("社会效益指标", "发病率", "≤5%")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            name = line.indicator.name
            if line.value.sign in ("≤", "<") and line.value.kind == "percent" and _GOOD.search(name) and not _BAD.search(name):
                yield self.at_row(project, line, "value", f"“{name.strip()}”越高越好，“{line.value.text.strip()}”却是上限，方向反了")
