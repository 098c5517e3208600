"""The office's workbook: the caseload in a template, edited and brought back."""

from __future__ import annotations

from datetime import date
from itertools import count

from inclusion_core.model.caseload import Caseload
from inclusion_core.model.versions import Act
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.sources import Source
from inclusion_core.texts import lv
from inclusion_core.words import WORDS
from inclusion_core.workbook.filling import filled
from inclusion_core.workbook.form import form_of
from inclusion_core.workbook.importing.acceptance import Recording
from inclusion_core.workbook.importing.imports import imported
from inclusion_core.workbook.importing.keys import KeyFile
from inclusion_core.workbook.opening.grids import open_grid
from inclusion_core.workbook.template import template
from lives_lab.schema import SCHEMA
from lives_lab.translating import NAMES, record_of

__all__ = ["back_from_a_workbook"]

FORM = form_of(
    ProgrammeDefinition(
        id="office.course",
        says=lv("Kurss").en("Course"),
        target_group=lv("visi").en("everybody"),
        operation_number="1",
        sources=(Source("Rules"),),
        records=tuple(NAMES),
    ),
    SCHEMA,
    WORDS,
)
_DRAWN = count(1)


def back_from_a_workbook(journal, caseload, edited, new, *, day, why, language, folder):
    """What is imported from the caseload as a workbook in which somebody edited and added rows.

    Args:
        journal: All versions.
        caseload: What stands in the workbook.
        edited: Plain fields of records that stand otherwise in it, by type and id.
        new: The same of records that are new; their ids are the provider's numbers.
        day: The day of the import.
        why: Why what was edited is.
        language: Of the workbook.
        folder: Where its file lies for a moment.
    """
    listed = {name: {each.id: each for each in of} for name, of in caseload.records.items()}
    keys = KeyFile(
        {(name, key): key for name, of in listed.items() if not SCHEMA[name].derived for key in of}
    )
    for (name, key), fields in {**edited, **new}.items():
        listed.setdefault(name, {})[key] = record_of(name, key, fields)
    records = [
        each for name, of in listed.items() if not SCHEMA[name].derived for each in of.values()
    ]
    contents = Caseload.of_records(records, known_on=caseload.known_on)
    file = folder / "book.xlsx"
    file.write_bytes(template(FORM, language, contents=contents, empty_rows=2))
    recording = Recording(
        recorded_on=date.fromisoformat(day),
        act=Act.CORRECTED,
        why=why,
        draw=lambda: f"n{next(_DRAWN)}",
    )
    found = imported(filled(open_grid(file), FORM), keys, journal, SCHEMA, recording)
    file.unlink()
    assert [each.in_("en") for each in found.findings] == []
    return found
