"""Timing: the same times of the records of a caseload or on the tables of a register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from inclusion_core.expr.generated import GeneratedReader
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.facts.assumption import assumed
from inclusion_core.facts.building import counted_records, counted_tables
from inclusion_core.fields import Record
from inclusion_core.metrics.durations.time_to import Standing, TimeTo
from inclusion_core.metrics.durations.times import Times
from inclusion_core.truth import Truth

if TYPE_CHECKING:
    from inclusion_core.expr.frames import Tables

__all__ = ["times_of_records", "times_of_tables"]

Timed: TypeAlias = tuple[str, int | None]
"""An outcome or a standing, and the days since the beginning where they are counted."""


def times_of_records(
    time_to: TimeTo, records: Records, parameters: Parameters, *, known_on: date
) -> Times:
    """The times of records.

    Args:
        time_to: What is timed.
        records: The records of a caseload, or the rows of its facts table.
        parameters: What it asks for.
        known_on: The day up to which the records are known.

    Raises:
        UnknownNameError: It asks for a parameter that is not given.
    """
    given = assumed(parameters, time_to.all_assumptions)
    records = counted_records(time_to.table, records, given)
    reader = GeneratedReader(records, parameters=given, known_on=known_on)
    found = Counter(
        _timed(time_to, reader, record, known_on)
        for record in records.of_type(time_to.subject.record_type)
        if reader.truth(time_to.universe, record) is not Truth.NO
    )
    return _times(time_to, known_on, found.items())


def times_of_tables(
    time_to: TimeTo, tables: Tables, parameters: Parameters, *, known_on: date
) -> Times:
    """The times of the rows of tables, told apart on their engine; see :func:`times_of_records`."""
    from inclusion_core.expr.frames import FrameReader  # noqa: PLC0415  an extra
    from inclusion_core.expr.frames.durations import timed  # noqa: PLC0415  an extra

    given = assumed(parameters, time_to.all_assumptions)
    subject = time_to.subject.record_type
    tables = counted_tables(time_to.table, tables, given)
    reader = FrameReader(tables, parameters=given, known_on=known_on)
    days = (time_to.since, *(day for _, day in time_to.outcomes))
    rows = timed(reader, subject, time_to.universe, days, known_on)
    names = {str(place): name for place, (name, _) in enumerate(time_to.outcomes)}
    found = (((names.get(row.standing, row.standing), row.days), row.number) for row in rows)
    return _times(time_to, known_on, found)


def _timed(time_to: TimeTo, reader: GeneratedReader, record: Record, known_on: date) -> Timed:
    """What came first for one record.

    The outcome that can come first of all is the one that did, if its day is known; otherwise it
    is not known which did.
    """
    since = reader.day(time_to.since, record)
    if reader.truth(time_to.universe, record) is Truth.UNKNOWN:
        return Standing.UNKNOWN.value, None
    if since.earliest > known_on:
        return Standing.NOT_BEGUN.value, None
    if not since.exact:
        return Standing.UNKNOWN.value, None
    spans = [(name, reader.day(day, record)) for name, day in time_to.outcomes]
    first, span = min(spans, key=lambda each: each[1].earliest)
    if span.earliest > known_on:
        return Standing.NOT_YET.value, (known_on - since.earliest).days
    if span.latest < since.earliest:
        return Standing.BEFORE.value, None
    if not span.exact:
        return Standing.UNKNOWN.value, None
    return first, (span.earliest - since.earliest).days


def _times(time_to: TimeTo, known_on: date, found: Iterable[tuple[Timed, int]]) -> Times:
    by_days: dict[str, Counter[int]] = {name: Counter() for name, _ in time_to.outcomes}
    not_yet: Counter[int] = Counter()
    apart: Counter[str] = Counter()
    for (name, days), number in found:
        if days is None:
            apart[name] += number
        else:
            by_days.get(name, not_yet)[days] += number
    return Times(
        time_to=time_to,
        known_on=known_on,
        outcomes={name: dict(sorted(each.items())) for name, each in by_days.items()},
        not_yet=dict(sorted(not_yet.items())),
        unknown=apart[Standing.UNKNOWN.value],
        before=apart[Standing.BEFORE.value],
        not_begun=apart[Standing.NOT_BEGUN.value],
    )
