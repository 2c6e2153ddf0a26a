"""Files that are no readable draft: each is refused with one clear Chinese sentence, and with no other exception."""

from __future__ import annotations

import re
import sys
import zipfile

import pytest

from classifier.documents.files import read_document
from classifier.errors import UnreadableError
from tests.support.broken_archive import ENCRYPTED, UTF8_NAME, compound_file, truncated_workbook, with_damaged_text, with_directory_at, with_field
from tests.support.docx_builder import document_xml, docx, pack, wrap
from tests.support.sample_tables import HEADER_OF_FOUR, TRAINING, head, indicators

GOOD = docx([HEADER_OF_FOUR, TRAINING])
BODY = document_xml([HEADER_OF_FOUR, TRAINING])
WELL_KNOWN = {
    "Word",
    "WPS",
    "Excel",
    "OpenDocument",
    "LibreOffice",
    "et",
    "odt",
    "xlsx",
    "PDF",
    "RTF",
    "UTF",
    "GB",
    "MiB",
    "DOCTYPE",
    "docx",
    "doc",
    "wps",
    "xls",
    "txt",
    "word",
    "document",
    "xml",
}
"""Names that a reader of the Chinese sentence knows from the screen; any other foreign word would be an error text of the machine's."""


def faults_of(reason: str, *words: str) -> list[str]:
    """What is wrong with a reason that should be one Chinese sentence with these words in it."""
    faults = [f"lacks {word}" for word in words if word not in reason]
    faults += [f"speaks of {word}" for word in set(re.findall(r"[A-Za-z]{2,}", reason)) - WELL_KNOWN]
    return faults + ["has several lines"] * ("\n" in reason) + ["ends in a stop"] * (reason[-1] in "。.!")


def test_the_reader_of_workbooks_writes_nothing_of_its_own_to_the_screen(tmp_path, capfd):
    (tmp_path / "项目.xls").write_bytes(truncated_workbook())
    with pytest.raises(UnreadableError, match="已损坏"):
        read_document(tmp_path / "项目.xls")
    print("还在", file=sys.stderr)
    assert capfd.readouterr().err == "还在\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"", ["空的", "0 字节"], id="empty file"),
        pytest.param(pack({"xl/workbook.xml": "<workbook/>"}), ["Excel", "已损坏"], id="xlsx without sheets"),
        pytest.param(pack({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""}), ["已损坏"], id="odt without text"),
        pytest.param(with_field(pack({"mimetype": "甲"}, zipfile.ZIP_STORED), crc=1), ["没有 Word"], id="archive whose kind is damaged"),
        pytest.param(pack({"readme.txt": "甲"}), ["没有 Word", "解压"], id="another zip archive"),
        pytest.param(compound_file("EncryptedPackage", "EncryptionInfo"), ["加了密码", "去掉密码"], id="docx with a password"),
        pytest.param(b"%PDF-1.7\n", ["PDF"], id="pdf without pages"),
        pytest.param(b"\n<HTML><body></body></HTML>", ["没有表格"], id="web page without a table"),
        pytest.param(b"<!doctype html>", ["没有表格"], id="web page of a doctype only"),
        pytest.param(b"\x00\x01\x02\x03" * 9, ["不是能识别的文本"], id="program"),
        pytest.param(b"\xff\xfe\x2d\x4e\x00", ["UTF-16", "不完整"], id="half a UTF-16 text"),
        pytest.param(b"\x80\xff\xff", ["编码", "UTF-8"], id="text in no known encoding"),
    ],
)
def test_a_file_of_another_kind_is_named_as_such(refusal_of, content, words):
    assert faults_of(refusal_of(content), *words) == []


@pytest.mark.parametrize("content", [compound_file("WordDocument"), b"{\\rtf1\\ansi }"], ids=["doc", "rtf"])
def test_old_format_asks_for_another_one_where_libreoffice_is_not_installed(content, refusal_of, monkeypatch):
    monkeypatch.setattr("classifier.documents.office.shutil.which", lambda name: None)
    assert faults_of(refusal_of(content), "LibreOffice", "另存为 .docx") == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(wrap(BODY.replace("?>", '?><!DOCTYPE d [<!ENTITY a "甲">]>')), ["DOCTYPE", "疑为恶意文件"], id="doctype"),
        pytest.param(wrap(b"<a>" + b" " * 4_000_000), ["压缩比异常"], id="zip bomb"),
        pytest.param(pack(dict.fromkeys(["word/document.xml", *map(str, range(10_000))], ""), zipfile.ZIP_STORED), ["超过 10000 个"], id="too many entries"),
        pytest.param(with_field(GOOD, size=300 * 2**20), ["超过上限 256 MiB"], id="too large"),
        pytest.param(wrap(BODY.replace("<w:sectPr/>", "<w:sdt>" * 600 + "</w:sdt>" * 600)), ["嵌套层数异常"], id="too deep"),
    ],
)
def test_a_file_made_to_do_harm_is_not_read(refusal_of, content, words):
    assert faults_of(refusal_of(content), *words) == []


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(GOOD[: len(GOOD) // 2], id="cut in the middle"),
        pytest.param(GOOD[:-1], id="cut by one byte"),
        pytest.param(with_damaged_text(GOOD, "word/document.xml"), id="damaged text"),
        pytest.param(wrap(BODY[:-20]), id="xml breaks off"),
        pytest.param(wrap(BODY.encode("gbk")), id="xml in another encoding than it says"),
        pytest.param(wrap(b""), id="empty xml"),
        pytest.param(with_field(GOOD, size=100), id="shorter than the archive says"),
        pytest.param(with_field(GOOD, method=99), id="unknown compression"),
    ],
)
def test_a_damaged_file_is_refused_with_what_to_do(refusal_of, content):
    assert faults_of(refusal_of(content), "不完整或已损坏", "另存为 .docx") == []


def test_a_member_with_a_password_is_refused_as_such(refusal_of):
    assert faults_of(refusal_of(with_field(GOOD, flags=ENCRYPTED)), "加了密码") == []


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(wrap(BODY.replace("UTF-8", "gbk").encode("gbk")), id="xml in GBK"),
        pytest.param(wrap(BODY.replace("UTF-8", "no-such")), id="xml in an unknown encoding"),
        pytest.param(wrap(BODY.replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="²"/>')), id="span that is a digit and no number"),
        pytest.param(with_field(GOOD, version=99), id="archive of a later version"),
        pytest.param(with_field(GOOD, flags=UTF8_NAME, name=0xFF), id="name that is no UTF-8"),
        pytest.param(with_damaged_text(wrap(BODY, zipfile.ZIP_LZMA), "word/document.xml"), id="damaged lzma"),
        pytest.param(with_damaged_text(wrap(BODY, zipfile.ZIP_BZIP2), "word/document.xml"), id="damaged bzip2"),
        pytest.param(with_directory_at(GOOD, 0x0FFFFFFF), id="directory beyond the end"),
    ],
)
def test_a_rare_kind_of_damage_is_refused_in_chinese_too(refusal_of, content):
    assert faults_of(refusal_of(content)) == []


@pytest.mark.parametrize(
    ("blocks", "words"),
    [
        pytest.param(["只有一段文字"], ["没有表格"], id="no table"),
        pytest.param([[["姓名", "电话"], ["张三", "1"]]], ["没有认出任何项目绩效目标表", "三级指标"], id="tables of something else"),
        pytest.param([[["一级指标", "二级指标"], ["产出", "数量"]]], ["没有认出", "表1 像是指标表"], id="indicators without names and values"),
    ],
)
def test_a_document_without_a_project_table_is_refused(refusal_of, blocks, words):
    assert faults_of(refusal_of(docx(*blocks)), *words) == []


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_honest_file_is_read_however_it_is_compressed(tmp_path, document_of, method):
    blocks = [head(), indicators()] * 20
    path = tmp_path / "packed.docx"
    path.write_bytes(wrap(document_xml(*blocks), method))
    assert read_document(path).blocks == document_of(*blocks).blocks
