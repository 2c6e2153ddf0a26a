"""Covers classifier.model.features: what of a row becomes a feature, and what is left out on purpose."""

from __future__ import annotations

import pytest

from classifier.model.features import BLOCKS, WEIGHED, Feature, row_features
from classifier.model.weights import feature_hash
from tests.analysis.rows import analyse as analyse_words
from tests.analysis.rows import build_row


def _features(level2: str = "质量指标", name: str = "验收合格率", value: str = "≥95%", **more: str) -> dict[str, list[Feature]]:
    row = analyse_words(level2, name, value, **more)
    return row_features(row, build_row(level2, name, value, **more).kind)


def _keys(block: str, **row: str) -> list[str]:
    return [feature.key for feature in _features(**row)[block]]


def _facts(**row: str) -> set[str]:
    """The keys of everything but the wording."""
    return {feature.key for block, features in _features(**row).items() if block not in WEIGHED for feature in features}


def test_features_come_in_the_blocks_of_the_model() -> None:
    assert tuple(_features()) == BLOCKS


def test_words_are_those_of_the_segmented_name() -> None:
    assert [(feature.text, feature.field) for feature in _features(name="设备验收")["word"]] == [("设备", "name"), ("验收", "name")]


def test_word_that_stands_twice_counts_twice() -> None:
    assert len(_keys("word", name="验收设备验收")) == 3
    assert len(set(_keys("word", name="验收设备验收"))) == 2


def test_ngrams_have_two_to_four_characters_with_the_edges_of_the_name() -> None:
    assert {feature.text for feature in _features(name="合格率")["char"]} == {"合", "率", "合格", "格率", "合格率"}
    assert len(_keys("char", name="合格率")) == 4 + 3 + 2


def test_description_that_repeats_the_name_says_nothing_new() -> None:
    assert _features(description="验收 合格率")["word"] == _features()["word"]
    assert _features(description="验收合格率")["char"] == _features()["char"]


@pytest.mark.parametrize("block", WEIGHED)
def test_description_of_its_own_counts_apart_from_the_name(block: str) -> None:
    described = _features(description="警报器")[block]

    assert {feature.field for feature in described} == {"name", "description"}
    assert not set(_keys(block, description="验收")) <= set(_keys(block, name="验收合格率验收"))


def test_basis_gives_its_words_but_no_ngrams() -> None:
    features = _features(basis="采购合同")

    assert [feature.text for feature in features["word"] if feature.field == "basis"] == ["采购", "合同"]
    assert [feature for feature in features["char"] if feature.field == "basis"] == []


@pytest.mark.parametrize("block", WEIGHED)
@pytest.mark.parametrize(
    ("name", "other"), [("2023年培训人次", "2024年培训人次"), ("道路3.5公里", "道路12,000公里"), ("合格率（％）", "合格率(%)"), ("合格 率", "合格\n率")]
)
def test_numbers_widths_and_white_space_make_no_difference_to_the_wording(block: str, name: str, other: str) -> None:
    assert _keys(block, name=name) == _keys(block, name=other)


@pytest.mark.parametrize(
    ("row", "other"),
    [
        ({"level2": "质量指标"}, {"level2": "时效指标"}),
        ({"value": "≥95%"}, {"value": "95件"}),
        ({"value": "≥95%"}, {"value": "≤95%"}),
        ({"value": "95件"}, {"value": "95份"}),
        ({"value": "较好"}, {"value": "通过"}),
        ({"project": "周转房租金"}, {"project": "警报器安装"}),
        ({"description": "抽检"}, {"description": ""}),
        ({"basis": "合同"}, {"basis": "按照质量"}),  # the cue of the basis
    ],
    ids=["place", "kind of value", "sign", "unit", "words of the value", "kind of project", "described", "cue"],
)
def test_fact_of_the_row_makes_a_difference(row: dict[str, str], other: dict[str, str]) -> None:
    assert _facts(**row) != _facts(**other)


def test_size_of_the_number_makes_no_difference() -> None:
    assert _facts(level2="数量指标", name="培训人次", value="≥100人次") == _facts(level2="数量指标", name="培训人次", value="≥300人次")


def test_place_that_the_layout_does_not_give_is_still_a_fact() -> None:
    assert _facts(level2="") != _facts(level2="质量指标")


def test_every_cue_of_the_row_is_a_feature() -> None:
    row = analyse_words("质量指标", "质量指标", "≥95%")

    assert len(row.cues) > 3
    assert {cue.name for cue in row.cues} <= {feature.text for block in _features(name="质量指标").values() for feature in block}


def test_every_feature_says_what_it_stands_for_in_a_field_of_the_row() -> None:
    fields = {"name", "description", "value", "basis", "level2", "project"}
    features = [feature for block in _features(description="抽检合格", basis="台账", project="周转房租金").values() for feature in block]

    assert {feature.field for feature in features} <= fields
    assert [feature for feature in features if not feature.key] == []


def test_same_key_in_two_blocks_has_two_hashes() -> None:
    assert feature_hash("word", "n:合格") != feature_hash("char", "n:合格")
    assert 0 <= feature_hash("word", "n:合格") < 2**64


def test_shipped_features_have_hashes_of_their_own() -> None:
    keys = {(block, feature.key) for name in ("验收合格率", "警报器安装数量") for block, features in _features(name=name).items() for feature in features}

    assert len({feature_hash(block, key) for block, key in keys}) == len(keys)
