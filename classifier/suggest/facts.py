"""A project in, the quantities, prices and dates that its own words state out, each with the cell that it stands in.

Purposes say what tables leave out (防水820平方米、每套每月1200元): a number is only ever taken over as it is written, with its unit.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from classifier.analysis.normalise import is_han, normalise, squeeze
from classifier.analysis.segmentation import segmenter
from classifier.analysis.values import find_unit, unit_kind
from classifier.lazy import lazy_pattern
from classifier.suggest.wording import words
from classifier.types import Indicator, Location, Project, ValueKind

FIELD_NAMES = {"name": "项目名称", "purpose": "资金用途", "goal": "绩效目标"}

_CLAUSE = lazy_pattern(r"[^，。；,;]+")
_THOUSANDS = lazy_pattern(r"(?<=\d),(?=\d{3}(?!\d))")
_NUMBER = lazy_pattern(r"(?<![\d.])(\d+(?:\.\d+)?)余?")
_PER_BEFORE = lazy_pattern(r"每(?:[个名])?(人次|[^\d每]{1,2}?)(?=每|补|奖|发|计|付|租|按|约|\d|[^\d，、]{0,8}\d)")
_PER_AFTER = lazy_pattern(r"[/·]([^\d/·，。；、）)（(]{1,3})")
_BARE_RATE = lazy_pattern(r"([\u4e00-\u9fff]{2,14}率)(?:保持在|控制在|达到|不低于|不少于|达|不高于|为|≥|≤|在|=)*$")
_DATE = lazy_pattern(r"(?:(20\d\d)年)?(1[0-2]|0?[1-9])月(?:(\d{1,2})日|(底|末|上旬|中旬|下旬))?(?:之?前|以前)")
_BEFORE_NOUN = lazy_pattern(r"([\u4e00-\u9fff“”]{2,}?)(?:各|共|约|不少于|不低于|至少|数|达|计|为)*$")
_BETWEEN = lazy_pattern(r"[（(：:）)、“”]")
_YEAR = lazy_pattern(r"(?:19|20)\d\d")
_AFTER_A_YEAR = ("年度", "学年", "人", "个", "项")
"""Units that words begin with which often follow a year: 2023人民防空业务经费."""

_NO_QUANTITY = ("年", "月", "日", "时", "℃", "度", "毫米", "厘米", "倍", "分贝", "兆", "M", "级")
"""Units of dates, years and properties of a thing: nothing is counted in them."""

_NO_NUMBER_OF = ("第", "-", "—", "~", "至", "到")
"""What stands before an ordinal and before the end of a range."""

FEWEST, MOST = 2, 14
"""Characters of a noun."""


class Fact(NamedTuple):
    """A number that the project states of itself.

    Attributes:
        amount: the number.
        digits: as it is written.
        unit: its unit as written (人, 万元), without what it is counted by.
        per: what it is counted by (套, 月 for 每套每月1200元).
        kind: what sort of value it makes.
        noun: what is counted, "" where the words around it do not say.
        context: the words around it.
        source: the field and cell, for people.
    """

    amount: Decimal
    digits: str
    unit: str
    per: tuple[str, ...]
    kind: ValueKind
    noun: str
    context: str
    source: str

    @property
    def whole_unit(self) -> str:
        """The unit with what it is counted by: 元/套·月."""
        return self.unit + ("/" + "·".join(self.per) if self.per else "")


class StatedDate(NamedTuple):
    """A date by which the project says that something is done: the text with its year, all digits, those that stand there themselves, the clause, and where."""

    text: str
    digits: tuple[str, ...]
    own: tuple[str, ...]
    context: str
    source: str


def cell_name(location: Location | None) -> str:
    """A cell for people."""
    return f"表{location.table}第{location.row}行第{location.column}格" if location else "所给的行"


def project_facts(project: Project) -> tuple[Fact, ...]:
    """What the project's purpose, goal and name state, in this order; the same number of the same thing only once."""
    found: dict[tuple[Decimal, str, str], Fact] = {}
    for field in ("purpose", "goal", "name"):
        source = f"{FIELD_NAMES[field]}（{cell_name(project.locations.get(field))}）"
        for fact in text_facts(getattr(project, field), source):
            found.setdefault((fact.amount, fact.whole_unit, fact.noun), fact)
    return tuple(found.values())


def row_facts(indicator: Indicator, with_value: bool = False) -> tuple[Fact, ...]:
    """What a row's own name and description state, and its value where that is a sentence."""
    names = {"name": "三级指标", "description": "绩效指标描述"} | ({"value": "指标值"} if with_value else {})
    return tuple(
        fact for field, name in names.items() for fact in text_facts(getattr(indicator, field), f"{name}（{cell_name(indicator.locations.get(field))}）")
    )


def stated_dates(project: Project) -> tuple[StatedDate, ...]:
    """The dates before which goal or purpose say that something is done."""
    found = []
    for field in ("goal", "purpose"):
        text = squeeze(getattr(project, field))
        source = f"{FIELD_NAMES[field]}（{cell_name(project.locations.get(field))}）"
        for match in _DATE.finditer(text):
            year = match[1] or (str(project.year) if project.year else "")
            said = (f"{year}年" if year else "") + match[0].removeprefix(f"{match[1]}年")
            own = tuple(digit for digit in match.group(1, 2, 3) if digit)
            clause = next(part for part in _CLAUSE.finditer(text) if part.start() <= match.start() < part.end())[0]
            found.append(StatedDate(said, own if match[1] or not year else (year, *own), own, clause, source))
    return tuple(found)


@lru_cache(maxsize=4096)
def text_facts(text: str, source: str) -> tuple[Fact, ...]:
    """Every number with a unit in a text."""
    return tuple(fact for clause in _CLAUSE.findall(_THOUSANDS.sub("", normalise(text))) for fact in _clause_facts(clause, source))


def _clause_facts(clause: str, source: str) -> Iterator[Fact]:
    end = 0
    for match in _NUMBER.finditer(clause):
        tail = clause[match.end() :]
        unit, kind = _unit_at(tail)
        before, start = clause[end : match.start()], match.end() + len(unit)
        if kind is None or unit in _NO_QUANTITY or (_YEAR.fullmatch(match[1]) and unit in _AFTER_A_YEAR):
            continue
        if before.endswith(_NO_NUMBER_OF) and not before.endswith("达到"):
            end = start
            continue
        per, length = _per(before, clause[start:], kind)
        start += length
        rest = clause[start:]
        following = _NUMBER.search(rest)
        after = rest[: following.start()] if following else rest
        if before.endswith("各") or "、" in before.lstrip("、") or (kind == "count" and "每" in before):
            after = before = ""  # so many of each, or of several together: of no thing alone is it said
        noun = _rate_name(before) if kind == "percent" else _noun(before, after, kind)
        yield Fact(Decimal(match[1]), match[1], unit, per, kind, noun, clause, source)
        end = start


def _unit_at(tail: str) -> tuple[str, ValueKind | None]:
    """The unit at the start of a text and its kind; 万 and 亿 belong to the unit that follows them (1.2万台次)."""
    unit = find_unit(tail)
    if tail[:1] in ("万", "亿") and (counted := find_unit(tail[1:])) and len(counted) >= len(unit):
        return tail[0] + counted, unit_kind(counted)
    return unit, unit_kind(unit) if unit else None


def _per(before: str, rest: str, kind: ValueKind) -> tuple[tuple[str, ...], int]:
    """What a price is counted by: 每套每月 before it, or /台 behind it; and the length of what stands behind."""
    if kind != "money":
        return (), 0
    behind, length = [], 0
    while match := _PER_AFTER.match(rest[length:]):
        behind.append(find_unit(match[1]) or match[1])
        length += 1 + len(behind[-1])
    text = _BETWEEN.split(before)[-1] + "0"
    found = behind or [find_unit(text[match.start(1) :]) or match[1] for match in _PER_BEFORE.finditer(text)]
    return tuple(found), length


def _rate_name(before: str) -> str:
    match = _BARE_RATE.search(_BETWEEN.split(before)[-1])
    return _without_verb(match[1]) if match else ""


def _noun(before: str, after: str, kind: ValueKind) -> str:
    """What is counted: the words behind the number (26名书记员), else those before it (逆变焊机24台)."""
    if kind != "money" and (noun := _noun_behind(_BETWEEN.split(after)[0])):
        return noun
    match = _BEFORE_NOUN.search(_BETWEEN.split(before)[-1].partition("每")[0])
    if not match:
        return ""
    return _without_verb(match[1]) if kind == "money" else _last_noun(match[1])


def _noun_behind(text: str) -> str:
    """The noun phrase that a text begins with, up to the word with which a verb or a particle begins."""
    kept: list[str] = []
    for word in segmenter().cut(text.removeprefix("的")):
        if word == "、":
            return ""  # of several together
        if not is_han(word) or word.startswith(words("noun_ends")) or (kept and word in words("noun_openings")):
            break
        kept.append(word)
    return _sound("".join(kept))


def _last_noun(text: str) -> str:
    """The noun phrase that a text ends with: what stands behind its last verb or particle."""
    kept: list[str] = []
    for word in reversed(segmenter().cut(text)):
        if kept and word in words("noun_openings"):
            break
        kept.insert(0, word)
    return _sound(_without_verb("".join(kept)))


def _without_verb(text: str) -> str:
    """A noun phrase without the verbs and particles that open it."""
    kept = segmenter().cut(text)
    while len(kept) > 1 and kept[0] in words("noun_openings"):
        kept.pop(0)
    return _sound("".join(kept))


def _sound(noun: str) -> str:
    """A noun phrase that can stand in a name, else ""."""
    return noun if FEWEST <= len(noun) <= MOST and not noun.startswith(words("no_noun")) else ""
