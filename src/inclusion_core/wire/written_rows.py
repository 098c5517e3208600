"""Versions as rows of JSON values, column by column: what returns is written once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Any, TypeAlias

import attrs
from cattrs import Converter

from inclusion_core.expr.schema import RecordType
from inclusion_core.model.versions import Act, Version
from inclusion_core.values import Absent, PartialDay, Unknown
from inclusion_core.wire.envelope import ENVELOPE

__all__ = ["Row", "RowWriter", "row_writer"]

Row: TypeAlias = Mapping[str, object]
"""A version as JSON values: the names of the envelope, then the fields of the record."""

_AS_THEY_ARE = (str, int)
_RETURNING = (date, PartialDay, Absent, Unknown, Act)
"""What is remembered: nothing of another kind is equal to one of them, but a text to a code."""


@attrs.frozen(eq=False)
class RowWriter:
    """Writes the versions of one record type.

    Attributes:
        head: Gets what stands in the envelope.
        fields: Gets each field, by name.
        value: Writes a value, and remembers.
    """

    head: Mapping[str, Callable[[Any], object]]
    fields: Mapping[str, Callable[[Any], object]]
    value: Callable[[object], object]

    def rows(self, versions: Sequence[Version]) -> list[Row]:
        """The rows of versions, each with its record or without one."""
        head = self._rows(self.head, versions)
        records = [version.record for version in versions]
        fields = iter(self._rows(self.fields, [each for each in records if each is not None]))
        return [
            row if record is None else {**row, **next(fields)}
            for row, record in zip(head, records, strict=True)
        ]

    def _rows(
        self, gets: Mapping[str, Callable[[Any], object]], values: Sequence[object]
    ) -> Iterator[dict[str, object]]:
        if not gets:  # a record may be its key alone
            return ({} for _ in values)
        columns = [self._column(list(map(get, values))) for get in gets.values()]
        return (dict(zip(gets, row, strict=True)) for row in zip(*columns, strict=True))

    def _column(self, values: list[object]) -> list[object]:
        if set(map(type, values)) <= {*_AS_THEY_ARE}:
            return values
        return [value if type(value) in _AS_THEY_ARE else self.value(value) for value in values]


def row_writer(record_type: RecordType, converter: Converter) -> RowWriter:
    """What writes the versions of a record type.

    Args:
        record_type: The type.
        converter: Says how each value is written.
    """
    fields = [field for field in record_type.recorded_fields if field.name != "id"]
    returning = {*_RETURNING, *(field.enum for field in fields)}
    known: dict[object, object] = {}

    def value(given: object) -> object:
        if type(given) not in returning:
            return converter.unstructure(given)
        if given not in known:
            known[given] = converter.unstructure(given)
        return known[given]

    return RowWriter(
        head={name: attrgetter("record_id" if name == "id" else name) for name in ENVELOPE},
        fields={field.name: attrgetter(field.name) for field in fields},
        value=value,
    )
