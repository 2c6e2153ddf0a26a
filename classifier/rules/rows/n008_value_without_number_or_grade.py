"""N008: a quantity, a cost or a satisfaction whose value is neither a number nor a state that can be checked."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.analysis.places import COST, QUANTITY, SATISFACTION
from classifier.analysis.words import any_in, find_word, words
from classifier.rules.base import Rule, example, row
from classifier.types import Analysis, Finding, ProjectAnalysis


class ValueWithoutNumberOrGrade(Rule):
    code, name, title = "N008", "value-without-number-or-grade", "无值无等级"
    severity, dimension = "error", "指标科学性"
    why = "数量、成本和满意度要写数，写一句话年底无法核对。"
    regulation = "财预〔2021〕101号 第一部分（量化易评）"
    mend = "写具体数值和单位；成本写≤多少万元。"
    bad = (example(row("成本指标", "建设成本", "参照政府采购成本控制")), example(row("数量指标", "资助人数", "应助尽助")))
    good = (
        example(row("成本指标", "建设成本", "控制在预算内")),
        example(row("成本指标", "建设成本", "≤30万元")),
        example(row("质量指标", "评审结果", "合格")),
        example(row("数量指标", "巡查频次", "每日一次")),
        example(row("数量指标", "培训人数", "三百人")),
        example(row("数量指标", "资助人数", "")),
    )

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        for line in project.rows:
            text = line.value.text.strip()
            if line.place not in (QUANTITY, COST, SATISFACTION) or line.value.kind != "qualitative":
                continue
            if line.place == SATISFACTION and (find_word("fuzzy", text) or any_in("优良好高满意", text)):
                continue  # a grade, though without a scale: a matter of wording
            if (
                any_in(words("checkable"), text)
                or any_in("一二三四五六七八九十百千万两0123456789", text)
                or any_in(("预算", "概算", "批复", "合同", "标准", "超支", "市场价", "上年", "级", "壹", "贰", "叁"), text)
            ):
                continue  # a number in words, or a limit that is written down elsewhere
            yield self.at_row(project, line, "value", f"“{text}”没有数，{line.place.removesuffix('指标')}无法核对")
