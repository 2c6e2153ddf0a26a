"""An earlier and a later review of one unit's draft in, what was mended, what is still there and what is new out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from classifier.analysis.normalise import squeeze
from classifier.types import Change, DraftReview, Finding, Review

Key = tuple[str, str, str, str]


def compare_reviews(earlier: Review, later: Review) -> tuple[Change, ...]:
    """Tell what became of every finding.

    A finding is the same where its identity is; where the wording changed, where its code, project, 二级指标 and field are. What somebody let
    pass is neither mended nor still there.

    Returns:
        The changes: mended ones as the earlier draft had them, the others as the later one has them.
    """
    old, new = _keyed(earlier), _keyed(later)
    identities = {finding.id for _, finding in old} & {finding.id for _, finding in new}
    reworded: dict[Key, list[tuple[str, Finding]]] = defaultdict(list)
    for key, finding in old:
        if finding.id not in identities:
            reworded[key].append((key[1], finding))
    changes = []
    for key, finding in new:
        known = finding.id in identities or bool(reworded[key])
        if finding.id not in identities and reworded[key]:
            reworded[key].pop()
        if not finding.waived:
            changes.append(Change("still" if known else "new", key[1], finding))
    mended = [Change("mended", project, finding) for left in reworded.values() for project, finding in left if not finding.waived]
    return (*mended, *changes)


def _keyed(review: Review) -> list[tuple[Key, Finding]]:
    return [item for draft in review.drafts for item in _of_draft(draft)]


def _of_draft(draft: DraftReview) -> Iterable[tuple[Key, Finding]]:
    for finding in draft.findings:
        yield (finding.code, "全文", "", finding.field), finding
    for project in draft.projects:
        name = project.analysis.project.name
        places = {row.indicator.row: row.place or row.indicator.level2 for row in project.analysis.rows}
        for finding in project.findings:
            yield (finding.code, squeeze(name), places.get(finding.row or 0, ""), finding.field), finding
