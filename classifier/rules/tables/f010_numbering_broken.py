"""F010: the numbers of goals or projects skip or repeat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from classifier.rules.base import Rule, another, example
from classifier.types import Analysis, Finding, Outline, Section

NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")


class NumberingBroken(Rule):
    code, name, title = "F010", "numbering-broken", "编号跳号重号"
    severity, dimension = "warning", "规范完整性"
    why = "编号断开，多半是删了一项没有重排，或者漏了一项。"
    regulation = "预算绩效文本格式"
    mend = "重排编号，或补上漏的一项。"
    bad = (
        example(outline=Outline(sections=(Section("八", "预案修订"), Section("十", "指挥场所建设")))),
        example(others=(another(number=3, name="绿化养护"),), name="路灯维护"),
        example(others=(another(number=1, name="绿化养护"),), name="路灯维护"),
    )
    good = (
        example(outline=Outline(sections=(Section("一", "会议保障"), Section("二", "应急平台")))),
        example(others=(another(number=2, name="绿化养护"),), name="路灯维护"),
        example(name="路灯维护"),
    )

    def check_draft(self, draft: Analysis) -> Iterator[Finding]:
        sections = [value for section in draft.draft.outline.sections if (value := numeral(section.number))]
        projects = [project.project.number for project in draft.projects]
        for numbers, what, written in ((sections, "分项绩效目标", in_chinese), (projects, "项目", str)):
            if not numbers:
                continue
            missing = sorted(set(range(min(numbers), max(numbers))) - set(numbers))
            twice = sorted(number for number, times in Counter(numbers).items() if times > 1)
            said = [f"缺{'、'.join(map(written, missing))}"] * bool(missing) + [f"{'、'.join(map(written, twice))}重复"] * bool(twice)
            if said:
                field = "sections" if what == "分项绩效目标" else "table"
                yield self.at_draft(draft, field, f"{what}的编号{'，'.join(said)}", key=what + "".join(map(str, missing + twice)))


def numeral(text: str) -> int:
    """A number up to 99 in Chinese or Arabic digits, 0 where it is none."""
    text = text.strip("()（） ")
    if text.isascii() and text.isdigit():
        return int(text)
    tens, ten, ones = text.partition("十")
    values = dict(zip(NUMERALS, range(1, 11), strict=True))
    if any(character not in NUMERALS for character in text) or len(text) > len("九十九"):
        return 0
    return (values.get(tens, 1) * 10 if ten else 0) + values.get(ones if ten else tens, 0)


def in_chinese(number: int) -> str:
    """A number up to 99 in Chinese digits, in the brackets of a heading."""
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else NUMERALS[tens - 1]) + "十" if tens else ""
    return f"（{head}{NUMERALS[ones - 1] if ones else ''}）"
