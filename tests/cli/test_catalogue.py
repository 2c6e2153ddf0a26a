"""`rules` lists every code once; `explain` has a page for each, made of what the rule says of itself."""

from __future__ import annotations

import pytest

from classifier.analysis.cues import load_cues
from classifier.analysis.cues.project import PROJECT_CUES
from classifier.model.labels import PAGES
from classifier.rules.catalogue import load_rules
from tests.support.repository import REPOSITORY

RULES, CUES = load_rules(), load_cues()
CODES = [*RULES, *(page.code for page in PAGES), *sorted([*CUES, *PROJECT_CUES])]


@pytest.fixture(scope="module")
def pages() -> dict:
    return {**RULES, **{page.code: page for page in PAGES}}


def test_no_code_means_two_things():
    assert len(set(CODES)) == len(CODES)


def test_catalogue_lists_every_code_once(zhibiao):
    listed = [line.split()[0] for line in zhibiao("rules").out.splitlines() if line.startswith("  ")]
    assert listed == CODES


@pytest.mark.parametrize("code", [*RULES, *(page.code for page in PAGES)])
def test_catalogue_gives_the_title(code: str, zhibiao, pages: dict):
    (line,) = [line for line in zhibiao("rules").out.splitlines() if line.startswith(f"  {code} ")]
    assert pages[code].title in line
    assert pages[code].name in line


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str, zhibiao):
    result = zhibiao("explain", code)
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith(f"{code} ")


@pytest.mark.parametrize("code", [*RULES, *(page.code for page in PAGES)])
def test_page_says_why_how_to_mend_and_by_which_regulation(code: str, zhibiao, pages: dict):
    text = zhibiao("explain", code).out
    assert all(said in text for said in (pages[code].why, pages[code].mend, pages[code].regulation, pages[code].dimension))


@pytest.mark.parametrize("code", RULES)
def test_page_shows_all_examples(code: str, zhibiao):
    lines = zhibiao("explain", code).out.splitlines()
    assert sum(line.startswith("坏例：") for line in lines) == len(RULES[code].bad)
    assert sum(line.startswith("好例：") for line in lines) == len(RULES[code].good)


@pytest.mark.parametrize("code", CUES)
def test_page_of_a_cue_shows_what_sets_it_off_and_what_does_not(code: str, zhibiao):
    lines = zhibiao("explain", code).out.splitlines()
    assert sum(line.startswith("命中：") for line in lines) == len(CUES[code].hits) > 0
    assert sum(line.startswith("不算：") for line in lines) == len(CUES[code].misses) > 0


@pytest.mark.parametrize("code", ["n003", "n011"])
def test_explanation_names_the_rules_that_it_explains(code: str, zhibiao):
    assert f"不单独报出，作为 {'、'.join(RULES[code.upper()].explains)} 的说明" in zhibiao("explain", code).out


@pytest.mark.parametrize("code", ["n001", " N001 ", "w002"])
def test_code_may_be_typed_carelessly(code: str, zhibiao):
    assert zhibiao("explain", code).out == zhibiao("explain", code.strip().upper()).out


def test_manual_holds_the_pages_of_the_rules_as_they_are(zhibiao):
    assert (REPOSITORY / "docs" / "rules.md").read_text(encoding="utf-8") == zhibiao("rules", "--format", "markdown").out


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_manual_names_every_option_and_example(rule, zhibiao):
    page = zhibiao("rules", "--format", "markdown").out.partition(f"## {rule.code} ")[2].partition("\n## ")[0]
    assert [option for option in rule.options if f"`{option} = " not in page] == []
    assert page.count("- 坏例：") == len(rule.bad)
    assert page.count("- 好例：") == len(rule.good)
