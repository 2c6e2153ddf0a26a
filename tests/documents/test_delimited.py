"""Tables in delimited text: encodings, delimiters, quotes, and where a table ends."""

from __future__ import annotations

import csv

import pytest

from classifier.documents.delimited import read_delimited, sniff_delimiter
from classifier.documents.tables import read_draft
from classifier.errors import UnreadableError
from classifier.types import Cell, Document

HEADER = "一级指标,二级指标,三级指标,指标值"
TRAINING = "产出指标,数量指标,培训人数,30人"


def read(text: str | bytes) -> Document:
    return read_delimited(text if isinstance(text, bytes) else text.encode(), "draft.csv")


def shape(document: Document) -> list:
    return [block if isinstance(block, str) else [[cell.text for cell in row] for row in block.rows] for block in document.blocks]


@pytest.mark.parametrize(
    ("codec", "label"), [("utf-8", ""), ("utf-8-sig", ""), ("utf-16", "UTF-16"), ("gb18030", "GB18030")]
)  # fmt: skip
def test_every_encoding_of_office_programs_is_read_and_named(codec, label):
    document = read(f"{HEADER}\r\n{TRAINING}\r\n".encode(codec))
    assert shape(document) == [[HEADER.split(","), TRAINING.split(",")]]
    assert [note.message for note in document.notes] == ([f"按 {label} 编码读取"] if label else [])


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_delimiter_is_found(delimiter):
    rows = [HEADER, TRAINING, "效益指标,社会效益指标,“a;b”满意,good"]
    text = "\n".join(row.replace(",", delimiter) for row in ["2023年目标表", *rows])
    assert sniff_delimiter(text) == delimiter


def test_delimiters_inside_quotes_do_not_count():
    text = 'name;value\n"a,b,c,d";"e,f\n,,,"\n"x,y,z,,";1\n'
    assert sniff_delimiter(text) == ";"
    assert shape(read(text)) == [[["name", "value"], ["a,b,c,d", "e,f\n,,,"], ["x,y,z,,", "1"]]]


def test_a_mark_of_inches_in_a_field_opens_no_quotes():
    assert shape(read('甲,5"屏,乙\n丙,丁,戊\n')) == [[["甲", '5"屏', "乙"], ["丙", "丁", "戊"]]]


def test_blank_lines_part_tables_and_a_line_of_one_field_is_a_paragraph():
    text = f"项目绩效目标表\n单位：万元,,,\n{HEADER}\n{TRAINING}\n\n,,,\n姓名,电话\n张三,1\n联系处\n"
    assert shape(read(text)) == ["项目绩效目标表", "单位：万元", [HEADER.split(","), TRAINING.split(",")], [["姓名", "电话"], ["张三", "1"]], "联系处"]


def test_a_cell_has_its_place_and_its_blank_lines_at_the_end_are_a_note():
    document = read('甲,"乙\r\n\r\n"\n丙,丁\n')
    assert document.blocks[0].rows[0][1] == Cell("乙", 2, 1)
    assert [note.place for note in document.notes] == ["表1第1行第2格"]


def test_a_list_with_the_projects_in_columns_is_read_as_projects():
    rows = "\n".join(f"A{n},项目{n},{n}.5,{TRAINING}\n,,,{TRAINING}" for n in (1, 2))
    projects = read_draft(read(f"项目编码,项目名称,预算数,{HEADER}\n合计,,4,,,,\n{rows}\n")).projects
    assert [(p.name, str(p.budget), len(p.indicators)) for p in projects if p.indicators] == [("项目1", "1.5", 2), ("项目2", "2.5", 2)]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        pytest.param("甲,乙\0\n".encode(), "空字符", id="NUL"),
        pytest.param("甲,乙\0\n".encode("utf-16"), "空字符", id="NUL in UTF-16"),
        pytest.param(f"甲,{'字' * (csv.field_size_limit() + 1)}\n".encode(), "超过", id="field too long"),
        pytest.param('甲,"乙\n丙,丁\n'.encode(), "引号不成对", id="quotes never closed"),
        pytest.param(b"\x80\xff\xff", "编码", id="no known encoding"),
        pytest.param(("甲," * 1000 + "\n").encode() * 201, "超过 200000 个", id="too many cells"),
    ],
)
def test_text_that_is_no_table_is_refused_in_one_sentence(content, word):
    with pytest.raises(UnreadableError, match=word) as caught:
        read(content)
    assert str(caught.value)[-1] not in "。.!"
    assert "\n" not in str(caught.value)
