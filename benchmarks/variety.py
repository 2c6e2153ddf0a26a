"""How varied a set of rows is: distinct names, and how near each row's nearest neighbour is within its project and across projects.

    python benchmarks/variety.py annotations/rows [OTHER.jsonl …]

Similarity is the cosine of TF-IDF vectors of character pairs over name and value; a corpus made by a loop over templates shows neighbours near 1.
"""

import json
import sys
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer


def load(path: Path) -> list[dict[str, object]]:
    """All rows of a file or folder."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def nearest(rows: list[dict[str, object]]) -> tuple[np.ndarray, np.ndarray]:
    """The similarity of every row's nearest neighbour inside its project, and outside it."""
    texts = [f"{row['name']} {row.get('value') or ''}" for row in rows]
    projects = np.array([f"{row.get('doc')}/{row.get('project')}" for row in rows])
    matrix = TfidfVectorizer(analyzer="char", ngram_range=(2, 2)).fit_transform(texts)
    inside, outside = np.zeros(len(rows)), np.zeros(len(rows))
    for start in range(0, len(rows), 500):
        block = (matrix[start : start + 500] @ matrix.T).toarray()
        for offset, similarities in enumerate(block):
            index = start + offset
            similarities[index] = -1
            same = projects == projects[index]
            inside[index] = max(similarities[same].max(), 0)
            outside[index] = max(similarities[~same].max(), 0) if (~same).any() else 0
    return inside, outside


def main() -> None:
    """Print a table, a line a set of rows."""
    print("| rows | projects | distinct names | nearest in project: median, ≥ 0.9 | nearest across projects: median, ≥ 0.9 |")
    print("|---|---|---|---|---|")
    for argument in sys.argv[1:]:
        rows = load(Path(argument))
        inside, outside = nearest(rows)
        names = len({row["name"] for row in rows}) / len(rows)
        projects = len({(row.get("doc"), row.get("project")) for row in rows})
        figures = " | ".join(f"{np.median(s):.2f}, {(s >= 0.9).mean():.1%}" for s in (inside, outside))
        print(f"| {len(rows)} | {projects} | {names:.1%} | {figures} |")


if __name__ == "__main__":
    main()
