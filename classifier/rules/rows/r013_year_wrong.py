"""R013: a date of completion in another year than the draft's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from classifier.analysis.normalise import normalise
from classifier.lazy import lazy_pattern
from classifier.rules.base import Rule, example, row
from classifier.types import Analysis, Finding, ProjectAnalysis, Severity

_DONE_BY = lazy_pattern(r"(20\d\d)\s*(?:年|[.\-/]\s*\d{1,2})[^，,；;。至到~—]{0,9}?(?:前|底|末|完成|完工|竣工|验收|到位|付清|结清)")
_DATE_ONLY = lazy_pattern(r"^\s*[≤<]?\s*(20\d\d)\s*(?:年|[.\-/])\s*\d{1,2}\s*(?:月|[.\-/日]|$)[^至到~—]*$")
_OPENS = lazy_pattern(r"^(20\d\d)年度?(?:使用|安排|投入|计划|预算)")
_CLAUSE = lazy_pattern(r"[，,。；;]")
_EARLY_NEXT_YEAR = lazy_pattern(r"[年.\-/]\s*0?[1-3]\s*(?:月|[.\-/]|$)")
_PAST = lazy_pattern(r"已|完成的|建成|印发|在册|在职|以来|基础上|尾款|欠款|结余|结转|规划编制|开工|签订|合同期|质保|起(?!草)|评价")
"""Words by which an earlier or a later year is only referred to."""

_SPAN = lazy_pattern(r"20\d\d[^，,；;。]{0,8}(?:至|到|[-~—]+)\s*(?:20\d\d)")


class YearWrong(Rule):
    code, name, title = "R013", "year-wrong", "年度错误"
    severity, dimension = "error", "规范完整性"
    why = "完成时间不在本年度，多半是照抄上年的表没有改。"
    regulation = "财预〔2015〕88号（绩效目标应与计划期内的任务相对应）"
    mend = "改为本年度的节点；跨年项目写明本年度完成到哪一步。"
    bad = (
        example(row("时效指标", "完成支付时间", "2021年11月30日前"), year=2022),
        example(row("时效指标", "完工时间", "2021.11.30"), year=2022),
        example(row("数量指标", "维修路灯", "120盏"), year=2022, goal="2021年底前完成路灯维修120盏"),
    )
    good = (
        example(row("时效指标", "完工时间", "2022年11月30日前"), year=2022),
        example(row("数量指标", "维修路灯", "120盏", basis="2020年12月底前印发的专项规划"), year=2022),
        example(row("时效指标", "建设工期", "2021年3月至2022年10月"), year=2022),
        example(row("时效指标", "租期", "2022年5月1日-2023年4月30日"), year=2022),
        example(row("时效指标", "完工时间", "11月30日前"), year=2022),
        example(year=2022, goal="在2021年底已建成的基础上，新增30处"),
        example(row("时效指标", "合同期", "2021.7-2022.6"), year=2022),
        example(row("数量指标", "支付2021年已完工项目尾款", "5个"), year=2022),
        example(row("时效指标", "竣工时间", "2024年6月底前"), year=2022, whole_term="900", budget="300"),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        year = project.project.year or draft.draft.year
        if year is None:
            return
        if (wrong := _other_year(project.project.goal, year)) and not self._may_last(project, wrong, year):
            yield self.at_project(project, "goal", f"绩效目标写的是{wrong}年，本表是{year}年度", severity=_severity(wrong, year, project.project.goal))
        for line in project.rows:
            for field in ("value", "name", "description"):
                text = getattr(line.indicator, field)
                if field == "value" and _PAST.search(line.indicator.name):
                    continue  # 开工时间, 合同期: not when something is done
                wrong = _other_year(text, year) or (_bare_date(text, year) if field == "value" else None)
                if wrong and not self._may_last(project, wrong, year):
                    yield self.at_row(project, line, field, f"“{text.strip()[:24]}”是{wrong}年，本表是{year}年度", _severity(wrong, year, text))
                    break

    def _may_last(self, project: ProjectAnalysis, wrong: int, year: int) -> bool:
        """Whether a later year may stand there: the project has a term of several years."""
        return wrong > year and project.project.whole_term is not None


def _other_year(text: str, year: int) -> int | None:
    """The year of a deadline that is not the draft's; a clause that names the draft's year too, or only refers to another, is passed over."""
    plain = normalise(text).strip()
    if (opening := _OPENS.match(plain)) and int(opening[1]) != year:
        return int(opening[1])
    years: set[int] = set()
    for clause in _CLAUSE.split(plain):
        if not (_SPAN.search(clause) or _PAST.search(clause) or re.search(rf"(?<!\d){year}(?!\d)", clause)):
            years |= {int(found[1]) for found in _DONE_BY.finditer(clause)}
    return min(years - {year}, default=None)


def _severity(wrong: int, year: int, text: str) -> Severity:
    """The first months of the next year may be the end of this year's work."""
    return "warning" if wrong == year + 1 and _EARLY_NEXT_YEAR.search(normalise(text)) else "error"


def _bare_date(text: str, year: int) -> int | None:
    plain = normalise(text)
    found = None if _PAST.search(plain) or "-" in plain.partition(".")[2] else _DATE_ONLY.match(plain)
    return int(found[1]) if found and int(found[1]) != year else None
