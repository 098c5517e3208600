"""The records of one sheet of a provider's own workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import attrs

from inclusion_core.findings import Finding, Place
from inclusion_core.wire.problems import Refused
from inclusion_core.workbook.cells.lexicon import folded
from inclusion_core.workbook.filled import FilledRow, ReadRow
from inclusion_core.workbook.form import WorkbookForm
from inclusion_core.workbook.letters import letters_of
from inclusion_core.workbook.mapping.mapped import ColumnName, Heading, SheetMapping
from inclusion_core.workbook.mapping.mapped_headings import Headings
from inclusion_core.workbook.mapping.mapped_rows import Cells, RowReader
from inclusion_core.workbook.mapping.mapping_problems import COLUMN_NOT_MAPPED, ERROR_ABOVE
from inclusion_core.workbook.sheets import CellValue, RawSheet

__all__ = ["SheetPart", "sheet_part"]

MOST_LETTERS = 20

Line: TypeAlias = tuple[int, Cells]
"""A row and its number."""


@attrs.frozen(kw_only=True, repr=False)
class SheetPart:
    """What a sheet adds to a workbook.

    Attributes:
        rows: The records, row by row.
        left_out: The rows that can become none.
        findings: What is wrong with it.
        rows_read: How many of its rows had something in them.
    """

    rows: tuple[FilledRow, ...] = ()
    left_out: tuple[FilledRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    rows_read: int = 0


def sheet_part(file: str, sheet: RawSheet, mapping: SheetMapping, form: WorkbookForm) -> SheetPart:
    """The records of a sheet; none of a kind of which a column is missing."""
    headings = Headings.of(sheet, mapping.heading_row)
    place = Place(file=file, sheet=sheet.title, row=mapping.heading_row)
    faults = dict(_faults(mapping, headings, place))
    lines = tuple(_lines(sheet, mapping, headings))
    read: list[ReadRow] = []
    if faults.keys().isdisjoint(mapping.columns):
        readers = [
            RowReader.of(place, mapping, each, headings, form)
            for each in mapping.records
            if faults.keys().isdisjoint(each.columns)
        ]
        read.extend(_read(lines, readers))
    return SheetPart(
        rows=tuple(each.row for each in read if not each.is_left_out),
        left_out=tuple(each.row for each in read if each.is_left_out),
        findings=(
            *faults.values(),
            *_not_mapped(mapping, headings, lines, place),
            *(finding for each in read for finding in each.findings),
        ),
        rows_read=len(lines),
    )


def _every_column(mapping: SheetMapping) -> dict[ColumnName, None]:
    """Every column that the mapping of a sheet names, once."""
    return dict.fromkeys(
        (*mapping.columns, *(column for record in mapping.records for column in record.columns))
    )


def _faults(
    mapping: SheetMapping, headings: Headings, place: Place
) -> Iterator[tuple[ColumnName, Finding]]:
    for name in _every_column(mapping):
        problem = headings.problem(name)
        if problem is not None and isinstance(name, Heading):
            yield name, problem.at(attrs.evolve(place, field=name.text))


def _not_mapped(
    mapping: SheetMapping, headings: Headings, lines: Iterable[Line], place: Place
) -> Iterator[Finding]:
    taken = {
        headings.index(name) for name in _every_column(mapping) if headings.problem(name) is None
    }
    there = set(headings.texts).union(*(cells for _, cells in lines))
    letters = [letters_of(index) for index in sorted(there - taken)]
    if letters:
        more = ["…"] if len(letters) > MOST_LETTERS else []
        named = ", ".join(letters[:MOST_LETTERS] + more)
        yield COLUMN_NOT_MAPPED.filled(letters=named).at(place)


def _lines(sheet: RawSheet, mapping: SheetMapping, headings: Headings) -> Iterator[Line]:
    """The rows below the headings, without empty cells, and with what stands for them."""
    down = [headings.index(name) for name in mapping.fill_down if headings.problem(name) is None]
    above: dict[int, CellValue] = {}
    empty_words = mapping.empty_words | {""}
    for number in sorted(sheet.rows):
        cells = _filled_cells(sheet.rows[number], empty_words)
        if number > mapping.heading_row and number not in mapping.skip_rows and cells:
            above |= {index: _further_down(cells[index]) for index in down if index in cells}
            yield number, {**above, **cells}


def _filled_cells(cells: Cells, empty_words: frozenset[str]) -> Cells:
    return {
        index: cell
        for index, cell in cells.items()
        if not isinstance(cell, str) or folded(cell) not in empty_words
    }


def _further_down(cell: CellValue) -> CellValue:
    """What an empty cell further down means."""
    return Refused(ERROR_ABOVE) if isinstance(cell, Refused) else cell


def _read(lines: Iterable[Line], readers: Sequence[RowReader]) -> Iterator[ReadRow]:
    for number, cells in lines:
        for reader in readers:
            found = reader.read(number, cells)
            if found is not None:
                yield found
