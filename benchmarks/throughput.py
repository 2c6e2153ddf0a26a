"""Rows a second on one core, from rows already read: analysis, cues and the classifier; writes throughput.md.

python benchmarks/throughput.py
"""

import json
import time
from pathlib import Path

from classifier.analysis.analyse import analyse_project
from classifier.documents.rows import RowError, read_rows
from classifier.model.scorer import Model, default_model
from classifier.rules.catalogue import load_rules
from classifier.rules.run import run_rules
from classifier.types import Analysis, Draft, RowRecord

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Measure and write the table."""
    lines = [line for file in sorted((ROOT / "annotations" / "rows").glob("*.jsonl")) for line in file.open(encoding="utf-8")]
    records = [record for record in read_rows(lines) if not isinstance(record, RowError)]
    model = Model(default_model())
    load_rules()
    model.judge_project(analyse_project(records[0].project))  # everything loaded
    tables = [measure(records, model) for _ in range(2)]
    text = "# Throughput\n\nRows a second on one core, from read rows; made by `python benchmarks/throughput.py`.\n\n"
    text += "| step | every text new | texts seen before (as in drafts that repeat one another) |\n|---|---|---|\n"
    text += "".join(f"| {step} | {len(records) / tables[0][step]:.0f} | {len(records) / tables[1][step]:.0f} |\n" for step in tables[0])
    (ROOT / "benchmarks" / "throughput.md").write_text(text, encoding="utf-8")
    print(text, json.dumps({"rows": len(records)}))


def measure(records: list[RowRecord], model: Model) -> dict[str, float]:
    """Seconds a step."""
    begun = time.perf_counter()
    analyses = [analyse_project(record.project) for record in records]
    analysed = time.perf_counter()
    for analysis in analyses:
        model.judge_project(analysis)
    judged = time.perf_counter()
    for analysis in analyses:
        run_rules(analysis, Analysis(Draft(""), (analysis,)))
    ruled = time.perf_counter()
    return {"analysis and cues": analysed - begun, "classifier": judged - analysed, "rules": ruled - judged, "all": ruled - begun}


if __name__ == "__main__":
    main()
