"""Projects with their kinds, their annotated rows and the indicator library in, the weights of the kind model out."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import GroupKFold
from sklearn.naive_bayes import ComplementNB

from classifier.analysis.kinds import find_kind, load_kinds
from classifier.analysis.normalise import squeeze
from classifier.errors import DataError, ModelError
from classifier.model.kinds import BLOCK, FORMAT, MANIFEST, WEIGHTS, features
from classifier.model.weights import feature_hash
from classifier.suggest.library import load_shelf
from training.corpus import find_row_files
from training.export import write_whole
from training.fit import identity

FOLDS = 5
SMOOTHING = 0.3
SURE_ACCURACY = 0.9
"""A kind is called sure from a lead on at which so many are right, out of fold; another lead is asked for where the words alone tell another kind."""

STEPS = 32767
"""Weights are stored as 16-bit integers."""


@dataclass(frozen=True)
class KindSample:
    """A project with its kind; `alone` are its features where only its name and its first row are known, `group` is its document."""

    features: list[str]
    alone: list[str]
    kind: str
    group: str
    told: str


@dataclass(frozen=True)
class KindScores:
    """How often the kind is right out of fold: by the model, among its first three, by the words alone, and where it is sure."""

    projects: int
    right: float
    among_three: float
    by_words: float
    sure_share: float
    sure_right: float


def load_kind_samples(kinds: Path, rows: Path) -> list[KindSample]:
    """Read the projects and the names of their rows.

    Raises:
        DataError: a line is no project, or its kind does not exist.
    """
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    for file in find_row_files(rows):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            names[str(row.get("doc", "")), str(row.get("project", ""))].append(str(row["name"]))
    samples = []
    for number, line in enumerate(kinds.read_text(encoding="utf-8").splitlines(), 1):
        record = _record(kinds, number, line)
        name, purpose, goal = (str(record.get(key, "")) for key in ("project", "purpose", "goal"))
        rows_of = names[record["doc"], name]
        found, alone = features(name, purpose, goal, rows_of), features(name, "", "", rows_of[:1])
        samples.append(KindSample(found, alone, record["kind"], record["doc"], find_kind(squeeze(name), squeeze(purpose)).code))
    return samples


def _record(path: Path, number: int, line: str) -> Mapping[str, str]:
    try:
        record = json.loads(line)
    except ValueError:
        raise DataError(f"{path} 第{number}行不是合规的 JSON") from None
    if not isinstance(record, dict) or not {"doc", "project", "kind"} <= record.keys() <= {"doc", "project", "purpose", "goal", "kind"}:
        raise DataError(f"{path} 第{number}行应有 doc、project、kind，可有 purpose、goal，没有别的键")
    if record["kind"] not in load_kinds():
        raise DataError(f"{path} 第{number}行：没有项目类别 {record['kind']}")
    return record


def train_kinds(kinds: Path, rows: Path, folder: Path) -> KindScores:
    """Train the kind model and write it.

    Args:
        kinds: the projects with their kinds (JSONL).
        rows: the annotated rows, for the names of the projects' rows.
        folder: the folder to write, whole or not at all.

    Returns:
        Its figures from cross-validation by document; library entries stand on the training side only.
    """
    samples, library = load_kind_samples(kinds, rows), _library()
    lead, right, among = _out_of_fold(samples, library, [sample.features for sample in samples])
    sure = {"table": _sure_leads(lead, right, among[:, 1])}
    certain = lead >= np.where(among[:, 1], sure["table"]["agreed"], sure["table"]["alone"])
    lead_of_one, right_of_one, among_of_one = _out_of_fold(samples, library, [sample.alone for sample in samples])
    sure["row"] = _sure_leads(lead_of_one, right_of_one, among_of_one[:, 1])
    by_words = float(np.mean([sample.told == sample.kind for sample in samples]))
    scores = KindScores(len(samples), float(right.mean()), float(among[:, 0].mean()), by_words, float(certain.mean()), float(right[certain].mean()))
    vectorizer, classifier = _fit([(s.features, s.kind) for s in samples] + library)
    training = {key: round(value, 4) for key, value in vars(scores).items()} | {"data_sha256": hashlib.sha256(kinds.read_bytes()).hexdigest()}
    _export(vectorizer, classifier, folder, sure, training)
    return scores


def _library() -> list[tuple[list[str], str]]:
    """Every library entry as a small document of its kind."""
    return [(features("", "", entry.name + "".join(entry.when), []), kind) for kind in load_kinds() for entry in load_shelf(kind).entries]


def _fit(documents: Sequence[tuple[list[str], str]]) -> tuple[TfidfVectorizer, ComplementNB]:
    vectorizer = TfidfVectorizer(analyzer=identity, sublinear_tf=True)
    matrix = vectorizer.fit_transform([found for found, _ in documents])
    return vectorizer, ComplementNB(alpha=SMOOTHING).fit(matrix, [kind for _, kind in documents])


def _out_of_fold(
    samples: Sequence[KindSample], library: list[tuple[list[str], str]], asked: Sequence[list[str]]
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """For every sample, asked about by the given features: by how much its best kind leads, whether that is right, and (in two columns) whether the right
    one is among the first three and whether the best is the one that the words alone tell.
    """
    lead, right, among = np.zeros(len(samples)), np.zeros(len(samples), bool), np.zeros((len(samples), 2), bool)
    told = np.array([sample.told for sample in samples])
    truth = np.array([sample.kind for sample in samples])
    for train, test in GroupKFold(FOLDS).split(truth, truth, [sample.group for sample in samples]):
        vectorizer, classifier = _fit([(samples[i].features, samples[i].kind) for i in train] + library)
        scores = vectorizer.transform([asked[i] for i in test]) @ _centred(classifier)
        order = np.argsort(-scores, axis=1, kind="stable")
        ranked = np.take_along_axis(scores, order, 1)
        lead[test] = ranked[:, 0] - ranked[:, 1]
        best = classifier.classes_[order]
        right[test] = best[:, 0] == truth[test]
        among[test, 0] = (best[:, :3] == truth[test][:, None]).any(axis=1)
        among[test, 1] = best[:, 0] == told[test]
    return lead, right, among


def _centred(classifier: ComplementNB) -> NDArray[np.float64]:
    """The weights, (features, kinds), each feature's about its mean: what all kinds share decides nothing."""
    weights = classifier.feature_log_prob_.T
    return np.asarray(weights - weights.mean(axis=1, keepdims=True))


def _sure_leads(lead: NDArray[Any], right: NDArray[Any], agreed: NDArray[Any]) -> dict[str, float]:
    """The leads from which on a kind is sure, where the words alone tell the same kind and where they do not."""
    return {"agreed": _sure_lead(lead[agreed], right[agreed]), "alone": _sure_lead(lead[~agreed], right[~agreed])}


def _sure_lead(lead: NDArray[Any], right: NDArray[Any]) -> float:
    """The smallest lead from which on SURE_ACCURACY of the kinds are right."""
    for candidate in np.sort(lead):
        if right[lead >= candidate].mean() >= SURE_ACCURACY:
            return float(candidate)
    return float(lead.max()) * 2  # never: no lead is enough


def _export(vectorizer: TfidfVectorizer, classifier: ComplementNB, folder: Path, sure: Mapping[str, Mapping[str, float]], training: Mapping[str, Any]) -> None:
    keys = np.array([feature_hash(BLOCK, name) for name in vectorizer.get_feature_names_out()], dtype=np.uint64)
    if len(np.unique(keys)) != len(keys):
        raise ModelError("两个特征的散列相同，无法导出")
    order = np.argsort(keys, kind="stable")
    weights = _centred(classifier)
    scale = float(np.abs(weights).max()) / STEPS
    columns = (keys[order].astype("<u8"), vectorizer.idf_[order].astype("<f4"), np.rint(weights[order] / scale).astype("<i2"))
    manifest = {"format": FORMAT, "kinds": list(classifier.classes_), "size": len(keys), "scale": scale, "sure": dict(sure), "training": dict(training)}
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / WEIGHTS, b"".join(column.tobytes() for column in columns))
    write_whole(folder / MANIFEST, (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode())
