"""A Review in, JSON for other programs out; its schema is review.schema.json beside this file."""

from __future__ import annotations

import json
from pathlib import Path

from classifier.errors import UnreadableError, reason_of
from classifier.types import Review
from cli.formats.plain import review_to_plain


def identities(path: Path) -> frozenset[str]:
    """The identities of the findings of an earlier report; UnreadableError where the file is none."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
        parts = [part for draft in data["drafts"] for part in (draft, *draft["projects"])]
        return frozenset(finding["id"] for part in parts for finding in part["findings"] if not finding["waived"])
    except OSError as error:
        raise UnreadableError(f"{path} 打不开（{reason_of(error)}），请检查 --baseline 的路径") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UnreadableError(f"{path} 不是 zhibiao review --format json 的报告，请检查 --baseline") from None


def render(review: Review) -> str:
    """The review as one JSON document, ending in a newline."""
    return json.dumps(review_to_plain(review), ensure_ascii=False, indent=1) + "\n"
