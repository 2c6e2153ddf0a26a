"""`zhibiao review`: what the report says and counts, what --select, --ignore, --min-severity and --project leave in it, and the JSON beside it."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from classifier.model.labels import PAGES

LABELS = {page.code: page.label for page in PAGES}


@pytest.fixture(scope="module")
def text(shell, example: Path) -> str:
    return shell("review", example).stdout.decode()


@pytest.fixture(scope="module")
def data(shell, example: Path) -> dict:
    return json.loads(shell("review", example, "--format", "json").stdout)


def findings(data: dict) -> list[dict]:
    return [finding for draft in data["drafts"] for part in (draft, *draft["projects"]) for finding in part["findings"]]


# ---- text --------------------------------------------------------------------------------------------------------


def test_report_counts_what_it_judged(text: str):
    assert "共审 1 个文件、21 个项目、189 条指标：" in text


def test_every_project_has_a_line_with_its_number_and_name(text: str):
    heads = re.findall(r"^(\d+) .+  预算[\d.]+万元  初评：", text, re.MULTILINE)
    assert [int(number) for number in heads] == list(range(1, 22))


def test_row_is_one_line_with_all_that_it_has(text: str):
    (line,) = [line for line in text.splitlines() if "维修数量率" in line]
    assert all(code in line for code in ("D001", "U005"))


def test_explanation_is_shown_with_the_finding_that_it_explains(text: str):
    (line,) = [line for line in text.splitlines() if "N001" in line and "605.31" in line]
    assert re.search(r"第16号项目.+（N011）", line)


def test_finding_on_the_head_stands_before_the_rows(text: str):
    lines = text.partition("\n14 ")[2].splitlines()
    assert [line.split()[1] for line in lines[1:3]] == ["P002", "P004"]


def test_wording_that_many_projects_share_is_listed_once_with_its_places(text: str):
    shared = text.partition("-- 多个项目写法相同")[2]
    assert re.search(r"生态效益增长率 +.*错配.*\d+个项目：[\d、]+", shared)
    assert shared.count("生态效益增长率 ") == 1


def test_suggestions_are_shown_when_asked_for(zhibiao, faulty: Path):
    assert "[改值] 数量指标：培训场次  ≥3场" in zhibiao("review", faulty, "--suggestions").out
    assert "[改值]" not in zhibiao("review", faulty).out


def test_clean_draft_is_said_to_be_clean_with_the_count_of_its_rows(zhibiao, clean: Path):
    out = zhibiao("review", clean).out
    assert "共审 1 个文件、1 个项目、5 条指标：没有发现问题" in out
    assert "5条指标，没有发现问题" in out


def test_nothing_read_is_told_from_nothing_found(zhibiao, truncated: Path):
    out = zhibiao("review", truncated).out
    assert "共审 0 个文件、0 个项目、0 条指标" in out
    assert "有 1 处没有读到或没有判断" in out


def test_all_files_of_a_folder_are_reviewed_in_order(zhibiao, write_draft, clean: Path, faulty: Path):
    write_draft(name="z/~$clean.txt")  # the lock file of an office program
    out = zhibiao("review", clean.parent).out
    assert [Path(line.split("  ")[-1]).name for line in out.splitlines() if line.startswith("== ")] == ["clean.txt", "faulty.txt"]


# ---- options -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ([], {"D001", "F007", "W001", "W002", "W003"}),
        (["--select", "D"], {"D001"}),
        (["--select", "d001,w002"], {"D001", "W002"}),
        (["--select", "D，W003"], {"D001", "W003"}),
        (["--select", "D", "--select", "W001"], {"D001", "W001"}),
        (["--ignore", "W"], {"D001", "F007"}),
        (["--select", "W", "--ignore", "W001,W002"], {"W003"}),
        (["--min-severity", "error"], {"D001"}),
        (["--select", "N"], set()),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_options_leave_only_these_codes(options: list, codes: set, zhibiao, faulty: Path):
    result = zhibiao("review", faulty, *options, "--format", "json")
    assert {finding["code"] for finding in findings(json.loads(result.out))} == codes
    assert result.status == (1 if codes else 0)


def test_one_project_is_shown_alone_with_the_others_in_view(zhibiao, example: Path):
    data = json.loads(zhibiao("review", example, "--project", "12", "--format", "json").out)
    assert [project["number"] for project in data["drafts"][0]["projects"]] == [12]
    assert [related["code"] for finding in findings(data) for related in finding["related"]] == ["N011"]
    assert data["counts"]["projects"] == 1


# ---- JSON --------------------------------------------------------------------------------------------------------


def test_counts_are_those_of_what_is_listed(data: dict):
    counts, listed = data["counts"], findings(data)
    assert (counts["projects"], counts["indicators"], counts["unread"], counts["waived"]) == (21, 189, 0, 0)
    assert counts["findings"]["total"] == len(listed)
    assert counts["findings"]["by_code"] == Counter(finding["code"] for finding in listed)
    assert {k: n for k, n in counts["findings"]["by_severity"].items() if n} == Counter(finding["severity"] for finding in listed)


def test_review_needed_counts_rows_too_near_to_call(data: dict):
    rows = [row for project in data["drafts"][0]["projects"] for row in project["indicators"]]
    assert data["counts"]["review_needed"] == sum(bool(row["review_needed"]) for row in rows) > 0


def test_text_and_json_count_alike(text: str, data: dict):
    severities = data["counts"]["findings"]["by_severity"]
    assert f"错误{severities['error']}，警告{severities['warning']}（" in text
    assert f"另有 {data['counts']['review_needed']} 条措辞机器拿不准" in text


def test_money_is_a_decimal_string_as_written(data: dict):
    project = data["drafts"][0]["projects"][12]
    assert (project["budget"], project["fiscal"]) == ("7.50", "7.50")
    assert project["plan"][-1] == {"label": "12月底", "amount": None}


def test_finding_points_to_its_row_and_cell(data: dict):
    (finding,) = [finding for finding in findings(data) if finding["code"] == "U004"]
    assert (finding["row"], finding["field"], finding["location"]) == (4, "value", {"table": 34, "row": 5, "column": 5})
    assert finding["evidence"] == [{"field": "value", "text": "6.72%", "start": 0, "end": 5}]


def test_labels_of_a_row_are_its_labelled_findings(data: dict):
    for project in data["drafts"][0]["projects"]:
        labelled = {(finding["row"], finding["label"]) for finding in project["findings"] if finding["label"]}
        labelled |= {(f["row"], LABELS[r["code"]]) for f in project["findings"] for r in f["related"] if r["code"] in LABELS}  # a rule speaks for them
        assert labelled == {(row["row"], label) for row in project["indicators"] for label in row["labels"]}


def test_score_has_eight_items_and_says_what_is_left_to_people(data: dict):
    score = data["drafts"][0]["projects"][19]["score"]
    assert len(score["items"]) == 8
    assert (score["grade"], score["advice"]) == ("中", "退回修改重报")
    assert score["manual"]


def test_unread_file_is_listed_with_its_reason(zhibiao, truncated: Path):
    (unread,) = json.loads(zhibiao("review", truncated, "--format", "json").out)["unread"]
    assert unread["path"] == str(truncated)
    assert unread["reason"].startswith("文件不完整或已损坏")
