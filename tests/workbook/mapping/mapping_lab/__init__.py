"""Sheets, mappings and what comes of them."""

from __future__ import annotations

from inclusion_core.facts.schema import SCHEMA
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.texts import lv
from inclusion_core.words import WORDS
from inclusion_core.workbook.form import form_of
from inclusion_core.workbook.mapping.reading import filled, read
from inclusion_core.workbook.sheets import Grid, RawSheet

__all__ = ["FORM", "grid", "reading", "sheet", "taken"]

PROGRAMME = ProgrammeDefinition(
    id="garden.growing",
    says=lv("Dārzs").en("Garden"),
    target_group=lv("visi").en("everybody"),
    operation_number="1",
    sources=(),
)
FORM = form_of(PROGRAMME, SCHEMA, WORDS)


def sheet(rows, title="Saraksts", first=1, **others):
    """A sheet of rows that follow each other; None is an empty cell."""
    return RawSheet(
        title=title,
        rows={
            number: {index: cell for index, cell in enumerate(row) if cell is not None}
            for number, row in enumerate(rows, start=first)
            if any(cell is not None for cell in row)
        },
        **others,
    )


def grid(*sheets, findings=()):
    return Grid(file="book.xlsx", sheets=sheets, findings=findings)


def reading(folder, text, form=FORM):
    """What comes of reading a mapping; a text or bytes."""
    path = folder / "map.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path, form)


def taken(folder, text, *sheets, **others):
    """What a mapping without faults takes from a workbook."""
    outcome = reading(folder, text)
    assert outcome.findings == ()
    return filled(grid(*sheets, **others), outcome.mapping, FORM)
