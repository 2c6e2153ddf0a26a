"""A project in, the kinds that it may be of out, best first: complement naive Bayes over the character pairs of its name, purpose, goal and rows.

Weights are data made by training/kinds.py (Rennie, Shih, Teevan and Karger 2003, "Tackling the poor assumptions of naive Bayes text classifiers").
"""

import json
import math
import mmap
import sys
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import models
from classifier.analysis.kinds import find_kind, kind_of_code, words_of_kinds
from classifier.analysis.normalise import is_han, squeeze
from classifier.errors import ModelError
from classifier.model.weights import feature_hash
from classifier.types import Kind, Project

FORMAT = 1
MANIFEST, WEIGHTS = "manifest.json", "weights.bin"
BLOCK = "kind"
MOST_NEAREST = 3
"""Kinds that are named where it is in doubt which holds."""

_KEYS = {"format", "kinds", "size", "scale", "sure", "training"}


class Ranking(NamedTuple):
    """The kinds of a project, best first; not `sure` where the best hardly leads or nothing told."""

    kinds: tuple[Kind, ...]
    sure: bool


def rank_kinds(project: Project) -> Ranking:
    """Tell what kinds a project may be of, by the shipped weights."""
    return shipped_kinds().rank(project)


@cache
def shipped_kinds() -> "KindModel":
    """The shipped weights, opened once."""
    return KindModel(Path(models.__path__[0]) / "kinds")


class KindModel:
    """The weights of a folder."""

    def __init__(self, folder: Path) -> None:
        """Open a folder; ModelError where it is missing, damaged or of another version."""
        try:
            manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            with (folder / WEIGHTS).open("rb") as stream:
                self._mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError):
            raise ModelError(f"类别模型 {folder} 缺文件或已损坏，请重新安装，或用 zhibiao train --kinds 重新训练") from None
        size, self.kinds = manifest.get("size", 0), manifest.get("kinds", [])
        if (
            manifest.keys() != _KEYS
            or manifest["format"] != FORMAT
            or manifest["sure"].keys() != {"table", "row"}
            or len(self._mapped) != size * (8 + 4 + 2 * len(self.kinds))
        ):
            raise ModelError(f"类别模型 {folder} 与本版不符，请用 zhibiao train --kinds 重新训练")
        self.sure: dict[str, dict[str, float]] = manifest["sure"]
        self._scale: float = manifest["scale"]
        view = memoryview(self._mapped)
        self._keys = _numbers("Q", view[: 8 * size])
        self._idf = _numbers("f", view[8 * size : 12 * size])
        self._weights = _numbers("h", view[12 * size :])

    def rank(self, project: Project) -> Ranking:
        """The kinds of a project, at most MOST_NEAREST, best first; none where no feature is known."""
        scores = self.scores(features(project.name, project.purpose, project.goal, [row.name for row in project.indicators]))
        if not scores:
            return Ranking((), False)
        order = sorted(range(len(self.kinds)), key=lambda number: (-scores[number], self.kinds[number]))
        lead = scores[order[0]] - scores[order[1]]
        agreed = find_kind(squeeze(project.name), squeeze(project.purpose)).code == self.kinds[order[0]]
        return Ranking(
            tuple(kind_of_code(self.kinds[number]) for number in order[:MOST_NEAREST]),
            lead >= self.sure["table" if len(project.indicators) > 1 else "row"]["agreed" if agreed else "alone"],
        )

    def scores(self, found: Sequence[str]) -> list[float]:
        """The score of every kind for a project's features, [] where none is known."""
        totals = [0.0] * len(self.kinds)
        square = 0.0
        for feature, count in Counter(found).items():
            hashed = feature_hash(BLOCK, feature)
            position = bisect_left(self._keys, hashed)
            if position == len(self._keys) or self._keys[position] != hashed:
                continue
            amount = (1 + math.log(count)) * self._idf[position]
            square += amount * amount
            start = position * len(totals)
            for number, weight in enumerate(self._weights[start : start + len(totals)]):
                totals[number] += amount * weight
        norm = math.sqrt(square)
        return [total * self._scale / norm for total in totals] if norm else []


def features(name: str, purpose: str, goal: str, rows: Sequence[str]) -> list[str]:
    """The features of a project: the character pairs of its texts, and the kinds to which known words of name and purpose point."""
    name, purpose = squeeze(name), squeeze(purpose)
    texts = (name, purpose, squeeze(goal), *map(squeeze, rows))
    pairs = [pair for text in texts for start in range(len(text) - 1) if is_han(pair := text[start : start + 2])]
    pointed = [f"W:{code}" for code in words_of_kinds(name)] * 3 + [f"W:{code}" for code in words_of_kinds(purpose)]
    told = find_kind(name, purpose).code
    return pairs + pointed + ([f"K:{told}"] * 2 if told else [])


def _numbers(code: str, view: Any) -> Any:
    """Little-endian numbers, mapped in place where the machine is little-endian too."""
    if sys.byteorder == "little":
        return view.cast(code)
    swapped = array(code, bytes(view))
    swapped.byteswap()
    return swapped
