"""Covers classifier.analysis.segmentation: the same words as jieba itself, numbers whole, places true, nothing written, nothing imported."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from classifier.analysis.normalise import NUMBER, normalise, squeeze
from classifier.analysis.segmentation import HEADER, MAGIC, PATH, Segmenter, segment, segmenter
from classifier.errors import DataError
from classifier.types import Draft

EXTRAS = "0123456789.,%‰-—~≥≤()（）/ \u3000\n\tabcXYZ+&#，。、“”ㄅあ㎡\U00020bb7\U0001f642"


@pytest.fixture(scope="module")
def random_runs(jieba_itself: Any) -> list[str]:
    """Runs of characters and of words that no table holds."""
    chance = random.Random(20230101)
    words = sorted(chance.sample(sorted(jieba_itself.FREQ), 4000))
    characters = sorted(set("".join(words))) + list(EXTRAS) * 20
    runs = ["".join(chance.choices(characters, k=chance.randint(1, 30))) for _ in range(3000)]
    return runs + ["".join(chance.choices(words + list(EXTRAS), k=chance.randint(1, 8))) for _ in range(3000)]


def _differing(texts: list[str], jieba_itself: Any) -> list[str]:
    return [text for text in texts if segmenter().cut(text) != jieba_itself.lcut(text)]


def test_annotated_cells_are_cut_as_jieba_cuts_them(annotated_cells: list[str], jieba_itself: Any) -> None:
    assert len(annotated_cells) > 5000
    assert _differing(annotated_cells, jieba_itself) == []


def test_example_is_cut_as_jieba_cuts_it(example: Draft, jieba_itself: Any) -> None:
    cells = [cell for project in example.projects for row in project.indicators for cell in row[1:7]]
    cells += [text for project in example.projects for text in (project.name, project.purpose, project.goal)]

    assert len(set(cells)) > 200
    assert _differing(cells, jieba_itself) == []


def test_random_runs_are_cut_as_jieba_cuts_them(random_runs: list[str], jieba_itself: Any) -> None:
    assert _differing(random_runs, jieba_itself) == []


def test_what_was_cut_before_changes_nothing(random_runs: list[str]) -> None:
    texts = random_runs[::40]

    assert [Segmenter().cut(text) for text in texts] == [segmenter().cut(text) for text in texts]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("服务对象满意度", ["服务对象", "满意度"]),
        ("等保测评", ["等保测评"]),
        ("公用经费", ["公用经费"]),
    ],
)
def test_words_of_the_lexicon_stay_whole(text: str, words: list[str]) -> None:
    assert [token.text for token in segment(text)] == words


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("支付12,000.50元", ["12,000.50"]),
        ("2023-2024年", ["2023", "2024"]),
        ("第3.1条10-15人", ["3.1", "10", "15"]),
        ("G95高速3公里", ["95", "3"]),
        ("２０２３年", ["２０２３"]),
    ],
)
def test_numbers_come_out_whole_and_alone(text: str, numbers: list[str]) -> None:
    assert [token.text for token in segment(text) if NUMBER.search(normalise(token.text))] == numbers


def test_tokens_are_as_written_and_stand_where_they_say(annotated_cells: list[str]) -> None:
    wrong = [(text, token) for text in annotated_cells for token in segmenter().tokens(text) if text[token.start : token.end] != token.text]

    assert wrong == []


def test_tokens_cover_everything_but_white_space(annotated_cells: list[str]) -> None:
    lost = [text for text in annotated_cells if squeeze("".join(token.text for token in segmenter().tokens(text))) != squeeze(text)]

    assert lost == []


def test_tokens_follow_one_another(annotated_cells: list[str]) -> None:
    for text in annotated_cells:
        places = [place for token in segmenter().tokens(text) for place in (token.start, token.end)]
        assert places == sorted(places), text


@pytest.mark.parametrize("text", ["", " ", "\u3000\n\t"])
def test_text_of_white_space_has_no_words(text: str) -> None:
    assert segment(text) == ()


def test_full_width_signs_stay_as_written() -> None:
    assert [token.text for token in segment("合格率（９５％）")] == ["合格率", "（", "９５", "％", "）"]


def test_white_space_shifts_the_words_behind_it() -> None:
    assert [tuple(token) for token in segment(" 满意度\u3000 95 % ")] == [("满意度", 1, 4), ("95", 6, 8), ("%", 9, 10)]


def test_identity_names_jieba_and_the_dictionary() -> None:
    library, digest = segmenter().identity.split("/")

    assert library == "jieba-0.42.1"
    assert PATH.read_bytes()[len(MAGIC) : len(MAGIC) + 8].hex() == digest


@pytest.mark.parametrize("content", [None, b"", MAGIC, b"ZBDICT9\n" + bytes(HEADER.size)], ids=["missing", "empty", "cut off", "other magic"])
def test_damaged_dictionary_is_refused_with_what_to_do(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "dictionary.bin"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(DataError, match=r"dictionary\.bin 不是分词词典或已损坏，请重新安装"):
        Segmenter(path)


def _python(code: str, folder: Path) -> str:
    """What a fresh Python prints, its temporary folder being `folder`."""
    environment = {**os.environ, "TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, encoding="utf-8", check=True, cwd=Path(__file__).parents[2])
    assert done.stderr == ""
    return done.stdout.strip()


def test_no_cache_file_is_written(tmp_path: Path) -> None:
    printed = _python("from classifier.analysis.segmentation import segment; print(*[t.text for t in segment('服务对象满意度')])", tmp_path)

    assert printed == "服务对象 满意度"
    assert list(tmp_path.iterdir()) == []


def test_segmenting_imports_no_pkg_resources_and_leaves_jiebas_own_tokenizer_alone(tmp_path: Path) -> None:
    code = "import sys; from classifier.analysis.segmentation import segment; segment('满意度'); import jieba; "

    assert _python(code + "print('pkg_resources' in sys.modules, jieba.dt.initialized)", tmp_path) == "False False"


def test_pkg_resources_that_is_already_loaded_stays_loaded(tmp_path: Path) -> None:
    code = "import sys, types; sys.modules['pkg_resources'] = own = types.ModuleType('pkg_resources'); own.resource_stream = open; "
    code += "from classifier.analysis.segmentation import segment; segment('满意度'); print(sys.modules['pkg_resources'] is own)"

    assert _python(code, tmp_path) == "True"
