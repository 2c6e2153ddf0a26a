"""`zhibiao waive`, and what --show-waived, --baseline, --previous, --config and --show-settings make of a review."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

WHO = ("--by", "王某", "--reason", "场地有限，只办三场")


@pytest.fixture
def waived(zhibiao, faulty: Path) -> Path:
    assert zhibiao("waive", faulty, "D001", "--project", "1", "--row", "6", *WHO).status == 0
    return faulty


@pytest.fixture
def report(zhibiao, faulty: Path, tmp_path: Path) -> Path:
    zhibiao("review", faulty, "--format", "json", "--output", tmp_path / "report.json")
    return tmp_path / "report.json"


def codes(result) -> set[str]:
    data = json.loads(result.out)
    return {f["code"] for draft in data["drafts"] for part in (draft, *draft["projects"]) for f in part["findings"] if not f["waived"]}


def test_waived_finding_is_left_out_counted_and_shown_on_demand(zhibiao, waived: Path):
    plain, shown = zhibiao("review", waived), zhibiao("review", waived, "--show-waived")
    assert "D001" not in plain.out
    assert "另有 1 条已豁免" in plain.out
    assert "王某" in shown.out
    assert "场地有限，只办三场" in shown.out
    assert "D001" not in codes(zhibiao("review", waived, "--format", "json"))


def test_waiving_twice_writes_once(zhibiao, waived: Path):
    again = zhibiao("waive", waived, "D001", "--project", "1", "--row", "6", *WHO)
    assert "已由王某于" in again.out
    assert waived.with_name(waived.name + ".waivers.toml").read_text(encoding="utf-8").count("[[waiver]]") == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["D001", "--project", "1", "--row", "6", "--reason", "可"], "--by 姓名"),
        (["D001", "--project", "1", "--row", "6", "--by", "王某"], "--reason 理由"),
        (["D001", "--project", "1", "--row", "1", *WHO], "第1号项目第1行没有 D001 这个问题"),
        (["N001", *WHO], "全文没有 N001 这个问题"),
    ],
)
def test_waiver_without_a_name_a_reason_or_a_finding_is_refused(args: list, said: str, zhibiao, faulty: Path):
    result = zhibiao("waive", faulty, *args)
    assert result.status == 2
    assert said in result.complaint
    assert not faulty.with_name(faulty.name + ".waivers.toml").exists()


def test_waived_wording_is_exported_for_the_trainers(zhibiao, faulty: Path):
    zhibiao("waive", faulty, "W001", "--project", "1", "--row", "7", *WHO)
    (line,) = zhibiao("waive", faulty, "--export").out.splitlines()
    exported = json.loads(line)
    assert (exported["name"], exported["source"]) == ("生态效益增长率", "waiver")
    assert zhibiao("classify", "-", stdin=line.encode()).status == 0


def test_baseline_leaves_only_what_is_new(zhibiao, faulty: Path, report: Path):
    result = zhibiao("review", faulty, "--baseline", report, "--format", "json")
    assert codes(result) == set()
    assert result.status == 0


def test_baseline_that_is_no_report_is_refused(zhibiao, faulty: Path):
    assert "不是 zhibiao review --format json 的报告" in zhibiao("review", faulty, "--baseline", faulty).complaint


def test_previous_draft_tells_what_was_mended(zhibiao, faulty: Path, clean: Path):
    text = zhibiao("review", clean, "--previous", faulty)
    assert "新增0，仍在0" in text.out
    assert "已改  2024年乡镇干部培训班经费  第6行  D001" in text.out
    changes = json.loads(zhibiao("review", clean, "--previous", faulty, "--format", "json").out)["changes"]
    assert {change["status"] for change in changes} == {"mended"}
    assert text.status == 0


def test_settings_are_found_upward_and_can_be_given(zhibiao, faulty: Path, tmp_path: Path):
    (faulty.parent / "zhibiao.toml").write_text('[rules.D001]\nseverity = "off"\n', encoding="utf-8")
    (tmp_path / "other.toml").write_text("", encoding="utf-8")
    assert "D001" not in codes(zhibiao("review", faulty, "--format", "json"))
    assert "D001" in codes(zhibiao("review", faulty, "--format", "json", "--config", tmp_path / "other.toml"))


def test_settings_that_hold_are_listed_with_their_source(zhibiao, faulty: Path):
    path = faulty.parent / "zhibiao.toml"
    path.write_text("[rules.N006]\nlowest = 85\n", encoding="utf-8")
    shown = zhibiao("review", faulty, "--show-settings").out
    assert str(path) in shown
    assert "N006  警告  lowest = 85、highest_below = 100" in shown


def test_wrong_settings_are_one_sentence_with_file_and_line(zhibiao, faulty: Path):
    (faulty.parent / "zhibiao.toml").write_text("[rules.N006]\nlowst = 85\n", encoding="utf-8")
    result = zhibiao("review", faulty)
    assert result.status == 2
    assert "第2行：N006 没有选项 lowst" in result.complaint


def test_finding_told_beside_another_speaks_when_the_other_is_waived_or_left_out(zhibiao, example: Path, tmp_path: Path):
    draft = tmp_path / "draft.docx"
    draft.write_bytes(example.read_bytes())
    folded = zhibiao("review", draft, "--project", "2", "--select", "U,N")
    assert "（N018）" in folded.out
    alone = json.loads(zhibiao("review", draft, "--project", "2", "--select", "N018", "--format", "json").out)
    assert [f["row"] for f in alone["drafts"][0]["projects"][0]["findings"]] == [2, 3]
    zhibiao("waive", draft, "U002", "--project", "2", "--row", "2", *WHO)
    rest = json.loads(zhibiao("review", draft, "--project", "2", "--select", "U,N", "--format", "json").out)
    assert ("N018", 2) in {(f["code"], f["row"]) for f in rest["drafts"][0]["projects"][0]["findings"] if not f["waived"]}


def test_waived_findings_of_an_earlier_report_are_no_baseline(zhibiao, waived: Path, tmp_path: Path):
    zhibiao("review", waived, "--format", "json", "--output", tmp_path / "report.json")
    waived.with_name(waived.name + ".waivers.toml").unlink()
    assert codes(zhibiao("review", waived, "--baseline", tmp_path / "report.json", "--format", "json")) == {"D001"}


def test_earlier_draft_that_cannot_be_read_is_refused(zhibiao, faulty: Path):
    result = zhibiao("review", faulty, "--previous", faulty.parent / "没有.docx")
    assert result.status == 2
    assert result.out == ""
    assert "--previous" in result.complaint


def test_folder_is_no_draft_to_waive_in(zhibiao, tmp_path: Path):
    assert "是文件夹" in zhibiao("waive", tmp_path, "D001", *WHO).complaint
