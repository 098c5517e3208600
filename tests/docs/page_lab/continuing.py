"""Pages that go on where others end: a tutorial in several pages builds one plugin."""

from __future__ import annotations

from pathlib import Path

from sybil import Document

from page_lab.files import file_blocks

__all__ = ["continue_after"]

TUTORIAL = Path(__file__).parents[3] / "docs" / "tutorial"


def continue_after(*pages: str) -> None:
    """Put the files of earlier pages where the reader has them by now; later ones replace earlier.

    Args:
        pages: Their names, in the order of reading.
    """
    for page in pages:
        text = (TUTORIAL / page).read_text(encoding="utf-8")
        for block in file_blocks(Document(text, page)):
            path, written = block.parsed
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(written, encoding="utf-8")
