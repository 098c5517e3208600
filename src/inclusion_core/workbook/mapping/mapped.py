"""What a mapping says: which columns of a provider's own sheet make which records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import attrs

from inclusion_core.workbook.cells.lexicon import folded

__all__ = [
    "ColumnName",
    "Condition",
    "FixedText",
    "Heading",
    "Letter",
    "NumberPart",
    "RecordMapping",
    "SheetMapping",
    "WorkbookMapping",
    "columns_among",
]


@attrs.frozen
class Heading:
    """A column by what stands above it, however that is written.

    Attributes:
        text: The heading.
        known_as: As it is compared.
    """

    text: str = attrs.field(eq=False)
    known_as: str = attrs.field(
        init=False, repr=False, default=attrs.Factory(lambda own: folded(own.text), takes_self=True)
    )


@attrs.frozen
class Letter:
    """A column by its letter: where a heading is missing, or several columns have it."""

    letter: str


@attrs.frozen
class FixedText:
    """A part of a number that is the same in every row."""

    text: str = attrs.field(repr=False)


ColumnName: TypeAlias = Heading | Letter
NumberPart: TypeAlias = Heading | Letter | FixedText


@attrs.frozen
class Condition:
    """Holds for a row whose column says one of some words."""

    column: ColumnName
    equals: frozenset[str] = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class RecordMapping:
    """How a row of the sheet gives a record.

    Attributes:
        record_type: Its type.
        number: What the number of the record is made of.
        fields: The column of each field that a cell fills in.
        references: What the number of the record that a reference names is made of.
        constants: JSON values of the fields that are the same in every row.
        words: By field, then by the provider's own word as it is compared: what to read instead;
            empty for an empty cell.
        only_where: What must hold for a row to give the record.
    """

    record_type: str
    number: tuple[NumberPart, ...]
    fields: Mapping[str, ColumnName] = attrs.field(factory=dict)
    references: Mapping[str, tuple[NumberPart, ...]] = attrs.field(factory=dict)
    constants: Mapping[str, object] = attrs.field(factory=dict, repr=False)
    words: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict, repr=False)
    only_where: tuple[Condition, ...] = ()

    @property
    def columns(self) -> Iterator[ColumnName]:
        """Every column that it names, some perhaps more than once."""
        yield from columns_among(self.number)
        yield from self.fields.values()
        for parts in self.references.values():
            yield from columns_among(parts)
        yield from (condition.column for condition in self.only_where)


def columns_among(parts: Iterable[NumberPart]) -> Iterator[ColumnName]:
    """The parts of a number that are columns."""
    return (part for part in parts if not isinstance(part, FixedText))


@attrs.frozen(kw_only=True)
class SheetMapping:
    """How a sheet is read.

    Attributes:
        title: What stands on its tab.
        heading_row: Number of the row with the headings; what is above it is not read.
        skip_rows: Numbers of rows that are no records: totals, notes.
        fill_down: Columns in which an empty cell means what stands above it.
        empty_words: What counts as an empty cell, as it is compared.
        only_where: What must hold for a row to give any record.
        records: The records that a row gives.
    """

    title: str
    heading_row: int = 1
    skip_rows: frozenset[int] = frozenset()
    fill_down: tuple[ColumnName, ...] = ()
    empty_words: frozenset[str] = attrs.field(default=frozenset(), repr=False)
    only_where: tuple[Condition, ...] = ()
    records: tuple[RecordMapping, ...] = ()

    @property
    def columns(self) -> Iterator[ColumnName]:
        """The columns that it names apart from its records."""
        yield from self.fill_down
        yield from (condition.column for condition in self.only_where)


@attrs.frozen(kw_only=True)
class WorkbookMapping:
    """How a provider's own workbook is read.

    Attributes:
        sheets: The sheets that are read; there is no other.
    """

    sheets: tuple[SheetMapping, ...]
