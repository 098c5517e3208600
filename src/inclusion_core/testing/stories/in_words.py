"""One record in words: what it is, when it belongs, and what is told of it.

What stands in it as in an empty cell is not told, nor that it names the only record of its type.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

import attrs

from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Field, RecordType
from inclusion_core.fields import FieldKind, Record
from inclusion_core.lives.belonging import CLIENT, references
from inclusion_core.lives.day_fields import day_fields, day_in
from inclusion_core.lives.wording import LifeWords
from inclusion_core.model.client import Client
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown, day_text
from inclusion_core.words import WORDS

__all__ = ["RecordWords", "detail"]

_WORDS = LifeWords(vocabulary=WORDS)
_OTHERWISE = frozenset({FieldKind.KEY, FieldKind.REFERENCE})
_DATED = frozenset({"service", "participation", "goal", "support_plan"})
"""What gives its day to a record that names it and has none."""


@attrs.frozen
class RecordWords:
    """The words for the records of a caseload.

    Attributes:
        records: All of them.
    """

    records: Records

    def called(self, record: Record) -> str:
        """What it is: ``support plan support-plan-1``."""
        name = self._type(record).name
        return f"{WORDS.type(name, 'en')} {record.id}"

    def begins(self, record: Record) -> Day:
        """The day by which it is put in order; absent for what belongs to none."""
        found = self._dated(record)
        return ABSENT if found is None else day_in(found, self._lead(found))

    def days(self, record: Record) -> str:
        """When it belongs: ``2018-05-02..2018-11-30``, ``2018-05-02..`` while it lasts."""
        span = self._span(record)
        return f"{_day(span[0])}..{_day(span[1])}" if span else _day(self.begins(record))

    def says(self, record: Record, whose: str = "") -> str:
        """What else is told of it.

        Args:
            record: The record.
            whose: A client of whom it goes without saying that they are named.
        """
        return ", ".join([*self._names(record, whose), *self._values(record)])

    def _type(self, record: Record) -> RecordType:
        return self.records.schema.type_of(record)

    def _lead(self, record: Record) -> str:
        return day_fields(self._type(record)).lead(record)

    def _span(self, record: Record) -> tuple[Day, Day] | None:
        return day_fields(self._type(record)).span(record)

    def _dated(self, record: Record) -> Record | None:
        """The record itself, where it says when it belongs; or what it names and says so."""
        if isinstance(record, Client):
            return None
        if self._lead(record):
            return record
        found = (
            self.records.find(reference.to, getattr(record, field.name))
            for field, reference in references(self._type(record))
            if reference.to in _DATED
        )
        return next((each for each in found if each is not None), None)

    def _names(self, record: Record, whose: str) -> Iterator[str]:
        there = self._type(record)
        for field, reference in references(there):
            key = getattr(record, field.name)
            only = [each.id for each in self.records.of_type(reference.to)] == [key]
            if not only and (reference.to, key) != (CLIENT, whose):
                yield f"{WORDS.field(there.name, field.name, 'en')} {key}"

    def _values(self, record: Record) -> Iterator[str]:
        there = self._type(record)
        told = self._told_as_days(record)
        for field in there.recorded_fields:
            value = getattr(record, field.name)
            known = field.name not in told or (isinstance(value, Unknown) and value != NOT_ASKED)
            if field.kind not in _OTHERWISE and known and value not in (field.empty, record.id):
                yield detail(there, field, value)

    def _told_as_days(self, record: Record) -> tuple[str, ...]:
        if self._dated(record) is not record:
            return ()
        last = day_fields(self._type(record)).last if self._span(record) else ""
        return self._lead(record), last


def detail(there: RecordType, field: Field, value: object) -> str:
    """What a field holds; a code speaks for itself, anything else follows its field."""
    said = str(value) if field.reference is not None else _WORDS.value(field, value)
    if isinstance(value, Enum) and not isinstance(value, YesNo | Absent):
        return said
    return f"{_WORDS.field(there.name, field.name)}: {said}"


def _day(day: Day) -> str:
    if isinstance(day, Unknown):
        return "?"
    return "" if isinstance(day, Absent) else day_text(day)
