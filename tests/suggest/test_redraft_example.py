"""The 21 tables of the real draft redrafted: every row answered, the new draft without a fault, and most of it ready to sign."""

from __future__ import annotations

import re

import pytest

from classifier.analysis.normalise import squeeze
from classifier.analysis.places import QUANTITY, TIMELINESS
from classifier.review import review_draft
from classifier.settings import Options
from classifier.suggest.goal import FAULTS
from classifier.suggest.matching import same_measure
from classifier.suggest.recheck import PROBE_DATE, PROBE_NUMBER, probe
from classifier.suggest.work import answers as speaks_of
from classifier.suggest.work import work_items
from classifier.types import Answer, Draft, DraftReview, Project, Suggestion

NUMBERED = range(1, 22)
READY_SHARE = 0.6
"""Of all rows so many want nothing more from the drafter."""

each_project = pytest.mark.parametrize("number", NUMBERED)


def taken(answer: Answer) -> list[Suggestion]:
    """The first proposal for every row, the one that is taken."""
    return [line.suggestions[0] for line in answer.rows if line.suggestions]


def written(answer: Answer) -> list[Suggestion]:
    """The rows of the new table."""
    return [suggestion for suggestion in taken(answer) if suggestion.action != "dropped"]


def new_table(answer: Answer) -> Project:
    """The project as it is redrafted, goal included, with something sensible in every open slot."""
    rows = tuple(probe(suggestion, number, answer.project) for number, suggestion in enumerate(written(answer), 1))
    return answer.project._replace(indicators=rows, goal=filled(answer.goal.text) if answer.goal else answer.project.goal)


def filled(goal: str) -> str:
    """A goal whose doubts are confirmed and whose slots hold what the rows are probed with."""
    confirmed = re.sub(r"【待填：[^】]*吗？】", "", goal)
    return re.sub(r"【待填：[^】]*】", PROBE_NUMBER, re.sub(r"于【待填：[^】]*】", f"于{PROBE_DATE}", confirmed))


@pytest.fixture(scope="module")
def again(answers: dict[int, Answer], example_draft: Draft, model) -> DraftReview:
    """The redrafted projects, reviewed together."""
    return review_draft(example_draft._replace(projects=tuple(map(new_table, answers.values()))), model, Options())


# ---- every project -----------------------------------------------------------------------------------------------


@each_project
def test_every_row_is_answered(number: int, answers: dict[int, Answer]):
    answer = answers[number]
    assert [line.row for line in answer.rows if line.row is not None] == list(range(1, len(answer.project.indicators) + 1))
    assert [line.row for line in answer.rows if not line.suggestions] == []


@each_project
def test_redrafted_table_and_goal_have_no_error_warning_or_label(number: int, again: DraftReview):
    project = again.projects[number - 1]
    assert [f for f in project.findings if f.severity != "hint" and (f.row is not None or f.field == "goal")] == []
    assert [verdict.labels for verdict in project.verdicts if verdict.labels] == []
    assert not {cue.code for cue in project.cues} & set(FAULTS)


@each_project
def test_no_two_rows_of_a_new_table_have_one_name_or_measure_the_same(number: int, answers: dict[int, Answer]):
    rows = [(suggestion.level2, suggestion.name) for suggestion in written(answers[number])]
    assert len({squeeze(name) for _, name in rows}) == len(rows)
    changed = [s for s in written(answers[number]) if s.action in ("replaced", "added")]
    assert [(s.name, name) for s in changed for level2, name in rows if name != s.name and level2 == s.level2 and same_measure(name, s.name)] == []


@each_project
def test_every_number_of_the_new_table_is_traced(number: int, answers: dict[int, Answer]):
    for suggestion in written(answers[number]):
        text = "\n".join((suggestion.name, suggestion.value, suggestion.description, suggestion.basis))
        assert set(re.findall(r"\d+(?:\.\d+)?", text)) <= {trace.digits for trace in suggestion.trace}, suggestion


@each_project
def test_mends_speak_of_neither_rows_nor_goal(number: int, answers: dict[int, Answer]):
    assert [mend for mend in answers[number].mends if mend.finding.row is not None or mend.finding.field == "goal"] == []


# ---- the draft as a whole ----------------------------------------------------------------------------------------


def is_ready(suggestion: Suggestion) -> bool:
    """Kept, dropped with the reason of its kind, or with every number from the draft, a sum, a regulation or the library."""
    return suggestion.action == "kept" or "slot" not in {trace.origin for trace in suggestion.trace}


def test_most_rows_want_nothing_more_from_the_drafter(answers: dict[int, Answer]):
    rows = [suggestion for answer in answers.values() for suggestion in taken(answer)]
    assert sum(map(is_ready, rows)) / len(rows) >= READY_SHARE


def test_every_item_of_work_on_the_website_has_a_quantity(answers: dict[int, Answer]):
    answer = answers[5]
    items = work_items(answer.project)
    assert len(items) == 3
    names = [suggestion.name for suggestion in written(answer) if suggestion.level2 == QUANTITY]
    assert [item.text for item in items if not any(speaks_of(item, name) for name in names)] == []


@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize("place", ["生态效益指标", "经济效益指标"])
def test_pay_has_neither_ecological_nor_economic_benefit(number: int, place: str, answers: dict[int, Answer]):
    (row,) = [suggestion for suggestion in taken(answers[number]) if suggestion.level2 == place]
    assert (row.action, row.ready) == ("dropped", True)
    assert re.search("补贴|工资|薪", row.why)


# ---- the alarms of project 13 ------------------------------------------------------------------------------------


def test_alarms_that_are_installed_get_a_quantity_of_their_own_with_a_question(answers: dict[int, Answer]):
    (row,) = [suggestion for suggestion in written(answers[13]) if suggestion.name == "人防警报器安装数量"]
    assert row.action in ("added", "replaced")
    assert row.value.startswith("=2套")
    assert not row.ready
    assert [trace.ref for trace in row.trace if trace.origin == "slot"] == ["原表“设备校准数量”是2套，这里也是吗？"]


def test_price_of_an_alarm_is_the_amount_that_stood_there(answers: dict[int, Answer]):
    assert "≤3.75万元/套" in {suggestion.value for suggestion in written(answers[13])}


def test_alarms_are_up_before_the_month_in_which_they_are_paid_for(answers: dict[int, Answer]):
    dates = [suggestion.value for suggestion in written(answers[13]) if suggestion.level2 == TIMELINESS]
    assert any(value.startswith("2023年10月") for value in dates)


# ---- what is left to the unit ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "amount"), [(13, "7.50万元"), (14, "18万元")])
def test_year_end_of_the_plan_is_forced_to_the_budget(number: int, amount: str, answers: dict[int, Answer]):
    forced = {mend.finding.code: mend.repair for mend in answers[number].mends}
    assert forced["P002"] == f"12月底填{amount}（累计数，年末等于预算数）"


def test_amount_between_two_equal_ones_is_forced_too(answers: dict[int, Answer]):
    forced = {mend.finding.code: mend.repair for mend in answers[14].mends}
    assert forced["P004"] == "10月底填18万元（累计数，前后相等，中间只能是它）"
