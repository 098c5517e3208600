"""Why a figure moved: who is counted otherwise than before, and which versions of records did it.

A version that was recorded between two days touches a person when its record names that person,
or names a record that does: an outcome names a participation, which names a client, who is a
person. It did not always move the figure; it is what somebody has to look at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum

import attrs

from inclusion_core.expr.generated import GeneratedReader
from inclusion_core.expr.objects import UNKNOWN_CODE
from inclusion_core.expr.records import Records
from inclusion_core.facts.building import counted_records
from inclusion_core.fields import Record
from inclusion_core.lives.belonging import CLIENT, life_types
from inclusion_core.metrics.metric import Metric
from inclusion_core.model.versions import Act, Version
from inclusion_core.submissions.asked import Asked, Material
from inclusion_core.truth import Truth

__all__ = ["Key", "Moved", "Standing", "Touched", "members", "moved"]

Key = tuple[str, str]
"""Type and id of a record."""


class Standing(Enum):
    """What a subject is for a figure."""

    COUNTED = "counted"
    NOT_COUNTED = "not_counted"
    UNKNOWN = "unknown"
    OPEN = "open"


@attrs.frozen(kw_only=True)
class Touched:
    """A version of a record that somebody has to look at; it holds no value of it."""

    record_type: str
    record_id: str
    version: int
    recorded_on: date
    act: Act


@attrs.frozen(kw_only=True)
class Moved:
    """A subject that a figure counts otherwise than before.

    Attributes:
        subject_type: Its record type.
        subject_id: Its id.
        before: What it was for the figure; not counted also where it was not there.
        after: What it is; the same as before where its amount or code is another.
        touched_by: The versions recorded in between that name it.
    """

    subject_type: str
    subject_id: str
    before: Standing
    after: Standing
    touched_by: tuple[Touched, ...] = ()


@attrs.frozen
class _Place:
    """What a subject is for a figure, with its amount and its code."""

    standing: Standing
    amount: object = attrs.field(default=None, repr=False)
    code: object = attrs.field(default=None, repr=False)


_NOWHERE = _Place(Standing.NOT_COUNTED)


def moved(metric: Metric, material: Material, before: Asked, after: Asked) -> tuple[Moved, ...]:
    """Who is counted otherwise: by id.

    Args:
        metric: The figure.
        material: All that was recorded.
        before: What it was asked with first.
        after: What it is asked with now; mostly the same, as known on a later day.
    """
    first, then = _places(metric, material, before), _places(metric, material, after)
    changed = [
        key
        for key in sorted(first.keys() | then.keys())
        if first.get(key, _NOWHERE) != then.get(key, _NOWHERE)
    ]
    if not changed:
        return ()
    subject = metric.subject if metric.table is None else metric.table.subject
    touched = _touched(material, before.known_on, after.known_on, subject.record_type)
    return tuple(
        Moved(
            subject_type=subject.record_type,
            subject_id=key,
            before=first.get(key, _NOWHERE).standing,
            after=then.get(key, _NOWHERE).standing,
            touched_by=tuple(touched.get((subject.record_type, key), ())),
        )
        for key in changed
    )


def members(metric: Metric, material: Material, asked: Asked) -> tuple[str, ...]:
    """The ids of those whom a metric surely counts, ordered."""
    places = _places(metric, material, asked)
    return tuple(sorted(key for key, at in places.items() if at.standing is Standing.COUNTED))


def _places(metric: Metric, material: Material, asked: Asked) -> Mapping[str, _Place]:
    """What each subject is for the figure; those that are surely not counted are left out."""
    known = material.known(asked.known_on)
    given = asked.parameters(metric.all_assumptions)
    reader = GeneratedReader(
        counted_records(metric.table, known.records, given),
        parameters=given,
        known_on=asked.known_on,
    )
    listed = reader.records.of_type(metric.subject.record_type)
    places = ((record.id, _place(metric, reader, record, asked.known_on)) for record in listed)
    return {key: place for key, place in places if place is not None}


def _place(
    metric: Metric, reader: GeneratedReader, record: Record, known_on: date
) -> _Place | None:
    universe = reader.truth(metric.universe, record)
    if universe is Truth.NO:
        return None
    if metric.settled_on is not None and reader.day(metric.settled_on, record).latest > known_on:
        return _Place(Standing.OPEN)
    counted = universe & reader.truth(metric.where, record)
    if counted is not Truth.YES:
        return None if counted is Truth.NO else _Place(Standing.UNKNOWN)
    code = None if metric.by is None else reader.code(metric.by.code, record)
    return _Place(
        Standing.COUNTED,
        None if metric.amount is None else reader.number(metric.amount, record),
        "?" if code is UNKNOWN_CODE else code,
    )


# Which versions name whom.


def _touched(
    material: Material, since: date, until: date, subject: str
) -> Mapping[Key, list[Touched]]:
    """The versions recorded after one day and by another, by each record that they name."""
    types = life_types(material.schema)
    known = [material.known(day).records for day in (since, until)]
    found: dict[Key, list[Touched]] = defaultdict(list)
    for version in sorted(material.journal.versions, key=lambda each: each.order):
        if since < version.recorded_on <= until:
            for key in sorted(_named(version, known, types, subject)):
                found[key].append(_told(version))
    return found


def _told(version: Version) -> Touched:
    return Touched(
        record_type=version.record_type,
        record_id=version.record_id,
        version=version.version,
        recorded_on=version.recorded_on,
        act=version.act,
    )


def _named(
    version: Version, known: Iterable[Records], types: frozenset[str], subject: str
) -> set[Key]:
    """The record itself and all that it names, as far as lives reach, by what either day knew."""
    first = (version.record_type, version.record_id)
    found: set[Key] = set()
    for records in known:
        there, waiting = {first}, [first]
        while waiting:
            key = waiting.pop()
            if key == first or key[0] in types or records.schema[key[0]].derived:
                names = {*_references(key, records), *_beside(key, records, subject)}
                waiting += names - there
                there |= names
        found |= there
    return found


def _references(key: Key, records: Records) -> Iterator[Key]:
    record = records.find(*key)
    if record is not None:
        for field in records.schema[key[0]].fields.values():
            if field.reference is not None and getattr(record, field.name):
                yield field.reference.to, getattr(record, field.name)


def _beside(key: Key, records: Records, subject: str) -> Iterator[Key]:
    """What a client has through a record that names both: a household, through a membership."""
    if key[0] != CLIENT:
        return
    for link in records.schema[CLIENT].links.values():
        if link.many:
            for field in records.schema[link.to].fields.values():
                if field.reference is not None and field.reference.to == subject != CLIENT:
                    for record in records.naming(link.to, link.field, key[1]):
                        yield subject, getattr(record, field.name)
