"""What the rules made of every plant in, the text of mutation.md, or the misses line by line, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.mutation_operators import NOT_DECIDABLE
from benchmarks.mutations.base import Operator
from classifier.types import Draft, Finding, Project

PLANTS = 300
"""At most so many plants an operator."""


class Case(NamedTuple):
    """A draft before and after a plant, and the numbers of the projects that were changed."""

    before: Draft
    after: Draft
    changed: frozenset[int]


class Outcome(NamedTuple):
    """What the rules made of one plant."""

    case: Case
    found: bool
    others: tuple[Finding, ...]


class Result(NamedTuple):
    """An operator with its plants and in how many projects (or groups) it found a place."""

    operator: Operator
    outcomes: tuple[Outcome, ...]
    hosts: int


def percent(part: int, whole: int) -> str:
    """A share as printed; rounded down, so that only all is 100 %."""
    return f"{part * 1000 // whole / 10:.1f} %" if whole else "–"


def report(results: tuple[Result, ...]) -> str:
    """The text of mutation.md."""
    planted = sum(len(result.outcomes) for result in results)
    found = sum(outcome.found for result in results for outcome in result.outcomes)
    noisy = sum(bool(outcome.others) for result in results for outcome in result.outcomes)
    full = sum(all(outcome.found for outcome in result.outcomes) for result in results if result.outcomes)
    lines = [
        "# Faults planted in clean tables",
        "",
        "Made by `python -m benchmarks.mutation`; the operators stand in `benchmarks/mutations/` and were written from the rule catalogue, without reading the",
        "rules. After a first run against the rules as they then stood some were narrowed or split where the plant itself was in doubt (two costs,",
        "a number in the name, mixed money units; F012, N010, R013 split); this hides some other errors; none was dropped for being missed.",
        "Each plants one fault in a clean project of `tests/cases/clean` (a draft that holds it alone), or in a draft of four; all plants",
        f"of an operator differ, at most {PLANTS}. Found: a new finding of that code and severity on the planted project.",
        "Hosts: projects (drafts) that have a place.",
        "Other errors: plants after which another error stands that was not there before and does not follow from the fault; with their codes.",
        "",
        f"Operators {len(results)}, codes {len({result.operator.code for result in results})}; plants {planted}, found {found} ({percent(found, planted)});",
        f"plants with other errors {noisy} ({percent(noisy, planted)}); operators found every time {full}, operators without a place "
        f"{sum(not result.outcomes for result in results)}.",
        "",
        "| code | severity | fault | scope | plants | hosts | found | recall | other errors |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for operator, outcomes, hosts in results:
        hits, others = sum(outcome.found for outcome in outcomes), Counter(finding.code for outcome in outcomes for finding in outcome.others)
        noise = sum(bool(outcome.others) for outcome in outcomes)
        codes = f"{noise} (" + ", ".join(f"{code} {count}" for code, count in sorted(others.items())) + ")" if noise else "0"
        what = operator.what + ("（代码可在 related）" if operator.related else "")
        row = (operator.code, operator.severity, what, operator.scope, str(len(outcomes)), str(hosts), str(hits), percent(hits, len(outcomes)), codes)
        lines.append(f"| {' | '.join(row)} |")
    lines += ["", "## Faults that the draft does not show", "", "| fault | why nobody can tell |", "|---|---|"]
    lines += [f"| {fault} | {reason} |" for fault, reason in NOT_DECIDABLE]
    return "\n".join(lines) + "\n"


def differences(case: Case) -> Iterator[str]:
    """What a plant changed, for a reader."""
    if case.before.outline != case.after.outline:
        yield f"outline {case.after.outline.contents} {[(section.number, section.goal[:8], section.indicators[:8]) for section in case.after.outline.sections]}"
    before = {project.number: project for project in case.before.projects}
    for project in case.after.projects:
        old = before.get(project.number)
        for field in Project._fields if old is not None and old != project else ():
            was, now = getattr(old, field), getattr(project, field)
            if field == "indicators":
                rows = {row.row: row for row in was}
                yield from (f"{project.name} row {row.row}: {show(row)}  <- {show(rows.get(row.row))}" for row in now if rows.get(row.row) != row)
                yield from (f"{project.name} row {row.row} gone: {show(row)}" for row in was if row.row not in {other.row for other in now})
            elif was != now:
                yield f"{project.name} {field}: {now}  <- {was}"


def show(row: object) -> str:
    """A row in one line."""
    fields = ("level1", "level2", "name", "value", "basis", "weight")
    return "|".join(str(getattr(row, field) or "") for field in fields) if row else "(new)"


def explain(results: tuple[Result, ...]) -> None:
    """Print what was missed and what else was set off."""
    for result in results:
        for outcome in result.outcomes:
            if outcome.found and not outcome.others:
                continue
            told = "; ".join(f"{finding.code} {finding.row} {finding.message}" for finding in outcome.others)
            print(f"{result.operator.code} {result.operator.name} {'other' if outcome.found else 'MISSED'}: {' & '.join(differences(outcome.case))} {told}")
