"""A project kind in, its good indicators out: one TOML file a kind, checked strictly when it is read."""

import re
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from classifier.analysis.kinds import load_kinds
from classifier.analysis.places import PLACES
from classifier.errors import DataError
from classifier.strict import check_keys, find_line, load_toml, parse_toml

FOLDER = Path(__file__).with_name("library")
GENERAL = Path(__file__).with_name("general.toml")
ENTRY = "[[entry]]"
OBJECTS = Path(__file__).with_name("objects.toml")

Fill = Literal["budget", "unit_price", "count", "deadline", "usual", "regulation", "ask", "state", "zero", "whole"]

NEEDS: dict[str, tuple[str, ...]] = {
    "budget": (),
    "unit_price": ("question",),
    "count": ("question",),
    "deadline": ("question",),
    "usual": ("amount", "low", "high", "reason"),
    "regulation": ("amount", "document"),
    "ask": ("question",),
    "state": ("text",),
    "zero": (),
    "whole": ("amount",),
}
"""The keys that each way of filling a value needs besides those of every entry."""

_TEXTS = ("id", "level2", "name", "description", "sign", "unit", "fill", "basis", "why", "source")
_LISTS = ("words", "when", "unless")
_OPTIONAL = ("object", "amount", "low", "high", "reason", "document", "text", "question")
_KEYS = {**dict.fromkeys((*_TEXTS, *_OPTIONAL), str), **dict.fromkeys(_LISTS, list)}


class Entry(NamedTuple):
    """A good indicator of one kind of project.

    Attributes:
        id: kind, place and running number.
        level2: the standard 二级指标.
        name, description: patterns; {object} stands for the project's own thing, {title} for its title with what is done.
        sign, unit: how the value is written.
        fill: where its number comes from.
        basis: the evidence to name.
        words: the drafter's words that it answers to.
        when, unless: words of the project without which, or with which, it does not apply.
        why: one Chinese sentence for the drafter.
        source: the regulation or practice behind it.
        object: the noun for {object} where the project names none.
        amount, low, high, reason: a usual value, its range, and why.
        document: the regulation that sets the amount.
        text: the state that is the value.
        question: what to ask the drafter where the draft does not answer.
    """

    id: str
    level2: str
    name: str
    description: str
    sign: str
    unit: str
    fill: Fill
    basis: str
    why: str
    source: str
    words: tuple[str, ...]
    when: tuple[str, ...]
    unless: tuple[str, ...]
    object: str = ""
    amount: str = ""
    low: str = ""
    high: str = ""
    reason: str = ""
    document: str = ""
    text: str = ""
    question: str = ""


class Shelf(NamedTuple):
    """What the library holds for one kind at one place (all of them where none was asked for): its entries, why some 二级指标 should not be set, and
    which entries are the bureau's own.
    """

    entries: tuple[Entry, ...]
    discouraged: dict[str, str]
    own: frozenset[str] = frozenset()


EMPTY = Shelf((), {})


@cache
def load_shelf(kind: str, own: Path | None = None, place: str = "") -> Shelf:
    """The entries of a kind.

    Args:
        kind: its code.
        own: a bureau's own folder of the same form; its entries come before the shipped ones and stand for those of the same id.
        place: read no more than the entries of this 二级指标; of the bureau's own files the whole is always read and checked.

    Returns:
        The shelf; an empty one for a kind without a file.

    Raises:
        DataError: a file breaks its form, or the folder has no file that is named after a kind.
    """
    shipped = _read_shelf(FOLDER / f"{kind}.toml", place) if kind else EMPTY
    if own is None:
        return shipped
    if not any(path.stem in load_kinds() for path in own.glob("*.toml")):
        raise DataError(f"{own} 里没有以项目类别命名的文件（如 K05.toml），请检查 --library")
    added = _read_shelf(own / f"{kind}.toml") if kind else EMPTY
    ids = {entry.id for entry in added.entries}
    return Shelf(added.entries + tuple(entry for entry in shipped.entries if entry.id not in ids), {**shipped.discouraged, **added.discouraged}, frozenset(ids))


@cache
def load_general(place: str = "") -> Shelf:
    """The entries for projects of any kind, by what is done in them."""
    return _read_shelf(GENERAL, place)


def load_library() -> None:
    """Read the whole shipped library, for a session of many questions."""
    for place in PLACES:
        load_general(place)
        for kind in load_kinds():
            load_shelf(kind, None, place)


def _read_shelf(path: Path, place: str = "") -> Shelf:
    """A file of the library; with a place only its tables are parsed, at a tenth of the cost of the whole."""
    if not path.is_file():
        return EMPTY
    data = _tables_of(path, place) if place else load_toml(path)
    check_keys(data, {"kind": str, "discouraged": list, "entry": list}, ("discouraged",), path, "")
    for item in data.get("discouraged", ()):
        check_keys(item, {"level2": str, "why": str}, (), path, "")
    entries = tuple(_entry(table, path, position) for position, table in enumerate(data["entry"]))
    if len({entry.id for entry in entries}) != len(entries):
        raise DataError(f"{path}：有两条指标的 id 相同")
    return Shelf(entries, {item["level2"]: item["why"] for item in data.get("discouraged", ())})


def _tables_of(path: Path, place: str) -> dict[str, Any]:
    """The head of a file and those of its tables that are for a place."""
    head, *tables = path.read_text(encoding="utf-8").split(f"\n{ENTRY}\n")
    wanted = [table for table in tables if f'\nlevel2 = "{place}"\n' in "\n" + table]
    return parse_toml(f"\n{ENTRY}\n".join((head, *wanted)), path) | ({} if wanted else {"entry": []})


def _entry(table: dict[str, object], path: Path, position: int) -> Entry:
    check_keys(table, _KEYS, _OPTIONAL, path, ENTRY, position)
    if fault := _fault(table):
        raise DataError(f"{path} 第{find_line(path, ENTRY, position)}行：{fault}")
    lists = {key: tuple(str(word) for word in table[key]) for key in _LISTS}  # type: ignore[attr-defined]
    return Entry(**{**table, **lists})  # type: ignore[arg-type]


def _fault(table: dict[str, object]) -> str:
    """What is wrong with an entry beyond its keys and types, "" for nothing."""
    fill = str(table["fill"])
    if fill not in NEEDS:
        return f"fill 应为 {'、'.join(NEEDS)} 之一"
    if missing := [key for key in NEEDS[fill] if not table.get(key)]:
        return f"fill 为 {fill} 时要有 {'、'.join(missing)}"
    if table["level2"] not in PLACES:
        return f"level2“{table['level2']}”不是标准的二级指标"
    if re.search(r"\{(?:object|title)\}", f"{table['name']}{table['description']}{table['basis']}") and not table.get("object"):
        return "用了 {object} 或 {title} 就要写 object"
    return ""


@cache
def find_object(kind: str, work: str) -> str:
    """The thing that a project of a kind is about, as its name or purpose calls it; "" where neither names one."""
    data = load_toml(OBJECTS)
    check_keys(data, dict.fromkeys(data, list), (), OBJECTS, "")
    found = [word for word in data.get(kind, ()) if word in work]
    return str(max(found, key=len)) if found else ""
