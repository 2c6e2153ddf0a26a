"""Clean projects in, every operator planted in them hundreds of times, what the rules find of it out; writes mutation.md.

python -m benchmarks.mutation              # plant everything and write benchmarks/mutation.md
python -m benchmarks.mutation N001 D001    # print, for these codes, the plants that are missed or that set off other errors
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.mutation_operators import load_operators
from benchmarks.mutation_report import PLANTS, Case, Outcome, Result, explain, report
from benchmarks.mutations.base import Operator
from benchmarks.mutations.reading import as_read
from classifier.analysis.analyse import analyse_draft
from classifier.rules.run import judge_draft_rules
from classifier.types import ContentsEntry, Draft, Finding, Outline, Project, Section
from tests.support.clean_projects import load_clean_projects

REPORT = Path(__file__).with_name("mutation.md")
ROUNDS = 60
"""How often an operator is tried on each project, or group, before it is said to offer no more places."""

GROUPS = 400
GROUP = 4
NUMERALS = "一二三四五六七八九十"
NO_OUTLINE = Outline()


def single(project: Project, outline: Outline = NO_OUTLINE) -> Draft:
    """A draft that holds a project alone."""
    return Draft("", project.unit, project.year, project.money_unit, (project,), outline=outline)


def several(projects: tuple[Project, ...], outline: Outline = NO_OUTLINE) -> Draft:
    """A draft of several units' projects; what they do not share is left open."""
    years = {project.year for project in projects}
    return Draft("", "", years.pop() if len(years) == 1 else None, projects[0].money_unit, projects, outline=outline)


def outline_of(projects: tuple[Project, ...]) -> Outline:
    """The contents that fit the projects, and one section a project."""
    contents = tuple(ContentsEntry(project.number, project.name) for project in projects)
    sections = tuple(
        Section(NUMERALS[at], project.name, project.goal, "；".join(f"{row.name}{row.value}" for row in project.indicators[:2]))
        for at, project in enumerate(projects)
    )
    overall = "；".join(project.goal for project in projects)
    return Outline(contents, overall, sections, ("建立项目资金监督制度，按季通报支出进度。", "明确责任科室和考核办法，年末组织绩效自评。"))


def groups(projects: tuple[Project, ...]) -> Iterator[tuple[Project, ...]]:
    """Groups of clean projects, numbered from 1; every second one of a single year."""
    for number in range(GROUPS):
        random = Random(f"group {number}")
        pool = projects
        if number % 2:
            year = random.choice(projects).year
            pool = tuple(project for project in projects if project.year == year)
        if len(pool) >= GROUP:
            yield tuple(project._replace(number=at) for at, project in enumerate(random.sample(pool, GROUP), 1))


def plant(operator: Operator, host: tuple[Project, ...], seed: str) -> Case | None:
    """Plant once, None where the host has no place for it."""
    random = Random(seed)
    if operator.scope == "project":
        project = operator.plant(host[0], random)
        return None if project is None else Case(single(host[0]), single(project), frozenset((project.number,)))
    if operator.scope == "outline":
        outline = outline_of(host)
        planted = operator.plant(outline, random)
        return None if planted is None else Case(several(host, outline), several(host, planted), frozenset())
    projects = operator.plant(host, random)
    if projects is None:
        return None
    return Case(several(host), several(projects), frozenset(project.number for project in projects if project not in host))


def plants(operator: Operator, hosts: tuple[tuple[Project, ...], ...]) -> tuple[list[Case], int]:
    """Up to PLANTS plants that all differ, taken in turn from every host, and how many hosts had a place."""
    cases: dict[str, Case] = {}
    open_hosts = list(range(len(hosts)))
    used = set()
    for number in range(ROUNDS if operator.scope == "project" else 3):
        for at in tuple(open_hosts):
            case = plant(operator, hosts[at], f"{operator.name} {at} {number}")
            if case is not None:
                used.add(at)
                cases.setdefault(f"{at} {case.after}", case)
                if len(cases) == PLANTS:
                    return list(cases.values()), len(used)
        if number == 9:
            open_hosts = [at for at in open_hosts if at in used]
    return list(cases.values()), len(used)


def judge(draft: Draft) -> tuple[Finding, ...]:
    """All findings of the rules on a draft."""
    return tuple(judge_draft_rules(analyse_draft(draft))[0])


@cache
def _judged(key: str) -> tuple[Finding, ...]:
    return judge(_CLEAN[key])


_CLEAN: dict[str, Draft] = {}


def judge_clean(draft: Draft) -> tuple[Finding, ...]:
    """The same, remembered; clean drafts come again for every operator."""
    key = str(draft)
    _CLEAN[key] = draft
    return _judged(key)


def weigh(operator: Operator, case: Case) -> Outcome:
    """Judge a plant: was it found, and what else is an error now that was none before."""
    before, after = judge_clean(case.before), judge(case.after)
    told = {(finding.code, finding.project, finding.row, finding.field, finding.message) for finding in before}
    hits = [finding for finding in after if operator.anywhere or finding.project in case.changed]
    found = any(
        finding.code == operator.code
        and finding.severity == operator.severity
        and (finding.code, finding.project, finding.row, finding.field, finding.message) not in told
        for finding in hits
    )
    if operator.related and not found:
        known = {(related.code, finding.project, finding.row, related.message) for finding in before for related in finding.related}
        found = any(
            related.code == operator.code and (related.code, finding.project, finding.row, related.message) not in known
            for finding in hits
            for related in finding.related
        )
    errors = {(finding.code, finding.row, finding.field) for finding in before if finding.severity == "error"}
    others = tuple(
        finding
        for finding in after
        if finding.severity == "error"
        and (finding.code, finding.row, finding.field) not in errors
        and finding.code not in operator.also
        and (finding.code, finding.severity) != (operator.code, operator.severity)
    )
    return Outcome(case, found, others)


def run(codes: tuple[str, ...] = ()) -> tuple[Result, ...]:
    """Plant every operator, or those of some codes, and judge."""
    projects = tuple(as_read(project) for project in load_clean_projects())
    alone, together = tuple((project,) for project in projects), tuple(groups(projects))
    results = []
    for operator in load_operators():
        if codes and operator.code not in codes:
            continue
        cases, hosts = plants(operator, alone if operator.scope == "project" else together)
        results.append(Result(operator, tuple(weigh(operator, case) for case in cases), hosts))
    return tuple(results)


def main() -> None:
    """Plant, judge, write."""
    if codes := tuple(sys.argv[1:]):
        explain(run(codes))
        return
    text = report(run())
    REPORT.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
