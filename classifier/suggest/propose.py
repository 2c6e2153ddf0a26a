"""A project and its faulty rows in, one to three proposals a row out, each re-checked by every rule and the model.

The drafter's row repaired comes first, where only its value is wrong; then rows of the library, those that answer to the
drafter's words and can be filled before others; a 二级指标 that the kind should not carry is proposed to go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from classifier.analysis.kinds import DISCOURAGED, place_status
from classifier.analysis.normalise import squeeze
from classifier.analysis.places import BENEFITS, COST, usual_level1
from classifier.model.scorer import Model
from classifier.rules.catalogue import load_row_rules
from classifier.rules.costs import find_multiplier, in_unit, plain
from classifier.rules.run import run_rules
from classifier.suggest.library import Entry, Shelf, find_object, load_shelf
from classifier.suggest.recheck import passes
from classifier.suggest.repair import repair_value
from classifier.suggest.slots import cell_name, fill_value, trace_digits
from classifier.types import Analysis, Finding, Indicator, IndicatorAnalysis, ProjectAnalysis, Suggestion, Trace

MOST = 3
"""Proposals a row."""


def propose_for_project(
    project: ProjectAnalysis, draft: Analysis, model: Model, rows: Iterable[int], top: int = MOST, shelf: Shelf | None = None
) -> Mapping[int | None, tuple[Suggestion, ...]]:
    """Propose better wording for some rows of a project.

    Args:
        project: the project.
        draft: the whole draft.
        model: the classifier, for the re-check.
        rows: the numbers of the rows to mend.
        top: at most so many proposals a row.
        shelf: the library's entries for the project's kind; the shipped ones if None.

    Returns:
        The proposals by row; none repeats a row of the table or a proposal for another row.
    """
    shelf = shelf or load_shelf(project.kind.code)
    findings = run_rules(project, draft, load_row_rules())[0]
    taken = {squeeze(line.indicator.name) for line in project.rows}
    sources: dict[int, Iterator[Suggestion]] = {}
    for number in sorted(rows):
        found = [finding for finding in findings if finding.row == number]
        sources[number] = _proposals(project.rows[number - 1], project, draft, model, found, taken, shelf)
    proposals: dict[int | None, list[Suggestion]] = {number: [] for number in sources}
    for _ in range(top):  # in turn, so that one row does not leave the others of its place without any
        for number, source in sources.items():
            if (suggestion := next(source, None)) is not None:
                proposals[number].append(suggestion)
                if suggestion.action != "dropped":
                    taken.add(squeeze(suggestion.name))
    return {number: tuple(found) for number, found in proposals.items()}


def keep(indicator: Indicator) -> Suggestion:
    """A row without findings, as it is."""
    trace = trace_digits(indicator, ("name", "description", "value", "basis"))
    texts = (indicator.level1, indicator.level2, indicator.name, indicator.description, indicator.value, indicator.basis)
    return Suggestion("kept", *texts, "没有发现问题", True, trace)


def propose_added(project: ProjectAnalysis, draft: Analysis, model: Model, places: Iterable[str], shelf: Shelf) -> Iterator[Suggestion]:
    """The best row of the library for each 二级指标 that a table lacks."""
    work = squeeze(project.project.name + project.project.purpose)
    taken = {squeeze(line.indicator.name) for line in project.rows}
    for place in places:
        for entry in _ranked(place, "", shelf, work):
            suggestion = _from_entry(entry, None, project)
            if squeeze(suggestion.name) not in taken and passes(suggestion, len(project.rows) + 1, project, draft, model):
                yield suggestion
                break


def _proposals(
    row: IndicatorAnalysis, project: ProjectAnalysis, draft: Analysis, model: Model, findings: list[Finding], taken: set[str], shelf: Shelf
) -> Iterator[Suggestion]:
    """The proposals for a row, best first, each re-checked when it is asked for; names in `taken` are passed over."""
    number = row.indicator.row
    values: set[str] = set()
    for suggestion in _repairs(row, project, findings):
        if suggestion.value not in values and passes(suggestion, number, project, draft, model):
            values.add(suggestion.value)
            yield suggestion
    dropped = _drop(row, shelf)
    if dropped and place_status(project.kind, row.place) == DISCOURAGED:
        yield dropped
        return
    said = squeeze(row.indicator.name + row.indicator.description + row.indicator.basis)
    work = squeeze(project.project.name + project.project.purpose)
    for entry in _ranked(row.place, said, shelf, work):
        suggestion = _from_entry(entry, row, project)
        again = row.place == COST and suggestion.value in values  # the same ceiling under another name
        if not again and squeeze(suggestion.name) not in taken and passes(suggestion, number, project, draft, model):
            values.add(suggestion.value)
            yield suggestion
    if not values and dropped:
        yield dropped


def _repairs(row: IndicatorAnalysis, project: ProjectAnalysis, findings: list[Finding]) -> Iterator[Suggestion]:
    """The row with its value mended; where the numbers say that it is a unit price, with its name and unit as well."""
    indicator = row.indicator
    explained = next((related for finding in findings for related in finding.related if related.code == "N003"), None)
    counted = find_multiplier(project, row) if explained else None
    if explained and counted:
        yield _unit_price(project, row, counted, explained.message)
    repair = repair_value(project.project, row, findings)
    if repair:
        trace = (*repair.trace, *trace_digits(indicator, ("name", "description", "basis")))
        texts = (indicator.name, indicator.description, repair.value, indicator.basis)
        yield Suggestion("repaired", indicator.level1, indicator.level2, *texts, repair.why, repair.ready, trace)


def _unit_price(project: ProjectAnalysis, row: IndicatorAnalysis, counted: IndicatorAnalysis, message: str) -> Suggestion:
    """The price of one of what the project is about; ready only where the quantity counts just that."""
    indicator, unit, measure = row.indicator, project.project.money_unit, counted.value.measure or "个"
    subject = find_object(project.kind.code, squeeze(project.project.name + project.project.purpose)) or counted.indicator.name
    amount, source = in_unit(row.value, unit) or Decimal(0), f"原指标值（{cell_name(indicator.locations.get('value'))}）"
    digits = plain(amount)
    trace = [Trace(digits, "cell", source) if amount == row.value.amount else Trace(digits, "computed", f"{source}换算为{unit}")]
    same = subject in counted.indicator.name + counted.indicator.description
    if not same:
        question = f"“{counted.indicator.name} {counted.value.text.strip()}”数的就是{subject}吗？"
        trace.append(Trace("", "slot", question))
    description = f"购置或办理每{measure}{subject}的全部费用"
    value = f"≤{digits}{unit}/{measure}"
    return Suggestion("repaired", indicator.level1, indicator.level2, f"{subject}单位成本", description, value, "采购合同", message, same, tuple(trace))


def _ranked(place: str, said: str, shelf: Shelf, work: str) -> list[Entry]:
    """The library's entries for a place, best first: made for this sub-kind, answering to the drafter's words, fillable."""
    entries = [entry for entry in shelf.entries if entry.level2 == place and _applies(entry, work)]
    return sorted(entries, key=lambda entry: (entry.id not in shelf.own, -_fitness(entry, said, work), entry.id))


def _applies(entry: Entry, work: str) -> bool:
    if any(word in work for word in entry.unless):
        return False
    return not entry.when or any(word in work for word in entry.when)


def _fitness(entry: Entry, said: str, work: str) -> int:
    made_for = 3 if entry.when else 0
    answers = sum(2 for word in entry.words if word in said)
    fillable = 2 if entry.fill in ("budget", "count", "unit_price", "deadline", "state", "zero", "regulation") else 1 if entry.fill in ("usual", "whole") else 0
    return made_for + answers + fillable + sum(word in work for word in entry.words)


def _from_entry(entry: Entry, row: IndicatorAnalysis | None, project: ProjectAnalysis) -> Suggestion:
    """An entry with its slots filled, in place of a row."""
    subject = find_object(project.kind.code, squeeze(project.project.name + project.project.purpose)) or entry.object
    filled = fill_value(entry, project, row, subject)
    name, description, basis = (text.replace("{object}", subject) for text in (entry.name, entry.description, entry.basis))
    level1 = row.indicator.level1 if row else usual_level1(entry.level2)
    level2 = row.indicator.level2 if row else entry.level2
    return Suggestion("replaced" if row else "added", level1, level2, name, description, filled.value, basis, entry.why, filled.ready, filled.trace)


def _drop(row: IndicatorAnalysis, shelf: Shelf) -> Suggestion | None:
    """The proposal that a row of effect should go, with the reason; None for outputs and satisfaction."""
    if row.place not in BENEFITS:
        return None
    indicator = row.indicator
    known = shelf.discouraged.get(row.place, "")
    why = known or f"指标库里没有适合的{row.place.removesuffix('指标')}，请自行判断：说不出可核实的效果，就删去本行，不必凑齐"
    texts = (indicator.name, indicator.description, indicator.value, indicator.basis)
    trace = trace_digits(indicator, ("name", "description", "value", "basis"))
    if not known:
        trace += (Trace("", "slot", "本项目有没有可核实的这类效果？"),)
    return Suggestion("dropped", indicator.level1, indicator.level2, *texts, why, bool(known), trace)
