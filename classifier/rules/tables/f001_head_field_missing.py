"""F001: a field of the project's head that the form asks for is blank."""

from __future__ import annotations

from collections.abc import Iterator

from classifier.rules.base import Rule, example
from classifier.rules.table import has_field
from classifier.types import Analysis, Finding, Project, ProjectAnalysis

REQUIRED = (("code", "项目编码"), ("name", "项目名称"), ("budget", "预算数"), ("fiscal", "财政资金"), ("purpose", "资金用途"))


class HeadFieldMissing(Rule):
    code, name, title = "F001", "head-field-missing", "表头必填缺失"
    severity, dimension = "error", "规范完整性"
    why = "编码、名称、预算、资金用途是项目的身份，空着不能入库。"
    regulation = "财预〔2015〕88号（未按要求设定绩效目标的项目不得申请预算）；预算绩效文本格式"
    mend = "补填。"
    bad = (
        example(name="", budget="12"),
        example(name="路灯维护", budget=""),
        example(name="路灯维护", budget="12", purpose=""),
        example(name="路灯维护", budget="12", code=""),
    )
    good = (example(name="路灯维护", budget="12", purpose="路灯维修材料和人工", code="13060523P004498100013"), example(name="路灯维护", budget="12", other=""))

    def check(self, project: ProjectAnalysis, draft: Analysis) -> Iterator[Finding]:
        head = project.project
        for field, said in REQUIRED:
            if has_field(head, field) and _is_blank(head, field) and not (field == "fiscal" and head.other == head.budget is not None):
                yield self.at_project(project, field, f"{said}是空的")


def _is_blank(head: Project, field: str) -> bool:
    value = getattr(head, field)
    return value is None if field in ("budget", "fiscal") else not value.strip()
