"""Drafts and projects in, how good the proposals for their faulty rows are in numbers out; writes proposals.md.

    .venv/bin/python -m benchmarks.proposals.measure [ROWS.jsonl …]

The 60 projects of projects.jsonl (two of each kind and two of none) were written without sight of the indicator library. Rows given on the command line
(say, of other governments' published tables) are measured too and kept nowhere.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from classifier.documents.files import load_draft
from classifier.documents.rows import RowError, read_rows
from classifier.model.scorer import Model, default_model
from classifier.suggest.request import Wish, suggest_for_draft, suggest_for_record
from classifier.types import FIELDS, Answer, Draft, Indicator, Location, PlanNode, Project, RowAnswer, Suggestion

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).parent
MOST_QUESTIONS = 2
GRAM, NEAR = 5, 0.8
TRACED = 10_000
TOP = 5
DIGITS = re.compile(r"\d+(?:\.\d+)?")


class Case(NamedTuple):
    """A faulty row and its proposals; `kind` is what the project was taken for."""

    where: str
    kind: str
    row: RowAnswer


def to_project(record: dict, number: int = 1) -> Project:
    """A line of projects.jsonl as a project in which every field has a cell."""
    cells = {field: Location(1, line, 2) for line, field in enumerate(("name", "budget", "purpose", "goal"), 1)}
    plan = None if not record["plan"] else tuple(PlanNode(label, Decimal(amount) if amount else None) for label, amount in record["plan"])
    rows = tuple(
        Indicator(
            line, **{field: row.get(field, "") for field in FIELDS}, locations={field: Location(2, line + 1, column) for column, field in enumerate(FIELDS, 1)}
        )
        for line, row in enumerate(record["indicators"], 1)
    )
    budget = Decimal(record["budget"])
    head = {"unit": record["unit"], "year": record["year"], "purpose": record["purpose"], "goal": record["goal"]}
    return Project(number, record["name"], budget=budget, fiscal=budget, plan=plan, indicators=rows, locations=cells, **head)


def whole_tables(model: Model) -> Iterator[tuple[str, Answer]]:
    """The redrafted tables of the example draft and of the projects."""
    draft = load_draft(ROOT / "examples" / "performance-tables-2023.docx")
    for project in draft.projects:
        yield f"draft-{project.number}", suggest_for_draft(draft, project.number, None, model)
    for line in (HERE / "projects.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        project = to_project(record)
        yield record["id"], suggest_for_draft(Draft("", unit=project.unit, year=project.year, projects=(project,)), 1, None, model)


def single_rows(paths: Iterable[Path], model: Model, top: int) -> Iterator[tuple[str, Answer]]:
    """The answers for rows of JSONL files, one by one."""
    for path in paths:
        with path.open(encoding="utf-8") as stream:
            for record in read_rows(stream):
                if not isinstance(record, RowError):
                    yield f"{path.name}:{record.line}", suggest_for_record(record, model, Wish(top=top))


def cases(answers: Iterable[tuple[str, Answer]]) -> list[Case]:
    """The faulty rows among the answers."""
    return [Case(where, answer.kind.code, row) for where, answer in answers for row in answer.rows if row.findings]


def questions(suggestion: Suggestion) -> int:
    """How many questions a drafter must answer before the proposal holds."""
    return len({trace.ref for trace in suggestion.trace if trace.origin == "slot"})


def answered(found: list[Case]) -> float:
    """The share of rows with a proposal that is ready or asks little."""
    return sum(any(s.ready or questions(s) <= MOST_QUESTIONS for s in case.row.suggestions) for case in found) / len(found)


def untraced(suggestion: Suggestion) -> list[str]:
    """Numbers of a proposal that no trace accounts for."""
    text = re.sub(r"【待填：[^】]*】", "", "\n".join((suggestion.name, suggestion.description, suggestion.value, suggestion.basis)))
    return [digits for digits in DIGITS.findall(text) if digits not in {trace.digits for trace in suggestion.trace}]


def near_duplicates(found: list[Case]) -> tuple[int, int, int]:
    """How many proposals there are, how many of them nearly repeat one for a project of another kind, and how many of those are general wordings."""
    made = {(case.kind, s.name, s.description): s for case in found if case.kind for s in case.row.suggestions if s.action == "replaced"}
    grams = {key: _grams(key[1] + key[2]) for key in made}
    keys = list(made)
    repeated = {
        key
        for i, key in enumerate(keys)
        for other in keys[:i]
        if key[0] != other[0] and len(grams[key] & grams[other]) >= NEAR * len(grams[key] | grams[other])
    }
    return len(made), len(repeated), sum("通用" in made[key].why for key in repeated)


def _grams(text: str) -> set[str]:
    return {text[start : start + GRAM] for start in range(len(text) - GRAM + 1)}


def main() -> None:
    """Measure and write proposals.md beside this file."""
    model = Model(default_model())
    tables = list(whole_tables(model))
    written = [row.suggestions[0] for _, answer in tables for row in answer.rows if row.suggestions]
    firm = [s for s in written if s.action in ("kept", "dropped") or "【待填" not in s.value]
    lines = ["# Proposals", "", "Made by `python -m benchmarks.proposals.measure`.", "", "| what | figure |", "|---|---|"]
    for name, part in (("example draft", "draft"), ("60 projects", "")):
        rows = cases((where, answer) for where, answer in tables if where.startswith("draft") == bool(part))
        lines.append(f"| {name}: faulty rows with a proposal that is ready or asks at most {MOST_QUESTIONS} questions | {answered(rows):.1%} of {len(rows)} |")
    for path in map(Path, sys.argv[1:]):
        rows = cases(single_rows([path], model, 3))
        lines.append(f"| rows given ({path.stem}), one by one: the same | {answered(rows):.1%} of {len(rows)} |")
    lines.append(f"| rows of the redrafted tables that are kept, dropped or have no open number | {len(firm) / len(written):.1%} of {len(written)} |")
    total, repeated, general = near_duplicates(cases(tables))
    lines.append(
        f"| proposals that nearly repeat one for a project of another kind | {repeated / total:.1%} of {total} ({general} of {repeated} are general wordings) |"
    )
    made = [s for case in cases(single_rows(sorted((ROOT / "annotations" / "rows").glob("*.jsonl")), model, TOP)) for s in case.row.suggestions]
    made += [s for case in cases(tables) for s in case.row.suggestions]
    faults = [digits for suggestion in made for digits in untraced(suggestion)]
    lines.append(f"| numbers without an origin in {len(made):,} proposals (at least {TRACED:,} wanted) | {len(faults)} |")
    actions = Counter(suggestion.action for suggestion in made)
    lines += ["", "Of these proposals: " + ", ".join(f"{action} {count:,}" for action, count in sorted(actions.items())) + "."]
    (HERE / "proposals.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
