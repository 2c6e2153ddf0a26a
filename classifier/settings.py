"""What one review is asked for: which codes, which projects, from which severity on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

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
        rules: the rules as the bureau has set them, None as shipped.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    project: int | None = None
    min_severity: Severity = "warning"
    suggest: bool = False
    rules: Mapping[str, Any] | None = None

    def wants(self, finding: Finding) -> bool:
        """Whether a finding is to be reported."""
        if self.select and not finding.code.startswith(self.select):
            return False
        if self.ignore and finding.code.startswith(self.ignore):
            return False
        return SEVERITIES.index(finding.severity) <= SEVERITIES.index(self.min_severity)
