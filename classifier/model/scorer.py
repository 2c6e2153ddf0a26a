"""A model folder and analysed rows in, verdicts out; reads plain data (JSON and arrays), so nothing in a model can run."""

from __future__ import annotations

import json
import math
import mmap
import sys
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from typing import Any

from classifier.analysis.segmentation import segmenter
from classifier.errors import ModelError
from classifier.model.explain import deciding_features
from classifier.model.features import BLOCKS, VERSION, WEIGHED, Feature, row_features
from classifier.types import LABELS, Deciding, IndicatorAnalysis, Kind, ProjectAnalysis, Verdict

FORMAT = 1
MANIFEST, WEIGHTS = "manifest.json", "weights.bin"
MEMORISED_FEATURES = 200_000
_KEYS = {"format", "features", "labels", "segmenter", "blocks", "size", "intercepts", "calibration", "thresholds", "margins", "training", "id"}

Entry = tuple[float, tuple[float, ...]]
"""What the weights file says of a feature: its idf and its weight for each label."""

Weighed = list[tuple[Feature, float, tuple[float, ...]]]
"""Features with their amount in the row and their weight for each label."""


def feature_hash(block: str, key: str) -> int:
    """The 64-bit key under which a feature's weights are filed; the exporter refuses two features with one key."""
    return int.from_bytes(blake2b(f"{block}\x1f{key}".encode(), digest_size=8).digest(), "little")


def default_model() -> Path:
    """The folder of the shipped model, also in an installed copy."""
    return Path(str(files("models").joinpath("default")))


class Model:
    """A linear model over TF-IDF and yes/no features, one logistic regression a label.

    The weights file is, little-endian: `size` sorted 64-bit keys, `size` doubles of idf (1 where a block is not weighed), then a run of `size`
    doubles of coefficients for each label.
    """

    def __init__(self, folder: Path) -> None:
        """Open a model folder; ModelError where it is missing, damaged or made for other features or another segmentation."""
        self.manifest = _load_manifest(folder)
        self.identity: str = self.manifest["id"]
        self.thresholds: dict[str, float] = self.manifest["thresholds"]
        self._margins: dict[str, float] = self.manifest["margins"]
        self._intercepts = [self.manifest["intercepts"][label] for label in LABELS]
        self._calibration = [self.manifest["calibration"][label] for label in LABELS]
        size = self.manifest["size"]
        try:
            with (folder / WEIGHTS).open("rb") as stream:
                mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError):
            raise ModelError(f"模型 {folder} 缺少 {WEIGHTS} 或文件是空的，请重新训练或重新安装") from None
        if len(mapped) != 8 * size * (2 + len(LABELS)):
            raise ModelError(f"模型 {folder} 的 {WEIGHTS} 大小与清单不符，请重新训练或重新安装")
        self._arrays = [_array(mapped, code, size, position) for position, code in enumerate("Qd" + "d" * len(LABELS))]
        self._entries: dict[str, dict[str, Entry | None]] = {block: {} for block in self.manifest["blocks"]}

    def judge_project(self, analysis: ProjectAnalysis) -> tuple[Verdict, ...]:
        """The verdict on every row of a project, in order."""
        return tuple(self.judge(row, analysis.kind) for row in analysis.rows)

    def judge(self, row: IndicatorAnalysis, kind: Kind) -> Verdict:
        """The verdict on one row: probabilities, the labels at or above their thresholds, those a little below (left to a person), and what decided."""
        known = self._weigh(row, kind)
        probabilities = self._probabilities(known)
        labels = tuple(label for label in LABELS if probabilities[label] >= self.thresholds[label])
        near = tuple(label for label in LABELS if self._margins[label] <= probabilities[label] < self.thresholds[label])
        deciding = {label: _deciding(known, label) for label in LABELS if label in labels or label in near}
        return Verdict(probabilities, labels, near, deciding)

    def explain(self, row: IndicatorAnalysis, kind: Kind, label: str) -> tuple[Deciding, ...]:
        """The words and cues that spoke most for a label, whether it was given or not."""
        return _deciding(self._weigh(row, kind), label)

    def _probabilities(self, known: Weighed) -> dict[str, float]:
        probabilities = {}
        for position, label in enumerate(LABELS):
            score = math.fsum([amount * weights[position] for _, amount, weights in known]) + self._intercepts[position]
            slope, offset = self._calibration[position]
            probabilities[label] = _sigmoid(slope * score + offset)
        return probabilities

    def _weigh(self, row: IndicatorAnalysis, kind: Kind) -> Weighed:
        """The features of a row that the model knows, each with its amount and its weights for the labels."""
        known: Weighed = []
        for block, features in row_features(row, kind).items():
            entries = self._entries.get(block)
            if entries is None:
                continue
            if len(entries) >= MEMORISED_FEATURES:
                entries.clear()
            for feature in features:
                if feature[0] not in entries:
                    entries[feature[0]] = self._find(block, feature[0])
            found = [(feature, count, entry) for feature, count in _counted(features) if (entry := entries[feature[0]])]
            if block not in WEIGHED:
                known += [(feature, 1.0, weights) for feature, _, (_, weights) in found]
                continue
            norm = math.sqrt(math.fsum([(count * idf) ** 2 for _, count, (idf, _) in found])) or 1.0
            known += [(feature, count * idf / norm, weights) for feature, count, (idf, weights) in found]
        return known

    def _find(self, block: str, key: str) -> Entry | None:
        hashed = feature_hash(block, key)
        keys, idf, *coefficients = self._arrays
        position = bisect_left(keys, hashed)
        if position == len(keys) or keys[position] != hashed:
            return None
        return idf[position], tuple(column[position] for column in coefficients)


def _counted(features: Sequence[Feature]) -> list[tuple[Feature, int]]:
    """Each feature once, as it first occurs, with how often it does."""
    first: dict[str, Feature] = {}
    counts: dict[str, int] = {}
    for feature in features:
        key = feature[0]
        if key in counts:
            counts[key] += 1
        else:
            counts[key], first[key] = 1, feature
    return [(feature, counts[key]) for key, feature in first.items()]


def _deciding(known: Weighed, label: str) -> tuple[Deciding, ...]:
    position = LABELS.index(label)
    return deciding_features([(feature, amount * weights[position]) for feature, amount, weights in known])


def _array(mapped: mmap.mmap, code: str, size: int, position: int) -> Any:
    """One array of the weights file, mapped in place where the machine is little-endian."""
    view = memoryview(mapped)[8 * size * position : 8 * size * (position + 1)]
    if sys.byteorder == "little":
        return view.cast(code)  # type: ignore[call-overload]
    swapped = array(code, bytes(view))
    swapped.byteswap()
    return swapped


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
