"""What one review is asked for: which codes, which projects, from which severity on."""

from __future__ import annotations

from typing import NamedTuple

from classifier.findings import SEVERITIES
from classifier.types import Finding, Severity


class Options(NamedTuple):
    """The choices of one review.

    Attributes:
        select: code prefixes to report; all if empty.
        ignore: code prefixes to leave out.
        project: the number of the only project to report, None for all.
        min_severity: findings below it are hidden and do not count.
        suggest: whether to make proposals for the rows found faulty.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    project: int | None = None
    min_severity: Severity = "warning"
    suggest: bool = False

    def wants(self, finding: Finding) -> bool:
        """Whether a finding is to be reported."""
        if self.select and not finding.code.startswith(self.select):
            return False
        if self.ignore and finding.code.startswith(self.ignore):
            return False
        return SEVERITIES.index(finding.severity) <= SEVERITIES.index(self.min_severity)
