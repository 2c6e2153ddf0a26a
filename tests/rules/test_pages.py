"""What every rule carries: a file of its own named after it, its reasons in Chinese, and examples enough to prove it."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

import classifier.rules
from classifier.findings import SEVERITIES
from classifier.rules.base import Rule
from classifier.rules.catalogue import load_rules
from classifier.scoring import ITEMS

RULES = list(load_rules().values())
FOLDER = Path(classifier.rules.__path__[0])
CHINESE = re.compile(r"[\u4e00-\u9fff]")

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@each_rule
def test_file_name_is_the_code_and_the_name(rule: Rule):
    assert Path(inspect.getfile(type(rule))).stem == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"


@each_rule
def test_docstring_opens_with_the_code(rule: Rule):
    assert inspect.getmodule(rule).__doc__.startswith(f"{rule.code}: ")


@each_rule
def test_code_is_a_letter_and_three_digits(rule: Rule):
    assert re.fullmatch(r"[A-Z]\d{3}", rule.code)


@each_rule
@pytest.mark.parametrize("attribute", ["title", "why", "regulation", "mend"])
def test_what_a_reviewer_reads_is_there_and_chinese(rule: Rule, attribute: str):
    assert CHINESE.search(getattr(rule, attribute))


@each_rule
@pytest.mark.parametrize("attribute", ["why", "mend"])
def test_reason_and_remedy_are_whole_sentences(rule: Rule, attribute: str):
    assert getattr(rule, attribute).endswith("。")


@each_rule
def test_severity_is_one_of_the_three(rule: Rule):
    assert rule.severity in SEVERITIES


@each_rule
def test_dimension_is_an_item_of_the_review_sheet(rule: Rule):
    assert rule.dimension in ITEMS


@each_rule
def test_has_one_bad_and_two_good_examples_at_least(rule: Rule):
    assert len(rule.bad) >= 1
    assert len(rule.good) >= 2


@each_rule
def test_explains_only_rules_that_exist(rule: Rule):
    assert set(rule.explains) <= load_rules().keys() - {rule.code}


def test_every_rule_file_is_in_the_catalogue():
    files = [path for path in FOLDER.glob("*/*.py") if re.match(r"[a-z]\d", path.stem)]
    assert len(files) == len(RULES)


def test_no_two_rules_share_a_name_or_a_title():
    assert len({rule.name for rule in RULES}) == len({rule.title for rule in RULES}) == len(RULES)


def test_catalogue_is_in_the_order_of_the_codes():
    assert list(load_rules()) == sorted(load_rules())
