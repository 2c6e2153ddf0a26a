"""The help pages are Chinese throughout; every command has one, and the program says its version."""

from __future__ import annotations

import re
from importlib.metadata import version

import pytest

from cli.commands import COMMANDS

NAMES = list(COMMANDS)
ENGLISH = re.compile(r"\b(Usage|Options|Arguments|Commands|OPTIONS|ARGS|TEXT|INTEGER|FLOAT|PATH)\b|Show this|and exit|\[required|\[default")

each_page = pytest.mark.parametrize("words", [[], *([name] for name in NAMES)], ids=lambda words: " ".join(words) or "zhibiao")


@each_page
def test_help_holds_no_english_words_of_the_framework(words: list, zhibiao):
    assert ENGLISH.findall(zhibiao(*words, "--help").out) == []


@each_page
def test_help_opens_with_usage_and_lists_options(words: list, zhibiao):
    result = zhibiao(*words, "--help")
    assert result.status == 0
    assert result.out.startswith(f"用法：{' '.join(['zhibiao', *words])} [选项]")
    assert "选项:" in result.out
    assert "显示这页说明" in result.out


@each_page
def test_short_option_shows_the_same_page(words: list, zhibiao):
    assert zhibiao(*words, "-h").out == zhibiao(*words, "--help").out


@pytest.mark.parametrize("name", NAMES)
def test_every_option_of_a_command_is_explained_in_chinese(name: str, zhibiao):
    options = [line for line in zhibiao(name, "--help").out.partition("选项:")[2].splitlines() if line.lstrip().startswith("-")]
    assert options
    assert all(re.search(r"[\u4e00-\u9fff]{2}", line.split("  ", 2)[-1]) for line in options)


def test_program_without_a_command_shows_its_help(zhibiao):
    assert zhibiao() == zhibiao("--help")


@pytest.mark.parametrize("name", NAMES)
def test_help_of_the_program_lists_every_command(name: str, zhibiao):
    assert re.search(rf"^  {name} +[\u4e00-\u9fff]", zhibiao("--help").out, re.MULTILINE)


def test_version_is_that_of_the_package(zhibiao):
    assert zhibiao("--version").out == f"zhibiao {version('zhibiao')}\n"
