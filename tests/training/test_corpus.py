"""Covers training.corpus: annotated rows with their groups, and faulty lines named with file and line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from classifier.errors import DataError
from classifier.types import LABELS
from tests.training.corpora import OBJECTS, row, write_rows
from training.corpus import Sample, find_row_files, load_corpus

GOOD = row("维修处数", "010")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"name": "维修处数"', "不是合规的 JSON"),
        ("[]", "应为一个 JSON 对象"),
        (json.dumps(row("维修处数", "000", colour="红")), "不认识的键 colour"),
        (json.dumps(row("", "000")), "缺少 name"),
        (json.dumps(row("维修处数", "00")), "应一起给出"),
        (json.dumps(row("维修处数", "000", vague=2)), "vague 应为 0 或 1"),
        (json.dumps(row("维修处数", "000", vague="1")), "vague 应为 0 或 1"),
        (json.dumps(row("维修处数", "000", value=["3处"])), "value 应为文字"),
        (json.dumps(row("维修处数", "000", budget="许多")), "budget“许多”不是数"),
        (json.dumps(row("维修处数", "")), "没有标注（vague、mismatched、boilerplate）"),
    ],
    ids=["JSON", "object", "key", "name", "some labels", "label 2", "label in quotes", "type", "budget", "no labels"],
)
def test_faulty_line_is_named_with_file_and_line(tmp_path: Path, line: str, message: str) -> None:
    write_rows(tmp_path / "a.jsonl", GOOD)
    write_rows(tmp_path / "b.jsonl", GOOD, "", line, GOOD)

    with pytest.raises(DataError, match=message) as fault:
        load_corpus(tmp_path)
    assert str(fault.value).startswith(f"{tmp_path / 'b.jsonl'} 第3行：")


def test_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json.dumps(GOOD, ensure_ascii=False).encode("gbk"))

    with pytest.raises(DataError, match=r"a\.jsonl"):
        load_corpus(tmp_path)


@pytest.mark.parametrize("name", ["nowhere", "nowhere.jsonl", "."])
def test_path_without_annotations_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "notes.txt").write_text("无", encoding="utf-8")

    with pytest.raises(DataError, match=r"里没有标注文件（\*\.jsonl），请检查 --data 的路径"):
        load_corpus(tmp_path / name)


def test_files_of_a_folder_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        write_rows(tmp_path / f"{name}.jsonl", row(name))

    assert [file.stem for file in find_row_files(tmp_path)] == ["a", "b", "c"]
    assert [sample.analysis.indicator.name for sample in load_corpus(tmp_path)] == ["a", "b", "c"]


def test_one_file_may_be_named_itself(tmp_path: Path) -> None:
    path = write_rows(tmp_path / "a.jsonl", GOOD, "", GOOD)

    assert [sample.row.line for sample in load_corpus(path)] == [1, 3]


def test_labels_come_in_their_fixed_order(tmp_path: Path) -> None:
    (sample,) = load_corpus(write_rows(tmp_path / "a.jsonl", row("维修处数", "011")))

    assert dict(zip(LABELS, sample.labels, strict=True)) == {"vague": 0, "mismatched": 1, "boilerplate": 1}


def test_row_is_analysed_in_its_project(tmp_path: Path) -> None:
    (sample,) = load_corpus(
        write_rows(tmp_path / "a.jsonl", row("租用房屋套数", project="周转房租金", level2="数量指标", value="3套", sector="住建", unsure=True))
    )

    assert (sample.kind.code, sample.analysis.place, sample.analysis.value.measure) == ("K05", "数量指标", "套")
    assert (sample.sector, sample.row.unsure) == ("住建", True)


def _groups(tmp_path: Path, *rows: dict[str, Any]) -> list[str]:
    return [sample.group for sample in load_corpus(write_rows(tmp_path / "a.jsonl", *rows))]


def test_rows_of_several_documents_are_grouped_by_document(tmp_path: Path) -> None:
    groups = _groups(tmp_path, row("甲", doc="一", project="路灯"), row("乙", doc="一", project="公厕"), row("丙", doc="二", project="路灯"))

    assert groups[0] == groups[1] != groups[2]


def test_rows_of_the_only_document_are_grouped_by_project(tmp_path: Path) -> None:
    groups = _groups(tmp_path, row("甲", doc="一", project="路灯"), row("乙", doc="一", project="公厕"), row("丙", doc="一", project="路灯"))

    assert groups[0] == groups[2] != groups[1]


def test_rows_without_a_document_are_grouped_by_project(tmp_path: Path) -> None:
    groups = _groups(tmp_path, row("甲", project="路灯"), row("乙", project="公厕"), row("丙", doc="二", project="路灯"), row("丁", project="路灯"))

    assert groups[0] == groups[3]
    assert len(set(groups)) == 3


def test_documents_of_two_files_count_together(samples: list[Sample]) -> None:
    assert len({sample.group for sample in samples}) == len(OBJECTS)
    assert len(samples) == 4 * len(OBJECTS)
