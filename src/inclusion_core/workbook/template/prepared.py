"""The rows of a template: the records of a caseload, then rows that wait with their numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import count, islice
from typing import TypeAlias

import attrs

from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind, Record
from inclusion_core.findings import Finding, Place
from inclusion_core.model.caseload import Caseload
from inclusion_core.texts import LanguageCode
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.identifiers import shown
from inclusion_core.wire.problems import Problem, RefusedError
from inclusion_core.wire.value_forms import text_value
from inclusion_core.wire.writing import NotWritableError
from inclusion_core.workbook.cells.conversion import cell_of
from inclusion_core.workbook.form import SheetForm, WorkbookForm
from inclusion_core.workbook.template.notes import CASE_NUMBERED
from inclusion_core.workbook.template.template_problems import NO_CHARACTER, TOO_MANY_RECORDS

__all__ = ["MOST_RECORDS", "Cell", "Numbers", "PreparedSheet", "prepared"]

Cell: TypeAlias = str | int | date | None
Numbers: TypeAlias = Callable[[str, str], str]
"""The provider's own number of a record, from its type and id."""

MOST_RECORDS = 1_048_575
"""The rows that a spreadsheet has under the heading."""

_NO_XML = re.compile("[\ufffe\uffff]")

LARGEST_NUMBER = 10**15 - 1
"""Spreadsheets keep 15 digits."""


@attrs.frozen(kw_only=True, repr=False)
class PreparedSheet:
    """A sheet and what stands in its rows.

    Attributes:
        form: The sheet.
        rows: Cells by column, of the records.
        waiting: Numbers of the rows that wait to be filled in; an empty one is for the provider
            to give.
    """

    form: SheetForm
    rows: tuple[tuple[Cell, ...], ...]
    waiting: tuple[str, ...]

    @property
    def last_row(self) -> int:
        """The last row that is prepared, as the spreadsheet shows it."""
        return max(2, 1 + len(self.rows) + len(self.waiting))


def prepared(
    form: WorkbookForm,
    language: LanguageCode,
    contents: Caseload | None,
    numbers: Numbers | None,
    empty_rows: int,
) -> tuple[PreparedSheet, ...]:
    """The sheets of a form with their rows.

    Rows that wait have running numbers, so that a row can always be known again. A client's is
    the case number and left to the provider; and a row that has nothing but its number cannot
    wait, since it would be a record.

    Raises:
        NotWritableError: A text cannot stand in a cell, or a sheet has too few rows.
    """
    written = _Written(words=form.vocabulary, language=language, numbers=numbers or _own_id)
    sheets = tuple(
        _sheet(sheet, () if contents is None else _records(sheet, contents), written, empty_rows)
        for sheet in form
    )
    if written.findings:
        raise NotWritableError(tuple(written.findings))
    return sheets


def _own_id(_record_type: str, record_id: str) -> str:
    return record_id


def _records(sheet: SheetForm, contents: Caseload) -> Sequence[Record]:
    return contents.records.get(sheet.record_type.name, ())


@attrs.frozen(kw_only=True)
class _Written:
    """How values are written, and what could not be."""

    words: Vocabulary
    language: LanguageCode
    numbers: Numbers
    findings: list[Finding] = attrs.field(factory=list)

    def row(self, sheet: SheetForm, record: Record) -> tuple[Cell, ...]:
        name = sheet.record_type.name
        return tuple(self._cell(column.field, record, name) for column in sheet.columns)

    def _cell(self, field: Field, record: Record, record_type: str) -> Cell:
        cell = self._said(field, getattr(record, field.name), record_type)
        if isinstance(cell, str):
            problem = _problem(cell)
            if problem is not None:
                place = Place(record_type=record_type, record_id=shown(record.id), field=field.name)
                self.findings.append(problem.at(place))
        return cell

    def _said(self, field: Field, value: object, record_type: str) -> Cell:
        if field.reference is not None:
            return self.numbers(field.reference.to, str(value))
        if field.kind is FieldKind.KEY:
            return self.numbers(record_type, str(value))
        cell = cell_of(value, field, self.words, self.language)
        if isinstance(cell, date):
            return cell.isoformat() if field.may_be_partial else cell
        return str(cell) if isinstance(cell, int) and abs(cell) > LARGEST_NUMBER else cell


def _problem(cell: str) -> Problem | None:
    """Why a text cannot stand in a cell, or be imported from it again."""
    try:
        text_value(cell)
    except RefusedError as refused:
        return refused.problem
    return NO_CHARACTER if _NO_XML.search(cell) else None


def _sheet(
    sheet: SheetForm, records: Sequence[Record], written: _Written, empty_rows: int
) -> PreparedSheet:
    if len(records) > MOST_RECORDS:
        place = Place(record_type=sheet.record_type.name)
        written.findings.append(TOO_MANY_RECORDS.filled(most=MOST_RECORDS).at(place))
        records = ()
    rows = tuple(written.row(sheet, record) for record in records)
    free = min(empty_rows, MOST_RECORDS - len(rows))
    if sheet.record_type.name == CASE_NUMBERED or len(sheet.columns) == 1:
        waiting = ("",) * free
    else:
        waiting = tuple(islice(_running({row[0] for row in rows}), free))
    return PreparedSheet(form=sheet, rows=rows, waiting=waiting)


def _running(taken: set[Cell]) -> Iterator[str]:
    return (number for number in map(str, count(1)) if number not in taken)
