"""A template that was filled in, as rows of values.

What a cell says wrongly stays in the row, refused, until the row becomes a record; so everything
that is wrong with a row is told at once. A row that can become none, since it has no number or its
sheet lacks a column, is told about here and left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

import attrs
from cattrs import ClassValidationError, Converter

from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.findings import Finding, Place
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.converter import Faults, faults_of, shared_converter
from inclusion_core.wire.problems import Refused
from inclusion_core.workbook.cells.conversion import value_of
from inclusion_core.workbook.filled import FilledRow, FilledWorkbook, ReadRow, told_once
from inclusion_core.workbook.filling.headings import HeadedSheet, headed, recognised
from inclusion_core.workbook.filling.sheet_problems import NO_KNOWN_SHEET, NO_NUMBER
from inclusion_core.workbook.form import WorkbookForm
from inclusion_core.workbook.sheets import CellValue, Grid
from inclusion_core.workbook.tabs import FINDINGS_SHEET, LISTS_SHEET, NOTES_SHEET

__all__ = ["filled"]

_KEY = "id"

Cells: TypeAlias = Mapping[int, CellValue]


def filled(grid: Grid, form: WorkbookForm) -> FilledWorkbook:
    """The rows of a template that was filled in.

    Blank rows are passed over, and so are those with nothing but the number that the template puts
    there. Two rows with the same number are both among the rows: which of them counts is not known
    here, nor are the records that are there already.

    Args:
        grid: The workbook.
        form: What sheets and columns there may be, and what codes are called.
    """
    known = recognised(grid, form, (NOTES_SHEET, LISTS_SHEET, FINDINGS_SHEET))
    opened = [headed(grid.file, sheet, its_form) for sheet, its_form in known.sheets]
    sheets = [each for each in opened if isinstance(each, HeadedSheet)]
    reader = _RowReader.of(grid, form)
    read = [reader.read(sheet, *line) for sheet in sheets for line in _lines(sheet)]
    findings = (
        *grid.findings_about(sheet.title for sheet, _ in known.sheets),
        *known.findings,
        *(each for each in opened if isinstance(each, Finding)),
        *(finding for sheet in sheets for finding in sheet.findings),
        *(finding for each in read for finding in each.findings),
    )
    if grid.sheets and not known.sheets and not known.findings:
        findings = (*findings, NO_KNOWN_SHEET.at(Place(file=grid.file)))
    left_out = [each.row for each in read if each.is_left_out]
    return FilledWorkbook(
        file=grid.file,
        rows=tuple(each.row for each in read if not each.is_left_out),
        findings=told_once(findings),
        rows_read=len(read),
        left_out=tuple((row.record_type, row.number) for row in left_out if row.number),
    )


def _lines(sheet: HeadedSheet) -> Iterator[tuple[int, Cells]]:
    """The rows that hold a record, in their order, without what is in other columns."""
    for number in sorted(sheet.sheet.rows):
        there = sheet.sheet.rows[number]
        cells = {index: there[index] for index in sheet.fields if index in there}
        if number > sheet.row and cells and not _waits(cells, sheet):
            yield number, cells


@attrs.frozen(kw_only=True, repr=False)
class _RowReader:
    """Reads rows under headings that are known."""

    file: str
    vocabulary: Vocabulary
    converter: Converter

    @classmethod
    def of(cls, grid: Grid, form: WorkbookForm) -> _RowReader:
        schema = Schema({each.record_type.name: each.record_type for each in form})
        return cls(file=grid.file, vocabulary=form.vocabulary, converter=shared_converter(schema))

    def read(self, sheet: HeadedSheet, number: int, cells: Cells) -> ReadRow:
        """A row, with all that is wrong with it where it can become no record."""
        values = {
            field.name: value_of(cells[index], field, self.vocabulary)
            for index, field in sheet.fields.items()
            if index in cells
        }
        own = values.pop(_KEY, None)
        row = FilledRow(
            record_type=sheet.form.record_type.name,
            sheet=sheet.sheet.title,
            row=number,
            number=own if isinstance(own, str) else "",
            values=values,
            columns=sheet.columns,
        )
        if isinstance(own, str) and not sheet.told:
            return ReadRow(row=row)
        faults = list(self._faults(values, sheet.form.record_type))
        if not isinstance(own, str):
            faults.append((_KEY, own.problem if isinstance(own, Refused) else NO_NUMBER))
        findings = (
            problem.at(row.place(self.file, name))
            for name, problem in faults
            if name not in sheet.told
        )
        return ReadRow(row=row, is_left_out=True, findings=tuple(findings))

    def _faults(self, values: Mapping[str, object], record_type: RecordType) -> Faults:
        """What is wrong with a record besides its numbers."""
        numbers = {_KEY: ""} | {
            field.name: values[field.name]
            for field in record_type.recorded_fields
            if field.reference is not None and isinstance(values.get(field.name), str)
        }
        stand_ins = {name: f"{at}" for at, name in enumerate(numbers)}
        written = {**values, **stand_ins}
        try:
            self.converter.structure(written, record_type.record_class)
        except ClassValidationError as error:
            return tuple(faults_of(error, written, record_type))
        return ()


def _waits(cells: Cells, sheet: HeadedSheet) -> bool:
    """Whether there is nothing but a number, which the template may have put there."""
    fields = {sheet.fields[index].name for index in cells}
    is_sound = not any(isinstance(cell, Refused) for cell in cells.values())
    return fields == {_KEY} and is_sound and len(sheet.form.columns) > 1
