"""What a record of a life tells besides its days: its own fields, and those of what it names.

Of a programme or a contract its codes and texts are told; of what has neither, such as a
household, only how many others share it. The record that gives another its day, as a service does
to an attendance, is told whole, with the codes of what names it: in which roles it was given.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from inclusion_core.expr.schema import RecordType
from inclusion_core.fields import FieldKind, Record
from inclusion_core.lives.around import Around, Named
from inclusion_core.lives.belonging import Own
from inclusion_core.lives.entries import Detail
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, NOT_ASKED

__all__ = ["details", "naming_code", "shared_with"]

_ALL = frozenset(FieldKind) - {FieldKind.KEY, FieldKind.REFERENCE, FieldKind.DAY}
_NAMES = frozenset({FieldKind.CODE, FieldKind.TEXT})
_CODES = frozenset({FieldKind.CODE})


def details(own: Own, around: Around, occasion: Named | None) -> Iterator[Detail]:
    """What is known besides the days; first of what the record names, then its own.

    Args:
        own: The record.
        around: What stands around it.
        occasion: The record that gives this one its day, where one does.
    """
    for named in around.named_by(own.record_type, own.record):
        if named == occasion:
            yield from _occasion(named, around)
        else:
            yield from _told(named.record_type, named.record, _NAMES)
    yield from _told(own.record_type, own.record, _ALL)


def naming_code(own: Own) -> tuple[Detail, ...]:
    """The first code of a record, by which people tell it from others of its type."""
    codes = (
        detail
        for detail in _told(own.record_type, own.record, _CODES)
        if isinstance(detail.value, Enum) and not isinstance(detail.value, YesNo)
    )
    return tuple(codes)[:1]


def shared_with(own: Own, around: Around) -> int | None:
    """How many others share what the record names and what says nothing of itself."""
    for named in around.named_by(own.record_type, own.record):
        if not any(field.kind in _ALL for field in named.record_type.recorded_fields):
            return around.others(own, named)
    return None


def _occasion(occasion: Named, around: Around) -> Iterator[Detail]:
    yield from _told(occasion.record_type, occasion.record, _ALL)
    for beside in around.naming(occasion):
        yield from _told(beside.record_type, beside.record, _CODES)
        for named in around.named_by(beside.record_type, beside.record):
            if named.by != beside.by:
                yield from _told(named.record_type, named.record, _CODES)


def _told(record_type: RecordType, record: Record, kinds: frozenset[FieldKind]) -> Iterator[Detail]:
    for field in record_type.recorded_fields:
        value = getattr(record, field.name)
        if field.kind in kinds and value is not ABSENT and value != NOT_ASKED:
            yield Detail(record_type=record_type.name, field=field, value=value)
