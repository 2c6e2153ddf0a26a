"""The contributions of a row's features in, the few words and cues that decided a label out."""

from __future__ import annotations

from collections.abc import Sequence

from classifier.model.features import Feature
from classifier.types import Deciding

MOST = 5
SMALLEST = 0.05
"""Log-odds below which a word is not worth a reader's time."""


def deciding_features(contributions: Sequence[tuple[Feature, float]]) -> tuple[Deciding, ...]:
    """The words and cues that spoke most for a label.

    Shares of the same text in one field are added (a word and its n-grams), and a stretch inside a longer chosen one goes to it.

    Args:
        contributions: every feature with its share of the label's score, in log-odds.

    Returns:
        At most five, the heaviest first.
    """
    shares: dict[tuple[str, str], float] = {}
    for feature, share in contributions:
        if feature.text:
            key = (feature.field, feature.text)
            shares[key] = shares.get(key, 0.0) + share
    merged: dict[tuple[str, str], float] = {}
    telling = [item for item in shares.items() if item[1] >= SMALLEST]
    for (field, text), weight in sorted(telling, key=lambda item: (-len(item[0][1]), item[0])):
        home = next((key for key in merged if key[0] == field and text in key[1]), (field, text))
        merged[home] = merged.get(home, 0.0) + weight
    heaviest = sorted(merged.items(), key=lambda item: (-item[1], item[0]))[:MOST]
    return tuple(Deciding(text, field, round(weight, 4)) for (field, text), weight in heaviest)
