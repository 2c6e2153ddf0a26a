"""What the tests of the command line share: running `zhibiao` in this process or in one of its own, and small drafts to run it on."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from cli.main import run
from tests.support.dump_builder import dump
from tests.support.repository import EXAMPLE

HEADER = ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据")
SOUND_ROWS = (
    ("产出指标", "数量指标", "培训乡镇干部人数", "全年参加培训班的乡镇干部人数", "≥120人", "培训签到册"),
    ("产出指标", "质量指标", "参训干部结业考试合格率", "考试合格的参训干部人数÷参训干部总人数", "≥95%", "考试成绩单"),
    ("产出指标", "成本指标", "培训班总成本", "培训班全部支出", "≤12万元", "部门预算"),
    ("效益指标", "社会效益指标", "参训干部持证上岗人数", "培训后取得岗位证书的乡镇干部人数", "≥100人", "证书发放登记册"),
    ("满意度指标", "服务对象满意度指标", "参训干部满意度", "对培训表示满意的参训干部÷被调查的参训干部", "≥90%", "问卷"),
)
SLOGAN = ("效益指标", "生态效益指标", "生态效益增长率", "", "≥95%", "")
CAPPED = ("产出指标", "数量指标", "培训场次", "培训班场次", "≤3场", "培训计划")

Row = tuple[str, ...]


class Result(NamedTuple):
    """What a call left behind."""

    status: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The only line on stderr: a Chinese sentence, and no fault of the program's own."""
        (line,) = self.err.splitlines()
        assert re.search(r"[\u4e00-\u9fff]", line)
        assert "Traceback" not in line
        assert "程序出错" not in line
        return line


@pytest.fixture
def zhibiao(monkeypatch, capsys) -> Callable[..., Result]:
    """Run a command in this process; `stdin` is what it may read."""

    def call(*args: str | Path, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["zhibiao", *map(str, args)])
        monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))  # else usage names the runner of the tests
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            run()
        return Result(left.value.code, *capsys.readouterr())

    return call


@pytest.fixture(scope="session")
def shell() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the installed program in a process of its own."""
    program = shutil.which("zhibiao", path=sysconfig.get_path("scripts"))
    assert program, "the package is not installed: pip install -e ."

    def call(*args: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        surroundings = {**os.environ, "PYTHONIOENCODING": "utf-8", **environment}
        return subprocess.run([program, *map(str, args)], input=stdin, capture_output=True, env=surroundings, check=False)

    return call


@pytest.fixture(scope="session")
def example() -> Path:
    """The real draft of 21 projects."""
    return EXAMPLE


@pytest.fixture
def write_draft(tmp_path: Path) -> Callable[..., Path]:
    """Write a draft of one training project with the given rows, as a text dump."""

    def write_draft(*rows: Row, name: str = "draft.txt") -> Path:
        head = (("项目名称", "2024年乡镇干部培训班经费"), ("预算数", "12.00", "其中：财政资金", "12.00"))
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dump(head, (HEADER, *rows)), encoding="utf-8")
        return path

    return write_draft


@pytest.fixture
def clean(write_draft: Callable[..., Path]) -> Path:
    """A draft in which nothing is wrong."""
    return write_draft(*SOUND_ROWS, name="clean.txt")


@pytest.fixture
def faulty(write_draft: Callable[..., Path]) -> Path:
    """A draft with a capped quantity (D001, row 6) and a slogan (W001 to W003, row 7)."""
    return write_draft(*SOUND_ROWS, CAPPED, SLOGAN, name="faulty.txt")


@pytest.fixture
def truncated(tmp_path: Path) -> Path:
    """The first half of a Word file, as a broken transfer leaves it."""
    path = tmp_path / "半截.docx"
    whole = EXAMPLE.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


@pytest.fixture
def tableless(tmp_path: Path) -> Path:
    """A sound Word file without a table."""
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    path = tmp_path / "通知.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{namespace}"><w:body><w:p><w:r><w:t>通知</w:t></w:r></w:p></w:body></w:document>')
    return path
