"""What a cue sees (Row) and how it is declared (@cue, with examples that run as its tests)."""

from collections.abc import Callable
from typing import NamedTuple, Protocol, TypeVar

from classifier.analysis.normalise import squeeze
from classifier.analysis.places import COST, QUANTITY
from classifier.types import Cue, Indicator, Kind, Project, Value

Signal = tuple[str, str] | None
"""The field and the words that set a cue off; None where it stays silent."""


def reads_as_rate(value: Value, place: str) -> bool:
    """A percentage, or a number whose unit cell holds a phrase where % was meant."""
    if value.kind == "percent":
        return True
    return place not in (QUANTITY, COST) and value.kind == "count" and bool(value.unit) and not value.measure


class Row:
    """One indicator in its project, as the cues look at it.

    Attributes:
        name: the name without white space, in half-width signs; description and basis likewise.
        bare_name: the name without a remark in brackets at its end.
        wording: name and description together: the better one counts.
        work: what the project says of itself: name, purpose and goal.
    """

    def __init__(self, indicator: Indicator, project: Project, kind: Kind, place: str, value: Value) -> None:
        self.indicator, self.project, self.kind, self.place, self.value = indicator, project, kind, place, value
        self.name, self.description, self.basis = squeeze(indicator.name), squeeze(indicator.description), squeeze(indicator.basis)
        head, bracket, _ = self.name.partition("(")
        self.bare_name = head if bracket and head else self.name
        self.wording = self.name if self.description in self.name else self.name + "|" + self.description
        self.work = squeeze(project.name + project.purpose + project.goal)

    @property
    def is_rate(self) -> bool:
        """Whether the value reads as a share of a hundred."""
        return reads_as_rate(self.value, self.place)


Check = Callable[[Row], Signal]
Example = dict[str, str]


class CueRule(NamedTuple):
    """A declared cue: `hits` and `misses` are example rows that set it off and that look alike but must not."""

    code: str
    name: str
    check: Check
    hits: tuple[Example, ...]
    misses: tuple[Example, ...]

    def signal(self, row: Row) -> Cue | None:
        found = self.check(row)
        return Cue(self.code, self.name, found[0], found[1]) if found else None


class Coded(Protocol):
    """Whatever has a code of the rule catalogue."""

    @property
    def code(self) -> str: ...


Declared = TypeVar("Declared", bound=Coded)


def register(registry: dict[str, Declared], rule: Declared) -> None:
    """Put a declared cue into its registry; a code stands once."""
    if rule.code in registry:
        raise ValueError(f"cue {rule.code} is declared twice")
    registry[rule.code] = rule


REGISTRY: dict[str, CueRule] = {}


def cue(code: str, name: str, hits: list[Example], misses: list[Example]) -> Callable[[Check], Check]:
    """Declare a cue; its code is the one of the rule catalogue and stands once."""

    def declare(check: Check) -> Check:
        register(REGISTRY, CueRule(code, name, check, tuple(hits), tuple(misses)))
        return check

    return declare


def ex(level2: str, name: str, value: str = "", **more: str) -> Example:
    """An example row; `project`, `purpose`, `goal`, `description` and `basis` may be added."""
    return {"level2": level2, "name": name, "value": value, **more}
