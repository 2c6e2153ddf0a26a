"""The obvious way to do the same job, for comparison only: jieba's full dictionary, a scikit-learn pipeline, python-docx cell by cell.

python benchmarks/obvious.py fit MODEL          # fit on annotations/rows and keep the pipeline with joblib
python benchmarks/obvious.py row MODEL NAME     # judge one row
python benchmarks/obvious.py draft MODEL FILE   # judge every row of a draft
"""

import json
import sys
from pathlib import Path

LABELS = ("vague", "mismatched", "boilerplate")
COLUMNS = 6


def words(text: str) -> list[str]:
    """Segment with jieba's own dictionary."""
    import jieba

    return jieba.lcut(text)


def fit(path: str) -> None:
    """Fit TF-IDF over jieba words and a logistic regression a label."""
    import joblib
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier
    from sklearn.pipeline import make_pipeline

    rows = [json.loads(line) for file in sorted(Path("annotations/rows").glob("*.jsonl")) for line in file.open(encoding="utf-8")]
    texts = [" ".join((row.get("level2", ""), row["name"], row.get("value", ""))) for row in rows]
    pipeline = make_pipeline(TfidfVectorizer(tokenizer=words, token_pattern=None), OneVsRestClassifier(LogisticRegression()))
    labels = np.array([[row[label] for label in LABELS] for row in rows])
    pipeline.fit(texts, labels)
    joblib.dump(pipeline, path)


def judge(path: str, texts: list[str]) -> None:
    """Print the probabilities of every text."""
    import joblib

    for text, probabilities in zip(texts, joblib.load(path).predict_proba(texts), strict=True):
        print(text, [round(float(p), 3) for p in probabilities])


def cells(path: str) -> list[str]:
    """Level 2, name and value of every row of every six-column table, cell by cell."""
    from docx import Document

    texts = []
    for table in Document(path).tables:
        if len(table.columns) == COLUMNS:
            texts += [" ".join(table.cell(row, column).text for column in (1, 2, 4)) for row in range(1, len(table.rows))]
    return texts


if __name__ == "__main__":
    command, model, *rest = sys.argv[1:]
    if command == "fit":
        fit(model)
    else:
        judge(model, rest if command == "row" else cells(rest[0]))
