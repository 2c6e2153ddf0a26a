"""The JSON of review and suggest keeps to the published schemas, which allow nothing that they do not name."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, ValidationError

import cli.formats
from cli.formats.suggestions import render_json
from tests.cli.answers import LEASE, PURCHASE, asked, dropped, mend, table

FOLDER = Path(cli.formats.__path__[0])


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")))


def faults(schema: Draft202012Validator, document: dict) -> list[str]:
    """Where a document leaves its schema."""
    return [f"{fault.json_path}: {fault.message}" for fault in schema.iter_errors(document)]


REVIEW, SUGGEST = validator("review"), validator("suggest")


@pytest.fixture(scope="module")
def review(shell, example: Path) -> dict:
    """One project of the example, with all that a review may hold."""
    return json.loads(shell("review", example, "--format", "json", "--project", "14").stdout)


@pytest.fixture(scope="module")
def suggestion(shell, example: Path) -> dict:
    return json.loads(shell("suggest", example, "--project", "13", "--format", "json").stdout)


@pytest.mark.parametrize("schema", [REVIEW, SUGGEST], ids=["review", "suggest"])
def test_schema_is_sound(schema: Draft202012Validator):
    assert faults(Draft202012Validator(schema.META_SCHEMA), schema.schema) == []


def test_review_of_the_whole_example_is_valid(zhibiao, example: Path):
    assert faults(REVIEW, json.loads(zhibiao("review", example, "--format", "json", "--min-severity", "hint").out)) == []


def test_review_with_unread_files_and_bare_rows_is_valid(zhibiao, truncated: Path, clean: Path, faulty: Path):
    assert faults(REVIEW, json.loads(zhibiao("review", truncated, clean, faulty, "--format", "json").out)) == []


def test_review_of_nothing_is_valid(zhibiao, tmp_path: Path):
    assert faults(REVIEW, json.loads(zhibiao("review", tmp_path, "--format", "json").out)) == []


def test_redrafted_table_is_valid(suggestion: dict):
    assert faults(SUGGEST, suggestion) == []


@pytest.mark.parametrize("number", [1, 9, 12, 20])
def test_redrafted_tables_of_other_kinds_are_valid(number: int, zhibiao, example: Path):
    assert faults(SUGGEST, json.loads(zhibiao("suggest", example, "--project", str(number), "--format", "json").out)) == []


def test_answer_in_doubt_with_faults_of_the_head_is_valid_and_told():
    answer = table(asked(1), dropped(2), nearest=(LEASE, PURCHASE), mends=(mend(), mend("没有写主管部门", "")))
    plain = json.loads(render_json(answer))
    assert faults(SUGGEST, plain) == []
    assert plain["whole"] is True
    assert plain["nearest"] == [{"code": "K05", "name": "房屋租赁"}, {"code": "K09", "name": "设备购置"}]
    assert [tuple(item.values()) for item in plain["mends"]] == [
        ("P002", "error", "plan", "支出计划12月底空白，累计应为预算数7.50万元", "12月底填7.50万元"),
        ("P002", "error", "plan", "没有写主管部门", ""),
    ]


@pytest.mark.parametrize("key", ["whole", "mends", "nearest", "rows", "goal"])
def test_suggest_schema_asks_for_every_part(key: str, suggestion: dict):
    with pytest.raises(ValidationError, match=key):
        SUGGEST.validate({part: value for part, value in suggestion.items() if part != key})


@pytest.mark.parametrize("options", [["--project-name", "周转房租金", "--level2", "生态效益指标"], []], ids=["known kind", "no kind"])
def test_row_by_options_is_valid(options: list, zhibiao):
    assert faults(SUGGEST, json.loads(zhibiao("suggest", "--name", "生态效益增长率", "--value", "≥96%", *options, "--format", "json").out)) == []


@pytest.mark.parametrize(
    "path",
    [
        (),
        ("counts",),
        ("counts", "findings"),
        ("drafts", 0),
        ("drafts", 0, "notes", 0),
        ("drafts", 0, "projects", 0),
        ("drafts", 0, "projects", 0, "kind"),
        ("drafts", 0, "projects", 0, "score"),
        ("drafts", 0, "projects", 0, "score", "items", 0),
        ("drafts", 0, "projects", 0, "plan", 0),
        ("drafts", 0, "projects", 0, "indicators", 0),
        ("drafts", 0, "projects", 0, "indicators", 0, "location"),
        ("drafts", 0, "projects", 0, "indicators", 0, "probabilities"),
        ("drafts", 0, "projects", 0, "findings", 0),
        ("drafts", 0, "projects", 0, "findings", -1, "suggestions", 0),
    ],
    ids=lambda path: ".".join(map(str, path)) or "top",
)
def test_review_schema_refuses_what_it_does_not_name(path: tuple, review: dict):
    changed = copy.deepcopy(review)
    place = changed
    for step in path:
        place = place[step]
    place["surplus"] = 1
    with pytest.raises(ValidationError, match="surplus"):
        REVIEW.validate(changed)


@pytest.mark.parametrize("key", ["version", "tool", "model", "drafts", "unread", "counts"])
def test_review_schema_asks_for_every_part(key: str, review: dict):
    with pytest.raises(ValidationError, match=key):
        REVIEW.validate({part: value for part, value in review.items() if part != key})


@pytest.mark.parametrize("path", [(), ("kind",), ("rows", 0), ("rows", 3, "suggestions", 0)], ids=lambda path: ".".join(map(str, path)) or "top")
def test_suggest_schema_refuses_what_it_does_not_name(path: tuple, suggestion: dict):
    changed = copy.deepcopy(suggestion)
    place = changed
    for step in path:
        place = place[step]
    place["surplus"] = 1
    with pytest.raises(ValidationError, match="surplus"):
        SUGGEST.validate(changed)
