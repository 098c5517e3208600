"""What was erased: a register of tombstones, without any value.

A tombstone does not tell in which operation somebody was. Whether it was set before data were due
is answered from all operations there are: surely before any of them let it be due, surely after
all of them did, or nobody can say.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import attrs

from inclusion_core.checks.held import ERASED
from inclusion_core.checks.operation_ends import ANY_END, kept_through, last_day_of
from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.fields import Record
from inclusion_core.keeping.last_words import LastWords
from inclusion_core.model.caseload import Journal
from inclusion_core.model.funding import Operation
from inclusion_core.model.versions import Act, Version
from inclusion_core.truth import Truth
from inclusion_core.values import DaySpan

__all__ = ["Done", "done_erasures"]


@attrs.frozen(kw_only=True)
class Done:
    """An erasure that was done.

    Attributes:
        record_type: The type of the record.
        record_id: Its id.
        fields: The fields that were erased; empty where it was the whole record.
        erased_on: The day.
        erased_by: By whom; an opaque id, empty where nobody says.
        because: Why.
        before_due: Whether the data could still have been kept, as somebody may ask that they are
            not.
    """

    record_type: str
    record_id: str
    fields: tuple[str, ...]
    erased_on: date
    erased_by: str
    because: str
    before_due: Truth


def done_erasures(journal: Journal, schema: Schema, on: date) -> tuple[Done, ...]:
    """What was erased by the end of a day, ordered by day, type and id.

    Args:
        journal: All versions of all records.
        schema: The record types, which say how long each field may be kept.
        on: The day.
    """
    by_then = Journal(tuple(each for each in journal.versions if each.recorded_on <= on))
    ends = [last_day_of(each) for each in by_then.as_known_on(on).of(Operation)] or [ANY_END]
    found = _found(LastWords(by_then, schema), ends)
    return tuple(sorted(found, key=lambda each: (each.erased_on, each.record_type, each.record_id)))


def _found(words: LastWords, ends: list[DaySpan]) -> Iterator[Done]:
    for key, versions in words.histories.items():
        record_type = words.schema[key[0]]
        for version in versions:
            if version.act is Act.ERASED:
                yield _done(version, (), record_type, ends)
        record = versions[-1].record
        fields = () if record is None else _erased_fields(record, record_type)
        marking = [after for before, after in _pairs(versions) if before.record == after.record]
        if fields and marking:
            yield _done(marking[-1], fields, record_type, ends)


def _pairs(versions: tuple[Version, ...]) -> Iterator[tuple[Version, Version]]:
    """Each correction with the version before it."""
    for before, after in pairwise(versions):
        if after.act is Act.CORRECTED:
            yield before, after


def _erased_fields(record: Record, record_type: RecordType) -> tuple[str, ...]:
    return tuple(
        field.name for field in record_type.recorded_fields if getattr(record, field.name) == ERASED
    )


def _done(
    version: Version, fields: tuple[str, ...], record_type: RecordType, ends: list[DaySpan]
) -> Done:
    return Done(
        record_type=version.record_type,
        record_id=version.record_id,
        fields=fields,
        erased_on=version.recorded_on,
        erased_by=version.recorded_by,
        because=version.why,
        before_due=_before_due(version.recorded_on, fields, record_type, ends),
    )


def _before_due(
    on: date, fields: tuple[str, ...], record_type: RecordType, ends: list[DaySpan]
) -> Truth:
    months = [
        field.holding.months
        for field in record_type.recorded_fields
        if field.holding is not None and (not fields or field.name in fields)
    ]
    if not months:
        return Truth.UNKNOWN
    if on <= min(kept_through([end], min(months)).earliest for end in ends):
        return Truth.YES
    return Truth.NO if kept_through(ends, max(months)).latest < on else Truth.UNKNOWN
