"""One project's Analysis in, the rule layer's findings out: explained, suppressed; a rule that crashes costs only its own findings."""

from __future__ import annotations

from classifier.rules.catalogue import load_rules
from classifier.rules.suppression import suppress
from classifier.types import Analysis, Finding, Note, ProjectAnalysis, Related


def run_rules(project: ProjectAnalysis, draft: Analysis) -> tuple[list[Finding], list[Note]]:
    """Run every rule on a project.

    Args:
        project: the project.
        draft: the whole draft, for what other projects say.

    Returns:
        The findings, and an unread note for every rule that crashed.
    """
    findings: list[Finding] = []
    notes: list[Note] = []
    explanations: list[tuple[tuple[str, ...], Finding]] = []
    for code, rule in load_rules().items():
        try:
            found = list(rule.check(project, draft))
        except Exception as error:  # a fault in one rule must not cost the others; it is said and makes the exit status 2
            notes.append(
                Note(
                    "rule-crashed", f"项目{project.project.number}", f"规则 {code} 出错（{type(error).__name__}），没有判断；请把文件反馈给开发者", unread=True
                )
            )
            continue
        if rule.explains:
            explanations += [(rule.explains, finding) for finding in found]
        else:
            findings += found
    return suppress([_explain(finding, explanations) for finding in findings]), notes


def _explain(finding: Finding, explanations: list[tuple[tuple[str, ...], Finding]]) -> Finding:
    """Give a finding the remarks on its number."""
    related = tuple(Related(e.code, e.message) for codes, e in explanations if finding.code in codes and e.row == finding.row)
    return finding._replace(related=related) if related else finding
