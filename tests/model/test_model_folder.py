"""Covers the refusals of classifier.model.scorer: a folder that is missing, damaged or made for something else, in one Chinese sentence."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from classifier.errors import ModelError
from classifier.model.scorer import MANIFEST, Model, default_model
from classifier.model.weights import WEIGHTS
from tests.model.conftest import change_manifest

Damage = Callable[[Path], object]


def _entry(**changes: Any) -> Damage:
    return lambda folder: change_manifest(folder, **changes)


def _manifest(content: bytes) -> Damage:
    return lambda folder: (folder / MANIFEST).write_bytes(content)


def _weights(change: Callable[[bytes], bytes]) -> Damage:
    return lambda folder: (folder / WEIGHTS).write_bytes(change((folder / WEIGHTS).read_bytes()))


DAMAGES: list[tuple[str, Damage, str]] = [
    ("manifest missing", lambda folder: (folder / MANIFEST).unlink(), "没有 manifest.json，请检查 --model 的路径"),
    ("manifest no JSON", _manifest(b'{"format": 1,'), "manifest.json 不是合规的 JSON，请重新训练"),
    ("manifest no UTF-8", _manifest('{"格式": 1}'.encode("gbk")), "manifest.json 不是合规的 JSON，请重新训练"),
    ("manifest a list", _manifest(b"[]"), "manifest.json 缺项或有不认识的项"),
    ("unknown key", _entry(comment="x"), "manifest.json 缺项或有不认识的项"),
    ("missing key", _entry(thresholds=None), "manifest.json 缺项或有不认识的项"),
    ("other format", _entry(format=2), "是给另一版 zhibiao 用的"),
    ("other features", _entry(features=0), "是给另一版 zhibiao 用的"),
    ("unknown block", _entry(blocks=["word", "neural"]), "里有类型不对的项"),
    ("other labels", _entry(labels=["mismatched", "vague", "boilerplate"]), "是给另一版 zhibiao 用的"),
    ("other segmenter", _entry(segmenter="jieba-0.42.1/0000000000000000"), "用的分词（jieba-0.42.1/0000000000000000）与本机"),
    ("weights missing", lambda folder: (folder / WEIGHTS).unlink(), "缺少 weights.bin"),
    ("weights empty", _weights(lambda content: b""), "缺少 weights.bin 或文件是空的"),
    ("weights cut off", _weights(lambda content: content[:-8]), "weights.bin 大小与清单不符"),
    ("weights too long", _weights(lambda content: content + bytes(8)), "weights.bin 大小与清单不符"),
    ("other size", _entry(size=1), "weights.bin 大小与清单不符"),
]


@pytest.mark.parametrize(("damage", "sentence"), [pytest.param(damage, sentence, id=name) for name, damage, sentence in DAMAGES])
def test_damaged_folder_is_refused_in_one_chinese_sentence(folder: Path, damage: Damage, sentence: str) -> None:
    damage(folder)

    with pytest.raises(ModelError, match=re.escape(sentence)) as refusal:
        Model(folder)
    assert str(folder) in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    "entry",
    [{"intercepts": {}}, {"thresholds": {}}, {"calibration": {}}, {"blocks": 3}, {"margins": {}}, {"thresholds": {"vague": "高"}}],
    ids=lambda entry: "".join(f"{key}={value}" for key, value in entry.items()),
)
def test_entry_of_the_wrong_form_is_refused(folder: Path, entry: dict[str, Any]) -> None:
    change_manifest(folder, **entry)

    with pytest.raises(ModelError):
        Model(folder)


def test_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"没有 manifest\.json，请检查 --model 的路径"):
        Model(tmp_path / "nowhere")


def test_untouched_copy_is_accepted(folder: Path, shipped: Model) -> None:
    assert Model(folder).identity == shipped.identity


def test_model_names_itself_by_its_manifest(shipped: Model) -> None:
    manifest = json.loads((default_model() / MANIFEST).read_text(encoding="utf-8"))

    assert shipped.identity == manifest["id"]
    assert shipped.thresholds == manifest["thresholds"]
