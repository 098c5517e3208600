"""The workbook that a provider fills in for a programme: its sheets, its columns, their words."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.programmes import ProgrammeDefinition
from inclusion_core.texts import Text
from inclusion_core.vocabulary import Vocabulary

__all__ = ["ColumnForm", "SheetForm", "WorkbookForm", "form_of"]


@attrs.frozen(kw_only=True)
class ColumnForm:
    """A column: one field of a record.

    Attributes:
        field: The field.
        heading: What stands above it. That of the key is the provider's own number of the record,
            that of a reference names the record whose number is to be entered.
    """

    field: Field
    heading: Text


@attrs.frozen(kw_only=True)
class SheetForm:
    """A sheet: one record type, a row for each record.

    Attributes:
        record_type: The type.
        title: What stands on its tab: at most 31 characters.
        columns: Its columns, the key first.
    """

    record_type: RecordType
    title: Text
    columns: tuple[ColumnForm, ...]


@attrs.frozen(kw_only=True)
class WorkbookForm:
    """All sheets of a programme, in the order in which they are filled in.

    Attributes:
        programme: The programme.
        sheets: The sheets.
        vocabulary: What codes are called.
    """

    programme: ProgrammeDefinition
    sheets: tuple[SheetForm, ...]
    vocabulary: Vocabulary

    def __iter__(self) -> Iterator[SheetForm]:
        return iter(self.sheets)


def form_of(programme: ProgrammeDefinition, schema: Schema, vocabulary: Vocabulary) -> WorkbookForm:
    """The workbook of a programme: the record types that it names, or all that files hold."""
    return WorkbookForm(
        programme=programme,
        sheets=tuple(_sheet(each, vocabulary) for each in programme.record_types(schema)),
        vocabulary=vocabulary,
    )


def _sheet(record_type: RecordType, vocabulary: Vocabulary) -> SheetForm:
    return SheetForm(
        record_type=record_type,
        title=vocabulary.type_text(record_type.name),
        columns=tuple(
            ColumnForm(field=field, heading=vocabulary.field_text(record_type.name, field.name))
            for field in record_type.recorded_fields
        ),
    )
