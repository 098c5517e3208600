"""Which sheet of a workbook holds which records, and which of its columns which field.

Titles and headings count in either language and by the names in code, whatever their case, blanks
and diacritics. What they say is never repeated where it is not known: it may name a client.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

import attrs

from inclusion_core.expr.schema import Field
from inclusion_core.findings import Finding, Place
from inclusion_core.texts import Language, Text
from inclusion_core.wire.problems import Refused
from inclusion_core.workbook.cells.lexicon import folded
from inclusion_core.workbook.filled import Column
from inclusion_core.workbook.filling.names import Names
from inclusion_core.workbook.filling.sheet_problems import (
    COLUMN_TWICE,
    COLUMN_WITHOUT_HEADING,
    MISSING_COLUMN,
    NO_HEADINGS,
    SHEET_TWICE,
    UNKNOWN_HEADING,
    UNKNOWN_SHEET,
)
from inclusion_core.workbook.form import ColumnForm, SheetForm, WorkbookForm
from inclusion_core.workbook.letters import letters_of
from inclusion_core.workbook.sheets import Grid, RawSheet

__all__ = ["HeadedSheet", "Recognised", "headed", "recognised"]

FIRST_ROWS = 20
"""The headings stand in one of so many rows."""


@attrs.frozen(kw_only=True, repr=False)
class Recognised:
    """The sheets of a workbook whose records are known.

    Attributes:
        sheets: Each with its form.
        findings: What is wrong with others.
    """

    sheets: tuple[tuple[RawSheet, SheetForm], ...]
    findings: tuple[Finding, ...]


def recognised(grid: Grid, form: WorkbookForm, others: Iterable[Text]) -> Recognised:
    """The sheets with records.

    Args:
        grid: The workbook.
        form: What sheets there may be.
        others: Titles of sheets that hold no records and are passed over.
    """
    forms = {each.record_type.name: each for each in form}
    names = Names.of({name: each.title for name, each in forms.items()})
    language = names.language(sheet.title for sheet in grid.sheets)
    passed_over = {folded(title.in_(language)) for title in others for language in Language}
    found: dict[str, tuple[RawSheet, SheetForm]] = {}
    findings = []
    for position, sheet in enumerate(grid.sheets, start=1):
        meant = names.find(sheet.title, language)
        if not sheet.rows or folded(sheet.title) in passed_over:
            continue
        if meant is None:
            listed = names.listed(names.near(sheet.title) or forms)
            problem = UNKNOWN_SHEET.filled(position=position, names=listed)
            findings.append(problem.at(Place(file=grid.file)))
        elif meant in found:
            findings.append(SHEET_TWICE.at(Place(file=grid.file, sheet=sheet.title)))
        else:
            found[meant] = (sheet, forms[meant])
    return Recognised(sheets=tuple(found.values()), findings=tuple(findings))


@attrs.frozen(kw_only=True, repr=False)
class HeadedSheet:
    """A sheet whose columns are known.

    Attributes:
        form: Its form.
        sheet: Its cells.
        row: Number of the row with the headings.
        fields: By index: the field whose column it is.
        columns: By field: where it stands, with its heading.
        told: Fields whose columns are missing or doubled: nothing of the sheet can be taken.
        findings: What is wrong with its headings.
    """

    form: SheetForm
    sheet: RawSheet
    row: int
    fields: Mapping[int, Field]
    columns: Mapping[str, Column]
    told: frozenset[str]
    findings: tuple[Finding, ...]


def headed(file: str, sheet: RawSheet, form: SheetForm) -> HeadedSheet | Finding:
    """The columns of a sheet, or why there are none."""
    reader = _HeadingReader(
        sheet=sheet,
        form=form,
        names=Names.of({each.field.name: each.heading for each in form.columns}),
        forms={each.field.name: each for each in form.columns},
    )
    place = Place(file=file, sheet=sheet.title, record_type=form.record_type.name)
    row = reader.heading_row()
    if row is None:
        names = reader.names.listed(reader.forms)
        return NO_HEADINGS.filled(most=FIRST_ROWS, names=names).at(place)
    return reader.under(row, attrs.evolve(place, row=row))


@attrs.frozen(kw_only=True, repr=False)
class _HeadingReader:
    """Reads the headings of one sheet."""

    sheet: RawSheet
    form: SheetForm
    names: Names
    forms: Mapping[str, ColumnForm]

    def heading_row(self) -> int | None:
        """The row which names most columns, the first of several; nothing where none does."""
        rows = [number for number in sorted(self.sheet.rows) if number <= FIRST_ROWS]
        best = max(rows, key=lambda number: len(set(self._read(number).values())), default=None)
        return best if best is not None and self._read(best) else None

    def under(self, row: int, place: Place) -> HeadedSheet:
        """The columns under the headings of a row."""
        read = self._read(row)
        filled = {
            index for each in self.sheet.rows if each > row for index in self.sheet.rows[each]
        }
        standing = {name: _standing(name, read, filled) for name in self.forms}
        doubled = {name: indices for name, indices in standing.items() if len(indices) > 1}
        missing = [
            name
            for name, indices in standing.items()
            if filled and not indices and self.forms[name].field.required
        ]
        indices = {name: indices[0] for name, indices in standing.items() if indices}
        return HeadedSheet(
            form=self.form,
            sheet=self.sheet,
            row=row,
            fields={index: self.forms[name].field for name, index in indices.items()},
            columns=self._columns(indices, self._language(row)),
            told=frozenset((*doubled, *missing)),
            findings=(
                *self._unknown(row, filled - read.keys(), place),
                *self._doubled(doubled, place),
                *(
                    MISSING_COLUMN.filled(heading=self.names.texts[each]).at(place)
                    for each in missing
                ),
            ),
        )

    def _language(self, row: int) -> Language:
        return self.names.language(self.sheet.rows[row].values())

    def _read(self, row: int) -> Mapping[int, str]:
        """By index: the field that a heading means."""
        language = self._language(row)
        meant = {
            index: self.names.find(cell, language) for index, cell in self.sheet.rows[row].items()
        }
        return {index: name for index, name in meant.items() if name is not None}

    def _columns(self, indices: Mapping[str, int], language: Language) -> Mapping[str, Column]:
        return {
            name: Column(letter=letters_of(index), heading=self.names.texts[name].in_(language))
            for name, index in indices.items()
        }

    def _unknown(self, row: int, indices: Iterable[int], place: Place) -> Iterator[Finding]:
        read = set(self._read(row).values())
        unread = [name for name in self.forms if name not in read]
        for index in indices:
            heading = self.sheet.rows[row].get(index)
            if heading is None:
                yield COLUMN_WITHOUT_HEADING.at(_at(place, index))
            elif isinstance(heading, Refused):
                yield heading.problem.at(_at(place, index))
            else:
                near = [name for name in self.names.near(heading) if name in unread]
                names = self.names.listed(near or unread or self.forms)
                yield UNKNOWN_HEADING.filled(names=names).at(_at(place, index))

    def _doubled(self, doubled: Mapping[str, Sequence[int]], place: Place) -> Iterator[Finding]:
        for name, indices in doubled.items():
            problem = COLUMN_TWICE.filled(heading=self.names.texts[name])
            yield from (problem.at(_at(place, index)) for index in indices[1:])


def _standing(name: str, read: Mapping[int, str], filled: AbstractSet[int]) -> Sequence[int]:
    """Where the column of a field stands; an empty double does not count."""
    indices = sorted(index for index, field in read.items() if field == name)
    return [index for index in indices if index in filled] or indices[:1]


def _at(place: Place, index: int) -> Place:
    return attrs.evolve(place, column=letters_of(index))
