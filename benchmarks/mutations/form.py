"""Faults of form: blanks, levels, codes, placeholders, torn text (F), as operators."""

from __future__ import annotations

import re
from random import Random

from benchmarks.mutations.base import operator
from benchmarks.mutations.reading import LESS, entries, has, is_simple, simple, sums
from benchmarks.mutations.writing import change, pick, write
from classifier.analysis.normalise import normalise
from classifier.analysis.places import BENEFITS, COST, ECOLOGICAL, OUTPUTS, QUALITY, QUANTITY, SOCIAL, TIMELINESS
from classifier.types import Project


@operator("F001", "error", "项目编码、名称或资金用途空着", also=("T001", "T002", "T003"))
def head_text_blank(project: Project, random: Random) -> Project | None:
    """Blank a text of the head that the layout has."""
    field = pick(random, [field for field in ("code", "name", "purpose") if getattr(project, field).strip()])
    return project._replace(**{field: ""}) if field else None


@operator("F001", "error", "预算数或财政资金空着", also=("N004",))
def head_amount_blank(project: Project, random: Random) -> Project | None:
    """Blank an amount of the head that the layout has."""
    field = pick(random, [field for field in ("budget", "fiscal") if getattr(project, field) is not None])
    return project._replace(**{field: None}) if field else None


@operator("F002", "error", "绩效目标空着")
def goal_blank(project: Project, random: Random) -> Project | None:
    """Blank the goal."""
    return project._replace(goal=random.choice(("", " ", "\n"))) if project.goal.strip() else None


@operator("F005", "error", "三级指标名称空着")
def name_blank(project: Project, random: Random) -> Project | None:
    """Blank a name whose value stays; not one that excuses its value."""
    found = [e for e in simple(project) if e.row.name.strip() and e.place != COST and not has(e.row.name, LESS)]
    entry = pick(random, found)
    return change(project, entry.row, name=random.choice(("", " "))) if entry else None


@operator("F006", "error", "指标值空着")
def value_blank(project: Project, random: Random) -> Project | None:
    """Blank a value; one of several costs is left alone, since the others would then stand for the whole."""
    summed = {e.row.row for parent, parts in sums(project) for e in (parent, *parts)}
    costs = len(entries(project, COST))
    found = [e for e in entries(project) if e.row.name.strip() and e.row.value.strip() and e.row.row not in summed and (e.place != COST or costs == 1)]
    entry = pick(random, found)
    return change(project, entry.row, value=random.choice(("", " ", "/"))) if entry else None


@operator("F007", "warning", "指标值确定依据空着")
def basis_blank(project: Project, random: Random) -> Project | None:
    """Blank one basis in a table whose other rows have theirs."""
    based = [row for row in project.indicators if row.basis.strip()]
    return change(project, random.choice(based), basis="") if len(based) > 2 and len(based) == len(project.indicators) else None


@operator("F008", "error", "产出行填在效益指标下，或效益行填在产出指标下")
def wrong_level1(project: Project, random: Random) -> Project | None:
    """Put a row under the other 一级指标."""
    outputs = [e for e in entries(project) if e.place in (QUANTITY, QUALITY, TIMELINESS) and "产出" in e.row.level1]
    benefits = [e for e in entries(project) if e.place in (SOCIAL, ECOLOGICAL, *BENEFITS) and "效益" in e.row.level1]
    if len(outputs) < 2 or len(benefits) < 2:
        return None
    entry = random.choice(outputs + benefits)
    return change(project, entry.row, level1=(benefits if entry in outputs else outputs)[0].row.level1)


@operator("F008", "error", "二级指标不在模板清单（过程、投入、决策、管理指标）")
def unknown_level2(project: Project, random: Random) -> Project | None:
    """Give a row a 二级指标 of evaluation frameworks, which no template of goals has; its place keeps another row."""
    found = [e for e in entries(project) if e.row.level2 and e.place in (*OUTPUTS, *BENEFITS) and e.place != COST and len(entries(project, e.place)) > 1]
    entry = pick(random, found)
    return change(project, entry.row, level2=random.choice(("过程指标", "投入指标", "决策指标", "管理指标"))) if entry else None


@operator("F012", "error", "项目编码少一位或多一位")
def code_length_off(project: Project, random: Random) -> Project | None:
    """Leave a character of a code out or type it twice."""
    code = project.code
    at = random.randrange(len(code)) if code else 0
    return project._replace(code=random.choice((code[:at] + code[at + 1 :], code[:at] + code[at] + code[at:]))) if code else None


@operator("F012", "error", "项目编码里夹了问号、空着后半截待编")
def code_garbled(project: Project, random: Random) -> Project | None:
    """Put characters in a code that no code has."""
    code = project.code
    at = random.randrange(len(code)) if code else 0
    return project._replace(code=random.choice((code[:at] + "?" + code[at + 1 :], code[:6] + "待编", code[:at] + "*" + code[at + 1 :]))) if code else None


@operator("F013", "error", "表题的项目名称与表内名称不同")
def title_differs(project: Project, random: Random) -> Project | None:
    """Set a title that names another project."""
    other = random.choice(("办公用房修缮", "法律顾问服务", "档案数字化加工", "公务用车运行维护"))
    return project._replace(title=f"{project.number}.{other}绩效目标表") if project.name and other not in project.name else None


@operator("F016", "error", "指标名称里留着模板占位符")
def placeholder_in_name(project: Project, random: Random) -> Project | None:
    """Leave a template's placeholder behind a name."""
    entry = pick(random, simple(project))
    return (
        change(project, entry.row, name=entry.row.name + random.choice((f"（≥**{entry.value.unit}）", f"（**{entry.value.unit}）", "（参考模板）")))
        if entry
        else None
    )


@operator("F016", "error", "指标值里留着占位符", also=("N008", "U001"), related=True)
def placeholder_in_value(project: Project, random: Random) -> Project | None:
    """Leave a template's placeholder for the number."""
    costs = len(entries(project, COST))
    entry = pick(random, [e for e in simple(project) if e.place != COST or costs == 1])
    return change(project, entry.row, value=write(entry.value, amount=random.choice(("**", "XX", "××")))) if entry else None


@operator("F016", "error", "目标、用途或依据里留着占位符")
def placeholder_in_text(project: Project, random: Random) -> Project | None:
    """Leave a placeholder for a number of the goal or the purpose, or in a basis."""
    places = [(field, match) for field in ("goal", "purpose") for match in re.finditer(r"\d[\d,.]*\d|\d", normalise(getattr(project, field)))]
    based = [row for row in project.indicators if row.basis.strip()]
    if based and (not places or random.random() < 0.3):
        return change(project, random.choice(based), basis=random.choice(("《××实施方案》", "XX文件", "按照……执行")))
    if not places:
        return None
    field, match = random.choice(places)
    text = getattr(project, field)
    return project._replace(**{field: text[: match.start()] + random.choice(("××", "XX", "**")) + text[match.end() :]})


@operator("F017", "warning", "描述是三级指标加一截断掉的尾巴")
def description_cut_off(project: Project, random: Random) -> Project | None:
    """Make a description of the name and the beginning of a sentence."""
    entry = pick(random, [e for e in entries(project) if e.row.description.strip() and len(e.row.name) >= 4])
    tail = random.choice(("达到规定的标", "占全部工作任务的比", "按照年度实施方", "符合有关管理办", "完成情况与计划相"))
    return change(project, entry.row, description=entry.row.name + tail) if entry else None


@operator("F017", "warning", "三级指标被截断，描述才是全名")
def name_cut_off(project: Project, random: Random) -> Project | None:
    """Cut the last characters of a name whose description has it whole."""
    found = [e for e in entries(project) if e.row.description and len(e.row.name) >= 8 and e.place != COST and is_simple(e.value)]
    entry = pick(random, [e for e in found if e.value.sign != "≤" and not has(e.row.name, LESS) and not re.search(r"[\d（(]", e.row.name)])
    if entry is None:
        return None
    name = entry.row.name[: -random.randint(3, 4)]
    taken = any(row.name == name for row in project.indicators)
    return None if taken else change(project, entry.row, name=name, description=entry.row.name)
