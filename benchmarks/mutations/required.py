"""Whole groups of rows left out (F003 F004 T001 T002 T003), as operators."""

from __future__ import annotations

from random import Random

from benchmarks.mutations.base import operator
from benchmarks.mutations.reading import entries, has, is_placed, kind_of
from benchmarks.mutations.writing import drop
from classifier.analysis.kinds import REQUIRED, load_kinds
from classifier.analysis.places import BENEFITS, COST, OUTPUTS, QUALITY, QUANTITY, SATISFACTION, SOCIAL
from classifier.types import Project

MUST_HAVE_COST = ("K09", "K10", "K11")
MUST_HAVE_QUALITY = ("K08", "K11")
PUBLIC = ("K06", *(f"K{number}" for number in range(15, 25)))
NO_BENEFITS_NEEDED = ("K01", "K02", "K03", "")


@operator("F003", "error", "产出指标整组漏填", also=("T001", "T002"))
def outputs_lost(project: Project, random: Random) -> Project | None:
    """Take all output rows away; costs stay where they are a level of their own."""
    gone = {e.row.row for e in entries(project) if "产出" in e.row.level1 or "完成指标" in e.row.level1 or (e.place in OUTPUTS and "成本" not in e.row.level1)}
    return drop(project, gone) if is_placed(project) and 0 < len(gone) < len(project.indicators) else None


@operator("F003", "error", "效益指标整组漏填")
def benefits_lost(project: Project, random: Random) -> Project | None:
    """Take all benefit rows away, where the kind of project must have some."""
    gone = {e.row.row for e in entries(project) if e.place in BENEFITS}
    left = [e for e in entries(project) if e.row.row not in gone]
    doubtful = any(has(e.row.level1, ("效益", "效果")) for e in left)
    return drop(project, gone) if gone and left and not doubtful and is_placed(project) and kind_of(project) not in NO_BENEFITS_NEEDED else None


def _without(project: Project, place: str, exempt: tuple[str, ...]) -> Project | None:
    """The project without the rows of a place that its kind must have, where other rows of the same level stay."""
    kind = load_kinds().get(kind_of(project))
    if kind is None or kind.code in exempt or kind.places[place] != REQUIRED or not is_placed(project):
        return None
    gone = {e.row.row for e in entries(project, place)}
    level = OUTPUTS if place in OUTPUTS else BENEFITS if place in BENEFITS else (SATISFACTION,)
    stays = place == SATISFACTION or any(e.place in level and e.place != place for e in entries(project))
    return drop(project, gone) if gone and stays else None


@operator("F004", "warning", "数量指标全部漏填")
def quantity_lost(project: Project, random: Random) -> Project | None:
    """Take all quantity rows away."""
    return _without(project, QUANTITY, ())


@operator("F004", "warning", "质量指标全部漏填（另有规定的类别除外）")
def quality_lost(project: Project, random: Random) -> Project | None:
    """Take all quality rows away where that is no error of T002."""
    return _without(project, QUALITY, MUST_HAVE_QUALITY)


@operator("F004", "warning", "成本指标全部漏填（另有规定的类别除外）")
def cost_lost(project: Project, random: Random) -> Project | None:
    """Take all cost rows away where that is no error of T001."""
    return _without(project, COST, MUST_HAVE_COST)


@operator("F004", "warning", "应设的社会效益指标漏填")
def social_lost(project: Project, random: Random) -> Project | None:
    """Take the social benefits away and leave other benefits."""
    return _without(project, SOCIAL, ())


@operator("F004", "warning", "应设的满意度指标漏填（面向公众的类别除外）")
def satisfaction_required_lost(project: Project, random: Random) -> Project | None:
    """Take the satisfaction rows away where that is no warning of T003."""
    return _without(project, SATISFACTION, PUBLIC)


@operator("T001", "error", "购置、维修、工程项目的成本指标漏填")
def must_have_cost_lost(project: Project, random: Random) -> Project | None:
    """Take all cost rows away from a purchase, a repair or a building."""
    return _without(project, COST, ()) if kind_of(project) in MUST_HAVE_COST else None


@operator("T002", "error", "信息化建设、工程项目的质量指标漏填")
def must_have_quality_lost(project: Project, random: Random) -> Project | None:
    """Take all quality rows away from a system or a building."""
    return _without(project, QUALITY, ()) if kind_of(project) in MUST_HAVE_QUALITY else None


@operator("T003", "warning", "面向公众的项目满意度指标漏填")
def public_satisfaction_lost(project: Project, random: Random) -> Project | None:
    """Take the satisfaction rows away from a project for the public."""
    return _without(project, SATISFACTION, ()) if kind_of(project) in PUBLIC else None
