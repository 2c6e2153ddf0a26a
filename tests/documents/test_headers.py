"""Every wording of headers.toml is understood where it stands; the order of the columns and marks in a heading do not matter."""

from __future__ import annotations

import tomllib

import pytest

from classifier.documents import headers
from classifier.errors import DataError
from tests.support.sample_tables import HEADER, TRAINING

WORDINGS = tomllib.loads(headers.PATH.read_text(encoding="utf-8"))
COLUMNS = [(field, wording) for field, wordings in WORDINGS["indicator"].items() for wording in wordings]
LABELS = [(field, wording) for field, wordings in WORDINGS["project"].items() if not field.endswith("_section") for wording in wordings]
SAMPLE = {"name": "培训人数", "value": "30"}
JOINED = {"sign": "≥30", "measure": "30人"}


@pytest.mark.parametrize(("field", "wording"), COLUMNS)
def test_every_wording_of_a_column_is_understood(draft_of, field, wording):
    columns = {"name": "三级指标", "value": "指标值", field: wording}
    cells = {**SAMPLE, field: {"name": "培训人数", "value": "30", "sign": "≥", "measure": "人", "weight": "10"}.get(field, "所填文字")}
    (indicator,) = draft_of([list(columns.values()), [cells[column] for column in columns]]).projects[0].indicators
    if field in JOINED:
        assert indicator.value == JOINED[field]
    else:
        assert str(getattr(indicator, field)) == cells[field]


@pytest.mark.parametrize("wording", WORDINGS["unrelated"]["columns"])
def test_a_column_that_does_not_concern_the_review_is_left_alone(draft_of, wording):
    (indicator,) = draft_of([[wording, "三级指标", "指标值", wording], ["10", "培训人数", "30人", "20"]]).projects[0].indicators
    assert (indicator.name, indicator.value, set(indicator.locations)) == ("培训人数", "30人", {"name", "value"})


@pytest.mark.parametrize(("field", "wording"), LABELS)
def test_every_wording_of_a_label_in_the_head_is_understood(draft_of, field, wording):
    (project,) = draft_of([[wording, "12.50"], ["三级指标", "指标值"], ["培训人数", "30人"]]).projects
    assert str(getattr(project, field)) == "12.50"
    assert project.locations[field] == (1, 1, 2)


@pytest.mark.parametrize("heading", ["三级指标*", "★三级指标", " 三 级\n指标", "三级指标：", "三级指标:", "三级指标（必填）", "三级指标(年度)："])
def test_marks_white_space_a_colon_and_a_remark_do_not_hide_a_heading(draft_of, heading):
    (indicator,) = draft_of([[heading, "指标值"], ["培训人数", "30人"]]).projects[0].indicators
    assert indicator.name == "培训人数"


@pytest.mark.parametrize("heading", ["三级指标的说明", "（必填）三级指标", "级指标"])
def test_a_heading_that_only_resembles_a_known_one_is_not_taken_for_it(heading):
    assert headers.normalise_heading(heading) not in headers.headings()[1]


@pytest.mark.parametrize("order", [[5, 4, 3, 2, 1, 0], [2, 4, 0, 1, 5, 3], [4, 0, 2, 1, 3, 5]])
def test_the_order_of_the_columns_does_not_matter(draft_of, order):
    row = ["产出指标", "数量指标", "培训人数", "参加人数", "≥30人", "计划"]
    (usual,) = draft_of([HEADER, row]).projects[0].indicators
    (other,) = draft_of([[HEADER[i] for i in order], [row[i] for i in order]]).projects[0].indicators
    assert other._replace(locations={}) == usual._replace(locations={})
    assert other.locations["name"].column == order.index(2) + 1


def test_a_layout_of_four_columns_leaves_the_missing_fields_empty(draft_of):
    (indicator,) = draft_of([["一级指标", "二级指标", "三级指标", "指标值"], TRAINING]).projects[0].indicators
    assert indicator[1:7] == ("产出指标", "数量指标", "培训人数", "", "≥30人", "")
    assert set(indicator.locations) == {"level1", "level2", "name", "value"}


def test_a_wording_that_stands_twice_in_the_data_is_an_error(tmp_path, monkeypatch):
    path = tmp_path / "headers.toml"
    path.write_text(headers.PATH.read_text(encoding="utf-8").replace('"评价内容"', '"评价内容", "三级指标"'), encoding="utf-8")
    monkeypatch.setattr(headers, "PATH", path)
    with pytest.raises(DataError, match="表头 三级指标 写了两次"):
        headers.headings.__wrapped__()
