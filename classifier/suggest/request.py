"""A row, a project or a record in, the Answer out: what is wrong, and the proposals that mend it."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from classifier.analysis.analyse import analyse_draft
from classifier.analysis.kinds import NO_KIND
from classifier.analysis.places import PLACES
from classifier.documents.amounts import parse_amount
from classifier.errors import ZhibiaoError
from classifier.findings import reading_order
from classifier.model.labels import label_findings
from classifier.model.scorer import Model
from classifier.rules.base import Rule
from classifier.rules.catalogue import load_row_rules
from classifier.rules.run import judge_draft_rules
from classifier.settings import OFF, Settings
from classifier.suggest.build import keep
from classifier.suggest.context import Context, by_row, source_for
from classifier.suggest.library import load_library
from classifier.suggest.matching import content_pairs
from classifier.suggest.propose import MOST, propose_for_project
from classifier.types import Analysis, Answer, Draft, Indicator, Kind, Note, Project, ProjectAnalysis, RowAnswer, RowRecord

OF_THE_TABLE = {"N002"}
"""Rules that take a row for the only one of its sort: of a row that is asked about alone that is not known, unless its name could mean all."""


class Wish(NamedTuple):
    """How proposals are to be made: of which kind the project is (None: as it tells), how many a row at most, and with which entries over the
    shipped ones (a folder of the same form); what a bureau has set for the rules.
    """

    kind: Kind | None = None
    top: int = MOST
    library: Path | None = None
    settings: Settings = Settings()


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
    return _row_answer(project, analysis, model, row, wish) if row is not None else _whole_answer(project, analysis, model, wish)


def suggest_for_row(fields: Mapping[str, str], model: Model, wish: Wish = PLAIN) -> Answer:
    """Propose wording for a row given by its fields (project, purpose, goal, budget, level2, name, description, value, basis)."""
    budget: Decimal | None = None
    if fields["budget"]:
        budget = parse_amount(fields["budget"], "万元")
        if budget is None:
            raise ZhibiaoError(f"--budget 应为以万元计的数，不是“{fields['budget']}”")
    indicator = Indicator(1, level2=fields["level2"], name=fields["name"], description=fields["description"], value=fields["value"], basis=fields["basis"])
    return _for_project(Project(1, fields["project"], budget=budget, purpose=fields["purpose"], goal=fields["goal"], indicators=(indicator,)), model, wish)


def warm_up(model: Model) -> None:
    """Load what the first answers would otherwise wait for: the library, and with a row a place the patterns and rules that rows need."""
    load_library()
    for place in PLACES:
        suggest_for_row(
            dict.fromkeys(("purpose", "goal", "description", "basis"), "")
            | {"project": "培训班", "budget": "1", "level2": place, "name": "效果", "value": "显著"},
            model,
        )


def suggest_for_record(record: RowRecord, model: Model, wish: Wish = PLAIN) -> Answer:
    """Propose wording for a JSONL row."""
    return _for_project(record.project, model, wish)


def _for_project(project: Project, model: Model, wish: Wish) -> Answer:
    analysis = analyse_draft(Draft("", projects=(project,)), wish.kind)
    return _row_answer(analysis.projects[0], analysis, model, 1, wish)


def _row_answer(project: ProjectAnalysis, draft: Analysis, model: Model, number: int, wish: Wish) -> Answer:
    """The answer for one row; one without findings is kept as it is."""
    context, crashed = _context(project, draft, model, wish)
    found = context.findings.get(number)
    if found and len(project.rows) == 1 and content_pairs(project.rows[0].indicator.name):
        context = _alone(context)
        found = context.findings.get(number)
    indicator = project.rows[number - 1].indicator
    proposals = propose_for_project(context, [number], wish.top)[number] if found else (keep(indicator),)
    return Answer(project.project, _kind(context), (RowAnswer(number, indicator, found or (), proposals),), notes=crashed, nearest=_doubt(context))


def _alone(context: Context) -> Context:
    """The same without the rules that speak of a table that is not given."""
    rules = {code: rule for code, rule in context.rules.items() if code not in OF_THE_TABLE}
    found = {number: tuple(f for f in findings if f.code not in OF_THE_TABLE) for number, findings in context.findings.items()}
    return context._replace(rules=rules, findings={number: findings for number, findings in found.items() if findings})


def _whole_answer(project: ProjectAnalysis, draft: Analysis, model: Model, wish: Wish) -> Answer:
    """The whole table redrafted, the goal with it, and what only the unit can mend."""
    from classifier.analysis.cues.project import project_cues  # these and all rules: only here, a row starts without them
    from classifier.rules.configure import configure_rules
    from classifier.suggest.goal import needs_goal, propose_goal
    from classifier.suggest.mends import mends_for
    from classifier.suggest.redraft import redraft

    context, crashed = _context(project, draft, model, wish)
    rows, outside = redraft(context, wish.top, configure_rules(wish.settings))
    goal = None
    if needs_goal(project.project, project_cues(project)):
        goal = propose_goal(project, [row.suggestions[0] for row in rows if row.suggestions])
    mends = mends_for(project.project, outside)
    return Answer(project.project, _kind(context), rows, whole=True, notes=crashed, goal=goal, mends=mends, nearest=_doubt(context))


def _context(project: ProjectAnalysis, draft: Analysis, model: Model, wish: Wish) -> tuple[Context, tuple[Note, ...]]:
    """What proposals are made with, and what could not be judged."""
    rules = _row_rules(wish.settings)
    exact, crashed = judge_draft_rules(draft, rules, project.project.number)
    off = {code for code, table in wish.settings.rules.items() if table.get("severity") == OFF}
    labelled = (finding for finding in label_findings(project, model.judge_project(project)) if finding.code not in off)
    findings = sorted((*exact, *labelled), key=reading_order)
    return Context(project, draft, model, rules, source_for(project, wish.kind, wish.library), by_row(findings)), tuple(crashed)


def _kind(context: Context) -> Kind:
    """The kind by which proposals are made; none that is in doubt."""
    return context.source.kinds[0] if context.source.sure else NO_KIND


def _row_rules(settings: Settings) -> Mapping[str, Rule]:
    """The rules that may speak of a row, as a bureau has set them."""
    if not settings.rules:
        return load_row_rules()
    from classifier.rules.configure import configure_rules

    held = configure_rules(settings)
    return {code: held[code] for code in load_row_rules() if code in held}


def _doubt(context: Context) -> tuple[Kind, ...]:
    return () if context.source.sure else context.source.kinds
