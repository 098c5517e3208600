"""Work of taking in a provider's workbook."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from counted.installed import installed
from counted.job import Work
from counted.journals import KNOWN_ON, journal
from inclusion_core import Journal
from inclusion_core.workbook import filling
from inclusion_core.workbook.form import form_of
from inclusion_core.workbook.importing.acceptance import Recording
from inclusion_core.workbook.importing.imports import imported as all_imported
from inclusion_core.workbook.importing.keys import KeyFile
from inclusion_core.workbook.opening.grids import open_grid
from inclusion_core.workbook.template.making import template


def imported(clients: int, folder: Path) -> Work:
    catalogue = installed()
    form = form_of(catalogue.programme("sif.mentoring"), catalogue.schema, catalogue.vocabulary)
    path = folder / "workbook.xlsx"
    caseload = journal(clients).as_known_on(KNOWN_ON)
    path.write_bytes(template(form, "en", contents=caseload, empty_rows=0))
    numbers = count()

    def taken_in() -> object:
        return all_imported(
            filling.filled(open_grid(path), form),
            KeyFile(),
            Journal(()),
            catalogue.schema,
            Recording(recorded_on=KNOWN_ON, draw=lambda: f"{next(numbers):08}"),
        )

    return taken_in
