"""The exit status of review: 0 clean, 1 findings, 2 not read or wrongly called; 2 beats 1, the format changes nothing, complaints are one Chinese line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from classifier.rules.catalogue import load_rules

each_format = pytest.mark.parametrize("format", ["text", "json"])


@each_format
def test_clean_draft_is_0(format: str, zhibiao, clean: Path):
    result = zhibiao("review", clean, "--format", format)
    assert (result.status, result.err) == (0, "")


@each_format
def test_findings_are_1(format: str, zhibiao, faulty: Path):
    result = zhibiao("review", faulty, "--format", format)
    assert (result.status, result.err) == (1, "")


@each_format
def test_missing_file_beside_a_good_one_is_2_and_the_good_one_is_reviewed(format: str, zhibiao, faulty: Path, tmp_path: Path):
    result = zhibiao("review", tmp_path / "没有.docx", faulty, "--format", format)
    assert result.status == 2
    assert "没有.docx：文件不存在" in result.complaint
    assert "D001" in result.out


@each_format
def test_truncated_word_file_is_2(format: str, zhibiao, truncated: Path):
    result = zhibiao("review", truncated, "--format", format)
    assert result.status == 2
    assert "半截.docx：文件不完整或已损坏" in result.complaint


@each_format
def test_word_file_without_tables_is_2(format: str, zhibiao, tableless: Path):
    result = zhibiao("review", tableless, "--format", format)
    assert result.status == 2
    assert "通知.docx：文件里没有表格" in result.complaint


@each_format
def test_empty_folder_is_2(format: str, zhibiao, tmp_path: Path):
    result = zhibiao("review", tmp_path, "--format", format)
    assert result.status == 2
    assert "文件夹里没有能读取的文件" in result.complaint


@each_format
def test_crashed_rule_is_2_and_the_other_findings_come(format: str, zhibiao, faulty: Path, monkeypatch):
    monkeypatch.setattr(type(load_rules()["D001"]), "check", lambda *_: 1 / 0)
    result = zhibiao("review", faulty, "--format", format)
    assert result.status == 2
    assert "规则 D001 出错" in result.complaint
    assert "W001" in result.out


def test_table_that_looks_like_indicators_and_was_not_read_is_2(zhibiao, clean: Path):
    with clean.open("a", encoding="utf-8") as stream:
        stream.write("附表\n\t一级指标\n\t二级指标\n\t三级指标\n\n\t产出指标\n\t数量指标\n\t维修处数\n\n")
    result = zhibiao("review", clean)
    assert result.status == 2
    assert "没有认出三级指标和指标值两列" in result.complaint


def test_note_does_not_change_the_status(zhibiao, clean: Path):
    with clean.open("a", encoding="utf-8") as stream:
        stream.write("附表\n\t科目\n\t说明\n\n\t办公费\n\t无\n\n")
    result = zhibiao("review", clean)
    assert (result.status, result.err) == (0, "")
    assert "不是项目绩效目标表" in result.out


@pytest.mark.parametrize(("level", "status"), [("error", 0), ("warning", 1), ("hint", 1)])
def test_findings_below_the_least_severity_do_not_count(level: str, status: int, zhibiao, faulty: Path):
    assert zhibiao("review", faulty, "--ignore", "D", "--min-severity", level).status == status


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (["review"], "缺少参数 文件…"),
        (["review", "{faulty}", "--nope"], "没有选项 --nope"),
        (["review", "{faulty}", "--format"], "选项 --format 后面缺少值"),
        (["review", "{faulty}", "--format", "xml"], "--format 只能是"),
        (["review", "{faulty}", "--min-severity", "bad"], "--min-severity 只能是"),
        (["review", "{faulty}", "--project", "二"], "--project：“二”不是整数"),
        (["review", "{faulty}", "--project", "7"], "没有第7号项目（本文件的项目号：1）"),
        (["review", "{faulty}", "--model", "没有"], "模型文件夹 没有 里没有"),
        (["review", "{faulty}", "--suggestions=1"], "选项 --suggestions 不带值"),
        (["nope"], "没有命令 nope"),
        (["explain"], "缺少参数 代码"),
        (["explain", "Z999"], "没有代码为 Z999 的规则"),
        (["read", "没有.docx"], "没有.docx："),
        (["classify", "没有.jsonl"], "没有.jsonl 打不开（文件不存在）"),
        (["evaluate"], "请用 --data 给出标注过的行"),
        (["evaluate", "--data", "没有"], "没有标注文件"),
        (["suggest"], "二者取一"),
        (["suggest", "{faulty}", "--name", "满意度"], "二者取一"),
        (["suggest", "{faulty}"], "请用 --project 说明是第几号项目"),
        (["suggest", "{faulty}", "--project", "1", "--row", "9"], "第1号项目没有第9条指标（共7条）"),
        (["suggest", "--name", "满意度", "--budget", "若干"], "--budget 应为以万元计的数"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_call_is_2_and_said_in_one_chinese_line(call: list, complaint: str, zhibiao, faulty: Path):
    result = zhibiao(*(word.format(faulty=faulty) for word in call))
    assert result.status == 2
    assert complaint in result.complaint


@pytest.mark.parametrize(
    "call",
    [["read", "{faulty}", "2"], ["read", "没有.docx"], ["review", "{faulty}", "--output", "没有/a"], ["classify", "{folder}"]],
    ids=["one argument too many", "missing draft", "missing folder", "folder for a file"],
)
def test_complaint_holds_no_english_sentence(call: list, zhibiao, faulty: Path):
    result = zhibiao(*(word.format(faulty=faulty, folder=faulty.parent) for word in call))
    assert result.status == 2
    assert re.findall(r"[A-Za-z]+ [a-z]+ [a-z]+", result.complaint.replace(str(faulty.parent), "")) == []


def test_selecting_a_code_that_does_not_exist_is_a_wrong_call(zhibiao, faulty: Path):
    assert zhibiao("review", faulty, "--select", "Z9").status == 2


def test_project_0_is_not_all_projects(zhibiao, faulty: Path):
    assert zhibiao("review", faulty, "--project", "0").status == 2


def test_status_is_the_same_in_a_process_of_its_own(shell, clean: Path, faulty: Path, truncated: Path):
    assert [shell("review", path).returncode for path in (clean, faulty, truncated)] == [0, 1, 2]
