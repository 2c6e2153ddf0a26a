"""A project's verdicts in, the classifier's findings out (W001 空泛, W002 错配, W003 套话), each with the words and cues that decided it."""

from collections.abc import Iterator
from typing import NamedTuple

from classifier.findings import finding_id
from classifier.types import Evidence, Finding, IndicatorAnalysis, ProjectAnalysis, Severity, Verdict

MOST_REASONS = 3


class LabelPage(NamedTuple):
    """What a label means, in the words that `explain` shows; the attributes are those of a rule."""

    code: str
    label: str
    name: str
    title: str
    severity: Severity
    dimension: str
    why: str
    regulation: str
    mend: str
    bad: tuple[str, ...]
    good: tuple[str, ...]


PAGES = (
    LabelPage(
        "W001", "vague", "vague", "空泛", "warning", "指标科学性",
        "年底由两位审核人各自核实，只凭这一行和项目名称，得不出同一个实际值：没有对象、没有量，或者没有可算的基数。",
        "财预〔2021〕101号 第一部分（量化易评）",
        "写明量的是什么、怎么算、和什么比；说不出怎么算的，换一条能核实的。",
        ("质量合格率 ≥95%", "社会效益显著", "经济效益提升值% ≥95%"),
        ("设备验收合格率 100%", "培训干部人次 ≥120人次", "通过等保三级测评"),
    ),
    LabelPage(
        "W002", "mismatched", "mismatched", "错配", "warning", "目标相关性",
        "读得懂，但不该在这里：放错了二级指标，这个项目产生不了这种效果，或者值不可能是这种量的值。",
        "财预〔2021〕101号 第一部分（高度关联）、第二部分（各类指标）",
        "移到对应的二级指标下，换成这个项目自己的产出和效果；本来就不产生的效益，整行删去。",
        ("生态效益指标：生态效益增长率 ≥95%（工资项目）", "数量指标：数量完成率 ≥98%", "成本指标：及时性 3.75万元"),
        ("生态效益指标：新增绿化面积 ≥30亩（造林项目）", "质量指标：苗木成活率 ≥85%"),
    ),
    LabelPage(
        "W003", "boilerplate", "boilerplate", "套话", "warning", "明确清晰性",
        "放进别的单位、别类项目里一样读得通：名称和描述里没有一个词属于这个项目的对象、受益人或工作。",
        "财预〔2021〕101号 第一部分（重点突出）；财预〔2015〕88号（指向明确）",
        "把这个项目自己的对象、受益人或工作写进名称。",
        ("质量指标 ≥95%", "可持续性服务 ≥95%", "服务对象满意度 ≥95%"),
        ("参训学员满意度 ≥90%", "警报器安装验收合格率 100%"),
    ),
)  # fmt: skip

PAGE_OF = {page.label: page for page in PAGES}

REASONS = {
    "vague": ("M001", "M002", "M006", "M008", "M009", "M010", "N014", "N015", "C009", "C019"),
    "mismatched": ("C001", "C002", "C003", "C004", "C005", "C006", "C008", "C013", "C017", "C019", "C020", "R004", "R005", "R006", "R007", "R018", "M011"),
    "boilerplate": ("C007", "C009", "C010", "M001", "M008", "R007"),
}
"""The cues that are reasons for a label; others may weigh as features, but would not convince a reader."""


def label_findings(project: ProjectAnalysis, verdicts: tuple[Verdict, ...]) -> Iterator[Finding]:
    """The classifier's findings in a project, row by row."""
    for row, verdict in zip(project.rows, verdicts, strict=True):
        for label in verdict.labels:
            yield _finding(PAGE_OF[label], project, row, verdict)


def _finding(page: LabelPage, project: ProjectAnalysis, row: IndicatorAnalysis, verdict: Verdict) -> Finding:
    indicator = row.indicator
    field, evidence = _evidence(page.label, row, verdict)
    return Finding(
        page.code, page.severity, project.project.number, indicator.row, field,
        f"{page.title}：{_reasons(page.label, row, verdict)}", page.regulation,
        id=finding_id(page.code, project.project, indicator, ""), label=page.label,
        location=indicator.locations.get(field) or indicator.locations.get("name"), evidence=evidence,
    )  # fmt: skip


def _reasons(label: str, row: IndicatorAnalysis, verdict: Verdict) -> str:
    """The cues that are reasons for the label, those that decided first; where there are none, the words that decided."""
    deciding = verdict.deciding[label]
    rank = {item.text: position for position, item in enumerate(deciding)}
    cues = sorted((cue.name for cue in row.cues if cue.code in REASONS[label]), key=lambda name: rank.get(name, len(rank)))
    said = [f"“{item.text}”" for item in deciding if item.field in ("name", "description", "value") and item.text in getattr(row.indicator, item.field)]
    reasons = "、".join(cues[:MOST_REASONS]) or "、".join(said[:MOST_REASONS]) or "整行读来如此"
    return f"{reasons}（{verdict.probabilities[label]:.0%}）"


def _evidence(label: str, row: IndicatorAnalysis, verdict: Verdict) -> tuple[str, tuple[Evidence, ...]]:
    """The field that decided most and the stretches of the row that the deciding words stand on."""
    found: list[Evidence] = []
    for item in verdict.deciding[label]:
        if item.field not in ("name", "description", "value", "basis"):
            continue
        text = getattr(row.indicator, item.field)
        cue = next((cue.text for cue in row.cues if cue.name == item.text and cue.field == item.field), item.text)
        start = text.find(cue)
        if start >= 0 and cue:
            found.append(Evidence(item.field, cue, start, start + len(cue)))
    unique = tuple(dict.fromkeys(found))
    fields = [evidence.field for evidence in unique if evidence.field in ("name", "value")]
    return (fields[0] if fields else "name"), unique
