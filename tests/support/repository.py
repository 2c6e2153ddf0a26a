"""Where the files of the repository are that tests read."""

from __future__ import annotations

from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
ROWS = REPOSITORY / "annotations" / "rows"
EXAMPLE = REPOSITORY / "examples" / "performance-tables-2023.docx"
"""The real draft of 21 projects and 189 indicators."""
