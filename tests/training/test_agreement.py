"""Covers training.agreement: Cohen's kappa of two labellings, worked out by hand, and the rows on which they differ."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from classifier.errors import DataError
from classifier.types import LABELS
from tests.training.corpora import row, write_rows
from training.agreement import Labelling, compare, kappa, load_labelling


def _labelling(*labels: str, first: int = 0) -> Labelling:
    return {f"r{number}": tuple(map(int, given)) for number, given in enumerate(labels, first)}


@pytest.mark.parametrize(
    ("x", "y", "value"),
    [
        ([1, 1, 0, 0, 1], [1, 0, 0, 0, 1], (0.8 - 0.48) / (1 - 0.48)),
        ([1, 0, 1, 0], [1, 0, 1, 0], 1.0),
        ([1, 0, 1, 0], [0, 1, 0, 1], -1.0),
        ([1, 1, 0, 0], [1, 0, 1, 0], 0.0),
    ],
)
def test_kappa_is_the_agreement_beyond_chance(x: list[int], y: list[int], value: float) -> None:
    assert kappa(np.array(x), np.array(y)) == pytest.approx(value)


@pytest.mark.parametrize(("x", "y"), [([], []), ([0, 0], [0, 0]), ([1, 1], [1, 1])])
def test_kappa_is_undefined_where_nothing_could_differ(x: list[int], y: list[int]) -> None:
    assert kappa(np.array(x), np.array(y)) is None


def test_labels_are_compared_on_the_rows_that_both_have() -> None:
    result = compare(_labelling("100", "010", "000"), _labelling("000", "001", "011", first=1))

    assert (result.common, result.only_first, result.only_second) == (2, 1, 1)
    assert {label.label: (label.agreed, label.rows) for label in result.labels} == {"vague": (2, 2), "mismatched": (1, 2), "boilerplate": (1, 2)}


def test_disagreements_name_the_labels_of_both() -> None:
    (different,) = compare(_labelling("100", "010"), _labelling("100", "101")).disagreements

    assert (different.id, different.first, different.second) == ("r1", ("mismatched",), ("vague", "boilerplate"))


def test_interval_covers_kappa_and_is_the_same_every_time() -> None:
    first = _labelling(*["111", "000", "101", "010"] * 10)
    second = _labelling(*(["111", "000", "101", "010"] * 9 + ["000"] * 4))

    result = compare(first, second)

    assert all(label.kappa and label.kappa.low < label.kappa.value < label.kappa.high for label in result.labels)
    assert compare(first, second) == result


def test_labellings_without_a_common_row_have_no_kappa() -> None:
    result = compare(_labelling("100"), _labelling("100", first=5))

    assert ([label.kappa for label in result.labels], result.common) == ([None] * 3, 0)


def test_labelling_is_read_by_id(tmp_path: Path) -> None:
    path = write_rows(tmp_path / "a.jsonl", row("甲", "101", id="r1"), "", row("乙", "010", id="r2"))

    assert load_labelling(path) == {"r1": (1, 0, 1), "r2": (0, 1, 0)}
    assert len(LABELS) == 3


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "应为带 id 和"),
        ("[]", "应为带 id 和"),
        (row("甲", "101"), "应为带 id 和"),
        (row("甲", "10", id="r2"), "应为带 id 和"),
        (row("甲", "101", id="r2", vague=2), "标签应为 0 或 1"),
        (row("甲", "101", id="r1"), "id r1 重复"),
        (row("甲", "101", id="r2", vague=0.5), "标签应为 0 或 1"),
        (row("甲", "101", id="r2", vague=float("inf")), "标签应为 0 或 1"),
    ],
    ids=["no JSON", "no object", "no id", "label missing", "label 2", "id twice", "label 0.5", "label Infinity"],
)
def test_malformed_line_is_named_with_file_and_line(tmp_path: Path, line: str, message: str) -> None:
    path = write_rows(tmp_path / "a.jsonl", row("甲", "000", id="r1"), "", line)

    with pytest.raises(DataError, match=rf"a\.jsonl 第3行：{message}"):
        load_labelling(path)


def test_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes("甲".encode("gbk"))

    for name in ("a.jsonl", "nowhere.jsonl"):
        with pytest.raises(DataError, match=f"{name} 打不开或不是 UTF-8 文本"):
            load_labelling(tmp_path / name)
