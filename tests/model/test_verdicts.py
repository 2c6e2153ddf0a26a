"""Covers the judging of classifier.model.scorer: thresholds, what is too near to call, and that what decided comes from the row."""

from __future__ import annotations

import math

import pytest

from classifier.analysis.normalise import NUMBER, normalise
from classifier.model.features import WEIGHED, Feature, row_features
from classifier.model.scorer import Model
from classifier.types import FIELDS, LABELS, Analysis, IndicatorAnalysis, Kind, Verdict
from tests.analysis.rows import analyse, build_row
from tests.model.conftest import ChangedModel

BAD = ("生态效益指标", "生态效益增长率", "≥95%")


@pytest.fixture
def row() -> IndicatorAnalysis:
    return analyse(*BAD, project="周转房租金")


@pytest.fixture
def kind() -> Kind:
    return build_row(*BAD, project="周转房租金").kind


@pytest.fixture
def probability(shipped: Model, row: IndicatorAnalysis, kind: Kind) -> float:
    """How surely the row is vague, whatever the threshold."""
    return shipped.judge(row, kind).probabilities["vague"]


def _never(vague: float) -> dict[str, float]:
    """Thresholds or margins that only `vague` can reach."""
    return {"vague": vague, "mismatched": 2.0, "boilerplate": 2.0}


def test_every_label_has_a_probability(shipped: Model, example: Analysis) -> None:
    verdicts = [verdict for project in example.projects for verdict in shipped.judge_project(project)]

    assert len(verdicts) == 189
    assert all(tuple(verdict.probabilities) == LABELS for verdict in verdicts)
    assert all(0 < probability < 1 for verdict in verdicts for probability in verdict.probabilities.values())


def test_label_is_given_from_its_threshold_on(changed: ChangedModel, row: IndicatorAnalysis, kind: Kind, probability: float) -> None:
    assert changed(thresholds=_never(probability)).judge(row, kind).labels == ("vague",)
    assert changed(thresholds=_never(math.nextafter(probability, 1))).judge(row, kind).labels == ()


def test_labels_come_in_their_fixed_order(changed: ChangedModel, row: IndicatorAnalysis, kind: Kind) -> None:
    assert changed(thresholds=dict.fromkeys(reversed(LABELS), 0.0)).judge(row, kind).labels == LABELS


@pytest.mark.parametrize(
    ("threshold", "margin", "given", "near"),
    [
        (0.5, 0.4, True, False),  # a label that is given needs no review
        (0.51, 0.4, False, True),  # a near miss
        (0.6, 0.5, False, True),  # at the margin
        (0.6, 0.51, False, False),
        (0.6, 0.6, False, False),
    ],
)
def test_label_a_little_below_its_threshold_needs_review(
    changed: ChangedModel, row: IndicatorAnalysis, kind: Kind, threshold: float, margin: float, given: bool, near: bool
) -> None:
    doubtful = {label: [0.0, 0.0] for label in LABELS}  # every probability is one half

    verdict = changed(calibration=doubtful, thresholds=_never(vague=threshold), margins=_never(vague=margin)).judge(row, kind)

    assert verdict.labels == (("vague",) if given else ())
    assert verdict.review_needed == (("vague",) if near else ())


def test_calibration_shifts_and_stretches_the_score(changed: ChangedModel, row: IndicatorAnalysis, kind: Kind, probability: float) -> None:
    calibrated = changed(calibration={"vague": [2.0, 0.5], "mismatched": [1.0, 0.0], "boilerplate": [1.0, 0.0]}).judge(row, kind)

    score = math.log(probability / (1 - probability))
    assert calibrated.probabilities["vague"] == pytest.approx(1 / (1 + math.exp(-(2 * score + 0.5))))


def test_only_labels_given_or_near_are_explained(changed: ChangedModel, row: IndicatorAnalysis, kind: Kind, probability: float) -> None:
    assert list(changed(thresholds=_never(probability), margins=_never(probability)).judge(row, kind).deciding) == ["vague"]
    assert list(changed(thresholds=_never(2.0), margins=_never(probability)).judge(row, kind).deciding) == ["vague"]
    assert list(changed(thresholds=_never(2.0), margins=_never(2.0)).judge(row, kind).deciding) == []


def test_label_that_is_not_given_can_be_explained_too(changed: ChangedModel, shipped: Model, row: IndicatorAnalysis, kind: Kind) -> None:
    assert changed(thresholds=_never(2.0), margins=_never(2.0)).explain(row, kind, "vague") == shipped.judge(row, kind).deciding["vague"]


def test_each_label_has_its_own_deciding_words(shipped: Model, row: IndicatorAnalysis, kind: Kind) -> None:
    explained = {label: shipped.explain(row, kind, label) for label in LABELS}

    assert len(set(explained.values())) == len(LABELS)
    assert any("生态" in item.text for item in explained["mismatched"])  # what the row is about, and not only how it is worded


def test_row_is_judged_alike_alone_and_in_its_project(shipped: Model, example: Analysis) -> None:
    project = example.projects[12]

    assert shipped.judge_project(project) == tuple(shipped.judge(row, project.kind) for row in project.rows)


def _deciding(model: Model, example: Analysis) -> list[tuple[IndicatorAnalysis, Kind, Verdict]]:
    return [(row, project.kind, model.judge(row, project.kind)) for project in example.projects for row in project.rows]


def test_what_decided_is_a_feature_of_the_row(shipped: Model, example: Analysis) -> None:
    said = 0
    for row, kind, verdict in _deciding(shipped, example):
        known = {(feature.text, feature.field) for block in row_features(row, kind).values() for feature in block}
        for item in (item for items in verdict.deciding.values() for item in items):
            assert (item.text, item.field) in known
            said += 1
    assert said > 189


def test_deciding_words_stand_in_the_field_that_they_name(shipped: Model, example: Analysis) -> None:
    found = 0
    for row, kind, verdict in _deciding(shipped, example):
        facts = {(feature.text, feature.field) for block, features in row_features(row, kind).items() if block not in WEIGHED for feature in features}
        for item in (item for items in verdict.deciding.values() for item in items):
            stands = item.field in FIELDS and item.text in NUMBER.sub("0", normalise(getattr(row.indicator, item.field)))
            assert stands or (item.text, item.field) in facts
            found += stands
    assert found > 50


def _wording(level2: str, name: str) -> list[Feature]:
    row = analyse(level2, name, "≥95%", project="周转房租金")
    features = row_features(row, build_row(level2, name, project="周转房租金").kind)
    return [feature for feature in features["word"] + features["char"] if feature.field == "name"]


@pytest.mark.parametrize(
    "name",
    [
        "质量合格率",
        "指标1:质量合格率",
        "质量合格率（％）",
        "质量\n合格率",
    ],
)
def test_wording_is_explained_as_it_stands_in_the_cell(name: str) -> None:
    assert [feature.text for feature in _wording("质量指标", name) if feature.text not in name] == []
