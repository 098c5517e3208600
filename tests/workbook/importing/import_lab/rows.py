"""Filled rows by hand, and an import of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import count
from string import ascii_uppercase
from typing import Any

import attrs

from inclusion_core.expr.schema import Schema
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.findings import Finding
from inclusion_core.model.caseload import Journal
from inclusion_core.workbook.filled import Column, FilledRow, FilledWorkbook
from inclusion_core.workbook.importing.acceptance import Recording
from inclusion_core.workbook.importing.imports import Import, imported
from inclusion_core.workbook.importing.keys import KeyFile

JANUARY = date(2018, 1, 2)
MARCH = date(2018, 3, 4)
NOTHING = Journal(())


def row(
    record_type: str,
    number: str,
    *,
    at: int = 2,
    only: Iterable[str] | None = None,
    schema: Schema = SCHEMA,
    **values: object,
) -> FilledRow:
    """A row under all headings of its type, or only under some."""
    names = only or [field.name for field in schema[record_type].recorded_fields]
    columns = {
        name: Column(letter=letter, heading=name.upper())
        for name, letter in zip(names, ascii_uppercase, strict=False)
    }
    return FilledRow(
        record_type=record_type,
        sheet=record_type.title(),
        row=at,
        number=number,
        values=values,
        columns=columns,
    )


def workbook(*rows: FilledRow, findings: tuple[Finding, ...] = ()) -> FilledWorkbook:
    """A workbook of rows."""
    return FilledWorkbook(file="book.xlsx", rows=rows, findings=findings, rows_read=len(rows))


def drawing(prefix: str = "n") -> Callable[[], str]:
    """Draws n1, n2, n3 and so on."""
    numbers = count(1)
    return lambda: f"{prefix}{next(numbers)}"


def brought(
    *rows: FilledRow,
    keys: KeyFile | None = None,
    journal: Journal = NOTHING,
    schema: Schema = SCHEMA,
    **recording: Any,
) -> Import:
    """What these rows bring, on a day of January where none is said."""
    how = {"recorded_on": JANUARY, "draw": drawing(), **recording}
    return imported(workbook(*rows), keys or KeyFile(), journal, schema, Recording(**how))


def after(journal: Journal, result: Import) -> Journal:
    """The journal after an import."""
    return attrs.evolve(journal, versions=(*journal.versions, *result.versions))


def kinds(result: Import) -> list[str]:
    """What is wrong, without the place."""
    return [finding.kind for finding in result.findings]


def outcomes(result: Import) -> list[tuple[str, str]]:
    """What became of each record."""
    return [(each.record_id, each.outcome.value) for each in result.compared]


PROVIDER = row("provider", "P", name="Patvērums")
ANNA = row("client", "17", provider_id="P", born_on="1990-05-01", gender="female")
BORIS = row("client", "18", at=3, provider_id="P", born_on="1991-05-01")
STAY = row("arrival", "1", client_id="17", arrived_on="2017-11-05")
