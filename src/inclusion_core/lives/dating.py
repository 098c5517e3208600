"""When a record belongs, and the entries that its days make.

A record that holds no such day takes it from what it names: an attendance from its service, what
is settled at entry from the day of entry.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from inclusion_core.expr.schema import RecordType
from inclusion_core.fields import Record
from inclusion_core.lives.around import Around, Named
from inclusion_core.lives.belonging import CLIENT, Own, references
from inclusion_core.lives.day_fields import DayFields, day_fields, day_in
from inclusion_core.lives.entries import Detail, Entry, Event, Stay
from inclusion_core.lives.telling import details, naming_code, shared_with
from inclusion_core.values import ABSENT, Day

__all__ = ["entries_of"]


@attrs.frozen(kw_only=True)
class _When:
    """When a record belongs.

    Attributes:
        field: The field that says so.
        day: The day, or the first of several.
        last_day: The last of a stay; ``None`` for what happens on a day.
        occasion: The record that holds the field, where it belongs to no life.
        fields: The fields of the record itself that are thereby told.
        named: The field has to be told, because there are others.
    """

    field: str
    day: Day
    last_day: Day | None = None
    occasion: Named | None = None
    fields: tuple[str, ...] = ()
    named: bool = False


def entries_of(own: Own, around: Around) -> Iterator[Entry]:
    """The entries of one record: first the one that tells all of it, then its other days."""
    when = _when(own, around)
    yield _leading(own, when, tuple(details(own, around, when.occasion)), around)
    for name in day_fields(own.record_type).names:
        day = day_in(own.record, name)
        is_told = name in when.fields or day is ABSENT or day == own.record_type.field(name).empty
        if not is_told:
            yield Event(
                record_type=own.record_type.name,
                record_id=own.record.id,
                client_id=own.client_id,
                details=naming_code(own),
                day=day,
                field=name,
                named=True,
            )


def _leading(own: Own, when: _When, told: tuple[Detail, ...], around: Around) -> Entry:
    together_with = shared_with(own, around)
    if when.last_day is None:
        return Event(
            record_type=own.record_type.name,
            record_id=own.record.id,
            client_id=own.client_id,
            details=told,
            together_with=together_with,
            day=when.day,
            field=when.field,
            named=when.named,
        )
    return Stay(
        record_type=own.record_type.name,
        record_id=own.record.id,
        client_id=own.client_id,
        details=told,
        together_with=together_with,
        first_day=when.day,
        last_day=when.last_day,
    )


def _when(own: Own, around: Around) -> _When:
    return (
        _by_itself(own.record_type, own.record, around)
        or _by_a_record_of_the_life(own, around)
        or _by_any_day(own, day_fields(own.record_type))
    )


def _by_itself(record_type: RecordType, record: Record, around: Around) -> _When | None:
    """By its own days, or by those of the occasion on which it happened."""
    if day_fields(record_type).leading:
        return _by_days(record_type, record)
    occasion = around.occasion(record_type, record)
    if occasion is None:
        return None
    given = _by_days(occasion.record_type, occasion.record)
    return attrs.evolve(given, occasion=occasion, fields=(), named=False)


def _by_days(record_type: RecordType, record: Record) -> _When:
    fields = day_fields(record_type)
    lead, span = fields.lead(record), fields.span(record)
    return _When(
        field=lead,
        day=day_in(record, lead),
        last_day=None if span is None else span[1],
        fields=(lead,) if span is None else (lead, fields.last),
        named=len(fields.leading) > 1,
    )


def _by_a_record_of_the_life(own: Own, around: Around) -> _When | None:
    """By the first day of what it names, other than the client."""
    for field, reference in references(own.record_type):
        above = around.own.get((reference.to, getattr(own.record, field.name)))
        if above is not None and reference.to != CLIENT:
            when = _by_itself(above.record_type, above.record, around)
            if when is not None:
                return _When(field=when.field, day=when.day)
    return None


def _by_any_day(own: Own, fields: DayFields) -> _When:
    """By whatever day there is; what holds none belongs to none."""
    for name in fields.names:
        day = day_in(own.record, name)
        if day is not ABSENT:
            return _When(field=name, day=day, fields=(name,), named=True)
    return _When(field="", day=ABSENT)
