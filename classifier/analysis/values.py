"""The text of a 指标值 cell in, its sign, number, unit and kind out.

Finance systems print a value as sign + number + unit joined, and units type sentences into any of the three; what cannot
be a number is never made into one.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from classifier.analysis.normalise import normalise
from classifier.strict import check_keys, load_toml
from classifier.types import Value, ValueKind

_UNITS = Path(__file__).with_name("units.toml")
_GRADES = Path(__file__).with_name("grades.toml")
_UNIT_KEYS = {"money": list, "percent": list, "time": list, "count": list, "percent_words": list}
_GRADE_KEYS = {"signs": list, "suffixes": list, "periods": list}

_SIGN = re.compile(r"\s*(>=|<=|=>|=<|[≥≤><=±])\s*")
_SIGN_NAMES = {">=": "≥", "=>": "≥", "<=": "≤", "=<": "≤"}
_NUMBER = re.compile(r"\s*([-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+]?\d{1,3}(?: \d{3})+(?!\d)(?:\.\d+)?|[-+]?\d+(?:\.\d+)?)")
_POWER = re.compile(r"\s*[×xX*·]\s*10(?:\^(-?\d{1,2})|([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))|[eE]([-+]?\d{1,2})(?![a-zA-Z])")
_SUPERSCRIPT = re.compile(r"[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_FRACTION = re.compile(r"\s*/\s*\d")
_OPENING_YEAR = re.compile(r"^(?:20|19)\d\d\s*年度?(?=\s*(?:不|至少|≥|≤|>|<))")
_NAMED = re.compile(r"(?:[≥≤><=]|不低于|不少于|不超过)?\d[\d,.]*(?=[^\d]{0,6}$)")
_RANGE = re.compile(r"\s*(?:-{1,2}|—{1,2}|~|至|到)\s*(\d+(?:\.\d+)?)")
_DATE = re.compile(
    r"(?:20|19)\d\d\s*年(?!以|度?\s*(?:不|≥|≤))"  # 2023年…; not a year that only opens a sentence about a count
    r"|(?:20|19)\d\d\s*[.\-/]\s*(?:0?[1-9]|1[0-2])(?!\d)(?:\s*[.\-/]\s*\d{1,2})?(?=\s*(?:$|[月日前底至到止起完-]|—|~))"
    r"|(?:20|19)\d\d\s*[-—~至]+\s*(?:20|19)\d\d\s*年"
    r"|(?<!\d)(?:0?[1-9]|1[0-2])\s*月\s*(?:\d{1,2}\s*[日号]|底|末|初|中旬|上旬|下旬|份|之?前|以前|至|到|-|—|$)"
    r"|年底|年末|月底|\d{1,2}[日号]之?前|第?[一二三四1-4]季度(?:末|前|底|$)|[上下]半年"
)


@cache
def _units() -> dict[str, ValueKind]:
    """Every known unit and the kind of value that it makes."""
    data = load_toml(_UNITS)
    check_keys(data, _UNIT_KEYS, (), _UNITS, "")
    kinds: tuple[ValueKind, ...] = ("count", "time", "percent", "money")
    return {unit: kind for kind in kinds for unit in data[kind]}


@cache
def _percent_words() -> tuple[str, ...]:
    return tuple(load_toml(_UNITS)["percent_words"])


@cache
def _grades() -> tuple[list[list[str]], list[list[str]], frozenset[str]]:
    data = load_toml(_GRADES)
    check_keys(data, _GRADE_KEYS, (), _GRADES, "")
    return data["signs"], data["suffixes"], frozenset(data["periods"])


@cache
def _longest() -> int:
    return max(map(len, _units()))


def find_unit(text: str) -> str:
    """The longest known unit at the start of a text, "" where none stands there."""
    for length in range(min(len(text), _longest()), 0, -1):
        if text[:length] in _units():
            return text[:length]
    return ""


def unit_kind(unit: str) -> ValueKind | None:
    """The kind of value that a unit makes (元/人·月 is money, by its first part); None for what is no unit."""
    return _units().get(find_unit(unit.split("/")[0]) or find_unit(unit))


@lru_cache(maxsize=50_000)
def parse_value(text: str) -> Value:
    """Take a value apart.

    Args:
        text: the cell as written.

    Returns:
        The parts; `amount` is the number as written, so 0.97比例 stays 0.97 and 95百分比 stays 95.
    """
    plain = normalise(text).strip()
    if not plain.strip("/-—…._。、* "):
        return Value(text, "", None, "", "", "empty")
    if plain in _grades()[2]:
        return Value(text, "", None, "", "", "time")
    sign, rest = _take_sign(_OPENING_YEAR.sub("", plain))
    if _is_date(rest):
        return Value(text, sign, None, "", "", "date")
    number = _NUMBER.match(rest)
    if not number:
        return Value(text, "", None, "", "", "qualitative")
    amount, tail = _take_power(Decimal(number[1].replace(",", "").replace(" ", "")), rest[number.end() :])
    if _FRACTION.match(tail):
        return Value(text, _take_suffix(sign, tail.strip())[0], None, tail.strip(), "", "percent")  # 2/3: a share whose number is not written
    if bounds := _RANGE.match(tail):
        tail = tail[bounds.end() :]
    sign, tail = _take_suffix(sign, tail.strip())
    measure, kind = _measure(tail)
    return Value(text, sign, amount, tail, measure, kind)


def value_in_name(name: str) -> Value:
    """The value that stands at the end of a name (年度资金支付完成率100%, 完成道路建设491米); an empty one where none does."""
    plain = normalise(name).rstrip(" ()*")
    start = max((match.start() for match in _NAMED.finditer(plain)), default=-1)
    found = parse_value(plain[start:]) if start > 0 else parse_value("")
    return found if found.measure or not found.unit else parse_value("")


def _take_sign(text: str) -> tuple[str, str]:
    """The leading sign, in symbols or words, and what follows; of two signs the first holds."""
    sign = ""
    while True:
        if match := _SIGN.match(text):
            sign, text = sign or _SIGN_NAMES.get(match[1], match[1]), text[match.end() :]
            continue
        for word, meaning in _grades()[0]:
            if text.startswith(word) and (len(text) > len(word)) and (text[len(word)].isdigit() or text[len(word)] in "≥≤=<> "):
                sign, text = sign or meaning, text[len(word) :]
                break
        else:
            return sign, text


def _take_power(amount: Decimal, tail: str) -> tuple[Decimal, str]:
    """A number with the power of ten that follows it (1.2×10⁴, 1e4, 10⁴), and the rest."""
    if found := _POWER.match(tail):
        exponent = found[1] or (found[2] or "").translate(_RAISED) or found[3]
        return amount.scaleb(int(exponent)), tail[found.end() :]
    if amount == 10 and (found := _SUPERSCRIPT.match(tail)):  # noqa: PLR2004  # the base of a power that stands alone
        return Decimal(10) ** int(found[0].translate(_RAISED)), tail[found.end() :]
    return amount, tail


def _take_suffix(sign: str, tail: str) -> tuple[str, str]:
    """Turn 以上, 以内 … after the unit into a sign, where none came before."""
    for word, meaning in _grades()[1]:
        if word + "/" in tail:
            return sign or meaning, tail.replace(word + "/", "/").strip()
        if tail.endswith(word):
            return sign or meaning, tail[: -len(word)].strip()
        if tail.startswith(word):
            return sign or meaning, tail[len(word) :].strip()
    return sign, tail


def _is_date(text: str) -> bool:
    if text.endswith("元"):
        return False  # 2012.5-2013.5万元 only looks like months
    match = _DATE.match(text) or (_DATE.search(text) if not _NUMBER.match(text) else None)
    return match is not None


def _measure(tail: str) -> tuple[str, ValueKind]:
    """The standard unit in what follows the number, and the kind of value.

    A known unit at the start counts where the text ends with it or a compound or a bracket follows; otherwise the text was
    typed into the unit column, and its end tells what was meant (经费总成本12.56万元, 质量达标占百分比).
    """
    tail = tail.strip()
    if not tail:
        return "", "count"
    if tail[0] in "%‰":
        return tail[0], "percent"
    unit = find_unit(tail)
    rest = tail[len(unit) :]
    if unit and (not rest or rest[0] in "/·(（,，;；、。. "):
        measure = tail if rest[:1] in ("/", "·") else unit
        return measure, _units()[unit]
    for start in range(1, len(tail)):
        if tail[start:] in _units() and tail[start - 1].isdigit():
            return tail[start:], _units()[tail[start:]]
    if tail.endswith(_percent_words()):
        return "", "percent"
    return "", "count"
