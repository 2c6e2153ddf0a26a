"""A model folder and analysed rows in, verdicts out; reads plain data (JSON and arrays), so nothing in a model can run."""

from __future__ import annotations

import json
import math
import mmap
import sys
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
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

Contributions = list[tuple[Feature, tuple[float, ...]]]


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
        self._look_up = lru_cache(maxsize=MEMORISED_FEATURES)(self._find)

    def judge_project(self, analysis: ProjectAnalysis) -> tuple[Verdict, ...]:
        """The verdict on every row of a project, in order."""
        return tuple(self.judge(row, analysis.kind) for row in analysis.rows)

    def judge(self, row: IndicatorAnalysis, kind: Kind) -> Verdict:
        """The verdict on one row: probabilities, the labels at or above their thresholds, those a little below (left to a person), and what decided."""
        contributions = self._contributions(row, kind)
        probabilities = self._probabilities(contributions)
        labels = tuple(label for label in LABELS if probabilities[label] >= self.thresholds[label])
        near = tuple(label for label in LABELS if self._margins[label] <= probabilities[label] < self.thresholds[label])
        deciding = {label: deciding_features(contributions, LABELS.index(label)) for label in LABELS if label in labels or label in near}
        return Verdict(probabilities, labels, near, deciding)

    def explain(self, row: IndicatorAnalysis, kind: Kind, label: str) -> tuple[Deciding, ...]:
        """The words and cues that spoke most for a label, whether it was given or not."""
        return deciding_features(self._contributions(row, kind), LABELS.index(label))

    def _probabilities(self, contributions: Contributions) -> dict[str, float]:
        probabilities = {}
        for position, label in enumerate(LABELS):
            score = math.fsum(shares[position] for _, shares in contributions) + self._intercepts[position]
            slope, offset = self._calibration[position]
            probabilities[label] = _sigmoid(slope * score + offset)
        return probabilities

    def _contributions(self, row: IndicatorAnalysis, kind: Kind) -> Contributions:
        """What each known feature of the row adds to the score of each label."""
        contributions: Contributions = []
        for block, features in row_features(row, kind).items():
            if block not in self.manifest["blocks"]:
                continue
            known = self._weigh(block, features)
            contributions += [(feature, tuple(amount * weight for weight in weights)) for feature, amount, weights in known]
        return contributions

    def _weigh(self, block: str, features: Sequence[Feature]) -> list[tuple[Feature, float, tuple[float, ...]]]:
        first = {feature.key: feature for feature in reversed(features)}
        found = [(first[key], count, entry) for key, count in Counter(f.key for f in features).items() if (entry := self._look_up(block, key))]
        if block not in WEIGHED:
            return [(feature, 1.0, entry[1]) for feature, _, entry in found]
        amounts = [count * entry[0] for _, count, entry in found]
        norm = math.sqrt(math.fsum(amount * amount for amount in amounts)) or 1.0
        return [(feature, amount / norm, entry[1]) for (feature, _, entry), amount in zip(found, amounts, strict=True)]

    def _find(self, block: str, key: str) -> tuple[float, tuple[float, ...]] | None:
        hashed = feature_hash(block, key)
        keys, idf, *coefficients = self._arrays
        position = bisect_left(keys, hashed)
        if position == len(keys) or keys[position] != hashed:
            return None
        return idf[position], tuple(column[position] for column in coefficients)


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
