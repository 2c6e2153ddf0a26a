"""Times whole commands from a cold process beside a bare interpreter and beside the obvious pipeline, and writes startup.md.

    .venv/bin/pip install python-docx && .venv/bin/python benchmarks/startup.py

Every command runs in turn with `python -c pass`, so that both see the same machine; quoted are medians, and ratios to the bare interpreter's median.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DRAFT = str(ROOT / "examples" / "performance-tables-2023.docx")
ZHIBIAO = str(Path(sys.executable).with_name("zhibiao"))
ROW = ["--project-name", "周转房租金", "--level2", "生态效益指标", "--name", "生态效益增长率", "--value", "≥96%"]
RUNS, SLOW_RUNS = 15, 3
BARE = [sys.executable, "-c", "pass"]


def run(command: list[str]) -> tuple[float, float]:
    """Seconds and peak MiB of one finished process."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{command} ended with {process.returncode}")
    return time.perf_counter() - begun, usage.ru_maxrss / 1024


def measure(command: list[str], runs: int) -> tuple[float, float, float]:
    """Median seconds, median peak MiB, and the median seconds of a bare interpreter that ran in turn."""
    run(command)
    pairs = [(run(command), run(BARE)) for _ in range(runs)]
    seconds = statistics.median(own[0] for own, _ in pairs)
    return seconds, statistics.median(own[1] for own, _ in pairs), statistics.median(bare[0] for _, bare in pairs)


def main() -> None:
    """Measure and write the table."""
    with tempfile.TemporaryDirectory() as folder:
        model, obvious = str(Path(folder) / "model.joblib"), [sys.executable, str(ROOT / "benchmarks" / "obvious.py")]
        subprocess.run([*obvious, "fit", model], check=True, cwd=ROOT, stderr=subprocess.DEVNULL)
        cases = [
            ("`python -c pass`", BARE, RUNS),
            ("`zhibiao --help`", [ZHIBIAO, "--help"], RUNS),
            ("`zhibiao suggest --name …`", [ZHIBIAO, "suggest", *ROW], RUNS),
            ("the obvious pipeline, one row", [*obvious, "row", model, "生态效益指标 生态效益增长率 ≥96%"], SLOW_RUNS),
            ("`zhibiao review` of the example (21 tables)", [ZHIBIAO, "review", DRAFT], RUNS),
            ("`zhibiao review --format json` (with proposals)", [ZHIBIAO, "review", DRAFT, "--format", "json"], RUNS),
            ("the obvious pipeline, the example", [*obvious, "draft", model, DRAFT], SLOW_RUNS),
        ]
        lines = ["| whole process, cold | ms (median) | ms bare, run in turn | × bare | peak MiB |", "|---|---|---|---|---|"]
        for name, command, runs in cases:
            seconds, memory, bare = measure(command, runs)
            lines.append(f"| {name} | {seconds * 1000:.0f} | {bare * 1000:.0f} | {seconds / bare:.1f} | {memory:.0f} |")
    text = f"# Starting up\n\nPython {sys.version.split()[0]}, {os.cpu_count()} cores; made by `python benchmarks/startup.py`.\n\n" + "\n".join(lines) + "\n"
    (ROOT / "benchmarks" / "startup.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
