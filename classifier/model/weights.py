"""The weights file of a model in, what it says of a feature out; the file is mapped and only the entries that are asked for are read.

Little-endian: `size` sorted 64-bit keys, `size` doubles of idf (1 where a block is not weighed), then a run of `size` doubles of coefficients for
each label.
"""

from __future__ import annotations

import mmap
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

from classifier.errors import ModelError
from classifier.types import LABELS

WEIGHTS = "weights.bin"
MEMORISED_FEATURES = 200_000

Entry = tuple[float, tuple[float, ...]]
"""What the weights file says of a feature: its idf and its weight for each label."""


def feature_hash(block: str, key: str) -> int:
    """The 64-bit key under which a feature's weights are filed; the exporter refuses two features with one key."""
    return int.from_bytes(blake2b(f"{block}\x1f{key}".encode(), digest_size=8).digest(), "little")


class Entries(dict[str, Entry | None]):
    """The entries of one block that were asked for, found in the weights file when first asked; None for an unknown feature."""

    def __init__(self, block: str, arrays: Sequence[Any]) -> None:
        super().__init__()
        self._block, self._arrays = block, arrays

    def __missing__(self, key: str) -> Entry | None:
        if len(self) >= MEMORISED_FEATURES:
            self.clear()
        hashed = feature_hash(self._block, key)
        keys, idf, *coefficients = self._arrays
        position = bisect_left(keys, hashed)
        known = position < len(keys) and keys[position] == hashed
        return self.setdefault(key, (idf[position], tuple(column[position] for column in coefficients)) if known else None)


def open_weights(folder: Path, size: int, blocks: Iterable[str]) -> dict[str, Entries]:
    """Map the weights of a model folder, by block; ModelError where they are missing or not of the size that the manifest gives."""
    try:
        with (folder / WEIGHTS).open("rb") as stream:
            mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):
        raise ModelError(f"模型 {folder} 缺少 {WEIGHTS} 或文件是空的，请重新训练或重新安装") from None
    if len(mapped) != 8 * size * (2 + len(LABELS)):
        raise ModelError(f"模型 {folder} 的 {WEIGHTS} 大小与清单不符，请重新训练或重新安装")
    arrays = [_array(mapped, code, size, position) for position, code in enumerate("Qd" + "d" * len(LABELS))]
    return {block: Entries(block, arrays) for block in blocks}


def _array(mapped: mmap.mmap, code: str, size: int, position: int) -> Any:
    """One array of the weights file, mapped in place where the machine is little-endian."""
    view = memoryview(mapped)[8 * size * position : 8 * size * (position + 1)]
    if sys.byteorder == "little":
        return view.cast(code)  # type: ignore[call-overload]
    swapped = array(code, bytes(view))
    swapped.byteswap()
    return swapped
