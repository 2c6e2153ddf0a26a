"""Paths in, a Review out: the pipeline, one room after the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from classifier.analysis.analyse import analyse_draft
from classifier.analysis.cues.project import project_cues
from classifier.documents.files import expand_paths, load_draft
from classifier.errors import UnreadableError
from classifier.findings import reading_order
from classifier.model.labels import PAGES, label_findings
from classifier.model.scorer import Model
from classifier.rules.catalogue import load_row_rules, load_rules
from classifier.rules.configure import configure_rules, wording_severities
from classifier.rules.run import judge_draft_rules
from classifier.rules.suppression import fold
from classifier.scoring import score_project
from classifier.settings import OFF, Options, Settings, find_settings, load_settings
from classifier.suggest.build import keep
from classifier.suggest.context import Context, by_row, source_for
from classifier.suggest.goal import needs_goal, propose_goal
from classifier.suggest.propose import propose_for_project
from classifier.types import Analysis, Draft, DraftReview, Finding, ProjectAnalysis, ProjectReview, Review, Unread, Verdict
from classifier.waivers import WaiverEntry, load_waivers, unmatched, waive, waivers_beside


def review_paths(
    paths: list[Path],
    model: Model,
    options: Options,
    started: Callable[[Path], None] = lambda path: None,
    waivers: Path | None = None,
    config: Path | None = None,
) -> Review:
    """Review every draft at the given paths.

    Args:
        paths: files or folders.
        model: the classifier.
        options: what to report.
        started: called with each file before it is read, for a progress bar.
        waivers: the file of waivers for all of them; each draft's own, where it has one, if None.
        config: the settings file for all of them; for each draft the closest upward, if None.

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
            own = waivers or waivers_beside(path)
            entries = load_waivers(own) if waivers or own.is_file() else ()
            held = settings_for(path, config)
            drafts.append(review_draft(load_draft(path), model, options._replace(settings=held), entries))
        except UnreadableError as error:
            unread.append(Unread(str(path), str(error)))
    return Review(model.identity, tuple(drafts), tuple(unread))


def settings_for(draft: Path, config: Path | None) -> Settings:
    """What holds for a draft: the given file, else the closest zhibiao.toml upward, else nothing."""
    path = config or find_settings(draft)
    return load_settings(path) if path else Settings()


def review_draft(draft: Draft, model: Model, options: Options, waivers: Sequence[WaiverEntry] = ()) -> DraftReview:
    """Judge one draft: rules and model, one voice, waivers, score, proposals."""
    analysis = analyse_draft(draft)
    exact, crashed = judge_draft_rules(analysis, configure_rules(options.settings), options.project, fold=False)
    wanted = [project for project in analysis.projects if options.project in (None, project.project.number)]
    if options.project is not None and not wanted:
        numbers = "、".join(str(project.project.number) for project in analysis.projects)
        raise UnreadableError(f"没有第{options.project}号项目（本文件的项目号：{numbers}）")
    verdicts = {project.project.number: model.judge_project(project) for project in wanted}
    found = _tell_apart(_join(exact, wanted, verdicts, wording_severities(options.settings)))
    by_project: dict[int, list[Finding]] = defaultdict(list)
    for finding in waive(found, waivers):
        by_project[finding.project].append(finding)
    projects = [_review_project(p, analysis, model, options, verdicts[p.project.number], by_project[p.project.number]) for p in wanted]
    idle = unmatched(found, waivers) if options.project is None else []
    whole = tuple(finding for finding in by_project[0] if options.wants(finding))
    return DraftReview(draft, tuple(projects), (*draft.notes, *crashed, *idle), whole)


def _join(exact: list[Finding], projects: list[ProjectAnalysis], verdicts: Mapping[int, tuple[Verdict, ...]], severities: Mapping[str, str]) -> list[Finding]:
    """What rules and classifier found, the whole draft first, then project by project, worst first."""
    by_project: dict[int, list[Finding]] = defaultdict(list)
    for finding in exact:
        by_project[finding.project].append(finding)
    found = sorted(by_project[0], key=reading_order)
    for project in projects:
        number = project.project.number
        labelled = [f._replace(severity=severities.get(f.code, f.severity)) for f in label_findings(project, verdicts[number])]  # type: ignore[arg-type]
        found += sorted((*by_project[number], *(f for f in labelled if severities.get(f.code) != OFF)), key=reading_order)
    return found


def _review_project(
    project: ProjectAnalysis, draft: Analysis, model: Model, options: Options, verdicts: tuple[Verdict, ...], found: list[Finding]
) -> ProjectReview:
    wanted = [finding for finding in found if options.wants(finding)]
    findings = _one_voice(wanted) if options.fold else wanted
    counted = fold(finding for finding in found if finding.severity != "hint" and not finding.waived)
    hidden = len([finding for finding in counted if not options.wants(finding)])
    cues, goal = project_cues(project), None
    if options.suggest:
        judged = Context(project, draft, model, load_row_rules(), source_for(project), by_row(findings))
        proposals = propose_for_project(judged, {f.row for f in findings if f.row is not None})
        findings = [f._replace(suggestions=proposals.get(f.row, ())) for f in findings]
        if needs_goal(project.project, cues):
            kept = [proposals.get(row.indicator.row, (keep(row.indicator),)) for row in project.rows]
            goal = propose_goal(project, [proposed[0] for proposed in kept if proposed])
    return ProjectReview(project, verdicts, tuple(findings), score_project(counted, dimensions()), hidden, cues, goal)


def _one_voice(findings: list[Finding]) -> list[Finding]:
    """Folded, but for what somebody let pass: that speaks for no other finding."""
    waived = [finding for finding in findings if finding.waived]
    return sorted((*fold(f for f in findings if not f.waived), *waived), key=reading_order)


def _tell_apart(found: list[Finding]) -> list[Finding]:
    """Give findings on identical rows of one draft different identities, by their order."""
    seen: Counter[str] = Counter()
    told = []
    for finding in found:
        seen[finding.id] += 1
        again = seen[finding.id] - 1
        told.append(finding._replace(id=f"{finding.id}-{again}") if again else finding)
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
