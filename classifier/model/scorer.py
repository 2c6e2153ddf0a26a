"""A model folder and analysed rows in, verdicts out; reads plain data (JSON and arrays), so nothing in a model can run."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import models
from classifier.analysis.segmentation import segmenter
from classifier.errors import ModelError
from classifier.model.explain import deciding_features
from classifier.model.features import BLOCKS, VERSION, Feature, Text, cue_facts, row_texts, structure_facts, text_features, text_keys
from classifier.model.weights import open_weights
from classifier.types import LABELS, Deciding, IndicatorAnalysis, Kind, ProjectAnalysis, Verdict

FORMAT = 1
MANIFEST = "manifest.json"
MEMORISED_TEXTS = 60_000
_KEYS = {"format", "features", "labels", "segmenter", "blocks", "size", "intercepts", "calibration", "thresholds", "margins", "training", "id"}

Sum = tuple[float, tuple[float, ...]]
"""A text's square length in a weighed block and its share of each label's score."""

Weighed = list[tuple[Feature, float, tuple[float, ...]]]
"""Features with their amount in the row and their weight for each label."""


def default_model() -> Path:
    """The folder of the shipped model, also in an installed copy."""
    return Path(models.__path__[0]) / "default"


class Model:
    """A linear model over TF-IDF and yes/no features, one logistic regression a label."""

    def __init__(self, folder: Path) -> None:
        """Open a model folder; ModelError where it is missing, damaged or made for other features or another segmentation."""
        self.manifest = _load_manifest(folder)
        self.identity: str = self.manifest["id"]
        self.thresholds: dict[str, float] = self.manifest["thresholds"]
        self._margins: dict[str, float] = self.manifest["margins"]
        self._intercepts: tuple[float, ...] = tuple(self.manifest["intercepts"][label] for label in LABELS)
        self._calibration = [self.manifest["calibration"][label] for label in LABELS]
        self._blocks = open_weights(folder, self.manifest["size"], self.manifest["blocks"])
        self._nothing = (0.0,) * len(LABELS)
        self._sums: dict[tuple[str, str, str], Sum] = {}
        self._weighed: dict[tuple[str, str, str], Weighed] = {}

    def judge_project(self, analysis: ProjectAnalysis) -> tuple[Verdict, ...]:
        """The verdict on every row of a project, in order."""
        return tuple(self.judge(row, analysis.kind) for row in analysis.rows)

    def judge(self, row: IndicatorAnalysis, kind: Kind) -> Verdict:
        """The verdict on one row: probabilities, the labels at or above their thresholds, those a little below (left to a person), and what decided."""
        probabilities = self._probabilities(row, kind)
        labels = tuple(label for label in LABELS if probabilities[label] >= self.thresholds[label])
        near = tuple(label for label in LABELS if self._margins[label] <= probabilities[label] < self.thresholds[label])
        known = self._weigh(row, kind) if labels or near else []
        deciding = {label: _deciding(known, label) for label in LABELS if label in labels or label in near}
        return Verdict(probabilities, labels, near, deciding)

    def explain(self, row: IndicatorAnalysis, kind: Kind, label: str) -> tuple[Deciding, ...]:
        """The words and cues that spoke most for a label, whether it was given or not."""
        return _deciding(self._weigh(row, kind), label)

    def _probabilities(self, row: IndicatorAnalysis, kind: Kind) -> dict[str, float]:
        """By sums over whole texts, which a draft repeats; `_weigh` gives the same feature by feature."""
        parts = [self._intercepts]
        blocks: dict[str, list[Sum]] = {}
        for text in row_texts(row):
            if text.block in self._blocks:
                blocks.setdefault(text.block, []).append(self._sum_text(text))
        for sums in blocks.values():
            norm = math.sqrt(sum(square for square, _ in sums)) or 1.0
            parts += [tuple(part / norm for part in shares) for _, shares in sums]
        for name, facts in (("structure", structure_facts(row, kind)), ("cue", cue_facts(row, kind))):
            if (entries := self._blocks.get(name)) is not None:
                parts += [entry[1] for key in dict.fromkeys([fact[0] for fact in facts]) if (entry := entries[key])]
        scores = map(sum, zip(*parts, strict=True))
        calibrated = (_sigmoid(slope * score + offset) for score, (slope, offset) in zip(scores, self._calibration, strict=True))
        return dict(zip(LABELS, calibrated, strict=True))

    def _sum_text(self, text: Text) -> Sum:
        """The square of a text's length in a weighed block, and its share of each label's score before division by the row's length."""
        key = (text.block, text.field, text.written)
        if found := self._sums.get(key):
            return found
        entries = self._blocks[text.block]
        known = [(count * entry[0], entry[1]) for feature, count in Counter(text_keys(text)).items() if (entry := entries[feature])]
        shares = [[amount * weight for weight in weights] for amount, weights in known]
        total = (sum(amount * amount for amount, _ in known), tuple(map(sum, zip(*shares, strict=True))) or self._nothing)
        if len(self._sums) >= MEMORISED_TEXTS:
            self._sums.clear()
        return self._sums.setdefault(key, total)

    def _weigh(self, row: IndicatorAnalysis, kind: Kind) -> Weighed:
        """The features of a row that the model knows, each with its amount and its weights for the labels."""
        known: Weighed = []
        blocks: dict[str, list[Text]] = {}
        for text in row_texts(row):
            if text.block in self._blocks:
                blocks.setdefault(text.block, []).append(text)
        for texts in blocks.values():
            norm = math.sqrt(sum(self._sum_text(text)[0] for text in texts)) or 1.0
            known += [(feature, amount / norm, weights) for text in texts for feature, amount, weights in self._weigh_text(text)]
        for name, facts in (("structure", structure_facts(row, kind)), ("cue", cue_facts(row, kind))):
            if (entries := self._blocks.get(name)) is not None:
                known += [(fact, 1.0, entry[1]) for fact in {fact[0]: fact for fact in facts}.values() if (entry := entries[fact[0]])]
        return known

    def _weigh_text(self, text: Text) -> Weighed:
        """As `_sum_text`, feature by feature; a feature that stands twice is shown as it first stands."""
        key = (text.block, text.field, text.written)
        if (found := self._weighed.get(key)) is not None:
            return found
        entries = self._blocks[text.block]
        features = text_features(text)
        first = {feature[0]: feature for feature in reversed(features)}
        counts = Counter(feature[0] for feature in features)
        known = [(first[name], count * entry[0], entry[1]) for name, count in counts.items() if (entry := entries[name])]
        if len(self._weighed) >= MEMORISED_TEXTS:
            self._weighed.clear()
        return self._weighed.setdefault(key, known)


def _deciding(known: Weighed, label: str) -> tuple[Deciding, ...]:
    position = LABELS.index(label)
    return deciding_features([(feature, amount * weights[position]) for feature, amount, weights in known])


def _sigmoid(score: float) -> float:
    return 1 / (1 + math.exp(-score)) if score >= 0 else math.exp(score) / (1 + math.exp(score))


def _load_manifest(folder: Path) -> Mapping[str, Any]:
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except OSError:
        raise ModelError(f"模型文件夹 {folder} 里没有 {MANIFEST}，请检查 --model 的路径") from None
    except ValueError:
        raise ModelError(f"模型 {folder} 的 {MANIFEST} 不是合规的 JSON，请重新训练或重新安装") from None
    if not isinstance(manifest, dict) or manifest.keys() != _KEYS:
        raise ModelError(f"模型 {folder} 的 {MANIFEST} 缺项或有不认识的项，请重新训练或重新安装")
    if manifest["format"] != FORMAT or manifest["features"] != VERSION or manifest["labels"] != list(LABELS):
        raise ModelError(f"模型 {folder} 是给另一版 zhibiao 用的，请用本版重新训练")
    if not _sound(manifest):
        raise ModelError(f"模型 {folder} 的 {MANIFEST} 里有类型不对的项，请重新训练或重新安装")
    if manifest["segmenter"] != segmenter().identity:
        raise ModelError(f"模型 {folder} 用的分词（{manifest['segmenter']}）与本机（{segmenter().identity}）不同，结果不可信；请用本版重新训练")
    return manifest


def _sound(manifest: Mapping[str, Any]) -> bool:
    """Whether the entries that scoring relies on have the form that they should have."""
    numbers = ("intercepts", "thresholds", "margins")
    if any(not isinstance(manifest[key], dict) or manifest[key].keys() != set(LABELS) for key in (*numbers, "calibration")):
        return False
    pairs = list(manifest["calibration"].values())
    if any(not isinstance(pair, list) or len(pair) != 2 for pair in pairs):  # noqa: PLR2004  # slope and offset
        return False
    values = [value for key in numbers for value in manifest[key].values()] + [value for pair in pairs for value in pair]
    blocks, size = manifest["blocks"], manifest["size"]
    return (
        all(isinstance(value, int | float) and math.isfinite(value) for value in values)
        and isinstance(blocks, list)
        and set(map(str, blocks)) <= set(BLOCKS)
        and isinstance(size, int)
        and isinstance(manifest["id"], str)
        and isinstance(manifest["training"], dict)
    )
