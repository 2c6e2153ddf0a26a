"""Paths in, a Review out: the pipeline, one room after the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

from classifier.analysis.analyse import analyse_draft
from classifier.documents.files import expand_paths, load_draft
from classifier.errors import UnreadableError
from classifier.findings import reading_order
from classifier.model.labels import PAGES, label_findings
from classifier.model.scorer import Model
from classifier.rules.catalogue import load_rules
from classifier.rules.run import judge_draft_rules
from classifier.rules.suppression import join_wording
from classifier.scoring import score_project
from classifier.settings import Options
from classifier.suggest.propose import propose_for_project
from classifier.types import Analysis, Draft, DraftReview, Finding, ProjectAnalysis, ProjectReview, Review, Unread


def review_paths(paths: list[Path], model: Model, options: Options, started: Callable[[Path], None] = lambda path: None) -> Review:
    """Review every draft at the given paths.

    Args:
        paths: files or folders.
        model: the classifier.
        options: what to report.
        started: called with each file before it is read, for a progress bar.

    Returns:
        The review; a path that could not be read is listed with its reason and costs no other file its review.
    """
    drafts: list[DraftReview] = []
    unread: list[Unread] = []
    for path, problem in expand_paths(paths):
        started(path)
        try:
            if problem:
                raise problem
            drafts.append(review_draft(load_draft(path), model, options))
        except UnreadableError as error:
            unread.append(Unread(str(path), str(error)))
    return Review(model.identity, tuple(drafts), tuple(unread))


def review_draft(draft: Draft, model: Model, options: Options) -> DraftReview:
    """Judge one draft."""
    analysis = analyse_draft(draft)
    exact, crashed = judge_draft_rules(analysis, options.rules, options.project)
    notes = list(crashed)
    wanted = [project for project in analysis.projects if options.project in (None, project.project.number)]
    by_project: dict[int, list[Finding]] = defaultdict(list)
    for finding in exact:
        by_project[finding.project].append(finding)
    projects = _tell_apart(_review_project(project, analysis, model, options, by_project[project.project.number]) for project in wanted)
    if options.project is not None and not projects:
        numbers = "、".join(str(project.project.number) for project in analysis.projects)
        raise UnreadableError(f"没有第{options.project}号项目（本文件的项目号：{numbers}）")
    whole = tuple(finding for finding in sorted(by_project[0], key=reading_order) if options.wants(finding))
    return DraftReview(draft, tuple(projects), draft.notes + tuple(notes), whole)


def _review_project(project: ProjectAnalysis, draft: Analysis, model: Model, options: Options, exact: list[Finding]) -> ProjectReview:
    verdicts = model.judge_project(project)
    found = sorted(join_wording(exact, label_findings(project, verdicts)), key=reading_order)
    findings = [finding for finding in found if options.wants(finding)]
    counted = [finding for finding in found if finding.severity != "hint" and not finding.waived]
    hidden = len([finding for finding in counted if not options.wants(finding)])
    if options.suggest:
        proposals = propose_for_project(project, draft, model, {f.row for f in findings if f.row is not None})
        findings = [f._replace(suggestions=proposals.get(f.row, ())) for f in findings]
    return ProjectReview(project, verdicts, tuple(findings), score_project(counted, dimensions()), hidden)


def _tell_apart(projects: Iterable[ProjectReview]) -> list[ProjectReview]:
    """Give findings on identical rows of one draft different identities, by their order."""
    seen: Counter[str] = Counter()
    told = []
    for project in projects:
        findings = []
        for finding in project.findings:
            seen[finding.id] += 1
            again = seen[finding.id] - 1
            findings.append(finding._replace(id=f"{finding.id}-{again}") if again else finding)
        told.append(project._replace(findings=tuple(findings)))
    return told


@cache
def dimensions() -> Mapping[str, str]:
    """The item of the review sheet that each code counts against."""
    return {code: rule.dimension for code, rule in load_rules().items()} | {page.code: page.dimension for page in PAGES}


def exit_status(review: Review) -> int:
    """0 clean, 1 findings, 2 something was not read or not judged; 2 beats 1."""
    if review.unread or any(note.unread for draft in review.drafts for note in draft.notes):
        return 2
    return int(any(not f.waived for draft in review.drafts for f in _all_findings(draft)))


def _all_findings(draft: DraftReview) -> Iterable[Finding]:
    yield from draft.findings
    for project in draft.projects:
        yield from project.findings
