"""What stands in the cells of a workbook, how its sheets become paragraphs and grids, and which workbooks are refused."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from classifier.documents.docx import read_docx
from classifier.documents.spreadsheet import read_spreadsheet
from classifier.documents.tables import read_draft
from classifier.errors import UnreadableError
from classifier.types import Cell, Grid, Location
from tests.support.broken_archive import ENCRYPTED, compound_file, with_damaged_text, with_field
from tests.support.docx_builder import ABOVE, docx, pack, top
from tests.support.docx_builder import Cell as Wide
from tests.support.xlsx_builder import Raw, Sheet, date, error, formula, parts, percent, xlsx

HEADER = ["一级指标", "二级指标", "三级指标", "指标值"]
TRAINING = ["产出指标", "数量指标", "培训人数", "30人"]
PASSED = ["产出指标", "质量指标", "结业率", "≥95%"]
LIST_HEADER = ["序号", "项目编码", "项目名称", "预算数", "3月底", "12月底", "绩效目标", *HEADER]


@pytest.fixture
def document_of(tmp_path):
    def read(*sheets):
        path = tmp_path / "draft.xlsx"
        path.write_bytes(xlsx(*sheets))
        return read_spreadsheet(path)

    return read


@pytest.fixture
def refusal_of(tmp_path):
    def refuse(content: bytes) -> str:
        path = tmp_path / "draft.xlsx"
        path.write_bytes(content)
        with pytest.raises(UnreadableError) as caught:
            read_spreadsheet(path)
        return str(caught.value)

    return refuse


def shape(document) -> list:
    return [block if isinstance(block, str) else [[cell.text for cell in row] for row in block.rows] for block in document.blocks]


def text_of(document) -> str:
    (grid,) = document.blocks
    return grid.rows[0][1].text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(20.0, "20", id="integral float"),
        pytest.param(7.5, "7.5", id="decimal"),
        pytest.param(0.1 + 0.2, "0.3", id="noise of binary sums"),
        pytest.param(1e20, "100000000000000000000", id="no exponent"),
        pytest.param(0.00001, "0.00001", id="small number"),
        pytest.param(-3, "-3", id="negative"),
        pytest.param(percent(0.95), "95%", id="percent"),
        pytest.param(percent(0.955, style=3), "95.5%", id="percent by a format of the file's own"),
        pytest.param(date(45230), "2023年10月31日", id="date"),
        pytest.param(date(45230.5), "2023年10月31日 12:00", id="date and time"),
        pytest.param(True, "TRUE", id="boolean"),
        pytest.param("=A1", "=A1", id="text that begins like a formula"),
        pytest.param("007", "007", id="digits as text"),
        pytest.param("一\r\n二", "一\n二", id="line break"),
        pytest.param(formula("A1*2", "7.50"), "7.5", id="formula with its value"),
    ],
)
def test_a_value_is_written_as_the_sheet_shows_it(document_of, value, text):
    assert text_of(document_of([["预算数", value], ["甲", "乙"]])) == text


def test_an_error_is_text_with_a_note_of_its_place(document_of):
    document = document_of([["甲", error("#REF!")], ["乙", "丙"]])
    assert text_of(document) == "#REF!"
    assert [(note.code, note.place) for note in document.notes] == [("cell-error", "工作表“Sheet1”B1")]


def test_a_formula_without_a_value_is_empty_with_a_note_of_its_place(document_of):
    document = document_of([["甲", formula("SUM(A2:A9)"), "乙"], ["丙", Raw("", "<f>A1</f><v></v>"), formula("T(1)", kind="str")]])
    assert text_of(document) == ""
    assert [(note.code, note.place) for note in document.notes] == [("formula-unvalued", "工作表“Sheet1”B1"), ("formula-unvalued", "工作表“Sheet1”B2")]


def test_merged_cells_are_those_of_the_same_table_in_a_word_file(document_of, tmp_path):
    (tmp_path / "draft.docx").write_bytes(docx([[Wide("预算", 2), "备注"], [top("产出指标"), "数量", "甲"], [ABOVE, "质量", "乙"]]))
    sheet = Sheet([["预算", None, "备注"], ["产出指标", "数量", "甲"], [None, "质量", "乙"]], ["A1:B1", "A2:A3"])
    assert document_of(sheet).blocks == read_docx(tmp_path / "draft.docx").blocks


def test_text_left_behind_in_a_merge_is_not_read(document_of):
    (grid,) = document_of(Sheet([["甲", "乙", "丙"], ["残留", "丁", "戊"]], ["A1:A2"])).blocks
    assert grid.rows[1][0] == Cell("", 1, 0, 1, merged=True)


def test_rows_with_a_single_cell_above_a_table_are_paragraphs_and_blank_rows_part_tables(document_of):
    rows = [["项目绩效目标表"], [None, None, None, "单位：万元"], HEADER, TRAINING, [], [], ["附表"], ["姓名", "电话"], ["张三", "1"]]
    document = document_of(Sheet(rows, ["A1:D1"]))
    assert shape(document) == ["项目绩效目标表", "单位：万元", [HEADER, TRAINING], "附表", [["姓名", "电话"], ["张三", "1"]]]
    assert [block.number for block in document.blocks if isinstance(block, Grid)] == [1, 2]


def test_a_table_that_begins_further_right_has_its_first_cell_there(document_of):
    (grid,) = document_of([[], [None, None, *HEADER], [None, None, *TRAINING]]).blocks
    assert grid.rows[0][0] == Cell("一级指标", 1, 0)


def test_a_blank_row_among_the_indicators_loses_none_and_keeps_the_row_numbers(document_of):
    document = document_of([HEADER, TRAINING, [], PASSED, [], ["填表人：", "张三"]])
    second = read_draft(document).projects[0].indicators[1]
    assert (second.name, second.locations["name"]) == ("结业率", Location(1, 4, 3))
    assert len(read_draft(document).projects[0].indicators) == 2


def test_a_merge_over_a_blank_row_holds_the_table_together(document_of):
    document = document_of(Sheet([HEADER, TRAINING, [], [None, "质量指标", "结业率", None]], ["A2:A4"]))
    assert [row.level1 for row in read_draft(document).projects[0].indicators] == ["产出指标"] * 2


@pytest.mark.parametrize(
    "remark", [Sheet([HEADER, TRAINING, ["合格线由县里定"], PASSED], ["A3:D3"]), Sheet([HEADER, TRAINING, ["注：合格线由县里定"], PASSED])]
)
def test_a_remark_across_the_table_is_no_indicator_and_the_table_goes_on(document_of, remark):
    document = document_of(remark)
    assert [row.name for row in read_draft(document).projects[0].indicators] == ["培训人数", "结业率"]
    assert document.blocks[1].endswith("合格线由县里定")


def test_a_level_alone_in_its_row_stays_in_the_table(document_of):
    assert shape(document_of([HEADER, TRAINING, ["效益指标"], PASSED]))[0][2][0] == "效益指标"


def test_several_projects_below_one_another_are_read_each_with_its_title(document_of):
    rows = []
    for number, name in enumerate(["甲项目", "乙项目"], 1):
        rows += [[f"{number}.{name}绩效目标表"], ["项目编码", f"A{number}", "项目名称", name], ["预算数", 7.5], HEADER, TRAINING, PASSED]
    projects = read_draft(document_of(rows)).projects
    assert [(p.title, p.name, p.code, str(p.budget), len(p.indicators)) for p in projects] == [
        ("甲项目", "甲项目", "A1", "7.5", 2),
        ("乙项目", "乙项目", "A2", "7.5", 2),
    ]


def project_list(projects: int, merged: bool) -> Sheet:
    """A list with a project's head in columns, its cells merged over its two rows or repeated in each."""
    rows: list = [["2023年部门预算项目绩效目标"], ["单位：元"], LIST_HEADER]
    merges = []
    for n in range(1, projects + 1):
        head = [n, f"A{n}", f"项目{n}", 20.0 * n, 5, 20 * n, f"目标{n}"]
        rows += [[*head, *TRAINING], [*([None] * 7 if merged else head), *PASSED]]
        merges += [f"{column}{2 * n + 2}:{column}{2 * n + 3}" for column in "ABCDEFG"] if merged else []
    return Sheet(rows, ["A1:K1", *merges], "绩效目标")


@pytest.mark.parametrize("merged", [True, False])
def test_a_list_with_the_projects_in_columns_is_read_as_projects(document_of, merged):
    document = document_of(project_list(3, merged))
    draft = read_draft(document)
    assert (draft.year, draft.money_unit) == (2023, "元")
    assert [(p.name, p.code, str(p.budget), p.money_unit, p.goal, len(p.indicators)) for p in draft.projects] == [
        (f"项目{n}", f"A{n}", str(20 * n), "元", f"目标{n}", 2) for n in (1, 2, 3)
    ]
    assert [(node.label, str(node.amount)) for node in draft.projects[2].plan] == [("3月底", "5"), ("12月底", "60")]
    assert [note.code for note in document.notes] == ["list-unfolded"]


def test_a_cell_of_a_list_is_placed_by_its_project_its_row_below_the_header_and_its_column_in_the_sheet(document_of):
    second = read_draft(document_of(project_list(3, True))).projects[1]
    assert (second.locations["name"], second.plan[1].location) == (Location(2, 2, 3), Location(2, 2, 6))
    assert second.indicators[1].locations["value"] == Location(2, 3, 11)


def test_hidden_sheets_are_left_out_with_a_note(document_of):
    hidden = [Sheet([HEADER, TRAINING], name=name, state=name) for name in ("hidden", "veryHidden")]
    document = document_of(Sheet([HEADER, PASSED], name="甲&乙"), *hidden)
    assert shape(document) == [[HEADER, PASSED]]
    assert [(note.code, note.place, note.unread) for note in document.notes] == [
        ("sheet-hidden", "工作表“hidden”", False),
        ("sheet-hidden", "工作表“veryHidden”", False),
    ]


def test_a_hidden_sheet_is_not_even_looked_at(tmp_path):
    path = tmp_path / "draft.xlsx"
    path.write_bytes(pack({**parts(Sheet([HEADER, TRAINING]), Sheet([[error("#N/A")]], name="藏", state="hidden"))}))
    assert [note.code for note in read_spreadsheet(path).notes] == ["sheet-hidden"]


def test_sheets_come_in_order_their_names_are_no_paragraphs_and_no_header_reaches_the_next(document_of):
    document = document_of([HEADER, TRAINING], [[]], [PASSED])
    assert shape(document) == [[HEADER, TRAINING], [PASSED]]


OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
OPEN_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def open_cell(text: str, attributes: str = 'office:value-type="string"') -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def ods(*rows: str) -> bytes:
    """The bytes of an .ods file with one table of these rows."""
    names = " ".join(f'xmlns:{name}="{OASIS}{name}:1.0"' for name in ("office", "table", "text"))
    body = f'<table:table table:name="表一">{"".join(rows)}</table:table>'
    content = f"<office:document-content {names}><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    manifest = f'<m:manifest xmlns:m="{OASIS}manifest:1.0"><m:file-entry m:full-path="/" m:media-type="{OPEN_TYPE}"/></m:manifest>'
    return pack({"mimetype": OPEN_TYPE, "META-INF/manifest.xml": manifest, "content.xml": content})


def open_row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


def test_an_ods_is_read_with_its_percents_and_dates_and_without_the_million_empty_rows_below(tmp_path):
    share = open_cell("95%", 'office:value-type="percentage" office:value="0.95"')
    day = open_cell("31.10.23", 'office:value-type="date" office:date-value="2023-10-31"')
    empty = '<table:table-cell table:number-columns-repeated="2"/>'
    path = tmp_path / "draft.ods"
    path.write_bytes(ods(open_row(open_cell("甲"), empty, open_cell("乙")), open_row(day, empty, share), open_row(empty, repeated=1_048_000)))
    document = read_spreadsheet(path)
    assert shape(document) == [[["甲", "", "", "乙"], ["2023年10月31日", "", "", "95%"]]]


GOOD = xlsx([HEADER, TRAINING])
STRAY = parts(Sheet([HEADER], name="表一"))
STRAY["xl/worksheets/sheet1.xml"] = str(STRAY["xl/worksheets/sheet1.xml"]).replace(
    "</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
)
BOMB = {**parts([HEADER]), "xl/worksheets/sheet1.xml": b"<a>" + b" " * 4_000_000}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(compound_file("EncryptedPackage", "EncryptionInfo"), ["加了密码", "去掉密码"], id="password"),
        pytest.param(with_field(GOOD, flags=ENCRYPTED), ["加了密码"], id="member with a password"),
        pytest.param(GOOD[: len(GOOD) // 2], ["已损坏", "另存为 .xlsx"], id="cut in the middle"),
        pytest.param(with_damaged_text(GOOD, "xl/worksheets/sheet1.xml"), ["已损坏"], id="damaged sheet"),
        pytest.param(compound_file("Workbook"), ["已损坏"], id="broken xls"),
        pytest.param(b"PK\x03\x04", ["已损坏"], id="only the first bytes"),
        pytest.param(pack({"xl/workbook.xml": "<workbook/>"}), ["已损坏"], id="no more than a workbook"),
        pytest.param(pack(BOMB), ["压缩比异常"], id="zip bomb"),
        pytest.param(pack(STRAY), ["散到第1048576行第16384列", "删去"], id="stray cell in the last corner"),
        pytest.param(ods(open_row(open_cell("甲") * 100, repeated=1_000_000)), ["散到第1000000行第100列"], id="row repeated a million times"),
        pytest.param(xlsx([["甲"] * 201] * 1000), ["超过 200000 个"], id="too many cells"),
        pytest.param(xlsx(Sheet([["甲", "乙"], ["丙", "丁"]], ["A1:A2", "A1:B2"])), ["已损坏"], id="merges that overlap"),
    ],
)
def test_a_workbook_that_cannot_be_read_is_refused_with_what_to_do(refusal_of, content, words):
    reason = refusal_of(content)
    assert [word for word in words if word not in reason] == []
    assert not re.search(r"[A-Za-z]{2,}", re.sub(r"Excel|WPS|xlsx", "", reason))


@pytest.mark.parametrize("rows", [500])
def test_a_workbook_takes_time_linear_in_its_rows(tmp_path: Path, rows):
    times = []
    for number in (rows, rows * 4):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(xlsx(project_list(number // 2, True)))
        runs = []
        for _ in range(3):
            start = time.process_time()
            assert len(read_draft(read_spreadsheet(path)).projects) == number // 2
            runs.append(time.process_time() - start)
        times.append(min(runs))
    assert times[1] / times[0] < 8
