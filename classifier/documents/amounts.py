"""The text of an amount in, the amount as a number out."""

from __future__ import annotations

import re
from decimal import Decimal

from classifier.money import convert

_AMOUNT = re.compile(r"^([-+]?\d[\d,，]*(?:\.\d+)?)\s*(元|千元|万元|亿元)?$")


def parse_amount(text: str, unit: str, written_in: str = "") -> Decimal | None:
    """An amount cell as a number.

    Args:
        text: the cell.
        unit: the money unit of the result (元, 千元, 万元, 亿元).
        written_in: the unit of a number that carries none itself; `unit` if empty.

    Returns:
        The amount, None where the cell is blank or no number.
    """
    match = _AMOUNT.match(text.strip())
    if not match:
        return None
    amount = Decimal(match[1].replace(",", "").replace("，", ""))
    own = match[2] or written_in or unit
    if own == unit:
        return amount
    converted = convert(amount, own, unit).normalize()
    return converted.quantize(Decimal(1)) if converted == converted.to_integral_value() else converted
