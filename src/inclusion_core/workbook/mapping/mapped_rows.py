"""Records out of a row of a provider's own sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeAlias

import attrs

from inclusion_core.expr.schema import Field
from inclusion_core.fields import FieldKind
from inclusion_core.findings import Finding, Place
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.problems import Refused
from inclusion_core.workbook.cells.conversion import value_of
from inclusion_core.workbook.cells.lexicon import folded
from inclusion_core.workbook.filled import Column, FilledRow, ReadRow
from inclusion_core.workbook.form import WorkbookForm
from inclusion_core.workbook.mapping.mapped import (
    Condition,
    FixedText,
    NumberPart,
    RecordMapping,
    SheetMapping,
    columns_among,
)
from inclusion_core.workbook.mapping.mapped_headings import Headings, shown_in
from inclusion_core.workbook.mapping.mapping_problems import ROW_WITHOUT_NUMBER
from inclusion_core.workbook.sheets import CellValue

__all__ = ["Cells", "RowReader"]

Cells: TypeAlias = Mapping[int, CellValue]
"""The cells of a row that are not empty, by index of the column."""

BETWEEN = " | "
"""Stands between the parts of a number; a part that has the sign itself has it doubled."""

_DAY_SIGNS = frozenset("./-")
_DAY = Field(name="day", kind=FieldKind.DAY)


def may_hold(condition: Condition, cells: Cells, headings: Headings) -> bool:
    """Whether the column of a condition says one of its words in a row, or holds an error."""
    cell = cells.get(headings.index(condition.column))
    if cell is None or isinstance(cell, Refused):
        return cell is not None
    return folded(shown_in(cell)) in condition.equals


@attrs.frozen(kw_only=True, repr=False)
class RowReader:
    """Reads the records of one kind out of the rows of a sheet.

    Attributes:
        place: The sheet.
        conditions: What must hold for a row to give any record.
        mapping: How a row gives this one.
        headings: The columns of the sheet.
        fields: The fields of the record type by name.
        vocabulary: What codes are called.
        columns: Where each field stands; that of the key is the first of its number.
    """

    place: Place
    conditions: tuple[Condition, ...]
    mapping: RecordMapping
    headings: Headings
    fields: Mapping[str, Field]
    vocabulary: Vocabulary
    columns: Mapping[str, Column]

    @classmethod
    def of(
        cls,
        place: Place,
        sheet_mapping: SheetMapping,
        mapping: RecordMapping,
        headings: Headings,
        form: WorkbookForm,
    ) -> RowReader:
        """The reader of a sheet that has all columns that the mapping names."""
        sheet = next(each for each in form if each.record_type.name == mapping.record_type)
        parts = {"id": mapping.number, **mapping.references}
        columns = {
            name: headings.column(column, name)
            for name, several in parts.items()
            for column in reversed(tuple(columns_among(several)))
        }
        own = {name: headings.column(column, name) for name, column in mapping.fields.items()}
        return cls(
            place=place,
            conditions=sheet_mapping.only_where,
            mapping=mapping,
            headings=headings,
            fields={column.field.name: column.field for column in sheet.columns},
            vocabulary=form.vocabulary,
            columns={**columns, **own},
        )

    def read(self, row: int, cells: Cells) -> ReadRow | None:
        """The record that a row gives, or why it cannot; nothing where the row has none."""
        conditions = (*self.conditions, *self.mapping.only_where)
        if not all(may_hold(each, cells, self.headings) for each in conditions):
            return None
        own = dict(self._own(cells))
        references = dict(self._references(cells))
        number = self._number("id", self.mapping.number, cells)
        if self.mapping.fields:
            if not own:
                return None
        elif number is None or len(references) < len(self.mapping.references):
            return None
        filled = FilledRow(
            record_type=self.mapping.record_type,
            sheet=self.place.sheet,
            row=row,
            number=number if isinstance(number, str) else "",
            values={**references, **self.mapping.constants, **own},
            columns=self.columns,
        )
        findings = tuple(self._findings(filled, number, own, cells))
        return ReadRow(row=filled, is_left_out=bool(findings), findings=findings)

    def _findings(
        self, row: FilledRow, number: object, own: Mapping[str, object], cells: Cells
    ) -> Iterator[Finding]:
        """Everything that is wrong with a row that can become no record; else nothing."""
        errors = list(self._errors(row.row, cells))
        if not errors and isinstance(number, str):
            return
        yield from errors
        refused = {name: value for name, value in own.items() if isinstance(value, Refused)}
        if not isinstance(number, (str, Refused)):
            yield ROW_WITHOUT_NUMBER.at(row.place(self.place.file, "id"))
        elif isinstance(number, Refused) and not errors:
            refused["id"] = number
        for name, value in refused.items():
            yield value.problem.at(row.place(self.place.file, name))

    def _errors(self, row: int, cells: Cells) -> Iterator[Finding]:
        """A finding at each cell that holds an error."""
        conditions = (each.column for each in self.conditions)
        for name in dict.fromkeys((*conditions, *self.mapping.columns)):
            cell = cells.get(self.headings.index(name))
            if isinstance(cell, Refused):
                column = self.headings.column(name, "")
                place = attrs.evolve(
                    self.place,
                    row=row,
                    record_type=self.mapping.record_type,
                    column=column.letter,
                    field=column.heading,
                )
                yield cell.problem.at(place)

    def _own(self, cells: Cells) -> Iterator[tuple[str, object]]:
        for name, column in self.mapping.fields.items():
            cell = self._meant(name, cells.get(self.headings.index(column)))
            if cell is not None:
                yield name, value_of(cell, self.fields[name], self.vocabulary)

    def _references(self, cells: Cells) -> Iterator[tuple[str, object]]:
        for name, parts in self.mapping.references.items():
            number = self._number(name, parts, cells)
            if number is not None:
                yield name, number

    def _number(self, field: str, parts: tuple[NumberPart, ...], cells: Cells) -> object:
        """The number that a row gives, ``Refused`` for what is none; ``None`` for an empty cell."""
        alone = len(parts) == 1
        texts: list[str] = []
        for part in parts:
            text = self._part(field, part, cells, alone=alone)
            if not isinstance(text, str):
                return text
            texts.append(text if alone else text.replace("|", "||"))
        return BETWEEN.join(texts)

    def _part(self, field: str, part: NumberPart, cells: Cells, *, alone: bool) -> object:
        if isinstance(part, FixedText):
            return part.text
        cell = self._meant(field, cells.get(self.headings.index(part)))
        if cell is None:
            return None
        day = None if alone else _day_in(cell, self.vocabulary)
        return day or value_of(cell, self.fields[field], self.vocabulary)

    def _meant(self, field: str, cell: CellValue | None) -> CellValue | None:
        """A cell, or what is to be read instead of the provider's own word."""
        words = self.mapping.words.get(field)
        if cell is None or words is None or isinstance(cell, Refused):
            return cell
        return words.get(folded(shown_in(cell)), cell) or None


def _day_in(cell: CellValue, vocabulary: Vocabulary) -> str | None:
    """The day in a part of a number: the number stays when the day is written in another way."""
    if isinstance(cell, date) or (isinstance(cell, str) and _DAY_SIGNS & set(cell)):
        value = value_of(cell, _DAY, vocabulary)
        return value if isinstance(value, str) else None
    return None
