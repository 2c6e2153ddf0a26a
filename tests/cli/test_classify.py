"""`zhibiao classify`: rows in, the same rows judged out; a row that cannot be taken is said with its line and costs no other row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from classifier.types import LABELS

SOUND = {"project": "乡镇干部培训班", "level2": "数量指标", "name": "培训乡镇干部人数", "value": "≥120人", "id": "a1"}
SLOGAN = {"project": "周转房租金", "level2": "生态效益指标", "name": "生态效益增长率", "value": "≥95%", "id": "a2"}
ADDED = ["probabilities", "labels", "review_needed", "kind", "cues"]


def jsonl(*rows: dict | str) -> bytes:
    return "".join((row if isinstance(row, str) else json.dumps(row, ensure_ascii=False)) + "\n" for row in rows).encode()


def judged(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def test_fields_pass_through_and_the_judgement_comes_after(zhibiao):
    given = {**SOUND, "doc": "d", "budget": "12.00", "year": 2024, "region": "河北", "unsure": True, "basis": ""}
    result = zhibiao("classify", "-", stdin=jsonl(given))
    (row,) = judged(result.out)
    assert (result.status, result.err) == (0, "")
    assert {key: row[key] for key in given} == given
    assert list(row) == [*given, *ADDED]


def test_rows_keep_their_order(zhibiao):
    assert [row["id"] for row in judged(zhibiao("classify", "-", stdin=jsonl(SLOGAN, SOUND, SLOGAN)).out)] == ["a2", "a1", "a2"]


def test_labels_kind_and_cues_are_told(zhibiao):
    sound, slogan = judged(zhibiao("classify", "-", stdin=jsonl(SOUND, SLOGAN)).out)
    assert (sound["labels"], sound["kind"]) == ([], "K16")
    assert (slogan["labels"], slogan["kind"]) == (list(LABELS), "K05")
    assert slogan["cues"]
    assert all(0 <= row["probabilities"][label] <= 1 for row in (sound, slogan) for label in LABELS)


def test_row_without_a_project_has_no_kind(zhibiao):
    assert judged(zhibiao("classify", "-", stdin=jsonl({"name": "质量合格率"})).out)[0]["kind"] is None


def test_number_passes_through_as_a_number(zhibiao):
    assert judged(zhibiao("classify", "-", stdin=jsonl({**SOUND, "budget": 12.5, "year": 2024})).out)[0]["budget"] == 12.5


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("没有括号", "不是合规的 JSON"),
        ("[1]", "应为一个 JSON 对象"),
        ('{"value": "1人"}', "缺少 name"),
        ('{"name": "人数", "colour": 1}', "不认识的键 colour"),
        ('{"name": ["人数"]}', "name 应为文字"),
        ('{"name": "人数", "budget": "若干"}', "budget“若干”不是数"),
        ('{"name": "人数", "vague": 2, "mismatched": 0, "boilerplate": 0}', "vague 应为 0 或 1"),
    ],
)
def test_bad_row_is_2_with_its_line_and_the_others_are_judged(line: str, reason: str, zhibiao):
    result = zhibiao("classify", "-", stdin=jsonl(SOUND, "", line, SLOGAN))
    assert result.status == 2
    assert f"第3行：{reason}" in result.complaint
    assert [row["id"] for row in judged(result.out)] == ["a1", "a2"]


def test_each_bad_row_is_said(zhibiao):
    result = zhibiao("classify", "-", stdin=jsonl("x", SOUND, "y"))
    assert [line.partition("：")[0].split()[-1] for line in result.err.splitlines()] == ["第1行", "第3行"]


FAULT = "one such row ends the call as a fault of the program, and no row is judged"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param('{"name": "人数", "year": Infinity}', id="infinity"),
        pytest.param('{"name": "\\ud800人数"}', id="half a character"),
    ],
)
def test_row_that_cannot_be_written_costs_no_other_row(line: str, zhibiao):
    assert [row["id"] for row in judged(zhibiao("classify", "-", stdin=jsonl(SOUND, line)).out) if "id" in row] == ["a1"]


def test_every_line_of_the_answer_is_json(zhibiao):
    out = zhibiao("classify", "-", stdin=jsonl('{"name": "人数", "year": NaN}')).out
    assert "NaN" not in out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_rows_may_stand_in_a_file(encoding: str, zhibiao, tmp_path: Path):
    path = tmp_path / "rows.jsonl"
    path.write_text(jsonl(SOUND).decode(), encoding=encoding)
    assert [row["id"] for row in judged(zhibiao("classify", path).out)] == ["a1"]


def test_file_in_another_encoding_is_complained_of(zhibiao, tmp_path: Path):
    path = tmp_path / "rows.jsonl"
    path.write_text(jsonl(SOUND).decode(), encoding="gbk")
    result = zhibiao("classify", path)
    assert result.status == 2
    assert "不是 UTF-8 文本" in result.complaint


def test_stdin_in_another_encoding_is_complained_of(zhibiao):
    assert "不是 UTF-8 文本" in zhibiao("classify", "-", stdin=jsonl(SOUND).decode().encode("gbk")).complaint


def test_stdin_may_begin_with_a_byte_order_mark(zhibiao):
    assert zhibiao("classify", "-", stdin=b"\xef\xbb\xbf" + jsonl(SOUND)).status == 0


def test_no_rows_are_no_failure(zhibiao):
    assert zhibiao("classify", "-", stdin=b"\n\n") == (0, "", "")


def test_answer_may_go_to_a_file(zhibiao, tmp_path: Path):
    target = tmp_path / "judged.jsonl"
    result = zhibiao("classify", "-", "--output", target, stdin=jsonl(SOUND, SLOGAN))
    assert result == (0, "", "")
    assert [row["id"] for row in judged(target.read_text(encoding="utf-8"))] == ["a1", "a2"]
