"""A project and its faulty rows in, one to three proposals a row out, each re-checked by every rule and the model.

The drafter's row repaired comes first; then what the purpose states and the table lacks, and rows of the library; a 二级指标 that the kind should not
carry is proposed to go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from classifier.analysis.kinds import DISCOURAGED, REQUIRED, load_kinds, place_status
from classifier.analysis.normalise import squeeze
from classifier.analysis.places import COST, ECOLOGICAL, ECONOMIC, QUANTITY, SATISFACTION, SOCIAL
from classifier.analysis.words import any_in
from classifier.analysis.words import words as cue_words
from classifier.rules.costs import find_multiplier
from classifier.suggest.build import drop, from_entry, from_facts, from_recipients, from_repair, from_unit_price
from classifier.suggest.context import Context
from classifier.suggest.matching import same_measure, shared
from classifier.suggest.rank import Ranked, rank, wanted_for
from classifier.suggest.recheck import passes
from classifier.suggest.repair import repair_row
from classifier.suggest.wording import place_by_name
from classifier.suggest.work import Item, lacking
from classifier.types import Finding, IndicatorAnalysis, ProjectAnalysis, Suggestion

BEFORE_DROPPING = 2
"""Proposals after which an effect that need not be shown is proposed to go."""

FITTING = 6.0
"""From this fitness on an entry of the trade speaks of the project's own people."""

HOUSES = ("家", "户", "个")

MOST = 3
"""Proposals a row."""


def propose_for_project(context: Context, rows: Iterable[int], top: int = MOST) -> Mapping[int | None, tuple[Suggestion, ...]]:
    """Propose better wording for some rows of a project.

    Args:
        context: what proposals are made with.
        rows: the numbers of the rows to mend.
        top: at most so many proposals a row.

    Returns:
        The proposals by row; none repeats a row of the table or a proposal for another row.
    """
    taken = {squeeze(line.indicator.name): line.place for line in context.project.rows}
    sources = {number: propose_for_row(context, number, taken) for number in sorted(rows)}
    proposals: dict[int | None, list[Suggestion]] = {number: [] for number in sources}
    for _ in range(top):  # in turn, so that one row does not leave the others of its place without any
        for number, source in sources.items():
            if (suggestion := next(source, None)) is not None:
                proposals[number].append(suggestion)
                if suggestion.action != "dropped":
                    taken[squeeze(suggestion.name)] = context.project.rows[number - 1].place
    return {number: tuple(found) for number, found in proposals.items()}


def propose_for_row(context: Context, number: int, taken: Mapping[str, str]) -> Iterator[Suggestion]:
    """The proposals for a row, best first, each re-checked when it is asked for; names in `taken` are passed over."""
    row = context.project.rows[number - 1]
    row = row if row.place else row._replace(place=place_by_name(row.indicator.name))
    offered: list[Suggestion] = []
    dropped = drop(row, context.source.discouraged(row.place))
    for suggestion in _candidates(context, row, offered):
        own = suggestion.action == "repaired"
        if own and (suggestion.name, suggestion.value) == (row.indicator.name, row.indicator.value):
            continue
        if not _again(suggestion, offered, row) and (own or not _repeats(context, suggestion, row, taken)) and passes(context, suggestion, number):
            offered.append(suggestion)
            yield suggestion
            if dropped and len(offered) == BEFORE_DROPPING and row.place not in _needed(context):
                yield dropped  # the third choice: an effect that nobody can show is better left out
                dropped = None
    if (dropped and row.place not in _needed(context)) or (dropped and not offered):
        yield dropped


def propose_added(context: Context, place: str) -> Iterator[Suggestion]:
    """The rows that may be added to a table at a place, best first."""
    taken = {squeeze(line.indicator.name): line.place for line in context.project.rows}
    wanted = wanted_for(context.project, None, _lacking(context, None))
    ranked = (item for item in rank(place, context.source, wanted) if not (item.general and context.source.sure))
    built = (from_entry(item.entry, None, context.project, context.source.kind, item.general) for item in ranked)
    for suggestion in (*from_facts(place, None, context.project), *built):
        if not _repeats(context, suggestion, None, taken) and passes(context, suggestion, len(context.project.rows) + 1):
            yield suggestion


def _candidates(context: Context, row: IndicatorAnalysis, offered: list[Suggestion]) -> Iterator[Suggestion]:
    """What might be proposed for a row, best first; the library is asked only when all before it was refused or used up."""
    project = context.project
    found = context.findings.get(row.indicator.row, ())
    yield from _repairs(context, row, found)
    if context.source.sure and place_status(context.source.kinds[0], row.place) == DISCOURAGED and not _aimed_at(project, row, found):
        return
    facts = list(from_facts(row.place, row, project))
    near = [suggestion for suggestion in facts if shared(suggestion.name, row.indicator.name)]
    yield from near
    ranked = rank(row.place, context.source, wanted_for(project, row, _lacking(context, row)))
    if row.place == SATISFACTION or "满意" in row.indicator.name:
        yield from _asked_of_people(context, row, ranked, found)
        return
    entries = (_with_reasons(from_entry(item.entry, row, project, context.source.kind, item.general), found) for item in ranked)
    if row.place == QUANTITY:
        yield from (suggestion for suggestion in facts if suggestion not in near)
        yield from entries
        return
    yield from entries
    yield from (suggestion for suggestion in facts if suggestion not in near)


def _asked_of_people(context: Context, row: IndicatorAnalysis, ranked: list[Ranked], found: tuple[Finding, ...]) -> Iterator[Suggestion]:
    """Satisfaction: the trade's own rows where they fit, then the people whom the project names, then the rest."""
    entries = [(item, _with_reasons(from_entry(item.entry, row, context.project, context.source.kind, item.general), found)) for item in ranked]
    fitting = [suggestion for item, suggestion in entries if not item.general and context.source.sure and item.fitness >= FITTING]
    yield from fitting[:1]
    yield from (_with_reasons(suggestion, found) for suggestion in from_recipients(row, context.project))
    yield from (suggestion for _, suggestion in entries if suggestion not in fitting[:1])


def _with_reasons(suggestion: Suggestion, found: tuple[Finding, ...]) -> Suggestion:
    """A replaced row says what was wrong with the old value too, where name and value were both at fault."""
    faults = [finding.message for finding in found if finding.field == "value" and finding.label is None]
    return suggestion._replace(why=f"{suggestion.why}；原指标值：{'；'.join(faults)}") if faults else suggestion


def _needed(context: Context) -> frozenset[str]:
    """Effects that a table of this kind must show: the social one, and what else the kind must carry."""
    entry = load_kinds().get(context.source.kind) if context.source.sure else None
    return frozenset((SOCIAL, *(place for place, status in entry.places.items() if status == REQUIRED))) if entry else frozenset((SOCIAL,))


def _aimed_at(project: ProjectAnalysis, row: IndicatorAnalysis, found: tuple[Finding, ...]) -> bool:
    """Whether the project itself names an effect that its kind seldom has (income in a goal, pollution in a purpose), and the row is not found out of place."""
    themes = {ECONOMIC: "economy", ECOLOGICAL: "ecology"}
    place = row.place
    return (
        place in themes
        and all(finding.code != "W002" for finding in found)
        and any_in(cue_words(themes[place]), project.project.purpose + project.project.goal)
    )


def _repairs(context: Context, row: IndicatorAnalysis, found: tuple[Finding, ...]) -> Iterator[Suggestion]:
    """The row repaired; where the numbers say that a cost is a unit price, with its name and unit as well."""
    project = context.project
    explained = next((related for finding in found for related in finding.related if related.code == "N003"), None)
    counted = find_multiplier(project, row) if explained else None
    if explained and counted:
        yield from_unit_price(project, context.source.kind, row, counted, explained.message)
    yield from (from_repair(row, repair) for repair in repair_row(project, row, found))


def _lacking(context: Context, row: IndicatorAnalysis | None) -> tuple[Item, ...]:
    """The items of work that no clean row beside this one speaks of; quantities first of all are to say what is done."""
    outputs = (other for other in context.clean_rows() if other is not row and other.place == QUANTITY)
    return lacking(context.project, (other.indicator.name + other.indicator.description for other in outputs))


def _alike(measure: str) -> tuple[str, ...]:
    """Units in which the same things are counted."""
    return HOUSES if measure in HOUSES else (measure,) if measure else ("\n",)


def _again(suggestion: Suggestion, offered: list[Suggestion], row: IndicatorAnalysis) -> bool:
    """Whether a proposal says once more what was offered for the row: the same name and value, or the same ceiling under another name."""
    return any(
        (squeeze(other.name) == squeeze(suggestion.name) and (other.value == suggestion.value or suggestion.action != "repaired"))
        or (row.place == COST and other.value == suggestion.value)
        for other in offered
    )


def _repeats(context: Context, suggestion: Suggestion, row: IndicatorAnalysis | None, taken: Mapping[str, str]) -> bool:
    """Whether a proposal measures what another row of the table does already, or brings the very number of another quantity once more."""
    place = row.place if row else suggestion.level2
    if squeeze(suggestion.name) in taken:
        return True
    others = [other for other in context.clean_rows() if other is not row and other.place == place]
    if any(same_measure(other.indicator.name, suggestion.name) for other in others):
        return True
    value = squeeze(suggestion.value).lstrip("≥≤=")
    open_count = place == QUANTITY and suggestion.value.startswith(("=【", "≥【"))
    if open_count and any(shared(other.indicator.name, suggestion.name) and suggestion.value.endswith(_alike(other.value.measure)) for other in others):
        return True  # the number is asked for, and a row of the same thing stands there with its number
    return place in (QUANTITY, COST) and any(squeeze(other.indicator.value).lstrip("≥≤=") == value for other in others)
