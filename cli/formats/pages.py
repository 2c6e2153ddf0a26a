"""A code in, its page out: rules, labels and cues explain themselves from their own attributes."""

from __future__ import annotations

from classifier.analysis.cues import load_cues
from classifier.analysis.cues.project import PROJECT_CUES, ProjectExample
from classifier.findings import SEVERITY_NAMES
from classifier.model.labels import PAGES, LabelPage
from classifier.rules.base import Example, Rule
from classifier.rules.catalogue import load_rules
from classifier.types import Indicator, Project
from cli.formats.columns import pad

_HEAD = {"name": "名称", "code": "编码", "title": "表题", "year": "年度", "purpose": "用途", "goal": "目标"}
MOST_OTHERS = 4
"""Of the projects beside the one that is judged, so many are told."""


def render_page(code: str) -> str:
    """The page of a rule, label or cue; "" for a code that none has."""
    if page := next((page for page in _all_pages() if page.code == code), None):
        return _page(page, *_examples(page))
    if found := load_cues().get(code):
        hits = [_cue_example(example) for example in found.hits]
        misses = [_cue_example(example) for example in found.misses]
        head = f"{found.code} {found.name}（线索）\n线索不单独报出，只作为判断空泛、错配、套话的特征和理由。\n"
        return head + _listed("命中", hits) + _listed("不算", misses)
    if whole := PROJECT_CUES.get(code):
        head = f"{whole.code} {whole.name}（整个项目的线索）\n线索不单独报出，说的是项目表头或整张表。\n"
        return head + _listed("命中", [_project_example(e) for e in whole.hits]) + _listed("不算", [_project_example(e) for e in whole.misses])
    return ""


def render_catalogue() -> str:
    """All codes, a line each."""
    lines = ["规则（精确核对）"]
    lines += [f"  {rule.code}  {SEVERITY_NAMES[rule.severity]}  {pad(rule.title, 24)} {rule.name}" for rule in load_rules().values()]
    lines += ["标签（分类器判断措辞）"]
    lines += [f"  {page.code}  {SEVERITY_NAMES[page.severity]}  {pad(page.title, 24)} {page.name}" for page in PAGES]
    lines += ["线索（分类器的特征，不单独报出）"]
    cues = {code: cue.name for code, cue in load_cues().items()} | {code: cue.name for code, cue in PROJECT_CUES.items()}
    lines += [f"  {code}        {cues[code]}" for code in sorted(cues)]
    return "\n".join(lines) + "\n"


def _all_pages() -> list[Rule | LabelPage]:
    return [*load_rules().values(), *PAGES]


def render_manual() -> str:
    """The manual's pages of all rules and labels, in Markdown."""
    lines = ["# 规则手册", "", "由 `zhibiao rules --format markdown` 从规则本身生成。级别和选项可在 zhibiao.toml 里按地区改。", ""]
    for page in _all_pages():
        bad, good = _examples(page)
        lines += [f"## {page.code} {page.title}", "", f"{SEVERITY_NAMES[page.severity]}｜{page.dimension}｜{page.name}", ""]
        lines += [page.why, "", f"- 怎么改：{page.mend}", f"- 依据：{page.regulation}"]
        if explained := getattr(page, "explains", ()):
            lines.append(f"- 不单独报出，作为 {'、'.join(explained)} 的说明")
        if options := getattr(page, "options", {}):
            lines.append("- 选项：" + "；".join(f"`{key} = {_setting(value)}`" for key, value in options.items()))
        lines += [*(f"- 坏例：{example}" for example in bad), *(f"- 好例：{example}" for example in good), ""]
    return "\n".join(lines).rstrip() + "\n"


def _examples(page: Rule | LabelPage) -> tuple[list[str], list[str]]:
    if isinstance(page, Rule):
        return [_example(example) for example in page.bad], [_example(example) for example in page.good]
    return list(page.bad), list(page.good)


def _setting(value: object) -> str:
    """An option as it is written in zhibiao.toml."""
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_setting, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _page(page: Rule | LabelPage, bad: list[str], good: list[str]) -> str:
    text = f"{page.code} {page.title}（{SEVERITY_NAMES[page.severity]}，{page.name}）\n"
    text += f"为什么：{page.why}\n怎么改：{page.mend}\n依据：{page.regulation}\n归入审核项：{page.dimension}\n"
    if explained := getattr(page, "explains", ()):
        text += f"不单独报出，作为 {'、'.join(explained)} 的说明\n"
    return text + _listed("坏例", bad) + _listed("好例", good)


def _listed(title: str, examples: list[str]) -> str:
    return "".join(f"{title}：{example}\n" for example in examples)


def _example(example: Example) -> str:
    project, outline = example.projects[0], example.outline
    parts = [f"单位“{example.unit}”"] if example.unit else []
    parts += [f"{name}“{text}”" for field, name in _HEAD.items() if field in project.locations and (text := getattr(project, field)) is not None]
    parts += [
        f"{row.level1 + ' ' if row.level1 else ''}{row.level2} {row.name or '（空）'} {row.value or '（空）'}{_beside(row)}" for row in project.indicators
    ]
    if project.budget is not None:
        parts.append(f"预算{project.budget}{project.money_unit}")
    if project.whole_term is not None:
        parts.append(f"实施期总额{project.whole_term}{project.money_unit}")
    if project.fiscal is not None or project.other is not None:
        parts.append(f"财政资金{project.fiscal or 0}、其他资金{project.other or 0}")
    if project.plan is not None:
        parts.append("计划 " + " ".join(f"{node.label}{'空' if node.amount is None else node.amount}" for node in project.plan))
    parts += [f"目录有“{entry.number}.{entry.name}”" for entry in outline.contents]
    parts += [f"分项（{section.number}）“{section.heading}{section.goal}{section.indicators}”" for section in outline.sections]
    parts += [f"保障措施“{item}”" for item in outline.safeguards]
    return "；".join(parts + [_other(other) for other in example.projects[1:MOST_OTHERS]]) or "空表"


def _beside(row: Indicator) -> str:
    """What the row's description, basis and weight say."""
    said = (("描述", row.description), ("依据", row.basis), ("权重", "" if row.weight is None else str(row.weight)))
    return "".join(f"，{name}：{text}" for name, text in said if text)


def _other(project: Project) -> str:
    """A project that stands beside the one that is judged."""
    budget = "" if project.budget is None else f"预算{project.budget}{project.money_unit}"
    return f"另有第{project.number}号项目{f'“{project.name}”' if project.name else ''}{budget}"


def _cue_example(example: dict[str, str]) -> str:
    project = f"（项目：{example['project']}）" if example.get("project") else ""
    basis = f"；依据：{example['basis']}" if example.get("basis") else ""
    return f"{example['level2']} {example['name']} {example['value']}{basis}{project}"


def _project_example(example: ProjectExample) -> str:
    names = {"name": "名称", "purpose": "用途", "goal": "目标", "budget": "预算"}
    parts = [f"{names[field]}“{text}”" for field, text in example.head.items()]
    parts += [f"{level2} {name} {value}{'；依据：' + basis if basis else ''}" for level2, name, value, basis in example.rows]
    return "；".join(parts)
