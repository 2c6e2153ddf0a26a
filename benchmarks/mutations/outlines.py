"""Faults of contents and sections, outside the tables (F009 F010 F011), as operators."""

from __future__ import annotations

from random import Random

from benchmarks.mutations.base import outline_operator
from classifier.types import ContentsEntry, Outline


@outline_operator("F009", "error", "目录漏列一个项目，或序号、名称与正文不同", also=("F013",))
def contents_differ(outline: Outline, random: Random) -> Outline | None:
    """Leave an entry out of the contents, or change its number or name."""
    contents = outline.contents
    if len(contents) < 2:
        return None
    at = random.randrange(len(contents))
    entry = contents[at]
    others = random.choice(
        ((), (entry._replace(number=len(contents) + 7),), (entry._replace(name="档案库房除湿设备购置"),), (entry, ContentsEntry(len(contents) + 1, "食堂外包")))
    )
    return outline._replace(contents=(*contents[:at], *others, *contents[at + 1 :]))


@outline_operator("F010", "warning", "分项绩效目标跳号或重号")
def section_number_off(outline: Outline, random: Random) -> Outline | None:
    """Leave a section out of the middle, or repeat a number."""
    sections = outline.sections
    if len(sections) < 3:
        return None
    at = random.randrange(1, len(sections) - 1)
    others = random.choice(((), (sections[at]._replace(number=sections[at - 1].number),)))
    return outline._replace(sections=(*sections[:at], *others, *sections[at + 1 :]))


@outline_operator("F011", "error", "分项缺绩效目标或绩效指标")
def section_incomplete(outline: Outline, random: Random) -> Outline | None:
    """Blank the goal or the indicators of a section."""
    if not outline.sections:
        return None
    at = random.randrange(len(outline.sections))
    changed = outline.sections[at]._replace(**{random.choice(("goal", "indicators")): ""})
    return outline._replace(sections=(*outline.sections[:at], changed, *outline.sections[at + 1 :]))
