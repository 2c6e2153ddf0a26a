"""A fault to plant and the code that must find it in, an entry of OPERATORS out; with the helpers that operators share.

Nothing here knows the rules: operators read a project with the house's own readers of values, places and kinds, and plant by the rule catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from random import Random
from typing import Any, Literal, NamedTuple

from classifier.types import Outline, Project, Severity

ProjectPlant = Callable[[Project, Random], Project | None]


DraftPlant = Callable[[tuple[Project, ...], Random], tuple[Project, ...] | None]


OutlinePlant = Callable[[Outline, Random], Outline | None]


Scope = Literal["project", "draft", "outline"]


class Operator(NamedTuple):
    """A declared fault.

    Attributes:
        also: codes of further errors that the fault truly brings with it, not counted against the rules.
        related: the code may stand in `related` of a finding of another code.
        anywhere: the finding may stand on either side (two projects with one name), not only on the project that was changed.
    """

    name: str
    code: str
    severity: Severity
    what: str
    scope: Scope
    plant: Any
    also: frozenset[str]
    related: bool
    anywhere: bool


OPERATORS: list[Operator] = []


def _declare(scope: Scope, code: str, severity: Severity, what: str, also: Collection[str], related: bool, anywhere: bool) -> Callable[[Any], Any]:
    def keep(plant: Any) -> Any:
        assert all(known.name != plant.__name__ for known in OPERATORS), plant.__name__
        OPERATORS.append(Operator(plant.__name__, code, severity, what, scope, plant, frozenset(also), related, anywhere))
        return plant

    return keep


def operator(code: str, severity: Severity, what: str, *, also: Collection[str] = (), related: bool = False) -> Callable[[ProjectPlant], ProjectPlant]:
    """Declare an operator that plants one fault in one project."""
    return _declare("project", code, severity, what, also, related, False)


def draft_operator(
    code: str, severity: Severity, what: str, *, also: Collection[str] = (), related: bool = False, anywhere: bool = True
) -> Callable[[DraftPlant], DraftPlant]:
    """Declare an operator that plants one fault among the projects of a draft."""
    return _declare("draft", code, severity, what, also, related, anywhere)


def outline_operator(code: str, severity: Severity, what: str, *, also: Collection[str] = ()) -> Callable[[OutlinePlant], OutlinePlant]:
    """Declare an operator that plants one fault in what a draft says outside its tables; the contents name all its projects."""
    return _declare("outline", code, severity, what, also, False, True)
