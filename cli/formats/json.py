"""A Review in, JSON for other programs out; its schema is review.schema.json beside this file."""

from __future__ import annotations

import json

from classifier.types import Review
from cli.formats.plain import review_to_plain


def render(review: Review) -> str:
    """The review as one JSON document, ending in a newline."""
    return json.dumps(review_to_plain(review), ensure_ascii=False, indent=1) + "\n"
