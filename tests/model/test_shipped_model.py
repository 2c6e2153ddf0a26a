"""Covers models/default: the shipped model belongs to the annotations in the repository, is whole, and judges plain cases as the guideline does."""

from __future__ import annotations

import hashlib
import json

import pytest

from classifier.model.scorer import MANIFEST, Model, default_model
from classifier.model.weights import WEIGHTS
from classifier.types import LABELS, Verdict
from tests.analysis.rows import analyse, build_row
from tests.support.repository import ROWS


def _judge(model: Model, level2: str, name: str, value: str, project: str) -> Verdict:
    row = analyse(level2, name, value, project=project)
    return model.judge(row, build_row(level2, name, value, project=project).kind)


def test_model_was_trained_on_the_annotations_of_the_repository(shipped: Model) -> None:
    contents = [file.read_bytes() for file in sorted(ROWS.glob("*.jsonl"))]

    assert shipped.manifest["training"]["data_sha256"] == hashlib.sha256(b"".join(contents)).hexdigest()
    assert shipped.manifest["training"]["rows"] == sum(content.count(b"\n") for content in contents)


def test_identity_is_a_digest_of_manifest_and_weights() -> None:
    manifest = json.loads((default_model() / MANIFEST).read_text(encoding="utf-8"))
    identity = manifest.pop("id")

    digest = hashlib.sha256((default_model() / WEIGHTS).read_bytes() + json.dumps(manifest, sort_keys=True).encode()).hexdigest()

    assert identity == digest[:16]


def test_folder_holds_plain_data_only() -> None:
    assert sorted(path.name for path in default_model().iterdir()) == [MANIFEST, WEIGHTS]


def test_figures_are_given_for_every_label(shipped: Model) -> None:
    assert set(shipped.manifest["training"]["scores"]) == set(LABELS)


@pytest.mark.parametrize("label", LABELS)
def test_margin_of_a_label_lies_below_its_threshold(shipped: Model, label: str) -> None:
    assert 0 < shipped.manifest["margins"][label] <= shipped.thresholds[label] < 1


@pytest.mark.parametrize(
    ("level2", "name", "value", "project", "label"),
    [
        ("经济效益指标", "经济效益提升值%", "≥95%", "周转房租金", "vague"),
        ("质量指标", "质量指标", "≥95%", "官网运行维护", "vague"),
        ("生态效益指标", "生态效益增长率", "≥95%", "乡镇干部补贴", "mismatched"),
        ("成本指标", "及时性", "3.75万元", "警报器安装", "mismatched"),
        ("数量指标", "法律服务数量完成率", "≥98%", "法律顾问费", "mismatched"),
        ("可持续影响指标", "可持续性服务", "≥95%", "周转房租金", "boilerplate"),
        ("质量指标", "质量达标率", "≥98%", "综合事务管理", "boilerplate"),
    ],
)
def test_plain_fault_gets_its_label(shipped: Model, level2: str, name: str, value: str, project: str, label: str) -> None:
    assert label in _judge(shipped, level2, name, value, project).labels


@pytest.mark.parametrize(
    ("level2", "name", "value", "project"),
    [
        ("数量指标", "警报器安装数量", "2套", "人防警报器安装"),
        ("质量指标", "警报器安装验收合格率", "100%", "人防警报器安装"),
        ("数量指标", "培训干部人次", "≥120人次", "干部培训"),
        ("生态效益指标", "新增绿化面积", "≥30亩", "荒山造林工程"),
        ("质量指标", "苗木成活率", "≥85%", "荒山造林工程"),
        ("服务对象满意度指标", "参训学员满意度", "≥90%", "干部培训"),
    ],
)
def test_good_row_that_looks_alike_gets_no_label(shipped: Model, level2: str, name: str, value: str, project: str) -> None:
    assert _judge(shipped, level2, name, value, project).labels == ()
