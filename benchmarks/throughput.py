"""Rows a second on one core, from rows already read: analysis and cues, the classifier, the rules; writes throughput.md.

python benchmarks/throughput.py
"""

import json
import time
from collections import defaultdict
from pathlib import Path

from classifier.analysis.analyse import analyse_draft
from classifier.documents.rows import RowError, read_rows
from classifier.model.scorer import Model, default_model
from classifier.rules.catalogue import load_rules
from classifier.rules.run import judge_draft_rules
from classifier.types import Draft, Project, RowRecord

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Measure and write the table."""
    lines = [line for file in sorted((ROOT / "annotations" / "rows").glob("*.jsonl")) for line in file.open(encoding="utf-8")]
    records = [record for record in read_rows(lines) if not isinstance(record, RowError)]
    drafts = as_drafts(records)
    model = Model(default_model())
    load_rules()
    measure(drafts[:1], model)  # everything loaded
    tables = [measure(drafts, model) for _ in range(2)]
    text = "# Throughput\n\nRows a second on one core, from read rows, in their projects and drafts; made by `python benchmarks/throughput.py`.\n\n"
    text += "| step | every text new | texts seen before (as in drafts that repeat one another) |\n|---|---|---|\n"
    text += "".join(f"| {step} | {len(records) / tables[0][step]:.0f} | {len(records) / tables[1][step]:.0f} |\n" for step in tables[0])
    (ROOT / "benchmarks" / "throughput.md").write_text(text, encoding="utf-8")
    print(text, json.dumps({"rows": len(records), "drafts": len(drafts)}))


def as_drafts(records: list[RowRecord]) -> list[Draft]:
    """The rows put back into the projects and documents that they name."""
    documents: dict[str, dict[str, list[Project]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        documents[str(record.fields.get("doc", ""))][record.project.name].append(record.project)
    drafts = []
    for projects in documents.values():
        whole = []
        for number, parts in enumerate(projects.values(), 1):
            rows = tuple(part.indicators[0]._replace(row=row) for row, part in enumerate(parts, 1))
            whole.append(parts[0]._replace(number=number, indicators=rows))
        drafts.append(Draft("", whole[0].unit, whole[0].year, projects=tuple(whole)))
    return drafts


def measure(drafts: list[Draft], model: Model) -> dict[str, float]:
    """Seconds a step."""
    begun = time.perf_counter()
    analyses = [analyse_draft(draft) for draft in drafts]
    analysed = time.perf_counter()
    for analysis in analyses:
        for project in analysis.projects:
            model.judge_project(project)
    judged = time.perf_counter()
    for analysis in analyses:
        judge_draft_rules(analysis)
    ruled = time.perf_counter()
    scored = judged - begun
    return {"analysis and cues": analysed - begun, "classifier": judged - analysed, "both: scoring": scored, "rules": ruled - judged, "all": ruled - begun}


if __name__ == "__main__":
    main()
