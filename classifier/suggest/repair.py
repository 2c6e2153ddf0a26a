"""A faulty row in, the same row with its value (and its name, where that is at fault too) repaired out; the drafter's words and numbers stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from classifier.analysis.places import COST, QUANTITY
from classifier.suggest.facts import project_facts, row_facts
from classifier.suggest.filled import Repair
from classifier.suggest.matching import content_pairs
from classifier.suggest.repair_form import ask_unit, ask_value, find_unit_stated, mend_form, strip_placeholder
from classifier.types import Finding, IndicatorAnalysis, ProjectAnalysis


def repair_row(project: ProjectAnalysis, row: IndicatorAnalysis, findings: Iterable[Finding]) -> Iterator[Repair]:
    """Repair a row so far as the draft itself says how.

    Args:
        project: the row's project.
        row: the row.
        findings: what rules and classifier found on it.

    Yields:
        The repairs, the one that leaves the best row first.
    """
    codes = {finding.code for finding in findings}
    if "F016" in codes and (repair := strip_placeholder(row)):
        yield repair
    if row.place == COST:
        from classifier.suggest.repair_cost import repair_cost  # what one place needs costs the others' start nothing

        yield from repair_cost(project, row, codes)
        return
    facts = (*row_facts(row.indicator, with_value=row.value.kind == "qualitative"), *project_facts(project.project))
    if row.place == QUANTITY:
        from classifier.suggest.repair_name import ask_count, count_stated, count_under_rate, number_in_name

        others = {other.value.amount for other in project.rows if other is not row and other.place == QUANTITY and other.value.amount is not None}
        renamed = (number_in_name(row, facts), count_under_rate(row, codes, facts), count_stated(row, facts, others), ask_count(row))
        yield from (repair for repair in renamed if repair)
    repair = mend_form(row, codes) or find_unit_stated(row, codes, facts)
    if not repair and content_pairs(row.indicator.name):
        repair = ask_unit(row, codes) or ask_value(row, codes)
    if repair:
        yield repair
