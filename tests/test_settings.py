"""Covers classifier.settings and classifier.rules.configure: where settings are found, how they change a rule, and how a wrong one is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from classifier.analysis.analyse import analyse_draft
from classifier.errors import DataError
from classifier.rules.base import example, row
from classifier.rules.configure import configure_rules, wording_severities
from classifier.rules.run import judge_draft_rules
from classifier.settings import find_settings, load_settings
from classifier.types import Draft

LOW = example(row("服务对象满意度指标", "学员满意度", "≥82%"))


def settings(folder: Path, text: str):
    path = folder / "zhibiao.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)


def codes(folder: Path, text: str, case=LOW) -> dict[str, str]:
    analysis = analyse_draft(Draft("", projects=case.projects))
    findings, _ = judge_draft_rules(analysis, configure_rules(settings(folder, text)))
    return {finding.code: finding.severity for finding in findings}


def test_closest_file_upward_holds(tmp_path: Path):
    deep = tmp_path / "县" / "局"
    deep.mkdir(parents=True)
    (tmp_path / "zhibiao.toml").write_text("", encoding="utf-8")
    assert find_settings(deep / "draft.docx") == tmp_path / "zhibiao.toml"
    (deep / "zhibiao.toml").write_text("", encoding="utf-8")
    assert find_settings(deep / "draft.docx") == deep / "zhibiao.toml"


def test_threshold_moves_the_line(tmp_path: Path):
    assert "N006" not in codes(tmp_path, "")
    assert codes(tmp_path, "[rules.N006]\nlowest = 85\n")["N006"] == "warning"


def test_severity_is_the_bureaus(tmp_path: Path):
    assert codes(tmp_path, '[rules.N006]\nlowest = 85\nseverity = "error"\n')["N006"] == "error"


def test_rule_that_is_off_is_silent(tmp_path: Path):
    case = example(row("数量指标", "维修处数", "≤8处"))
    assert "D001" in codes(tmp_path, "", case)
    assert "D001" not in codes(tmp_path, '[rules.D001]\nseverity = "off"\n', case)


def test_region_is_laid_over_the_general_settings(tmp_path: Path):
    text = '[rules.N006]\nlowest = 70\n[regions."四川省".rules.N006]\nlowest = 85\n'
    assert "N006" not in codes(tmp_path, text)
    assert "N006" in codes(tmp_path, 'region = "四川省"\n' + text)


def test_list_of_an_option_is_replaced(tmp_path: Path):
    case = example(row("数量指标", "甲", "1个", weight="50"), row("质量指标", "乙", "1个", weight="30"))
    assert "T005" in codes(tmp_path, "", case)
    assert "T005" not in codes(tmp_path, "[rules.T005]\ntotals = [80]\n", case)


def test_wording_has_a_severity_and_no_options(tmp_path: Path):
    assert wording_severities(settings(tmp_path, '[rules.W001]\nseverity = "hint"\n')) == {"W001": "hint"}
    with pytest.raises(DataError, match="W001 没有选项 lowest"):
        configure_rules(settings(tmp_path, "[rules.W001]\nlowest = 3\n"))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[rules.N006]\nlowst = 85\n", r"第2行：N006 没有选项 lowst（lowest、highest_below）"),
        ('[rules.N006]\nlowest = "八十"\n', r"第2行：N006 的 lowest 应像 80 这样写"),
        ('[rules.P006]\nlowest_share = "60%"\n', r'第2行：P006 的 lowest_share 应像 "0.6" 这样写'),
        ('[rules.F012]\npattern = "("\n', r"第2行：F012 的 pattern"),
        ("[rules.Q001]\nlowest = 85\n", r"第1行：没有代码为 Q001 的规则"),
        ('[rules.N006]\nseverity = "严重"\n', r"第2行：severity 只能是 error、warning、hint、off"),
        ("[rule.N006]\nlowest = 85\n", r"第1行：不认识的键 rule"),
        ('[regions."河北省".rules.T999x]\ntotals = [80]\n', r"第1行：.*不是一条规则的设置"),
        ('[regions]\n"河北省" = 3\n', r"第2行：\[regions.河北省\] 应为一节"),
        ("rules = 3\n", r"第1行：键 rules 的类型不对"),
        ("[rules]\nN006 = 3\n", r"不是一条规则的设置"),
    ],
)
def test_wrong_setting_is_refused_with_its_line(text: str, complaint: str, tmp_path: Path):
    with pytest.raises(DataError, match=complaint):
        configure_rules(settings(tmp_path, text))


def test_file_saved_with_a_mark_is_read(tmp_path: Path):
    (tmp_path / "zhibiao.toml").write_text("[rules.N006]\nlowest = 85\n", encoding="utf-8-sig")
    assert load_settings(tmp_path / "zhibiao.toml").rules == {"N006": {"lowest": 85}}


def test_file_in_another_encoding_is_refused(tmp_path: Path):
    (tmp_path / "zhibiao.toml").write_bytes('region = "四川省"\n'.encode("gbk"))
    with pytest.raises(DataError, match="另存为 UTF-8"):
        load_settings(tmp_path / "zhibiao.toml")
