"""`zhibiao read` shows the table as understood; `zhibiao evaluate` scores a model on annotated rows."""

from __future__ import annotations

import json
from pathlib import Path


def test_table_is_shown_as_understood(zhibiao, clean: Path):
    result = zhibiao("read", clean)
    assert (result.status, result.err) == (0, "")
    assert "1 2024年乡镇干部培训班经费" in result.out
    assert "预算 12.00  财政资金 12.00" in result.out
    assert "共 1 个项目、5 条指标" in result.out


def test_nothing_is_judged(zhibiao, faulty: Path):
    result = zhibiao("read", faulty)
    assert result.status == 0
    assert "D001" not in result.out


def test_json_gives_every_field_with_its_cell(zhibiao, example: Path):
    data = json.loads(zhibiao("read", example, "--format", "json").out)
    row = data["projects"][12]["indicators"][3]
    assert (row["name"], row["value"]) == ("及时性", "3.75万元")
    assert row["locations"]["value"] == {"table": 26, "row": 5, "column": 5}
    assert [node["amount"] for node in data["projects"][12]["plan"]] == [None, None, "7.50", None]


def test_unread_table_is_2(zhibiao, clean: Path):
    with clean.open("a", encoding="utf-8") as stream:
        stream.write("附表\n\t一级指标\n\t二级指标\n\t三级指标\n\n\t产出指标\n\t数量指标\n\t维修处数\n\n")
    assert zhibiao("read", clean).status == 2


def test_damaged_file_is_2(zhibiao, truncated: Path):
    result = zhibiao("read", truncated)
    assert result.status == 2
    assert "半截.docx：文件不完整或已损坏" in result.complaint


def test_evaluation_shows_each_label_and_the_baseline(zhibiao, tmp_path: Path):
    labels = {"vague": 1, "mismatched": 1, "boilerplate": 1}
    rows = [
        {"doc": "a", "project": "乡镇干部培训班", "level2": "数量指标", "name": "培训乡镇干部人数", "value": "≥120人", **dict.fromkeys(labels, 0)},
        {"doc": "b", "project": "周转房租金", "level2": "生态效益指标", "name": "生态效益增长率", "value": "≥95%", **labels},
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    result = zhibiao("evaluate", "--data", tmp_path)
    assert result.status == 0
    assert all(word in result.out for word in ("空泛", "错配", "套话", "2 条、2 组", "宏平均 F1：1.000", "基线（全判多数）"))
