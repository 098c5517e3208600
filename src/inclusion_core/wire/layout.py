"""Layout: under which names a record type stands in files, checked before anything is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from inclusion_core.errors import SchemaError
from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.fields import FieldKind
from inclusion_core.filenames import fits_every_system
from inclusion_core.values import ABSENT
from inclusion_core.wire.envelope import ENVELOPE

__all__ = ["Column", "check_layout", "columns_of", "recorded_types"]

_NUMBERS = ("version", "sequence")
_REQUIRED = ("id", "recorded_on")
_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


@attrs.frozen(kw_only=True)
class Column:
    """One column of a CSV file, or two: a companion says why there is no value.

    Attributes:
        name: The heading.
        field: The field; ``None`` for a column of the envelope.
        companion: Heading of the column that says why the value is unknown; empty for none.
    """

    name: str
    field: Field | None = None
    companion: str = ""

    @property
    def headings(self) -> tuple[str, ...]:
        """Its own heading, and that of its companion."""
        return (self.name, self.companion) if self.companion else (self.name,)

    @property
    def holds_number(self) -> bool:
        """Whether a value in it is a whole number."""
        return self.name in _NUMBERS if self.field is None else self.field.kind is FieldKind.NUMBER

    @property
    def required(self) -> bool:
        """Whether it may not be left out of a file."""
        return self.name in _REQUIRED if self.field is None else self.field.required


def columns_of(record_type: RecordType) -> tuple[Column, ...]:
    """The columns of a record type: the envelope, then the fields, each beside its companion."""
    return tuple(_columns(record_type))


def _columns(record_type: RecordType) -> Iterator[Column]:
    for name in ENVELOPE:
        yield Column(name=name)
    for field in record_type.recorded_fields:
        if field.name != "id":
            companion = f"{field.name}_unknown" if _needs_companion(field) else ""
            yield Column(name=field.name, field=field, companion=companion)


def _needs_companion(field: Field) -> bool:
    """Whether an empty cell cannot say all that may be said without a value."""
    return field.may_be_unknown or (field.may_be_absent and field.empty is not ABSENT)


def recorded_types(schema: Schema) -> dict[str, RecordType]:
    """The record types that stand in files, by name.

    Raises:
        SchemaError: The name of a type or field is no safe name of a file or column, or one
            heading would stand for two things.
    """
    types = {kind.name: kind for kind in schema if not kind.derived}
    for name, record_type in types.items():
        check_layout(name, name, columns_of(record_type))
    return types


def check_layout(record_type: str, name: str, columns: Iterable[Column]) -> None:
    """See that a record type can stand in files.

    Args:
        record_type: What it is called today.
        name: What it is called in the version of these columns.
        columns: Its columns.

    Raises:
        SchemaError: A name is no safe one, or one heading would stand for two things.
    """
    if not fits_every_system(name):
        raise SchemaError(record_type, f"{name!r} cannot be the name of a file on every system")
    headings = Counter(heading for column in columns for heading in column.headings)
    for heading in (name, *headings):
        if not _NAME.fullmatch(heading):
            raise SchemaError(record_type, f"{heading!r} cannot be the name of a file or a column")
        if headings[heading] > 1:
            raise SchemaError(record_type, f"{heading!r} would be the heading of two columns")
