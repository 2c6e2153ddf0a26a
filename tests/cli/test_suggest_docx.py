"""`zhibiao suggest --format docx`: a whole table into a Word file, and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest


def test_word_file_holds_the_redrafted_table(zhibiao, example: Path, tmp_path: Path):
    target = tmp_path / "重拟.docx"
    assert zhibiao("suggest", example, "--project", "13", "--format", "docx", "-o", target) == (0, "", "")
    names = [row["suggestions"][0]["name"] for row in json.loads(zhibiao("suggest", example, "--project", "13", "--format", "json").out)["rows"]]
    table = docx.Document(str(target)).tables[0]
    shown = [row.cells[2].text for row in table.rows][1:]
    assert shown
    assert set(shown) <= set(names)


def test_word_file_can_be_read_as_a_draft_again(zhibiao, example: Path, tmp_path: Path):
    zhibiao("suggest", example, "--project", "13", "--format", "docx", "-o", tmp_path / "重拟.docx")
    assert "人防警报器单位成本" in zhibiao("read", tmp_path / "重拟.docx").out


def test_two_runs_give_the_same_word_file(shell, example: Path, tmp_path: Path):
    for seed in ("1", "2"):
        shell("suggest", example, "--project", "13", "--format", "docx", "-o", tmp_path / seed, PYTHONHASHSEED=seed)
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes() != b""


def test_word_file_is_written_whole_or_not_at_all(zhibiao, example: Path, tmp_path: Path):
    (tmp_path / "文件夹").mkdir()
    result = zhibiao("suggest", example, "--project", "13", "--format", "docx", "-o", tmp_path / "文件夹")
    assert result.status == 2
    assert "写不进去" in result.complaint
    assert [path.name for path in tmp_path.rglob("*")] == ["文件夹"]


WHOLE = ["suggest", "{draft}", "--project", "1", "--format", "docx"]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (WHOLE, "请用 --output 写明存到哪里"),
        ([*WHOLE, "-o", "{draft}"], "就是草案本身"),
        ([*WHOLE, "-o", "{target}", "--row", "1"], "只写整张表"),
        (["suggest", "--name", "满意度", "--format", "docx", "-o", "{target}"], "只写整张表"),
        (["suggest", "-", "--format", "docx", "-o", "{target}"], "只写整张表"),
        (["suggest", "--interactive", "--format", "docx", "-o", "{target}"], "只写整张表"),
    ],
    ids=["no output", "over the draft", "a row", "a row by options", "rows on stdin", "conversation"],
)
def test_word_file_of_anything_but_a_whole_table_to_a_file_is_refused(call: list, said: str, zhibiao, clean: Path, tmp_path: Path):
    before, target = clean.read_bytes(), tmp_path / "a.docx"
    result = zhibiao(*(word.format(draft=clean, target=target) for word in call))
    assert result.status == 2
    assert said in result.complaint
    assert clean.read_bytes() == before
    assert not target.exists()


@pytest.mark.parametrize("format", ["text", "json"])
def test_other_formats_do_not_load_the_word_library(format: str, example: Path):
    code = "import atexit, sys; atexit.register(lambda: print(*sys.modules.keys() & {'docx', 'lxml'}, file=sys.stderr)); from cli.main import run; run()"
    call = [sys.executable, "-c", code, "suggest", str(example), "--project", "13", "--format", format]
    assert subprocess.run(call, capture_output=True, check=True).stderr.strip() == b""
