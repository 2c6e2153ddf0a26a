"""Data files are read strictly: a mistake in one is an error that names the file and the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from classifier.errors import DataError
from classifier.strict import check_keys, find_line, load_toml, load_words

TYPES = {"code": str, "weight": int, "words": list}


@pytest.fixture
def toml(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "data.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def check(path: Path, **options: object) -> None:
    check_keys(load_toml(path), TYPES, ("words",), path, "", **options)


def mistake(path: Path) -> str:
    with pytest.raises(DataError) as caught:
        check(path)
    assert str(path) in str(caught.value)
    return str(caught.value).removeprefix(f"{path} ")


def test_a_file_with_the_right_keys_passes(toml):
    path = toml('code = "K01"\nweight = 3\nwords = ["甲"]\n')
    assert check(path) is None
    assert load_toml(path) == {"code": "K01", "weight": 3, "words": ["甲"]}


def test_an_optional_key_may_be_missing(toml):
    assert check(toml('code = "K01"\nweight = 3\n')) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param('code = "K01"\nweight = 3\nwieght = 4\n', "第3行：不认识的键 wieght", id="unknown key"),
        pytest.param('code = "K01"\nweight = 3\n"a b" = 4\n', "第3行：不认识的键 a b", id="unknown quoted key"),
        pytest.param('# 说明\ncode = "K01"\nweight = "3"\n', "第3行：键 weight 的类型不对，应为 int", id="wrong type"),
        pytest.param('code = "K01"\n', "第1行：缺少键 weight", id="missing key"),
    ],
)
def test_a_wrong_key_is_named_with_its_line(toml, text, message):
    assert mistake(toml(text)) == message


@pytest.mark.parametrize("text", ['code = "K01"\nweight = 3\n\n[extra]\na = 1\n', 'code = "K01"\nweight = 3\n\n[[extra]]\na = 1\n'])
def test_an_unknown_table_is_named_with_its_line(toml, text):
    assert mistake(toml(text)) == "第4行：不认识的键 extra"


def test_true_is_no_number(toml):
    assert mistake(toml('code = "K01"\nweight = true\n')) == "第2行：键 weight 的类型不对，应为 int"


ENTRIES = '[[entry]]\ncode = "a"\nweight = 1\n\n[[entry]]  # 第二项\ncode = "b"\nextra = 1\n\n[[entry]]\nweight = 1\n'


@pytest.mark.parametrize(("position", "message"), [(1, "第7行：不认识的键 extra"), (2, "第9行：缺少键 code")])
def test_a_mistake_in_one_of_several_tables_has_the_line_of_that_one(toml, position, message):
    path = toml(ENTRIES)
    with pytest.raises(DataError, match=message):
        check_keys(load_toml(path)["entry"][position], TYPES, ("words",), path, "[[entry]]", position)


@pytest.mark.parametrize(("position", "key", "line"), [(0, "", 1), (1, "", 5), (0, "weight", 3), (1, "code", 6), (2, "weight", 10), (2, "none", 9), (9, "", 9)])
def test_the_line_of_a_key_or_of_its_table_is_found(toml, position, key, line):
    assert find_line(toml(ENTRIES), "[[entry]]", position, key) == line


@pytest.mark.parametrize("text", ["code = \n", "code = 1\ncode = 2\n", "[entry\n"])
def test_what_is_no_toml_says_where(toml, text):
    message = mistake(toml(text))
    assert message.startswith("不是合规的 TOML 文件：")
    assert "line" in message


def test_a_file_in_another_encoding_and_a_missing_file_are_data_errors(tmp_path):
    path = tmp_path / "data.toml"
    with pytest.raises(DataError, match="打不开"):
        load_toml(path)
    path.write_bytes('code = "甲"'.encode("gbk"))
    with pytest.raises(DataError, match="不是 UTF-8 文本"):
        load_toml(path)


def test_words_stand_one_a_line_and_remarks_are_left_out(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("# 说明\n周转房\n\n 满意度 # 常用\n指标\n", encoding="utf-8")
    assert load_words(path) == ("周转房", "满意度", "指标")


def test_a_word_that_stands_twice_is_an_error_with_both_lines(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("周转房\n满意度\n# 满意度\n满意度 # 又\n", encoding="utf-8")
    with pytest.raises(DataError, match="第4行：词 满意度 与第2行重复"):
        load_words(path)


@pytest.mark.parametrize("content", [None, "满意度".encode("gbk")], ids=["missing", "another encoding"])
def test_a_word_list_that_cannot_be_read_is_a_data_error(tmp_path, content):
    path = tmp_path / "words.txt"
    if content:
        path.write_bytes(content)
    with pytest.raises(DataError):
        load_words(path)
