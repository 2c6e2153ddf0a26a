"""An Analysis in, the rule layer's findings out: explained, suppressed, merged to one a cell; a rule that crashes costs only its own findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from classifier.rules.base import Rule
from classifier.rules.catalogue import load_rules
from classifier.rules.suppression import merge, suppress
from classifier.types import Analysis, Finding, Note, ProjectAnalysis, Related


def run_rules(project: ProjectAnalysis, draft: Analysis, rules: Mapping[str, Rule] | None = None) -> tuple[list[Finding], list[Note]]:
    """Judge one project by the rules that look at a project alone.

    Args:
        project: the project.
        draft: the draft that it stands in.
        rules: the rules as set; as shipped if None.

    Returns:
        The findings, and an unread note for every rule that crashed.
    """
    notes: list[Note] = []
    place = f"项目{project.project.number}"
    found = [(rule, f) for rule in (rules or load_rules()).values() for f in _guarded(rule, _of(project, draft), place, notes)]
    return _speak(found), notes


def judge_draft_rules(
    analysis: Analysis, rules: Mapping[str, Rule] | None = None, only: int | None = None, *, fold: bool = True
) -> tuple[list[Finding], list[Note]]:
    """Judge a whole draft.

    Args:
        analysis: the draft.
        rules: the rules as set; as shipped if None.
        only: the number of the only project that is asked for, None for all and for the draft itself.
        fold: whether several findings on one cell are told as one; a caller that selects among them folds afterwards.

    Returns:
        The findings, those of the draft as a whole with project 0, and an unread note for every rule that crashed.
    """
    rules = rules or load_rules()
    notes: list[Note] = []
    found = [(rule, f) for rule in rules.values() for f in _guarded(rule, lambda r: r.check_draft(analysis), "全文", notes)]
    for project in analysis.projects:
        if only not in (None, project.project.number):
            continue
        place = f"项目{project.project.number}"
        found += [(rule, f) for rule in rules.values() for f in _guarded(rule, _of(project, analysis), place, notes)]
    return _speak([item for item in found if only in (None, item[1].project)], fold), notes


def _of(project: ProjectAnalysis, draft: Analysis) -> Callable[[Rule], Iterator[Finding]]:
    return lambda rule: rule.check(project, draft)


def _guarded(rule: Rule, check: Callable[[Rule], Iterator[Finding]], place: str, notes: list[Note]) -> list[Finding]:
    """A fault in one rule must not cost the others; it is said and makes the exit status 2."""
    try:
        return list(check(rule))
    except Exception as error:
        notes.append(Note("rule-crashed", place, f"规则 {rule.code} 出错（{type(error).__name__}），没有判断；请把文件反馈给开发者", unread=True))
        return []


def _speak(found: list[tuple[Rule, Finding]], fold: bool = True) -> list[Finding]:
    """The findings that are said, each with the remarks that explain its number."""
    remarks: dict[tuple[int, int | None], list[tuple[tuple[str, ...], Finding]]] = defaultdict(list)
    for rule, finding in found:
        if rule.explains:
            remarks[finding.project, finding.row].append((rule.explains, finding))
    said = [_explain(finding, remarks[finding.project, finding.row]) for rule, finding in found if not rule.explains]
    return merge(suppress(said)) if fold else suppress(said)


def _explain(finding: Finding, remarks: list[tuple[tuple[str, ...], Finding]]) -> Finding:
    """Give a finding the remarks on its number."""
    related = tuple(Related(remark.code, remark.message) for codes, remark in remarks if finding.code in codes)
    return finding._replace(related=related) if related else finding
