"""A row, a project or a record in, the Answer out: what is wrong, and the proposals that mend it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from classifier.analysis.analyse import analyse_draft
from classifier.analysis.cues.project import project_cues
from classifier.analysis.kinds import REQUIRED, load_kinds
from classifier.documents.amounts import parse_amount
from classifier.errors import ZhibiaoError
from classifier.findings import reading_order
from classifier.model.labels import label_findings
from classifier.model.scorer import Model
from classifier.rules.catalogue import load_row_rules
from classifier.rules.run import judge_draft_rules
from classifier.suggest.goal import needs_goal, propose_goal
from classifier.suggest.library import load_shelf
from classifier.suggest.propose import MOST, keep, propose_added, propose_for_project
from classifier.types import Analysis, Answer, Draft, Finding, Indicator, Kind, Project, ProjectAnalysis, RowAnswer, RowRecord, Suggestion


class Wish(NamedTuple):
    """How proposals are to be made: of which kind the project is (None: as it tells), how many a row at most, and with which entries over the
    shipped ones (a folder of the same form).
    """

    kind: Kind | None = None
    top: int = MOST
    library: Path | None = None


PLAIN = Wish()


def suggest_for_draft(draft: Draft, number: int, row: int | None, model: Model, wish: Wish = PLAIN) -> Answer:
    """Propose wording for a row of a draft, or redraft a whole project.

    Args:
        draft: the draft.
        number: the project's number.
        row: the row's number in the project, None for the whole table.
        model: the classifier.
        wish: how proposals are to be made.

    Raises:
        ZhibiaoError: the draft has no such project or row.
    """
    analysis = analyse_draft(draft, wish.kind)
    project = next((p for p in analysis.projects if p.project.number == number), None)
    if project is None:
        raise ZhibiaoError(f"{draft.path} 里没有第{number}号项目（有：{'、'.join(str(p.project.number) for p in analysis.projects)}）")
    if row is not None and not 1 <= row <= len(project.rows):
        raise ZhibiaoError(f"第{number}号项目没有第{row}条指标（共{len(project.rows)}条）")
    if row is not None:
        return _answer(project, analysis, model, [row], wish)
    answer = _answer(project, analysis, model, [line.indicator.row for line in project.rows], wish)
    shelf = load_shelf(project.kind.code, wish.library)
    added = tuple(RowAnswer(None, None, (), (suggestion,)) for suggestion in propose_added(project, analysis, model, _missing(project), shelf))
    rows = answer.rows + added
    goal = None
    if needs_goal(project.project, project_cues(project)):
        goal = propose_goal(project, [row.suggestions[0] for row in rows if row.suggestions])
    return answer._replace(rows=rows, whole=True, goal=goal)


def suggest_for_row(fields: Mapping[str, str], model: Model, wish: Wish = PLAIN) -> Answer:
    """Propose wording for a row given by its fields (project, purpose, goal, budget, level2, name, description, value, basis)."""
    budget: Decimal | None = None
    if fields["budget"]:
        budget = parse_amount(fields["budget"], "万元")
        if budget is None:
            raise ZhibiaoError(f"--budget 应为以万元计的数，不是“{fields['budget']}”")
    indicator = Indicator(1, level2=fields["level2"], name=fields["name"], description=fields["description"], value=fields["value"], basis=fields["basis"])
    return _for_project(Project(1, fields["project"], budget=budget, purpose=fields["purpose"], goal=fields["goal"], indicators=(indicator,)), model, wish)


def suggest_for_record(record: RowRecord, model: Model, wish: Wish = PLAIN) -> Answer:
    """Propose wording for a JSONL row."""
    return _for_project(record.project, model, wish)


def _for_project(project: Project, model: Model, wish: Wish) -> Answer:
    analysis = analyse_draft(Draft("", projects=(project,)), wish.kind)
    return _answer(analysis.projects[0], analysis, model, [1], wish)


def _answer(project: ProjectAnalysis, draft: Analysis, model: Model, numbers: list[int], wish: Wish) -> Answer:
    exact, crashed = judge_draft_rules(draft, load_row_rules(), project.project.number)
    findings = sorted((*exact, *label_findings(project, model.judge_project(project))), key=reading_order)
    faulty = [number for number in numbers if _of_row(findings, number)]
    proposals = propose_for_project(project, draft, model, faulty, wish.top, load_shelf(project.kind.code, wish.library))
    rows = [_row_answer(project, number, _of_row(findings, number), proposals.get(number)) for number in numbers]
    return Answer(project.project, project.kind, tuple(rows), notes=tuple(crashed))


def _of_row(findings: list[Finding], number: int) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.row == number and finding.severity != "hint")


def _row_answer(project: ProjectAnalysis, number: int, findings: tuple[Finding, ...], proposals: tuple[Suggestion, ...] | None) -> RowAnswer:
    """A row without findings is kept as it is."""
    indicator = project.rows[number - 1].indicator
    if proposals is None:
        return RowAnswer(number, indicator, (), (keep(indicator),))
    return RowAnswer(number, indicator, findings, proposals)


def _missing(project: ProjectAnalysis) -> list[str]:
    """The 二级指标 that the kind must carry and the table has no row for."""
    entry = load_kinds().get(project.kind.code)
    present = {row.place for row in project.rows}
    return [place for place, status in entry.places.items() if status == REQUIRED and place not in present] if entry else []
