"""The whole table in a terminal: the old row on the left, the new one on the right, the reasons under them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifier.types import GoalSuggestion, Trace
from cli.formats.columns import width
from cli.formats.comparison import BAR
from cli.formats.suggestions import COLUMNS, render_text
from tests.cli.answers import LEASE, PURCHASE, QUESTION, SLOT, added, asked, dropped, kept, mend, new, old, reworded, table, unanswered

BUDGET = Trace("12", "cell", "预算数（表1第3行第3格）")
CONFIRM = Trace("", "slot", "款在12月底付清，工作也在此前完成吗？")


def lines(*rows, columns: int = COLUMNS, **parts) -> list[str]:
    """What the terminal shows."""
    return render_text(table(*rows, **parts), columns).splitlines()


def pairs(*rows, **parts) -> list[tuple[str, str]]:
    """The two columns, without what stands under them."""
    halves = [line.partition(BAR.rstrip()) for line in lines(*rows, **parts)]
    return [(left.strip(), right.strip()) for left, bar, right in halves if bar]


def under(*rows, **parts) -> str:
    """What stands under the pairs, as one text."""
    return "\n".join(line for line in lines(*rows, **parts) if BAR.rstrip() not in line)


# ---- the two columns ---------------------------------------------------------------------------------------------


def test_old_row_stands_beside_the_new_one():
    assert pairs(reworded(3, "质量指标", "漏水维修合格率", "≥95%"))[1:] == [
        ("第3行 质量指标", "[改写] 质量指标"),
        ("质量合格率", "漏水维修合格率"),
        ("≥90%", "≥95%"),
    ]


def test_kept_row_stands_on_both_sides():
    assert pairs(kept(1, "数量指标", "租房套数", "12套"))[1:] == [("第1行 数量指标", "[保留] 数量指标"), ("租房套数", "租房套数"), ("12套", "12套")]


def test_dropped_row_stands_on_the_left_only():
    assert pairs(dropped(7))[1:] == [("第7行 生态效益指标", "[删去]"), ("生态效益增长率", ""), ("≥96%", "")]


def test_added_row_stands_on_the_right_only():
    assert pairs(added("数量指标", "租房套数", "12套"))[1:] == [("（原表没有）", "[补设] 数量指标"), ("", "租房套数"), ("", "12套")]


def test_row_that_a_person_must_complete_says_so():
    assert ("第2行 数量指标", "[改写]（待补） 数量指标") in pairs(asked(2))


def test_deletion_that_a_person_must_decide_on_says_so():
    assert ("第7行 生态效益指标", "[删去]（待定）") in pairs(dropped(7, ready=False))


def test_row_without_a_proposal_stays_and_is_left_to_the_drafter():
    assert ("第4行 质量指标", "[自拟] 质量指标") in pairs(unanswered(4))
    assert "指标库里没有适合的改法" in under(unanswered(4))


def test_description_and_basis_are_told_where_they_changed():
    before = old(1, "成本指标", "租金", "12万元", description="租金", basis="合同")
    after = new("repaired", "成本指标", "租金", "≤12万元", description="全年租金", basis="合同")
    shown = pairs(kept(1, "成本指标", "租金", "12万元")._replace(indicator=before, suggestions=(after,)))
    assert ("", "描述：全年租金") in shown
    assert not any(right.startswith("依据") for _, right in shown)


def test_empty_cells_of_the_draft_are_named_and_not_left_blank():
    assert pairs(kept(1, "", "", ""))[1:] == [("第1行 （未写二级指标）", "[保留] （未写二级指标）"), ("（未写）",) * 2, ("（未写指标值）",) * 2]


# ---- the width ---------------------------------------------------------------------------------------------------


@settings(max_examples=50)
@given(st.text(max_size=80), st.text(max_size=80), st.integers(60, 160))
def test_no_line_is_wider_than_the_terminal(name: str, text: str, columns: int):
    trace = (Trace("7", "cell", text), Trace("", "slot", name))
    rows = reworded(1, name, text, name, level1=text, trace=trace, ready=False, description=text, basis=name, why=text), kept(2, text, name, text)
    goal = GoalSuggestion(text, name, False, trace)
    shown = lines(*rows, dropped(3), asked(4), name=name, goal=goal, mends=(mend(text, name),), nearest=(LEASE, PURCHASE), columns=columns)
    assert max(map(width, shown)) <= columns


def test_new_column_is_the_wider_one_and_begins_at_the_same_place_in_every_line():
    long = reworded(1, "数量指标", "租" * 60, "≥12套", description="述" * 90)
    starts = {width(line.partition(BAR.rstrip())[0]) for line in lines(long, columns=80) if BAR.rstrip() in line}
    assert starts == {30}


# ---- under the pair ----------------------------------------------------------------------------------------------


def test_reason_findings_sources_and_questions_stand_under_the_pair():
    row = reworded(1, "成本指标", "租金", "≤12万元", trace=(BUDGET, CONFIRM), ready=False, why="写明上限")
    said = under(row)
    assert "   理由：写明上限\n" in said
    assert "   问题：警告 W003 套话：通用套名（98%）\n" in said
    assert "   数字来源：12＝表内：预算数（表1第3行第3格）\n" in said
    assert "   请确认：款在12月底付清，工作也在此前完成吗？\n" in said


def test_question_that_stands_as_a_slot_is_not_asked_twice():
    assert SLOT in "".join(right for _, right in pairs(asked(2)))
    assert QUESTION not in under(asked(2))


def test_row_that_goes_accounts_for_no_numbers():
    row = dropped(7)
    assert "数字来源" not in under(row._replace(suggestions=(row.suggestions[0]._replace(trace=(BUDGET,)),)))


# ---- around the rows ---------------------------------------------------------------------------------------------


def test_head_tells_project_and_kind():
    assert lines(kept(1, "数量指标", "租房套数", "12套"))[0] == "周转房租金  归类：房屋租赁"


@pytest.mark.parametrize("kind", [LEASE, LEASE._replace(code="", name="待确认")], ids=["told, but near to others", "not told"])
def test_kind_in_doubt_is_said_with_the_nearest_ones_and_what_settles_it(kind):
    said = "".join(lines(asked(1), kind=kind, nearest=(LEASE, PURCHASE), columns=160))
    assert "最接近的是 K05 房屋租赁、K09 设备购置" in said
    assert "“通用”" in said
    assert "--kind K05" in said


def test_sure_kind_is_said_without_doubt():
    assert "--kind" not in "".join(lines(asked(1)))


def test_summary_counts_the_rows_by_what_becomes_of_them():
    rows = kept(1, "数量指标", "租房套数", "12套"), asked(2), dropped(3), unanswered(4), added("质量指标", "漏水维修合格率", "≥95%")
    assert "共 5 行：保留 1 行、改写 1 行、补设 1 行、删去 1 行、自拟 1 行；其中 1 行待补" in lines(*rows)


def test_goal_stands_beside_the_old_one_with_its_origins():
    goal = GoalSuggestion("2024年使用12万元租房", "写明做什么", False, (BUDGET, CONFIRM))
    assert pairs(goal=goal)[1:] == [("年度绩效目标", "[改写]（待补） 年度绩效目标"), ("保障干部住宿", "2024年使用12万元租房")]
    assert all(part in under(goal=goal) for part in ("理由：写明做什么", "数字来源：12＝表内：预算数", "请确认：款在12月底付清"))


def test_what_the_unit_must_mend_is_listed_with_the_repair_that_arithmetic_forces():
    said = under(mends=(mend(), mend("没有写主管部门", "")))
    assert "需单位补正" in said
    assert "1. 错误 P002 支出计划12月底空白，累计应为预算数7.50万元\n   应改为：12月底填7.50万元\n2. 错误 P002 没有写主管部门" in said


def test_table_with_nothing_to_mend_has_no_such_list():
    assert "需单位补正" not in under(asked(1))


# ---- a single row ------------------------------------------------------------------------------------------------


def test_single_row_is_wrapped_and_not_set_in_columns():
    answer = table(reworded(1, "质量指标", "漏水维修合格率", "≥95%", why="理由" * 40))._replace(whole=False)
    shown = render_text(answer, 60).splitlines()
    assert "   [改写] 质量指标：漏水维修合格率  ≥95%" in shown
    assert max(map(width, shown)) <= 60
    assert not any(BAR in line for line in shown)


def test_doubt_about_the_kind_is_said_for_a_single_row_too():
    assert "最接近的是 K09 设备购置" in render_text(table(asked(1), nearest=(PURCHASE,))._replace(whole=False))
