"""The ways in by a workbook: the template filled in, and another sheet by a mapping file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import xlsxwriter

from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Provider
from inclusion_core.model.status import Arrival
from inclusion_core.workbook import filling, mapping
from inclusion_core.workbook.filled import FilledWorkbook
from inclusion_core.workbook.form import form_of
from inclusion_core.workbook.importing.acceptance import Recording
from inclusion_core.workbook.importing.imports import imported
from inclusion_core.workbook.importing.keys import KeyFile
from inclusion_core.workbook.mapping import WorkbookMapping
from inclusion_core.workbook.opening.grids import open_grid
from ways_lab.caseload import (
    CANARY,
    CATALOGUE,
    ENVELOPE,
    GOOD,
    PROGRAMME,
    SCHEMA,
    Book,
    WaysRoom,
    latest,
)
from ways_lab.outcome import Outcome, of_journal
from ways_lab.way import LAST_VERSION, NO_TAG, Harm, Way, overwritten, truncated

__all__ = ["MAPPED", "WORKBOOK"]

FORM = form_of(
    attrs.evolve(PROGRAMME, records=(Provider, Client, Arrival, WaysRoom)),
    SCHEMA,
    CATALOGUE.vocabulary,
)
KEYS = KeyFile({(name, row["id"]): row["id"] for name, rows in GOOD.items() for row in rows})
"""The provider's numbers are the ids, so that the same names stand in all tables of this test."""

TITLES = {
    "provider": "Mājas",
    "client": "Cilvēki",
    "arrival": "Ierašanās",
    "ways_room": "Istabas",
}
"""What the sheets of somebody else are called."""


def _mapping() -> WorkbookMapping:
    """Each column of the good book to the field of its name."""
    lines: list[str] = []
    for name, (row, *_) in GOOD.items():
        fields = [each for each in row if each != "id" and each not in ENVELOPE]
        lines += [
            f'[[sheet]]\ntitle = "{TITLES[name]}"\n[[sheet.record]]\ntype = "{name}"',
            'number = "id"\n[sheet.record.fields]',
            *(f'{field} = "{field}"' for field in fields),
        ]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "mapping.toml"
        file.write_text("\n".join(lines), encoding="utf-8")
        explained = mapping.read(file, FORM)
    assert explained.mapping is not None, [each.in_("en") for each in explained.findings]
    return explained.mapping


def _write(file: Path, sheets: Mapping[str, list[list[str]]]) -> Path:
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        for title, rows in sheets.items():
            page = book.add_worksheet(title)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    return file


def _sheets(book: Book) -> dict[str, list[list[str]]]:
    """The rows below their headings, without what is known of versions."""
    found = {}
    for name, rows in latest(book).items():
        names = [each for each in (rows[0] if rows else GOOD[name][0]) if each not in ENVELOPE]
        found[name] = [names, *([row[each] for each in names] for row in rows)]
    return found


def _filled_in(book: Book, folder: Path) -> Path:
    forms = {each.record_type.name: each for each in FORM}
    sheets = {}
    for name, (names, *rows) in _sheets(book).items():
        headings = {each.field.name: each.heading.in_("en") for each in forms[name].columns}
        sheets[forms[name].title.in_("en")] = [[headings.get(each, each) for each in names], *rows]
    return _write(folder / "book.xlsx", sheets)


def _own_sheets(book: Book, folder: Path) -> Path:
    sheets = {TITLES[name]: rows for name, rows in _sheets(book).items()}
    return _write(folder / "own.xlsx", sheets)


def _recorded(filled: FilledWorkbook) -> Outcome:
    numbers = count(1)
    recording = Recording(recorded_on=date(2018, 6, 1), draw=lambda: f"n{next(numbers)}")
    came = imported(filled, KEYS, Journal(()), SCHEMA, recording)
    said = "\n".join(map(repr, (filled, filled.rows, came, *came.compared)))
    return of_journal(Journal(came.versions), came.findings, said)


def _whole(data: bytes) -> Harm:
    def harm(file: Path) -> None:
        file.write_bytes(data)

    return harm


HARMS: Mapping[str, Harm] = {
    "nothing-there": lambda file: file.with_name("elsewhere.xlsx"),
    "foreign": _whole(CANARY.encode()),
    "truncated": truncated,
    "overwritten": overwritten,
    "empty-file": _whole(b""),
}

NEVER = {
    **NO_TAG,
    **dict.fromkeys(("not-utf-8", "half-character"), "a spreadsheet program writes no such text"),
    **dict.fromkeys(("history", "version-twice"), LAST_VERSION),
}

WORKBOOK = Way(
    id="workbook",
    says="the template, filled in",
    make=_filled_in,
    read=lambda file: _recorded(filling.filled(open_grid(file), FORM)),
    harms=HARMS,
    never=NEVER,
)
MAPPED = Way(
    id="mapped",
    says="another sheet, by a mapping file",
    make=_own_sheets,
    read=lambda file: _recorded(mapping.filled(open_grid(file), _mapping(), FORM)),
    harms=HARMS,
    never=NEVER,
)
