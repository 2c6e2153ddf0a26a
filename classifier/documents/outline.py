"""The paragraphs of a 部门预算绩效文本 in, its Outline out: list of contents, 总体绩效目标, 分项绩效目标, 工作保障措施."""

from __future__ import annotations

import re
from collections.abc import Iterable

from classifier.lazy import lazy_pattern
from classifier.types import ContentsEntry, Grid, Outline, Section

_ENTRY = lazy_pattern(r"^\s{0,8}(\d{1,3})\s{0,8}[.．、](.+)$")
_LEADER = " \t.．…·\u3000"
_FORM = lazy_pattern(r"绩效目标(?:申报)?表$")
LONGEST_LINE = 300
"""Characters; a longer paragraph is no line of a list of contents and no heading."""

_PART = lazy_pattern(r"^[一二三四五六七八九十]{1,3}\s{0,8}、(.+)$")
_ITEM = lazy_pattern(r"^\s*([(（]\s*([一二三四五六七八九十]+)\s*[)）])\s*(.*)$", re.DOTALL)
_FIELD = lazy_pattern(r"绩效(目标|指标)\s*[:：]")
_PARTS = {
    "总体绩效目标": "overall",
    "总体目标": "overall",
    "分项绩效目标": "sections",
    "分项目标": "sections",
    "工作保障措施": "safeguards",
    "保障措施": "safeguards",
}


def read_outline(blocks: Iterable[str | Grid]) -> Outline:
    """Read what stands in paragraphs outside the project tables.

    Args:
        blocks: the document's paragraphs and grids in order; grids are passed over.

    Returns:
        The outline, empty where the document has none of these parts.
    """
    contents: list[ContentsEntry] = []
    parts: dict[str, list[str]] = {"overall": [], "sections": [], "safeguards": []}
    part = ""
    for block in blocks:
        if isinstance(block, Grid):
            part = ""
            continue
        text = block.strip()
        short = text if len(text) <= LONGEST_LINE else ""
        if entry := _contents_entry(short):
            contents.append(entry)
        elif heading := _PART.match(short):
            part = _PARTS.get(heading[1].strip(), "")
        elif text.startswith("第") and "部分" in text:
            part = ""
        elif part and text:
            parts[part].append(text)
    return Outline(tuple(contents), "\n".join(parts["overall"]), _sections(parts["sections"]), _items(parts["safeguards"]))


def _contents_entry(text: str) -> ContentsEntry | None:
    """A line of the list of contents: number, name, leader, page."""
    found = _ENTRY.match(text)
    name = found[2].rstrip("0123456789") if found else ""
    if not found or name == found[2] or not name.endswith(tuple(_LEADER)):
        return None  # no page, or digits that belong to the name
    return ContentsEntry(int(found[1]), _FORM.sub("", name.strip(_LEADER)).strip())


def _sections(paragraphs: list[str]) -> tuple[Section, ...]:
    """The numbered items with the paragraphs that belong to each."""
    grouped: list[list[str]] = []
    for paragraph in paragraphs:
        if _ITEM.match(paragraph) or not grouped:
            grouped.append([])
        grouped[-1].append(paragraph)
    return tuple(_section(group) for group in grouped if _ITEM.match(group[0]))


def _section(paragraphs: list[str]) -> Section:
    """One item: its heading up to the first 绩效目标 or 绩效指标, and what follows each of them."""
    text = "\n".join(paragraphs)
    item = _ITEM.match(text)
    bracketed, numeral, body = (item[1], item[2], item[3]) if item else ("", "", text)
    starts = list(_FIELD.finditer(body))
    ends = [*(start.start() for start in starts[1:]), len(body)][: len(starts)]
    said = {match[1]: body[match.end() : end].strip() for match, end in zip(starts, ends, strict=True)}
    run_on = tuple(f"绩效{match[1]}" for match in starts if match.start() and body[: match.start()].rpartition("\n")[2].strip())
    heading = body[: starts[0].start()].strip() if starts else body.strip()
    mixed = (bracketed[0] == "(") != (bracketed[-1] == ")") if bracketed else False
    return Section(bracketed if mixed else numeral, heading, said.get("目标", ""), said.get("指标", ""), run_on)


def _items(paragraphs: list[str]) -> tuple[str, ...]:
    return tuple(match[3].strip() if (match := _ITEM.match(paragraph)) else paragraph for paragraph in paragraphs)
