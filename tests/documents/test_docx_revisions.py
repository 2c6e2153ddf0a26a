"""Tracked changes of a .docx file are read as accepted, and a note says so."""

from __future__ import annotations

from tests.support.docx_builder import Cell, Inline, Row, deleted, inserted, moved_away, moved_here, paragraph, run
from tests.support.sample_tables import HEADER_OF_FOUR, TRAINING


def name_read(draft_of, content: str) -> str:
    draft = draft_of([HEADER_OF_FOUR, ["产出指标", "数量指标", Cell(content), "30人"]])
    return draft.projects[0].indicators[0].name


def revision_notes(draft) -> list[str]:
    return [note.message for note in draft.notes if note.code == "tracked-changes"]


def test_inserted_text_is_read_and_deleted_text_is_not(draft_of):
    assert name_read(draft_of, run("培训") + deleted("次数") + inserted("人数")) == "培训人数"


def test_text_that_was_inserted_and_deleted_again_is_not_read(draft_of):
    assert name_read(draft_of, run("培训人数") + inserted(deleted("（暂）"))) == "培训人数"


def test_moved_text_stands_only_where_it_went(draft_of):
    assert name_read(draft_of, moved_away("培训") + run("人数") + moved_here("合计")) == "人数合计"


def test_a_deleted_row_is_left_out_and_an_inserted_row_is_read(draft_of):
    rows = [HEADER_OF_FOUR, Row(TRAINING, change="del"), Row(["产出指标", "质量指标", "结业率", "95%"], change="ins"), ["", "时效指标", "完成时间", "6月底前"]]
    indicators = draft_of(rows).projects[0].indicators
    assert [(row.row, row.level1, row.name) for row in indicators] == [(1, "产出指标", "结业率"), (2, "产出指标", "完成时间")]


def test_a_deletion_inside_the_cells_of_a_row_does_not_delete_the_row(draft_of):
    rows = [HEADER_OF_FOUR, [Cell(deleted("产出") + inserted("产出指标")), "数量指标", "培训人数", "30人"]]
    assert draft_of(rows).projects[0].indicators[0].level1 == "产出指标"


def test_the_first_note_counts_the_changes(draft_of):
    rows = [HEADER_OF_FOUR, [*TRAINING[:2], Cell(inserted("培训") + deleted("次数") + inserted("人数")), "30人"], Row(TRAINING, change="del")]
    draft = draft_of(rows)
    assert draft.notes[0][:3] == ("tracked-changes", "全文", "文档含修订 4 处，已按全部接受修订后的内容审核")
    assert not draft.notes[0].unread


def test_a_document_without_changes_has_no_such_note(draft_of):
    assert revision_notes(draft_of([HEADER_OF_FOUR, TRAINING])) == []


def test_a_paragraph_deleted_with_its_mark_leaves_no_blank_line(draft_of):
    assert name_read(draft_of, paragraph(deleted("旧名称"), "del") + paragraph("培训人数")) == "培训人数"


def test_paragraphs_are_joined_where_the_mark_between_them_was_deleted(draft_of):
    assert name_read(draft_of, paragraph("培训", "del") + paragraph("人数")) == "培训人数"


def test_a_deleted_paragraph_mark_is_a_change_that_the_note_counts(draft_of):
    content = paragraph("培训", "del") + paragraph(Inline(""))
    assert revision_notes(draft_of([HEADER_OF_FOUR, [*TRAINING[:2], Cell(content), "30人"]])) != []
