"""Every entry of the library, its slots filled, stands in a project of its kind (a general one: of its work) without a finding and without a label."""

from __future__ import annotations

from decimal import Decimal

import pytest

from classifier.analysis.analyse import analyse_draft
from classifier.analysis.kinds import find_kind, load_kinds
from classifier.analysis.normalise import squeeze
from classifier.rules.catalogue import load_row_rules
from classifier.suggest.build import from_entry
from classifier.suggest.context import Context
from classifier.suggest.library import Entry, load_general, load_shelf
from classifier.suggest.rank import Source
from classifier.suggest.recheck import passes
from classifier.types import Draft, PlanNode, Project

KINDS = list(load_kinds())
WITHHELD = {"K22-社会-03", "K26-社会-03"}
"""Entries that the shipped model labels even in a project that speaks their words; the re-check keeps them from drafters."""

SILENT_SHARE = 0.05
"""A project that says nothing but its kind leaves the model little to go by; so much of the library may be withheld from it."""

PLAN = tuple(PlanNode(f"{month}月底", Decimal(amount)) for month, amount in ((3, 3), (6, 6), (10, 12), (12, 12)))


def project_for(entry: Entry, kind: str, speaks: bool) -> Project:
    """A project of the kind to which the entry applies; one that `speaks` has the entry's words in its purpose."""
    needed = entry.object + "".join(entry.when[:1])
    heads = [(word + needed, "") for word in load_kinds()[kind].words] + [(word, needed) for word in load_kinds()[kind].words]
    name, purpose = next(head for head in heads if _suits(*head, entry, kind))
    for word in entry.words if speaks else ():
        if _suits(name, f"{purpose}，{word}", entry, kind):
            purpose = f"{purpose}，{word}"
    return Project(1, name, year=2024, budget=Decimal(12), purpose=purpose, plan=PLAN)


def _suits(name: str, purpose: str, entry: Entry, kind: str) -> bool:
    excluded = any(word in name + purpose for word in entry.unless)
    return not excluded and find_kind(squeeze(name), squeeze(purpose)).code == kind


def withheld(kind: str, model, speaks: bool) -> set[str]:
    """The entries of a kind that do not pass the re-check."""
    return {entry.id for entry in load_shelf(kind).entries if not _passes(entry, project_for(entry, kind, speaks), model)}


def _passes(entry: Entry, project: Project, model, general: bool = False) -> bool:
    draft = analyse_draft(Draft("", projects=(project,)))
    (analysed,) = draft.projects
    context = Context(analysed, draft, model, load_row_rules(), Source((), False), {})
    return passes(context, from_entry(entry, None, analysed, analysed.kind.code, general), 1)


@pytest.mark.parametrize("kind", KINDS)
def test_filled_entry_is_sound_in_a_project_of_its_kind(kind: str, model):
    assert withheld(kind, model, speaks=True) - WITHHELD == set()


def test_entries_known_to_be_withheld_are_in_the_library():
    assert {entry.id for kind in KINDS for entry in load_shelf(kind).entries} >= WITHHELD


def test_project_that_says_nothing_but_its_kind_loses_little_of_the_library(model):
    lost = [entry for kind in KINDS for entry in withheld(kind, model, speaks=False)]
    assert len(lost) <= SILENT_SHARE * sum(len(load_shelf(kind).entries) for kind in KINDS), lost


# ---- the general shelf -------------------------------------------------------------------------------------------

GENERAL = load_general().entries


def projects_of(entry: Entry) -> list[Project]:
    """Projects that do the work that a general entry is for, one for each of its words, which speak the entry's own words too."""
    done = [entry.object + word for word in entry.when or ("",)]
    heads = [(work, "，".join((work, *entry.words))) for work in done] + [(work, work) for work in done]
    sound = [head for head in heads if not any(word in "".join(head) for word in entry.unless)]
    return [Project(1, name, year=2024, budget=Decimal(12), purpose=purpose, plan=PLAN) for name, purpose in sound]


@pytest.mark.parametrize("entry", GENERAL, ids=lambda entry: entry.id)
def test_general_entry_is_sound_in_a_project_of_its_work(entry: Entry, model):
    assert any(_passes(entry, project, model, general=True) for project in projects_of(entry))
