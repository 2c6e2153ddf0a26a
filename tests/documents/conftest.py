"""Fixtures that write a file and read it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from classifier.documents.files import load_draft, read_document
from classifier.errors import UnreadableError
from classifier.types import Document, Draft
from tests.support.docx_builder import Rows, docx
from tests.support.repository import EXAMPLE


@pytest.fixture
def document_of(tmp_path: Path) -> Callable[..., Document]:
    """Write blocks as a .docx file and read its paragraphs and grids."""

    def read(*blocks: str | Rows) -> Document:
        path = tmp_path / "draft.docx"
        path.write_bytes(docx(*blocks))
        return read_document(path)

    return read


@pytest.fixture
def draft_of(tmp_path: Path) -> Callable[..., Draft]:
    """Write blocks as a .docx file and read its projects."""

    def read(*blocks: str | Rows) -> Draft:
        path = tmp_path / "draft.docx"
        path.write_bytes(docx(*blocks))
        return load_draft(path)

    return read


@pytest.fixture
def draft_in(tmp_path: Path) -> Callable[[str | bytes], Draft]:
    """Write a text file (UTF-8 unless bytes are given) and read its projects."""

    def read(content: str | bytes) -> Draft:
        path = tmp_path / "draft.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load_draft(path)

    return read


@pytest.fixture
def refusal_of(tmp_path: Path) -> Callable[[bytes], str]:
    """Write bytes as a file and give the reason why it is refused."""

    def refuse(content: bytes) -> str:
        path = tmp_path / "draft.docx"
        path.write_bytes(content)
        with pytest.raises(UnreadableError) as caught:
            load_draft(path)
        return str(caught.value)

    return refuse


@pytest.fixture(scope="session")
def example() -> Draft:
    """The example draft of the project: 21 tables of a real budget."""
    return load_draft(EXAMPLE)
