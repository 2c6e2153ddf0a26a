"""A project in, the items of work that its name and purpose list out, and the noun by which its own thing is called."""

from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from classifier.analysis.normalise import is_han, squeeze
from classifier.analysis.segmentation import segmenter
from classifier.lazy import lazy_pattern
from classifier.suggest.library import find_object
from classifier.suggest.matching import content_pairs, shared
from classifier.suggest.wording import actions, words
from classifier.types import Project, ProjectAnalysis

LONGEST_NOUN, LONGEST_TITLE = 12, 14
MOST_ITEMS = 5
FEWEST = 2
"""Characters of what a verb of work is done to."""

_PREFIX = lazy_pattern(r"^[^-—–－]{2,12}[-—–－]+")
_YEAR = lazy_pattern(r"(?:19|20)\d\d年?度?(?:财政|部门)?")
_TITLE = lazy_pattern(r"(?:专项)?(?:补助|保障|工作|业务)?(?:资金|经费|项目|费用|费|专项|款)+$")
_REMARK = lazy_pattern(r"[（(][^（）()]*[）)]")
_COUNT = lazy_pattern(r"\d+[处个座台条套家所栋间]")
_MARKS = lazy_pattern(r"[、“”《》]")
_ANY_DIGIT = lazy_pattern(r"\d")
_CLAUSE_END = lazy_pattern(r"[，,；;。]")
_AMOUNT = lazy_pattern(r"\d+(?:\.\d+)?[^\d]{0,3}$")
_LIST = lazy_pattern(r"[、，,；;。]|以及|及其|和|与|及")


class Item(NamedTuple):
    """An item of work: its words as listed, and the group of verbs that it is told by."""

    text: str
    verbs: tuple[str, ...]


@lru_cache(maxsize=1024)
def title_of(name: str) -> str:
    """A project's name without department, year, remarks and 资金."""
    text = _REMARK.sub("", squeeze(name))
    text = _YEAR.sub("", _PREFIX.sub("", text)).strip("-—–－·")
    return _TITLE.sub("", text) or text


def opening_of(purpose: str) -> str:
    """The first clause of a purpose, without remarks: what is done, before means and costs."""
    return _CLAUSE_END.split(squeeze(_REMARK.sub("", purpose)))[0]


def work_items(project: Project) -> tuple[Item, ...]:
    """The items of work that the name and the first clause of the purpose list (官网运行维护、等保测评、升级改造 are three), at most MOST_ITEMS of different
    verbs; what comes later in a purpose are means and costs.
    """
    found = _items(title_of(project.name), alone=True)
    for verbs, item in _items(opening_of(project.purpose), alone=False).items():
        found.setdefault(verbs, item)
    return tuple(found.values())[:MOST_ITEMS]


def _items(text: str, alone: bool) -> dict[tuple[str, ...], Item]:
    """The parts of a list that begin or end with a verb of work; in a purpose the verb does not stand alone."""
    found: dict[tuple[str, ...], Item] = {}
    for part in (_AMOUNT.sub("", part) for part in _LIST.split(text)):
        bare = _without_opening(part)
        for group in actions():
            verb = next((verb for verb in group if bare.startswith(verb) or bare.endswith(verb)), "")
            if verb and (alone or len(bare) - len(verb) >= FEWEST):
                found.setdefault(group, Item(bare, group))
                break
    return found


def _without_opening(part: str) -> str:
    for opening in ("用于", "开展", "组织", "完成", "做好", "进行", "实施", "支付"):
        part = part.removeprefix(opening)
    return part.removesuffix("等").removesuffix("工作")


def holds_action(text: str) -> bool:
    """Whether a text says what is done."""
    return any(verb in text for group in actions() for verb in group)


def answers(item: Item, wording: str) -> bool:
    """Whether a wording speaks of the verb of an item of work."""
    return any(verb in wording for verb in item.verbs)


def lacking(project: ProjectAnalysis, wordings: Iterable[str]) -> tuple[Item, ...]:
    """The items of a project's work that none of the wordings speaks of: by its verb, or by its thing where the wording says no other work (设备校准 is no
    安装); of a single item any of the project's things will do.
    """
    said, items, head = tuple(wordings), work_items(project.project), project.project
    everything = head.name + "\n" + head.purpose
    return tuple(item for item in items if not any(_covers(wording, item, everything if len(items) == 1 else item.text) for wording in said))


def _covers(wording: str, item: Item, thing: str) -> bool:
    return answers(item, wording) or (not holds_action(wording) and shared(thing, wording) > 0)


def object_of(project: ProjectAnalysis, kind: str, fallback: str) -> str:
    """What the project's own thing is called: by a noun known for its kind in its title or in what its purpose says first, else the fallback, which is of
    the sort that the entry speaks of.
    """
    head = project.project
    return find_object(kind, title_of(head.name)) or find_object(kind, opening_of(head.purpose)) or fallback


def work_title(project: ProjectAnalysis, fallback: str) -> str:
    """The project's title with what is done in it (水库坝体蚁害防治), for wordings that measure the work; the fallback where it is too long or says nothing."""
    nouns = frozenset(words("title_ends")) - {verb for group in actions() for verb in group}
    return _shortened(_COUNT.sub("", title_of(project.project.name)), LONGEST_TITLE, nouns) or fallback


def own_noun(project: ProjectAnalysis, fallback: str) -> str:
    """The project's own thing for a general wording: its title without the verbs that end it, else the fallback."""
    return _own_title(title_of(project.project.name)) or fallback


@lru_cache(maxsize=1024)
def _own_title(title: str) -> str:
    """A title without the verbs at its end, "" where nothing telling or nothing short enough is left."""
    return _shortened(title, LONGEST_NOUN, _title_ends())


def _shortened(title: str, longest: int, ends: Collection[str]) -> str:
    """A title without the words that may end it; of one that is too long its first part."""
    kept = segmenter().cut(title if len(title) <= LONGEST_TITLE else title.split("、")[0])
    while len(kept) > 1 and (kept[-1] in ends or (kept[-1][:2] in ends and kept[-1][2:] in ends)):
        kept.pop()
    noun = "".join(kept)
    telling = FEWEST <= len(noun) <= longest and content_pairs(noun) and not _ANY_DIGIT.search(noun)
    return noun if telling and is_han(_MARKS.sub("", noun)) else ""


@cache
def _title_ends() -> frozenset[str]:
    """Words that end a title and are no part of the thing itself."""
    return frozenset((*words("title_ends"), *(verb for group in actions() for verb in group), "及", "和", "与", "的"))
