"""A project, its draft and the judges in, what proposals are made with out."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from classifier.analysis.analyse import analyse_row
from classifier.model.kinds import rank_kinds
from classifier.model.scorer import Model
from classifier.rules.base import Rule
from classifier.suggest.matching import content_pairs
from classifier.suggest.rank import Source
from classifier.suggest.work import title_of
from classifier.types import Analysis, Finding, Indicator, IndicatorAnalysis, Kind, ProjectAnalysis


class Context(NamedTuple):
    """What proposals for one project are made with.

    Attributes:
        project: the project, in a redraft with the rows that are settled so far.
        draft: the whole draft.
        model: the classifier, for the re-check.
        rules: the rules that a proposal must pass.
        source: where entries come from.
        findings: what was found, by row; a row that is settled has none.
    """

    project: ProjectAnalysis
    draft: Analysis
    model: Model
    rules: Mapping[str, Rule]
    source: Source
    findings: Mapping[int, tuple[Finding, ...]]

    def clean_rows(self) -> Iterator[IndicatorAnalysis]:
        """The rows that nothing was found on."""
        return (row for row in self.project.rows if row.indicator.row not in self.findings)

    def settled(self, row: Indicator) -> "Context":
        """The same with a row put in its place (or behind the last) and nothing to find on it."""
        analysed = analyse_row(row, self.project.project, self.project.kind)
        left = {number: found for number, found in self.findings.items() if number != row.row}
        return self._replace(project=with_row(self.project, analysed), findings=left)


def with_row(project: ProjectAnalysis, analysed: IndicatorAnalysis) -> ProjectAnalysis:
    """The project with a row in the place of that of its number, or behind the last."""
    number = analysed.indicator.row
    rows = tuple(analysed if line.indicator.row == number else line for line in project.rows)
    if number > len(rows):
        rows += (analysed,)
    return project._replace(project=project.project._replace(indicators=tuple(line.indicator for line in rows)), rows=rows)


def by_row(findings: Sequence[Finding]) -> Mapping[int, tuple[Finding, ...]]:
    """The findings that ask for a proposal, by row; hints do not."""
    rows = dict.fromkeys(finding.row for finding in findings if finding.row is not None and finding.severity != "hint")
    return {row: tuple(finding for finding in findings if finding.row == row and finding.severity != "hint") for row in rows}


def source_for(project: ProjectAnalysis, kind: Kind | None = None, library: Path | None = None) -> Source:
    """Where entries for a project come from; a kind that is given is sure, that of a project whose name says nothing (专项工作经费) is not."""
    if kind:
        return Source((kind,), True, library)
    ranking = rank_kinds(project.project)
    return Source(ranking.kinds, ranking.sure and bool(content_pairs(title_of(project.project.name))), library)
