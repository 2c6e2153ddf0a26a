"""`zhibiao suggest`: by a row of options, by a row or a table of a draft, by JSONL on stdin."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

RENT = ["--project-name", "周转房租金", "--level2", "生态效益指标", "--name", "生态效益增长率", "--value", "≥96%"]


def test_row_by_options_is_judged_and_proposed_to_go(zhibiao):
    result = zhibiao("suggest", *RENT)
    assert (result.status, result.err) == (0, "")
    assert "归类：房屋租赁" in result.out
    assert "W002" in result.out
    assert "[删去] 删去本行：租房不产生可计量的生态效果" in result.out


def test_budget_given_by_option_fills_the_cost(zhibiao):
    out = zhibiao("suggest", "--project-name", "周转房租金", "--level2", "成本指标", "--name", "租金", "--value", "12%", "--budget", "12").out
    assert "[改值] 成本指标：租金  ≤12万元" in out
    assert "12＝表内" in out


def test_unknown_kind_is_said_with_what_to_add(zhibiao):
    result = zhibiao("suggest", "--name", "质量合格率", "--level2", "质量指标", "--value", "≥95%")
    assert result.status == 0
    assert "认不出项目类别" in result.out


def test_row_of_a_draft(zhibiao, example: Path):
    out = zhibiao("suggest", example, "--project", "13", "--row", "4").out
    assert "第4行 成本指标：及时性  3.75万元" in out
    assert "[改值]（待补） 成本指标：人防警报器单位成本  ≤3.75万元/套" in out
    assert "\n第5行 " not in out


def test_whole_table_lists_every_row_with_its_first_choice(zhibiao, example: Path):
    out = zhibiao("suggest", example, "--project", "13").out
    assert [f"第{row}行 " in out for row in range(1, 11)] == [True] * 9 + [False]
    assert "[保留] 数量指标" in out
    assert out.count("[改值]（待补） 成本指标") == 1


def test_open_slot_is_marked_and_shown_with_its_question(zhibiao, example: Path):
    rows = zhibiao("suggest", example, "--project", "13").out.split("\n第")
    slots = [row for row in rows if "【待填：" in row]
    assert slots
    assert all("（待补）" in row for row in slots)


@pytest.mark.parametrize(("columns", "widest"), [("20", 60), ("80", 80), ("400", 160)], ids=["narrow", "usual", "wide"])
def test_terminal_tells_how_wide_the_text_is(columns: str, widest: int, zhibiao, example: Path, monkeypatch):
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr("cli.commands.suggest.is_terminal", lambda: True)
    rule = next(line for line in zhibiao("suggest", example, "--project", "13").out.splitlines() if line.startswith("---"))
    assert len(rule) == widest


def test_file_is_as_wide_as_ever_whatever_the_terminal(zhibiao, example: Path, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "150")
    monkeypatch.setattr("cli.commands.suggest.is_terminal", lambda: True)
    zhibiao("suggest", example, "--project", "13", "-o", tmp_path / "a.txt")
    assert "\n" + "-" * 39 + "+" + "-" * 60 + "\n" in (tmp_path / "a.txt").read_text(encoding="utf-8")


def test_json_tells_the_same_as_the_text(zhibiao, example: Path):
    call = ["suggest", example, "--project", "13", "--row", "4"]
    data, text = json.loads(zhibiao(*call, "--format", "json").out), zhibiao(*call).out
    (row,) = data["rows"]
    assert (data["project"]["number"], data["nearest"][0]["name"], row["row"]) == (13, "设备购置", 4)
    unbroken = "".join(text.split())
    assert all(suggestion["name"] in unbroken and suggestion["value"] in unbroken for suggestion in row["suggestions"])


def test_rows_on_stdin_are_answered_line_by_line_with_their_ids(zhibiao):
    rows = [{"id": "r1", "project": "周转房租金", "level2": "生态效益指标", "name": "生态效益增长率", "value": "≥96%"}, {"name": "满意率", "value": "≥95%"}]
    result = zhibiao("suggest", "-", stdin="\n".join(json.dumps(row) for row in rows).encode())
    answers = [json.loads(line) for line in result.out.splitlines()]
    assert (result.status, result.err) == (0, "")
    assert [answer["id"] for answer in answers] == ["r1", None]
    assert answers[0]["rows"][0]["suggestions"][0]["action"] == "dropped"


def test_bad_row_on_stdin_is_2_with_its_line_and_the_others_are_answered(zhibiao):
    result = zhibiao("suggest", "-", stdin='{"id": 1, "name": "满意率"}\n{"value": "1"}\n{"id": 3, "name": "满意率"}\n'.encode())
    assert result.status == 2
    assert "第2行：缺少 name" in result.complaint
    assert [json.loads(line)["id"] for line in result.out.splitlines()] == [1, 3]


@pytest.mark.parametrize("format", ["text", "json"])
def test_findings_do_not_change_the_status(format: str, zhibiao):
    assert zhibiao("suggest", *RENT, "--format", format).status == 0


def test_proposal_may_go_to_a_file(zhibiao, tmp_path: Path):
    target = tmp_path / "改写.txt"
    assert zhibiao("suggest", *RENT, "--output", target) == (0, "", "")
    assert target.read_text(encoding="utf-8") == zhibiao("suggest", *RENT).out


# ---- while drafting ----------------------------------------------------------------------------------------------

SLOGAN_ROW = ("--project-name", "周转房租金", "--level2", "质量指标", "--name", "质量合格率", "--value", "≥95%")
OWN = """
kind = "K05"
[[entry]]
id = "K05-质量-90"
level2 = "质量指标"
name = "周转房热水供应达标率"
description = "水温达到四十五度的抽测次数÷抽测总次数"
sign = "≥"
unit = "%"
fill = "usual"
amount = "95"
low = "90"
high = "100"
reason = "集中供热水的房屋通常如此"
basis = "热水抽测记录"
words = ["质量", "合格"]
when = ["周转房"]
unless = []
why = "干部住得好不好，看热水"
source = "本局审核惯例"
"""


def test_top_limits_the_proposals(zhibiao):
    counts = [zhibiao("suggest", *SLOGAN_ROW, "--top", top).out.count("[改写]") for top in ("1", "2")]
    assert counts == [1, 2]


def test_kind_overrules_what_the_name_tells(zhibiao):
    assert "归类：委托服务" in zhibiao("suggest", *SLOGAN_ROW, "--kind", "K12").out


def test_unknown_kind_is_refused_with_all_kinds(zhibiao):
    assert "K05 房屋租赁" in zhibiao("suggest", *SLOGAN_ROW, "--kind", "K99").complaint


def test_own_entries_come_before_the_shipped_ones(zhibiao, tmp_path: Path):
    (tmp_path / "K05.toml").write_text(OWN, encoding="utf-8")
    assert "周转房热水供应达标率" in zhibiao("suggest", *SLOGAN_ROW, "--library", tmp_path, "--top", "1").out


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [("K05.toml", OWN + 'colour = "red"\n', "不认识的键 colour"), ("own.toml", OWN, "没有以项目类别命名的文件")],
)
def test_own_library_is_checked_like_the_shipped_one(name: str, text: str, said: str, zhibiao, tmp_path: Path):
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert said in zhibiao("suggest", *SLOGAN_ROW, "--library", tmp_path).complaint


def test_conversation_answers_row_by_row_and_ends_with_a_blank_line(zhibiao):
    rows = "周转房租金｜生态效益指标｜生态效益增长率｜≥96%\n｜｜\n路灯维护|质量指标|质量合格率\n\n不再读｜｜这一行\n"
    result = zhibiao("suggest", "--interactive", "--top", "1", stdin=rows.encode())
    assert result.status == 0
    assert [line.partition("  ")[0] for line in result.out.splitlines() if "归类" in line] == ["周转房租金", "路灯维护"]
    assert "没有三级指标" in result.err
