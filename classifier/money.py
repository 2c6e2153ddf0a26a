"""An amount in one money unit in, the same in another out; the units that tables are written in."""

from __future__ import annotations

from decimal import Decimal

TEN_THOUSANDS = {
    "元": Decimal("0.0001"),
    "千元": Decimal("0.1"),
    "万元": Decimal(1),
    "万": Decimal(1),
    "百万元": Decimal(100),
    "亿元": Decimal(10000),
    "亿": Decimal(10000),
}
"""What one of each money unit is in 万元."""


def convert(amount: Decimal, unit: str, wanted: str = "万元") -> Decimal:
    """An amount in another money unit; both are keys of TEN_THOUSANDS."""
    return amount * TEN_THOUSANDS[unit] / TEN_THOUSANDS[wanted]
