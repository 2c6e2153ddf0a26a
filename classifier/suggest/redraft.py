"""A project with what was found in it in, its whole table as the unit should have written it out: kept, repaired, replaced, dropped, added.

Rows are settled one after the other, so that each is checked against what stands before it; at the end the new table is judged as a whole, and a row
that fails there gives way to its next proposal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from classifier.analysis.analyse import analyse_project
from classifier.analysis.kinds import REQUIRED, load_kinds
from classifier.analysis.normalise import squeeze
from classifier.analysis.places import QUANTITY
from classifier.rules.base import Rule
from classifier.rules.costs import names_unit_cost
from classifier.rules.run import run_rules
from classifier.suggest.build import from_repair, keep
from classifier.suggest.context import Context
from classifier.suggest.propose import propose_added, propose_for_row
from classifier.suggest.recheck import as_row, probe
from classifier.suggest.repair import repair_row
from classifier.suggest.work import answers, lacking
from classifier.types import Finding, Project, RowAnswer, Suggestion

ROUNDS = 3
"""How often the table is judged as a whole; each time the rows that fail take their next proposal."""


def redraft(context: Context, top: int, rules: Mapping[str, Rule]) -> tuple[tuple[RowAnswer, ...], tuple[Finding, ...]]:
    """Redraft a project's table.

    Args:
        context: the project and what it is judged by.
        top: at most so many proposals a row; the first is the one that was taken.
        rules: all rules, as a bureau has set them; the new table is judged by them.

    Returns:
        An answer a row, added rows last, and what is found in the new table outside its rows.
    """
    answered: list[RowAnswer] = []
    for row in context.project.rows:
        number = row.indicator.row
        if number not in context.findings:
            answered.append(RowAnswer(number, row.indicator, (), (tidied(context, number) or keep(row.indicator),)))
            continue
        taken = {squeeze(line.indicator.name): line.place for line in context.project.rows}
        found = tuple(islice(propose_for_row(context, number, taken), top))
        answered.append(RowAnswer(number, row.indicator, context.findings[number], found))
        if found and found[0].action != "dropped":
            context = context.settled(as_row(found[0], number))
    answered += _added(context, top)
    for _ in range(ROUNDS):
        outside, failing = _judge(context, answered, rules)
        if not failing:
            break
        answered = [_next(answer) if position in failing else answer for position, answer in enumerate(answered)]
    else:
        outside, _ = _judge(context, answered, rules)
    return tuple(answered), outside


def tidied(context: Context, number: int) -> Suggestion | None:
    """A row whose only flaw is a hint that its own number mends (a cost without ≤)."""
    row = context.project.rows[number - 1]
    if names_unit_cost(row):
        return None  # a price that looks like a total is not made right by a sign
    hints = [f for f in run_rules(context.project, context.draft, context.rules)[0] if f.row == number]
    return next((from_repair(row, repair) for repair in repair_row(context.project, row, hints) if repair.ready and not repair.name), None)


def _added(context: Context, top: int) -> list[RowAnswer]:
    """Rows for the items of work that no quantity speaks of, and for the 二级指标 that the kind must carry and the table lacks."""
    added: list[RowAnswer] = []
    for item in lacking(context.project, (row.indicator.name + row.indicator.description for row in context.clean_rows() if row.place == QUANTITY)):
        found = tuple(islice((s for s in propose_added(context, QUANTITY) if answers(item, s.name)), top))
        if found:
            added.append(RowAnswer(None, None, (), found))
            context = context.settled(as_row(found[0], len(context.project.rows) + 1))
    for place in _missing(context):
        if found := tuple(islice(propose_added(context, place), top)):
            added.append(RowAnswer(None, None, (), found))
            context = context.settled(as_row(found[0], len(context.project.rows) + 1))
    return added


def _missing(context: Context) -> list[str]:
    """The 二级指标 that the kind must carry and the table has no row for; none where the kind is in doubt."""
    entry = load_kinds().get(context.source.kinds[0].code) if context.source.sure else None
    present = {row.place for row in context.project.rows}
    return [place for place, status in entry.places.items() if status == REQUIRED and place not in present] if entry else []


def _judge(context: Context, answered: Sequence[RowAnswer], rules: Mapping[str, Rule]) -> tuple[tuple[Finding, ...], set[int]]:
    """What is found in the new table outside its rows, and the positions of the answers whose rows are faulty there."""
    head = context.project.project
    written = [
        (position, answer.suggestions[0]) for position, answer in enumerate(answered) if answer.suggestions and answer.suggestions[0].action != "dropped"
    ]
    table = redrafted(head, [suggestion for _, suggestion in written])
    analysed = analyse_project(table, context.project.kind)
    found, _ = run_rules(analysed, context.draft, rules)
    faulty = {f.row for f in found if f.row is not None and f.severity != "hint"}
    faulty |= {row.indicator.row for row, verdict in zip(analysed.rows, context.model.judge_project(analysed), strict=True) if verdict.labels}
    changed = {position for number, (position, suggestion) in enumerate(written, 1) if number in faulty and suggestion.action != "kept"}
    return tuple(f for f in found if f.row is None), {position for position in changed if len(answered[position].suggestions) > 1}


def redrafted(head: Project, rows: Sequence[Suggestion]) -> Project:
    """The project with its new table, open slots filled with something sensible, as it is when it is judged."""
    return head._replace(indicators=tuple(probe(suggestion, number, head) for number, suggestion in enumerate(rows, 1)))


def _next(answer: RowAnswer) -> RowAnswer:
    """The answer with its second proposal first; the one that failed is offered no more."""
    return answer._replace(suggestions=answer.suggestions[1:])
