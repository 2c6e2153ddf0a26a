"""Compares feature sets and classifiers on the annotations, grouped by document, by sector, and at random; writes compare_classifiers.md.

    python benchmarks/compare_classifiers.py [HELD_OUT.jsonl …]

Every figure is macro F1 (mean of the three labels) of out-of-fold predictions, at thresholds of best F1 chosen on the training part of each fold by an
inner split; intervals resample whole documents. Rows of files named on the command line are judged by a model fitted on all annotations.
"""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from sklearn.calibration import CalibratedClassifierCV
from sklearn.decomposition import TruncatedSVD
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, KFold
from sklearn.multiclass import OneVsRestClassifier
from sklearn.naive_bayes import ComplementNB
from sklearn.svm import LinearSVC

from training.corpus import Sample, load_corpus
from training.fit import Settings, fit, label_matrix
from training.measure import Interval, best_thresholds, bootstrap_f1, decide, expected_calibration_error
from training.validate import ROUGH

ROOT = Path(__file__).resolve().parent.parent
FOLDS = 5
COMPONENTS = 60
Fitter = Callable[[Sequence[Sample], Sequence[Sample]], np.ndarray]
"""Takes training and test samples, returns the test samples' probabilities."""


def linear(settings: Settings) -> Fitter:
    """The shipped kind of model."""
    return lambda train, test: fit(train, replace(settings, tolerance=ROUGH)).probabilities(test)


def other(make: Callable[[], object]) -> Fitter:
    """Another classifier over the same features."""

    def run(train: Sequence[Sample], test: Sequence[Sample]) -> np.ndarray:
        fitted = fit(train, replace(Settings(), tolerance=1.0))  # for its vectorisers
        x, z = fitted.matrix(train), fitted.matrix(test)
        return np.asarray(OneVsRestClassifier(make()).fit(x, label_matrix(train)).predict_proba(z))

    return run


def boosted(train: Sequence[Sample], test: Sequence[Sample]) -> np.ndarray:
    """Gradient boosting over a dense projection of the same features; a yardstick that is not exported."""
    fitted = fit(train, replace(Settings(), tolerance=1.0))
    projection = TruncatedSVD(COMPONENTS, random_state=0)
    facts = replace(Settings(), blocks=("structure", "cue"), rarest=150, tolerance=1.0)
    dense = fit(train, facts)
    x = np.hstack([projection.fit_transform(fitted.matrix(train)), dense.matrix(train).toarray()])
    z = np.hstack([projection.transform(fitted.matrix(test)), dense.matrix(test).toarray()])
    models = [HistGradientBoostingClassifier(max_iter=80, random_state=0).fit(x, column) for column in label_matrix(train).T]
    return np.stack([model.predict_proba(z)[:, 1] for model in models], axis=1)


def majority(train: Sequence[Sample], test: Sequence[Sample]) -> np.ndarray:
    """Always the share of the label among the training rows."""
    return np.tile(label_matrix(train).mean(axis=0), (len(test), 1))


def splits(samples: Sequence[Sample], by: str) -> list[tuple[np.ndarray, np.ndarray]]:
    """Folds by document, by sector, or at random."""
    rows = np.zeros(len(samples))
    if by == "random":
        return list(KFold(FOLDS, shuffle=True, random_state=0).split(rows))
    names = [sample.group if by == "document" else sample.sector for sample in samples]
    return list(GroupKFold(FOLDS).split(rows, groups=names))


def measure(samples: Sequence[Sample], fitter: Fitter, by: str) -> tuple[Interval, list[float], float]:
    """Macro F1 with its interval, F1 a label, and the mean calibration error."""
    truth, probabilities, decided = label_matrix(samples), np.zeros((len(samples), 3)), np.zeros((len(samples), 3), dtype=np.int64)
    for train, test in splits(samples, by):
        own = [samples[i] for i in train]
        probabilities[test] = fitter(own, [samples[i] for i in test])
        inner = np.zeros((len(own), 3))
        for a, b in splits(own, by if by != "sector" else "document")[:2]:
            inner[b] = fitter([own[i] for i in a], [own[i] for i in b])
        seen = inner.any(axis=1)
        decided[test] = decide(probabilities[test], best_thresholds(truth[train][seen], inner[seen]))
    groups = [sample.group for sample in samples]
    labels = [bootstrap_f1(truth[:, [i]], decided[:, [i]], groups, 10).value for i in range(3)]
    errors = [expected_calibration_error(truth[:, i], probabilities[:, i]) for i in range(3)]
    return bootstrap_f1(truth, decided, groups), labels, float(np.mean(errors))


FEATURES = {
    "cues only": ("cue",),
    "words only": ("word",),
    "words + characters": ("word", "char"),
    "words + characters + structure and relations": ("word", "char", "structure"),
    "all (+ cues)": ("word", "char", "structure", "cue"),
}
CLASSIFIERS: dict[str, Fitter] = {
    "logistic regression (shipped)": linear(Settings()),
    "linear SVM, sigmoid calibration": other(lambda: CalibratedClassifierCV(LinearSVC(C=0.2), method="sigmoid", cv=3)),
    "complement naive Bayes": other(lambda: ComplementNB(alpha=0.5)),
    "logistic regression, balanced classes": other(lambda: LogisticRegression(C=2, solver="newton-cg", tol=ROUGH, class_weight="balanced")),
    "gradient boosting (yardstick)": boosted,
}


def table(title: str, samples: Sequence[Sample], cases: dict[str, tuple[Fitter, str]]) -> list[str]:
    """One table of the report."""
    lines = [f"## {title}", "", "| | macro F1 [95 %] | vague | mismatched | boilerplate | calibration error | s |", "|---|---|---|---|---|---|---|"]
    for name, (fitter, by) in cases.items():
        begun = time.perf_counter()
        macro, labels, error = measure(samples, fitter, by)
        cells = " | ".join(f"{value:.3f}" for value in labels)
        lines.append(f"| {name} | {macro} | {cells} | {error:.3f} | {time.perf_counter() - begun:.0f} |")
        print(lines[-1], flush=True)
    return [*lines, ""]


def held_out(samples: Sequence[Sample], path: str) -> str:
    """One line of the table of rows from elsewhere."""
    rows = load_corpus(Path(path))
    inner = np.zeros((len(samples), 3))
    for train, test in splits(samples, "document"):
        inner[test] = linear(Settings())([samples[i] for i in train], [samples[i] for i in test])
    decided = decide(linear(Settings())(samples, rows), best_thresholds(label_matrix(samples), inner))
    truth, groups = label_matrix(rows), [row.group for row in rows]
    labels = " | ".join(f"{bootstrap_f1(truth[:, [i]], decided[:, [i]], groups, 10).value:.3f}" for i in range(3))
    return f"| {Path(path).stem} ({len(rows)} rows) | {bootstrap_f1(truth, decided, groups)} | {labels} |"


def main() -> None:
    """Measure and write the report."""
    samples = load_corpus(ROOT / "annotations" / "rows")
    lines = [
        f"# Comparing classifiers\n\n{len(samples)} rows, {len({s.group for s in samples})} documents; made by `python benchmarks/compare_classifiers.py`.\n"
    ]
    features = {"majority": (majority, "document")}
    features |= {name: (linear(Settings(blocks=blocks)), "document") for name, blocks in FEATURES.items()}
    lines += table("Feature sets, logistic regression, grouped by document", samples, features)
    lines += table("Classifiers, all features, grouped by document", samples, {name: (fitter, "document") for name, fitter in CLASSIFIERS.items()})
    by = {"grouped by document": "document", "whole sectors left out": "sector", "random rows (for comparison only)": "random"}
    lines += table("Splits, the shipped model", samples, {name: (linear(Settings()), split) for name, split in by.items()})
    if sys.argv[1:]:
        lines += ["## Rows from elsewhere, fitted on all annotations", "", "| | macro F1 [95 %] | vague | mismatched | boilerplate |", "|---|---|---|---|---|"]
        lines += [held_out(samples, path) for path in sys.argv[1:]]
    (ROOT / "benchmarks" / "compare_classifiers.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
