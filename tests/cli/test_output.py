"""Where the report goes: to stdout in any encoding, or whole into a file; the same input gives the same bytes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.commands import COMMANDS

PAGES = [["--help"], ["rules"], ["explain", "N001"], ["explain", "W003"], *([command, "--help"] for command in COMMANDS)]


def test_output_file_holds_what_would_be_printed(zhibiao, faulty: Path, tmp_path: Path):
    target = tmp_path / "报告.txt"
    printed = zhibiao("review", faulty).out
    result = zhibiao("review", faulty, "--output", target)
    assert (result.status, result.out, result.err) == (1, "", "")
    assert target.read_text(encoding="utf-8") == printed


def test_json_is_written_in_chinese_and_not_in_escapes(zhibiao, faulty: Path):
    out = zhibiao("review", faulty, "--format", "json").out
    assert "乡镇干部培训班" in out
    assert "\\u" not in out


def test_output_file_is_replaced_and_nothing_else_is_left(zhibiao, faulty: Path, tmp_path: Path):
    target = tmp_path / "out" / "a.json"
    target.parent.mkdir()
    target.write_text("旧的，比新的长" * 9999, encoding="utf-8")
    zhibiao("review", faulty, "--format", "json", "-o", target)
    assert json.loads(target.read_text(encoding="utf-8"))["version"] == 1
    assert [path.name for path in target.parent.iterdir()] == ["a.json"]


def test_output_file_stays_as_it_was_where_the_call_is_wrong(zhibiao, faulty: Path, tmp_path: Path):
    target = tmp_path / "a.txt"
    target.write_text("旧的", encoding="utf-8")
    assert zhibiao("review", faulty, "--format", "xml", "-o", target).status == 2
    assert target.read_text(encoding="utf-8") == "旧的"


@pytest.mark.parametrize("place", ["没有/a.txt", "文件夹"], ids=["missing folder", "a folder"])
def test_place_that_cannot_be_written_is_2_and_nothing_is_left(place: str, zhibiao, faulty: Path, tmp_path: Path):
    (tmp_path / "文件夹").mkdir()
    before = sorted(tmp_path.rglob("*"))
    result = zhibiao("review", faulty, "--output", tmp_path / place)
    assert result.status == 2
    assert "写不进去" in result.complaint
    assert sorted(tmp_path.rglob("*")) == before


def test_folder_named_by_a_dot_is_complained_of(zhibiao, faulty: Path, tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "写不进去" in zhibiao("review", faulty, "--output", ".").complaint


@pytest.mark.parametrize(
    "call",
    [["review", "{example}"], ["review", "{example}", "--format", "json"], ["suggest", "{example}", "--project", "13"], ["rules"]],
    ids=["text", "json", "suggest", "rules"],
)
def test_two_runs_give_the_same_bytes(call: list, shell, example: Path):
    words = [word.format(example=example) for word in call]
    first, second = (shell(*words, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.stdout == second.stdout != b""
    assert first.stderr == second.stderr == b""


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_own_words_are_whole_on_a_gbk_console(words: list, zhibiao):
    page = zhibiao(*words).out
    assert page.encode("gbk").decode("gbk") == page


def test_report_on_a_gbk_console_is_the_same_text(shell, example: Path):
    in_utf8, in_gbk = (shell("review", example, "--suggestions", PYTHONIOENCODING=encoding) for encoding in ("utf-8", "gbk"))
    assert in_gbk.stdout.decode("gbk") == in_utf8.stdout.decode("utf-8")
    assert (in_gbk.returncode, in_gbk.stderr) == (1, b"")


def test_character_that_gbk_lacks_costs_only_itself(shell, write_draft):
    path = write_draft(("产出指标", "数量指标", "绿化面积 m²", "", "≤3批", ""))
    result = shell("review", path, PYTHONIOENCODING="gbk")
    assert result.returncode == 1
    assert "绿化面积 m?" in result.stdout.decode("gbk")


def test_complaint_on_a_gbk_console_is_readable(shell):
    assert "没有命令 nope" in shell("nope", PYTHONIOENCODING="gbk").stderr.decode("gbk")
