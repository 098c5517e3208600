"""A provider's own spreadsheet, whatever its layout, read through a mapping file.

The file is TOML, so that a person can read and correct it. It says which columns of which sheet
fill in which fields; what it does not name is not read, so that names and contacts of people never
come in. One row may give several records, and several rows the same one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from inclusion_core.findings import Finding, Place
from inclusion_core.wire.files import content_of
from inclusion_core.wire.problems import Problem
from inclusion_core.workbook.cells.lexicon import folded
from inclusion_core.workbook.filled import FilledRow, FilledWorkbook, told_once
from inclusion_core.workbook.form import WorkbookForm
from inclusion_core.workbook.mapping.file import workbook_of
from inclusion_core.workbook.mapping.mapped import RecordMapping, SheetMapping, WorkbookMapping
from inclusion_core.workbook.mapping.mapped_sheet import SheetPart, sheet_part
from inclusion_core.workbook.mapping.mapping_problems import (
    RECORD_DIFFERS,
    SHEET_NOT_FOUND,
    SHEETS_NOT_MAPPED,
)
from inclusion_core.workbook.mapping.tables import MappingTable, toml_of
from inclusion_core.workbook.sheets import Grid, RawSheet

__all__ = [
    "MAX_MAPPING_BYTES",
    "ReadMapping",
    "RecordMapping",
    "SheetMapping",
    "WorkbookMapping",
    "filled",
    "read",
]

MAX_MAPPING_BYTES = 1 << 20
"""The size above which a mapping file is not read: 1 MiB."""


@attrs.frozen(kw_only=True)
class ReadMapping:
    """What came of reading a mapping file.

    Attributes:
        mapping: The mapping; ``None`` where anything is wrong with it.
        findings: Everything that is wrong, in the order of the file.
    """

    mapping: WorkbookMapping | None
    findings: tuple[Finding, ...]


def read(path: Path, form: WorkbookForm) -> ReadMapping:
    """The mapping in a file, for the records of a programme.

    Args:
        path: The file.
        form: What records there are, and what their codes are called.
    """
    data = content_of(path, max_bytes=MAX_MAPPING_BYTES)
    entries = data if isinstance(data, Problem) else toml_of(data)
    faults: list[tuple[str, Problem]] = []
    mapping = None
    if isinstance(entries, Problem):
        faults.append(("", entries))
    else:
        mapping = workbook_of(MappingTable("", entries, faults), form)
    return ReadMapping(
        mapping=None if faults else mapping,
        findings=tuple(problem.at(Place(file=path.name, field=at)) for at, problem in faults),
    )


def filled(grid: Grid, mapping: WorkbookMapping, form: WorkbookForm) -> FilledWorkbook:
    """The records of a workbook, read through a mapping.

    A record that several rows give with the same values is one record, in the first of them; with
    different values it is none, and a finding.

    Args:
        grid: The workbook.
        mapping: Which columns fill in which fields.
        form: What records there are, and what their codes are called.
    """
    parts = tuple(_parts(grid, mapping, form))
    variants = _variants(row for part in parts for row in part.rows)
    rows = [known[0] for known in variants if len(known) == 1]
    several = [known for known in variants if len(known) > 1]
    left_out = (
        *(row for part in parts for row in part.left_out),
        *(known[0] for known in several),
    )
    mapped = {folded(sheet.title) for sheet in mapping.sheets}
    findings = (
        *grid.findings_about(each.title for each in grid.sheets if folded(each.title) in mapped),
        *(finding for part in parts for finding in part.findings),
        *_not_mapped(grid, mapping),
        *(finding for known in several for finding in _differing(known, grid.file)),
    )
    return FilledWorkbook(
        file=grid.file,
        rows=tuple(rows),
        findings=told_once(findings),
        rows_read=sum(part.rows_read for part in parts),
        left_out=tuple((row.record_type, row.number) for row in left_out if row.number),
    )


def _parts(grid: Grid, mapping: WorkbookMapping, form: WorkbookForm) -> Iterator[SheetPart]:
    if not grid.sheets:
        return  # it could not be opened, which is told already
    by_title: dict[str, RawSheet] = {}
    for sheet in grid.sheets:
        by_title.setdefault(folded(sheet.title), sheet)
    for mapped in mapping.sheets:
        found = by_title.get(folded(mapped.title))
        if found is None:
            place = Place(file=grid.file, sheet=mapped.title)
            yield SheetPart(findings=(SHEET_NOT_FOUND.at(place),))
        else:
            yield sheet_part(grid.file, found, mapped, form)


def _not_mapped(grid: Grid, mapping: WorkbookMapping) -> Iterator[Finding]:
    mapped = {folded(sheet.title) for sheet in mapping.sheets}
    positions = [
        str(position)
        for position, sheet in enumerate(grid.sheets, start=1)
        if sheet.rows and folded(sheet.title) not in mapped
    ]
    if positions:
        problem = SHEETS_NOT_MAPPED.filled(positions=", ".join(positions))
        yield problem.at(Place(file=grid.file))


def _variants(rows: Iterable[FilledRow]) -> Iterable[list[FilledRow]]:
    """For each record the rows that give it, only the first of those with the same values."""
    variants: dict[tuple[str, str], list[FilledRow]] = {}
    for row in rows:
        known = variants.setdefault((row.record_type, row.number), [])
        if all(row.values != other.values for other in known):
            known.append(row)
    return variants.values()


def _differing(known: Sequence[FilledRow], file: str) -> Iterator[Finding]:
    """Points from each row to another that gives the same record other values."""
    for row in known:
        other = known[1] if row is known[0] else known[0]
        problem = RECORD_DIFFERS.filled(sheet=other.sheet, row=str(other.row))
        yield problem.at(row.place(file, _first_difference(row.values, other.values)))


def _first_difference(values: Mapping[str, object], others: Mapping[str, object]) -> str:
    names = (*values, *others)
    return next(name for name in names if values.get(name, names) != others.get(name, names))
