"""A text document, read by python-docx."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

from docx import Document

from output_lab.readers.found import Found, unseen

__all__ = ["read_docx"]

_ELEMENT = re.compile(rb"<([A-Za-z0-9:]+)[ />]")
_FIELD = re.compile(rb"<w:(?:instrText[^>]*>([^<]*)|fldSimple w:instr=\"([^\"]*))")
_OUR_FIELDS = frozenset({b"PAGE", b"NUMPAGES"})


def read_docx(data: bytes) -> Found:
    """The paragraphs, and the tables."""
    document = Document(BytesIO(data))
    grids = tuple(
        tuple(tuple(cell.text for cell in row.cells) for row in table.rows)
        for table in document.tables
    )
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    acting = [f"external in {name}" for name, part in parts.items() if b'"External"' in part]
    for name, part in parts.items():
        for found in _FIELD.finditer(part):
            field = (found[1] or found[2] or b"").strip().split(b" ")[0]
            acting += [] if field in _OUR_FIELDS else [f"field {field!r} in {name}"]
    units = (
        *(paragraph.text for paragraph in document.paragraphs),
        *(cell for grid in grids for row in grid for cell in row),
    )
    acting += [each for unit in units for each in unseen(unit, "\n\t")]
    shape = {element.decode() for part in parts.values() for element in _ELEMENT.findall(part)}
    return Found(units=units, grids=grids, acting=tuple(acting), shape=frozenset(shape))
