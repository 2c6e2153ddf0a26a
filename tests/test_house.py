"""The house keeps its shape: who may import whom, what a review loads, how long a page may be, and that every data file loads."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from classifier.analysis.kinds import load_kinds
from classifier.analysis.places import find_place
from classifier.analysis.segmentation import segment
from classifier.analysis.values import parse_value
from classifier.analysis.words import words
from classifier.documents.headers import headings
from classifier.model.scorer import Model, default_model
from classifier.rules.suppression import suppress
from classifier.suggest.library import find_object, load_general, load_shelf
from classifier.suggest.wording import counted_name
from classifier.types import Finding
from tests.support.repository import EXAMPLE
from tests.support.repository import REPOSITORY as ROOT

ROOMS = ("classifier", "training", "cli")
SOURCES = sorted(path.relative_to(ROOT) for room in ROOMS for path in (ROOT / room).rglob("*.py"))
LONGEST = 300
HEAVY = ("sklearn", "scipy", "numpy", "joblib", "typer", "click", "rich")


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python code in a fresh interpreter at the root of the repository."""
    return subprocess.run([sys.executable, "-c", code, *arguments], cwd=ROOT, input="", capture_output=True, text=True, encoding="utf-8", check=False)


# ---- imports -----------------------------------------------------------------------------------------------------


def test_import_contracts_hold():
    result = python("from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache")
    assert result.returncode == 0, result.stdout
    assert "0 broken" in result.stdout


def test_contract_of_the_rooms_names_every_room():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (rooms,) = [contract for contract in settings["tool"]["importlinter"]["contracts"] if contract["id"] == "rooms"]
    built = {path.stem for path in (ROOT / "classifier").iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert {name for layer in rooms["layers"] for name in layer.split(" | ")} == built - {"__init__"}


@pytest.mark.parametrize("module", ["classifier.review", "classifier.suggest.request", "classifier.documents.rows"])
def test_judging_loads_no_heavy_library(module: str):
    result = python(f"import sys, {module}; print(*sorted(set({HEAVY!r}) & sys.modules.keys()))")
    assert (result.returncode, result.stdout.strip()) == (0, ""), result.stderr


CALLS = [
    ["review", str(EXAMPLE)],
    ["suggest", "--name", "满意率", "--project-name", "周转房租金"],
    ["classify", "-"],
    ["read", str(EXAMPLE)],
    ["explain", "N001"],
    ["rules"],
]


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call[0])
def test_command_never_loads_the_trainers_libraries(call: list[str]):
    seen = "sys.modules.keys() & {'sklearn', 'scipy', 'numpy', 'joblib', 'rich', 'training'}"
    result = python(f"import atexit, sys; atexit.register(lambda: print(*{seen}, file=sys.stderr)); from cli.main import run; run()", *call)
    assert (result.returncode in (0, 1), result.stderr) == (True, "\n")


# ---- pages -------------------------------------------------------------------------------------------------------


ONE_PAGE = Path("classifier/types.py")
"""The types of all borders stand on one page by design, whatever its length."""


@pytest.mark.parametrize("path", [path for path in SOURCES if path != ONE_PAGE], ids=str)
def test_page_is_short(path: Path):
    assert len((ROOT / path).read_text(encoding="utf-8").splitlines()) < LONGEST


# ---- data --------------------------------------------------------------------------------------------------------

LOADERS: dict[str, Callable[[], object]] = {
    "analysis/dictionary.bin": lambda: segment("人民防空警报器"),
    "analysis/grades.toml": lambda: parse_value("不少于3人"),
    "analysis/kinds.toml": load_kinds,
    "analysis/lexicon.txt": lambda: segment("绩效目标"),
    "analysis/places.toml": lambda: find_place("产出指标", "数量指标"),
    "analysis/units.toml": lambda: parse_value("3人").measure,
    "analysis/words.toml": lambda: words("generic"),
    "documents/headers.toml": headings,
    "rules/suppression.toml": lambda: suppress([Finding("U005", "error", 1, 1, "value", "", "")]),
    "suggest/general.toml": lambda: load_general().entries,
    "suggest/objects.toml": lambda: find_object("K05", "周转房租金"),
    "suggest/wording.toml": lambda: counted_name("护栏", "米"),
    **{f"suggest/library/{kind}.toml": lambda kind=kind: load_shelf(kind).entries for kind in load_kinds()},
}
"""What reads each data file of the classifier; none of them may come back empty."""


def test_every_data_file_has_a_reader():
    folder = ROOT / "classifier"
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc", ".pyi", ".typed")}
    assert found == LOADERS.keys()


@pytest.mark.parametrize("name", LOADERS)
def test_data_file_loads(name: str):
    assert LOADERS[name]()


# ---- models ------------------------------------------------------------------------------------------------------


def test_models_hold_data_and_no_code():
    suffixes = {path.suffix for path in (ROOT / "models").rglob("*") if path.is_file()}
    assert suffixes <= {".json", ".bin", ".md"}


def test_shipped_model_loads():
    assert Model(default_model()).identity
