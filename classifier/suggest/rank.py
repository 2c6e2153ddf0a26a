"""A project and a place in, the library's entries that may stand there out, best first: fit for the trade, the drafter's words, what the table lacks."""

from pathlib import Path
from typing import NamedTuple

from classifier.analysis.normalise import squeeze
from classifier.analysis.places import BENEFITS, QUANTITY, SATISFACTION
from classifier.suggest.library import Entry, Shelf, load_general, load_shelf
from classifier.suggest.matching import content_pairs, shared
from classifier.suggest.wording import words
from classifier.suggest.work import Item, answers, holds_action, opening_of, title_of, work_items
from classifier.types import IndicatorAnalysis, Kind, ProjectAnalysis

MOST_SHARED = 4
"""Character pairs in common beyond which more say nothing more."""

CONCEPT = 3.0
"""What it is worth that a general wording makes measurable what the drafter's row says itself."""

OF_ANOTHER_THING = 4.0
"""By how much an entry of the trade stands behind that has nothing in common with the project's own words."""

HEARD = (*BENEFITS, QUANTITY, SATISFACTION)
"""Places at which the general shelf goes by the drafter's row as well as by the project: what a row of quality or time says tells nothing of the work."""

OF_THE_TRADE = 2.0
"""From this worth of its word on an entry was written for the project's own work."""

BEHIND_THE_TRADE, BEHIND_A_GUESS = 3.0, 1.5
"""By how much a general wording stands behind one of the trade, where the kind is sure and where it is in doubt; twice that if it says no action."""

FILLABLE = {"budget": 2, "count": 1, "unit_price": 1, "deadline": 2, "state": 2, "zero": 2, "regulation": 2, "usual": 2, "whole": 2}
"""What it is worth that a value can be filled without asking."""


class Source(NamedTuple):
    """Where entries come from: the kind's own shelf, the kinds that come near it where the kind is in doubt, and the general shelf."""

    kinds: tuple[Kind, ...]
    sure: bool
    library: Path | None = None

    @property
    def kind(self) -> str:
        """The code of the best kind, "" for none."""
        return self.kinds[0].code if self.kinds else ""

    def shelf(self, place: str = "") -> Shelf:
        """The shelf of the project's own kind."""
        return load_shelf(self.kind, self.library, place)

    def discouraged(self, place: str) -> str:
        """Why the project's kind should not set a place, "" where it may or where the kind is in doubt."""
        return self.shelf(place).discouraged.get(place, "") if self.sure else ""


class Wanted(NamedTuple):
    """What an entry is chosen for.

    Attributes:
        said: the drafter's own words for the row, with description and basis.
        named: its name, and its value where that is words.
        work: the project's name and purpose.
        title: its name without department and year.
        opening: the first clause of its purpose.
        done: its title; with its items of work where the title names no action.
        lacking: the items of work that no row answers yet.
    """

    said: str
    named: str
    work: str
    title: str
    opening: str
    done: str
    lacking: tuple[Item, ...] = ()


class Ranked(NamedTuple):
    """An entry, whether it is from the general shelf, and how well it fits."""

    entry: Entry
    general: bool
    fitness: float


def wanted_for(project: ProjectAnalysis, row: IndicatorAnalysis | None, lacking: tuple[Item, ...]) -> Wanted:
    """What a row of the library is wanted for, in place of a row or beside the others."""
    head = project.project
    said = squeeze(row.indicator.name + row.indicator.description + row.indicator.basis) if row else ""
    title = title_of(head.name)
    done = title if holds_action(title) else "\n".join((title, *(item.text for item in work_items(head))))
    value = row.indicator.value if row and row.value.kind == "qualitative" else ""
    named = squeeze(row.indicator.name + value).replace("维护", "") if row else ""  # 维护稳定 is no upkeep
    return Wanted(said, named, squeeze(head.name + head.purpose), title, opening_of(head.purpose), done, lacking)


def rank(place: str, source: Source, wanted: Wanted) -> list[Ranked]:
    """The entries for a place that apply to the project, best first.

    Of kinds that are in doubt only what speaks of the project or the row is taken: a wrong trade is worse than a general wording.
    """
    if not place:
        return []
    own = source.shelf(place).own
    applying = [entry for entry in source.shelf(place).entries if _applies(entry, place, wanted)]
    found = [Ranked(entry, False, _fitness(entry, wanted) - (0 if _speaks_of(entry, wanted) else OF_ANOTHER_THING)) for entry in applying]
    if not source.sure:
        found = [item for item in found if item.entry.id in own or _speaks_of(item.entry, wanted)]
    for kind in () if source.sure else source.kinds[1:]:
        entries = (entry for entry in load_shelf(kind.code, None, place).entries if _applies(entry, place, wanted) and _speaks_of(entry, wanted))
        found += [Ranked(entry, False, _fitness(entry, wanted) - 1) for entry in entries]
    general = (entry for entry in load_general(place).entries if _applies_in_general(entry, place, wanted))
    behind = BEHIND_THE_TRADE if source.sure else BEHIND_A_GUESS
    if any(_by_trade(item.entry, wanted) >= OF_THE_TRADE for item in found):
        behind += CONCEPT  # what was written for this very work goes first
    found += [Ranked(entry, True, _fitness(entry, wanted, general=True) - _behind(entry, behind)) for entry in general]
    return sorted(found, key=lambda item: (item.entry.id not in own, -item.fitness, item.entry.id))


def _behind(entry: Entry, behind: float) -> float:
    """A date by which the work is done is worth as much in general as in any trade."""
    return 0.0 if entry.fill == "deadline" else behind if entry.when else 2 * behind


def _applies(entry: Entry, place: str, wanted: Wanted) -> bool:
    if entry.level2 != place or any(word in wanted.work for word in entry.unless):
        return False
    return not entry.when or any(word in wanted.work for word in entry.when)


def _applies_in_general(entry: Entry, place: str, wanted: Wanted) -> bool:
    """The general shelf goes by what is done: by the project's title and the items of its work, for effects and quantities also by the drafter's row."""
    if entry.level2 != place or any(word in wanted.work for word in entry.unless):
        return False
    heard = wanted.done + "\n" + wanted.named if place in HEARD else wanted.done
    return not entry.when or any(word in heard for word in entry.when)


def _speaks_of(entry: Entry, wanted: Wanted) -> bool:
    """Whether an entry has content in common with the project, or for an output with the drafter's row, beyond the one word that it is kept for; a row of
    effect says little of the trade.
    """
    about = wanted.work if entry.level2 in BENEFITS else wanted.said + "\n" + wanted.work
    return shared(entry.name, about) > 1 or any(word in about for word in entry.words if len(content_pairs(word)) > 1)


def _by_trade(entry: Entry, wanted: Wanted) -> float:
    """What the word that an entry is kept for is worth: most in the title, something in the purpose's first clause or in the row; elsewhere it names means."""
    if not entry.when:
        return 0.0
    if any(word in wanted.title for word in entry.when):
        return 3.0
    return 2.0 if any(word in wanted.opening + wanted.said for word in entry.when) else -2.0


def _fitness(entry: Entry, wanted: Wanted, general: bool = False) -> float:
    telling = [word for word in entry.words if content_pairs(word)]
    by_trade = _by_trade(entry, wanted)
    by_concept = CONCEPT if general and entry.level2 in HEARD and any(word in wanted.named for word in entry.when) else 0.0
    by_title = 1.5 if any(wanted.title.endswith(word) for word in entry.when) else 0.0
    by_words = sum(1.5 for word in telling if word in wanted.said) + sum(0.5 for word in telling if word in wanted.work)
    by_name = min(shared(entry.name, wanted.said), MOST_SHARED) + 0.5 * min(shared(entry.name, wanted.work), MOST_SHARED)
    covers = 4.0 if any(answers(item, entry.name) for item in wanted.lacking) else 0.0
    idle = 1.0 if entry.fill == "ask" and any(entry.name.endswith(word) for word in words("activity")) else 0.0
    return by_concept + by_trade + by_title + by_words + by_name + covers - idle + FILLABLE.get(entry.fill, 0)
