"""Projects in, tasks for blind judging out; judgements in, the shares of usable and preferred proposals out.

For every drawn faulty row the judges see our proposals, the nearest library entry with its slots open, and a generic template, in shuffled order.

    .venv/bin/python -m benchmarks.proposals.judging draw PROJECTS.jsonl OUT --rows 60 --seed 23
    .venv/bin/python -m benchmarks.proposals.judging count OUT JUDGEMENTS.jsonl …

PROJECTS has the form of projects.jsonl. OUT.tasks.jsonl goes to the judges, OUT.key.json stays. A judgement is one JSON object a task: the id, a grade
for each of 甲 乙 丙 (2 usable as it is, 1 once its slot is filled, 0 not), the grades of 备选 in order, and the best of the three.
"""

import argparse
import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.proposals.measure import to_project
from classifier.analysis.kinds import load_kinds
from classifier.analysis.places import PLACES, SOCIAL, find_place
from classifier.model.scorer import Model, default_model
from classifier.suggest.library import Entry, load_shelf
from classifier.suggest.request import suggest_for_draft
from classifier.types import Draft, Indicator, Project, Suggestion

NAMES = "甲乙丙"
TEMPLATES = {
    PLACES[0]: ("项目完成数量", "≥【待填：数量】项", "按计划完成的项目数量", "年度工作计划"),
    PLACES[1]: ("项目质量达标率", "≥95%", "达到质量要求的数量÷总数量", "验收报告"),
    PLACES[2]: ("项目完成及时率", "=100%", "按时完成数量÷总数量", "工作计划"),
    PLACES[3]: ("项目总成本", "≤【待填：预算数】万元", "项目实际支出总额", "部门预算"),
    PLACES[4]: ("经济效益增长率", "≥【待填：比例】%", "项目带来的经济效益较上年增长比例", "统计数据"),
    PLACES[5]: ("受益人数", "≥【待填：人数】人", "项目受益的人数", "统计资料"),
    PLACES[6]: ("生态环境改善情况", "≥【待填：比例】%", "生态环境指标较上年改善比例", "监测数据"),
    PLACES[7]: ("项目持续发挥作用年限", "≥【待填：年数】年", "项目成果持续发挥作用的年数", "管理制度"),
    PLACES[8]: ("服务对象满意度", "≥90%", "满意人数÷调查人数", "问卷调查"),
}
"""The generic row of a place: what systems recommend that look at nothing but the 二级指标."""


def _shown(name: str, value: str, description: str, basis: str) -> dict[str, Any]:
    return {"三级指标": name, "指标值": value, "描述": description, "依据": basis}


def _proposal(suggestion: Suggestion) -> dict[str, Any]:
    if suggestion.action == "dropped":
        return {"建议": f"删去本行，理由：{suggestion.why}"}
    asked = [trace.ref for trace in suggestion.trace if trace.origin == "slot" and trace.ref not in suggestion.value]
    shown = _shown(suggestion.name, suggestion.value, suggestion.description, suggestion.basis)
    return shown | ({"向填报人确认": asked} if asked else {})


def _pairs(text: str) -> set[str]:
    return {text[start : start + 2] for start in range(len(text) - 1)}


def _nearest(entries: list[Entry], row: Indicator, place: str, project: Project) -> dict[str, Any]:
    """The entry of any kind for the place that shares most character pairs with the row and the project, with its slots open."""
    said = _pairs(row.name + row.description + project.name + project.purpose)
    fitting = [entry for entry in entries if entry.level2 == place] or entries
    entry = max(fitting, key=lambda e: (len((found := _pairs(e.name + e.description)) & said) / len(found) ** 0.5, e.id))
    value = entry.text or ("不发生" if entry.fill == "zero" else f"{entry.sign}{entry.amount or '__'}{entry.unit}")
    name, description = (text.replace("{object}", entry.object) for text in (entry.name, entry.description))
    return _shown(name, value, description, entry.basis.replace("{object}", entry.object))


def _rows(path: Path, model: Model) -> Iterator[tuple[str, Project, Indicator, tuple[Suggestion, ...]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        project = to_project(record)
        draft = Draft("", unit=project.unit, year=project.year, projects=(project,))
        for row in project.indicators:
            answer = suggest_for_draft(draft, 1, row.row, model).rows[0]
            if answer.findings:
                yield f"{record['id']}#{row.row}", project, row, answer.suggestions


def draw(path: Path, out: Path, rows: int, seed: int) -> None:
    """Draw faulty rows and write the tasks and their key."""
    chance = random.Random(seed)
    entries = [entry for kind in load_kinds() for entry in load_shelf(kind).entries]
    tasks, key = [], {}
    for number, (where, project, row, made) in enumerate(chance.sample(list(_rows(path, Model(default_model()))), rows), 1):
        place = find_place(row.level1, row.level2)
        shown = [("ours", _proposal(made[0]) if made else {"建议": "没有建议"}), ("library", _nearest(entries, row, place, project))]
        shown.append(("template", _shown(*TEMPLATES.get(place, TEMPLATES[SOCIAL]))))
        chance.shuffle(shown)
        identity = f"T{number:03d}"
        head = {"id": identity, "项目": project.name, "资金用途": project.purpose, "绩效目标": project.goal, "预算": str(project.budget)}
        original = {"二级指标": row.level2, **_shown(row.name, row.value, row.description, row.basis)}
        others = [f"{other.level2} {other.name} {other.value}" for other in project.indicators if other is not row]
        named = {name: proposal for name, (_, proposal) in zip(NAMES, shown, strict=True)}
        tasks.append(head | {"同表其他行": others, "原行": original} | named | {"备选": [_proposal(s) for s in made[1:]]})
        key[identity] = {"row": where, **{name: source for name, (source, _) in zip(NAMES, shown, strict=True)}}
    out.with_suffix(".tasks.jsonl").write_text("".join(json.dumps(task, ensure_ascii=False) + "\n" for task in tasks), encoding="utf-8")
    out.with_suffix(".key.json").write_text(json.dumps(key, ensure_ascii=False), encoding="utf-8")


def count(out: Path, judgements: Iterable[Path]) -> None:
    """Print for each judge how many proposals are usable at rank 1 and among all, and how often ours is preferred to the better baseline."""
    key = json.loads(out.with_suffix(".key.json").read_text(encoding="utf-8"))
    for path in judgements:
        given = {judged["id"]: judged for judged in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
        first = among = preferred = baseline = 0
        for identity, sources in key.items():
            judged = given[identity]
            ours = next(name for name in NAMES if sources[name] == "ours")
            first += judged[ours] > 0
            among += max(judged[ours], *judged["备选"], 0) > 0
            preferred += judged["best"] == ours
            baseline += judged["best"] in NAMES and judged["best"] != ours
        print(f"{path.name}: {len(key)} rows; usable at rank 1 {first / len(key):.1%}, among all {among / len(key):.1%}; ", end="")
        print(f"preferred {preferred}, a baseline {baseline}")


def main() -> None:
    """Draw or count, as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("projects", type=Path)
    drawing.add_argument("out", type=Path)
    drawing.add_argument("--rows", type=int, default=60)
    drawing.add_argument("--seed", type=int, default=0)
    counting = commands.add_parser("count")
    counting.add_argument("out", type=Path)
    counting.add_argument("judgements", type=Path, nargs="+")
    told = parser.parse_args()
    if told.command == "draw":
        draw(told.projects, told.out, told.rows, told.seed)
    else:
        count(told.out, told.judgements)


if __name__ == "__main__":
    main()
