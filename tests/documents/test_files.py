"""Which files are looked for, and that a file is read by what it holds rather than by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from classifier.documents.files import expand_paths, find_files, load_draft
from classifier.errors import UnreadableError
from tests.support.docx_builder import docx
from tests.support.dump_builder import dump
from tests.support.sample_tables import head, indicators


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("甲")


def found(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_files(folder)]


def test_a_folder_gives_its_drafts_in_order_at_any_depth(tmp_path):
    touch(tmp_path, "b.docx", "a.txt", "乙局/c.DOCX", "乙局/内/d.txt")
    assert found(tmp_path) == ["a.txt", "b.docx", "乙局/c.DOCX", "乙局/内/d.txt"]


def test_lock_files_hidden_files_and_other_formats_are_left_out(tmp_path):
    touch(tmp_path, "a.docx", "~$a.docx", ".b.docx", "c.png", "docx")
    (tmp_path / "folder.docx").mkdir()
    assert found(tmp_path) == ["a.docx"]


def test_a_file_that_is_named_is_taken_whatever_it_is_called(tmp_path):
    touch(tmp_path, "draft.bak")
    assert find_files(tmp_path / "draft.bak") == [tmp_path / "draft.bak"]


def test_an_empty_folder_and_a_missing_file_are_refused(tmp_path):
    with pytest.raises(UnreadableError, match="文件夹里没有"):
        find_files(tmp_path)
    with pytest.raises(UnreadableError, match="文件不存在"):
        find_files(tmp_path / "none.docx")


def test_a_missing_path_does_not_hide_the_others(tmp_path):
    touch(tmp_path, "a.docx", "c.docx")
    results = list(expand_paths([tmp_path / "a.docx", tmp_path / "b.docx", tmp_path / "c.docx"]))
    assert [(path.name, error is None) for path, error in results] == [("a.docx", True), ("b.docx", False), ("c.docx", True)]
    assert str(results[1][1]) == "文件不存在，请检查路径和文件名"


@pytest.mark.parametrize("name", ["draft.docx", "draft.txt", "draft"])
@pytest.mark.parametrize("content", [docx(head(), indicators()), dump(head(), indicators()).encode()], ids=["word", "dump"])
def test_the_content_decides_how_a_file_is_read(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    draft = load_draft(path)
    assert (draft.path, [project.name for project in draft.projects]) == (str(path), ["人才培训经费"])


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(UnreadableError, match="文件读不出来"):
        load_draft(tmp_path)
