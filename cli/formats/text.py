"""A Review in, a report for a reviewer's eye out: a project at a time, a line an indicator, worst first; wording that many tables share is said once.

Only characters that a GBK console can show are used.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from classifier.analysis.normalise import squeeze
from classifier.findings import SEVERITY_NAMES, severity_rank
from classifier.model.labels import PAGE_OF
from classifier.types import LABELS, DraftReview, Finding, IndicatorAnalysis, Project, ProjectReview, Review
from cli.formats.columns import one_line, pad, width
from cli.formats.plain import count, money
from cli.formats.proposals import render_suggestion

SHARED_FROM = 3
"""Wording found faulty in so many projects is listed once, at the end."""

WIDEST_WORDING = 44
"""Columns for 二级指标, name and value; a longer one pushes its line's remarks to the right."""

CHANGES = {"mended": "已改", "new": "新增", "still": "仍在"}

Shared = Mapping[tuple[str, str], tuple[int, list[ProjectReview]]]


def render(review: Review, suggestions: bool = False, show_waived: bool = False) -> str:
    """The report, ending in a newline."""
    lines: list[str] = []
    for draft in review.drafts:
        lines += _draft(draft, suggestions)
        lines += _waived(draft) if show_waived else ()
    lines += _changes(review)
    lines += _summary(review)
    return "\n".join(lines) + "\n"


def _draft(draft: DraftReview, suggestions: bool) -> Iterator[str]:
    head = draft.draft
    year = f"  {head.year}年" if head.year else ""
    yield f"== {one_line(head.unit) or '（未写单位）'}{year}  {head.path}"
    whole = [finding for finding in draft.findings if not finding.waived]
    if whole:
        yield ""
        yield "全文"
        yield from (f"   {SEVERITY_NAMES[finding.severity]}  {_remark([finding])}" for finding in whole)
    shared = _shared_wording(draft)
    for project in draft.projects:
        yield ""
        yield from _project(project, shared, suggestions)
    if shared:
        yield ""
        yield "-- 多个项目写法相同（改法相同，一并处理）"
        for number, projects in sorted(shared.values(), key=lambda item: item[0]):
            yield _shared_line(number, projects, next(key for key, item in shared.items() if item[0] == number))
    if draft.notes:
        yield ""
        yield "-- 读取说明"
        yield from (f"   {note.place}：{note.message}" for note in draft.notes)
    yield ""


def _waived(draft: DraftReview) -> Iterator[str]:
    """The findings that somebody let pass, with who, when and why."""
    places = [("全文", draft.findings), *((_title(project.analysis.project), project.findings) for project in draft.projects)]
    waived = [(place, finding) for place, findings in places for finding in findings if finding.waived]
    if waived:
        yield "-- 已豁免"
        for place, finding in waived:
            said = f"{finding.waived.by} {finding.waived.at}：{one_line(finding.waived.reason)}" if finding.waived else ""
            yield f"   {place}  {_where(finding)}  {finding.code} {one_line(finding.message)}（{said}）"
        yield ""


def _where(finding: Finding) -> str:
    return f"第{finding.row}行" if finding.row else "表头"


def _changes(review: Review) -> Iterator[str]:
    """What became of the findings of the earlier draft."""
    if review.changes is None:
        return
    counted = {status: sum(change.status == status for change in review.changes) for status in CHANGES}
    yield "-- 与上一稿相比：" + "，".join(f"{said}{counted[status]}" for status, said in CHANGES.items())
    for status in ("mended", "new"):
        for change in review.changes:
            if change.status == status:
                yield f"   {CHANGES[status]}  {change.project}  {_where(change.finding)}  {change.finding.code} {one_line(change.finding.message)}"
    yield ""


def _shared_wording(draft: DraftReview) -> Shared:
    """Rows whose only fault is their wording and that stand alike in several projects, numbered from the most common."""
    places: dict[tuple[str, str], list[ProjectReview]] = defaultdict(list)
    for project in draft.projects:
        for row in project.analysis.rows:
            findings = _of_row(project, row)
            if findings and all(finding.label for finding in findings):
                places[_wording(row)].append(project)
    common = sorted((key for key, found in places.items() if len(found) >= SHARED_FROM), key=lambda key: (-len(places[key]), key))
    return {key: (number, places[key]) for number, key in enumerate(common, 1)}


def _wording(row: IndicatorAnalysis) -> tuple[str, str]:
    return row.place or row.indicator.level2, squeeze(row.indicator.name)


def _shared_line(number: int, projects: list[ProjectReview], key: tuple[str, str]) -> str:
    labels: dict[str, int] = defaultdict(int)
    for project in projects:
        row = next(row for row in project.analysis.rows if _wording(row) == key)
        for finding in _of_row(project, row):
            labels[finding.label or ""] += 1
    said = "、".join(PAGE_OF[label].title + (f"（{labels[label]}处）" if labels[label] < len(projects) else "") for label in LABELS if labels[label])
    numbers = "、".join(str(project.analysis.project.number) for project in projects)
    wording = pad(f"{_short_place(key[0])}  {key[1]}", WIDEST_WORDING)
    return f"   [{number}] {wording} {said}  {len(projects)}个项目：{numbers}"


def _project(project: ProjectReview, shared: Shared, suggestions: bool) -> Iterator[str]:
    head = project.analysis.project
    open_findings = [finding for finding in project.findings if not finding.waived]
    if not open_findings:
        verdict = "所选范围内没有问题" if project.hidden else "没有发现问题"
        yield f"{_title(head)}  {project.analysis.kind.name}{_budget(head)}  {len(project.analysis.rows)}条指标，{verdict}"
        return
    yield f"{_title(head)}  {project.analysis.kind.name}{_budget(head)}  初评：{project.score.grade}（{project.score.advice}）"
    for finding in open_findings:
        if finding.row is None:
            yield f"   {SEVERITY_NAMES[finding.severity]}  {_remark([finding])}"
    rows = [(row, found) for row in project.analysis.rows if (found := _of_row(project, row))]
    rows.sort(key=lambda item: (severity_rank(item[1][0]), _weight(item[1]), item[0].indicator.row))
    same = []
    for row, found in rows:
        if _wording(row) in shared and all(finding.label for finding in found):
            same.append(shared[_wording(row)][0])
            continue
        yield _row_line(row, found)
        if suggestions:
            yield from (f"         {line}" for suggestion in found[0].suggestions for line in render_suggestion(suggestion))
    if same:
        yield f"   另有{len(same)}行与其他项目写法相同，见文末{''.join(f'[{number}]' for number in sorted(same))}"


def _weight(findings: list[Finding]) -> int:
    """Rows with more findings first."""
    return -len(findings)


def _of_row(project: ProjectReview, row: IndicatorAnalysis) -> list[Finding]:
    return [finding for finding in project.findings if finding.row == row.indicator.row and not finding.waived]


def _row_line(row: IndicatorAnalysis, findings: list[Finding]) -> str:
    indicator = row.indicator
    wording = f"{_short_place(row.place or indicator.level2)}  {one_line(indicator.name)}  {one_line(indicator.value)}"
    return f"   {SEVERITY_NAMES[findings[0].severity]} {indicator.row:>2} {pad(wording, WIDEST_WORDING)} {_remark(findings)}"


def _remark(findings: list[Finding]) -> str:
    """What is wrong, the exact findings first, the classifier's in one."""
    parts = []
    for finding in findings:
        if finding.label is None:
            related = "".join(f"；{related.message}（{related.code}）" for related in finding.related)
            parts.append(f"{finding.code} {one_line(finding.message)}{related}")
    labelled = [finding for finding in findings if finding.label]
    if labelled:
        reasons = dict.fromkeys(reason for finding in labelled for reason in finding.message.partition("：")[2].rpartition("（")[0].split("、"))
        titles = " ".join(f"{finding.code}{PAGE_OF[finding.label].title}" for finding in labelled if finding.label)
        parts.append(f"{titles}：{'、'.join(reasons)}")
    return "｜".join(parts)


def _short_place(place: str) -> str:
    return pad(place.removesuffix("指标").removeprefix("服务对象").removesuffix("影响"), width("经济效益"))


def _title(head: Project) -> str:
    return f"{head.number} {one_line(head.name) or '（未写项目名称）'}"


def _budget(head: Project) -> str:
    return f"  预算{money(head.budget)}{head.money_unit}" if head.budget is not None else "  （未读到预算数）"


def _summary(review: Review) -> Iterator[str]:
    counts = count(review)
    severities = counts["findings"]["by_severity"]
    labels = [f"{PAGE_OF[label].title}{counts['findings']['by_code'].get(PAGE_OF[label].code, 0)}" for label in LABELS]
    hidden = any(project.hidden for draft in review.drafts for project in draft.projects)
    none = "没有审到任何项目" if not counts["projects"] else "所选范围内没有问题" if hidden else "没有发现问题"
    findings = "，".join(f"{SEVERITY_NAMES[severity]}{number}" for severity, number in severities.items() if number) or none
    said = f"（{'、'.join(labels)}）" if severities["warning"] else ""
    yield f"共审 {len(review.drafts)} 个文件、{counts['projects']} 个项目、{counts['indicators']} 条指标：{findings}{said}"
    if counts["review_needed"]:
        yield f"另有 {counts['review_needed']} 条措辞机器拿不准，待人工复核（见 --format json 的 review_needed）"
    if counts["waived"]:
        yield f"另有 {counts['waived']} 条已豁免，不计在内（--show-waived 可列出）"
    if counts["unread"]:
        yield f"有 {counts['unread']} 处没有读到或没有判断，见上文和错误输出"
    codes = counts["findings"]["by_code"]
    if codes:
        yield "各类问题：" + "、".join(f"{code}×{number}" for code, number in sorted(codes.items(), key=lambda item: (-item[1], item[0])))
        yield "某一类为什么是问题、怎么改：zhibiao explain 代码；某一行怎么写：zhibiao suggest 文件 --project 号 --row 行"
