"""How drawn records came to be written: on which day, and what stood there before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

import attrs
from hypothesis import strategies as st

from inclusion_core.expr.schema import Field, RecordType
from inclusion_core.fields import FieldKind, Record
from inclusion_core.model.versions import Act, Version
from inclusion_core.periods import days_after, months_after
from inclusion_core.testing.strategies.casebook import Casebook
from inclusion_core.testing.strategies.contents import known_options
from inclusion_core.testing.strategies.orderly import codes_of_days
from inclusion_core.values import ABSENT, Unknown

__all__ = ["Diary"]

WRITTEN_AGAIN = 4
"""One record of so many has a second version."""
TAKEN_AWAY = 8
"""One record of so many that nobody names is taken back or erased, in an untidy diary."""


class Diary:
    """Writes the records of a book down, day by day."""

    def __init__(self, draw: st.DrawFn, book: Casebook) -> None:
        self._draw = draw
        self._book = book
        self._schema = book.setting.layout.schema
        last = book.known_on
        before = (days_after(last, -1), months_after(last, -1), months_after(last, -12))
        self._days = sorted({last, *draw(st.sets(st.sampled_from(before)))})
        self._first: dict[tuple[str, str], int] = {}

    def versions(self) -> Iterator[Version]:
        """The versions of all records, ordered by record and version."""
        records = self._book.records
        named = {key for record in records for key in self._names(record)}
        for record in records:
            key = (self._schema.type_of(record).name, record.id)
            yield from self._history(record, key, removable=key not in named)

    def _number(self, most: int) -> int:
        return self._draw(st.integers(0, most)) if most else 0

    def _names(self, record: Record) -> Iterator[tuple[str, str]]:
        """The type and the key of each record that one names."""
        for field in self._schema.type_of(record).recorded_fields:
            if field.reference is not None:
                yield field.reference.to, getattr(record, field.name)

    def _day_of(self, record: Record, key: tuple[str, str]) -> int:
        """On which of the days a record was first written down: not before those that it names."""
        if key not in self._first:
            self._first[key] = 0
            named = (self._day_of(self._book.find(*each), each) for each in self._names(record))
            earliest = max(named, default=0)
            self._first[key] = earliest + self._number(len(self._days) - 1 - earliest)
        return self._first[key]

    def _history(
        self, record: Record, key: tuple[str, str], *, removable: bool
    ) -> Iterator[Version]:
        first = self._day_of(record, key)
        only = Version(
            record_type=key[0], record_id=key[1], recorded_on=self._days[first], record=record
        )
        again = attrs.evolve(
            only,
            version=2,
            recorded_on=self._days[first + self._number(len(self._days) - 1 - first)],
            sequence=2,
        )
        tidy = self._book.setting.tidy
        if removable and not tidy and self._number(TAKEN_AWAY - 1) == TAKEN_AWAY - 1:
            if self._number(1):
                yield attrs.evolve(only, act=Act.ERASED, record=None)
            else:
                yield only
                yield attrs.evolve(again, act=Act.RETRACTED, record=None)
            return
        ways = tuple(_ways(self._schema.type_of(record), record))
        if ways and self._number(WRITTEN_AGAIN - 1) == WRITTEN_AGAIN - 1:
            act, before = ways[self._number(len(ways) - 1)]
            yield attrs.evolve(only, record=before)
            yield attrs.evolve(again, act=act)
        else:
            yield only


def _ways(record_type: RecordType, record: Record) -> Iterator[tuple[Act, Record]]:
    """What may have stood in a record before, and what was done to it then."""
    codes = codes_of_days(record_type)
    for field in record_type.recorded_fields:
        value = getattr(record, field.name)
        said = not (value is ABSENT or isinstance(value, Unknown))
        if field.kind is FieldKind.DAY:
            if field.empty is ABSENT and said:
                said_of_it = {name: ABSENT for name, day in codes.items() if day == field.name}
                yield Act.CHANGED, _with(record, {field.name: ABSENT, **said_of_it})
        elif field.name not in codes and field.kind not in (FieldKind.KEY, FieldKind.REFERENCE):
            others = (each for each in _known(record_type, field) if each != value)
            other = next(others, None)
            if other is not None:
                yield Act.CORRECTED, _with(record, {field.name: other})


def _known(record_type: RecordType, field: Field) -> tuple[Any, ...]:
    return known_options(field, (record_type.name, field.name), None)


def _with(record: Record, changed: Mapping[str, object]) -> Record:
    whole: Any = record
    return cast("Record", attrs.evolve(whole, **changed))
