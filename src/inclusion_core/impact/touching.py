"""Which versions of records touch whom.

A version touches a subject when its record names the subject, or names a record that does: an
outcome names a participation, which names a client, who is a person. It touches too who rests on
its record: an attendance of a lesson is touched by a correction of the lesson. It did not always
move a figure; it is what somebody has to look at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from inclusion_core.expr import nodes
from inclusion_core.expr.objects import record_type_of
from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Schema
from inclusion_core.impact.material import Material
from inclusion_core.lives.belonging import CLIENT, life_types
from inclusion_core.metrics.metric import Metric
from inclusion_core.model.versions import Version

__all__ = ["Key", "named_by", "recorded_between", "touched", "types_read"]

Key: TypeAlias = tuple[str, str]
"""Type and id of a record."""


def recorded_between(material: Material, since: date, until: date) -> tuple[Version, ...]:
    """The versions recorded after one day and by another, by record."""
    ordered = sorted(material.journal.versions, key=lambda each: each.order)
    return tuple(each for each in ordered if since < each.recorded_on <= until)


def touched(
    material: Material, since: date, until: date, subject: str
) -> Mapping[Key, tuple[Version, ...]]:
    """The versions recorded after one day and by another, by each record that they name.

    Args:
        material: All that was recorded.
        since: The earlier day.
        until: The later one.
        subject: The record type of those who are counted: households are reached from clients.
    """
    types = life_types(material.schema)
    known = [material.known(day).records for day in (since, until)]
    found: dict[Key, list[Version]] = defaultdict(list)
    for version in recorded_between(material, since, until):
        for key in sorted(_named(version, known, types, subject)):
            found[key].append(version)
    return {key: tuple(versions) for key, versions in found.items()}


def named_by(key: Key, known: Iterable[Records]) -> frozenset[Key]:
    """The records that a record names, those that these name, and so on, by what any day knew.

    Args:
        key: The record; it is not among them.
        known: The records of some days.
    """
    found: set[Key] = set()
    for records in known:
        waiting = [key]
        while waiting:
            names = set(_references(waiting.pop(), records)) - found
            found |= names
            waiting += names
    return frozenset(found - {key})


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


def types_read(metric: Metric | None, schema: Schema) -> frozenset[str]:
    """The record types that a metric asks about, or the columns of its facts table do.

    Args:
        metric: It, or ``None`` where nobody declares it any more: it asks about nothing then.
        schema: The record types of the data.
    """
    found: set[str] = set()
    for node in _asked(metric):
        for part in nodes.walk(node):
            if isinstance(part, nodes.Related):
                found.update(_passed(part, schema))
            elif isinstance(part, nodes.Variable):
                found.add(part.record_type)
            elif isinstance(part, nodes.Hop):
                found.add(record_type_of(part, schema))
    return frozenset(found)


def _asked(metric: Metric | None) -> Iterator[nodes.Node]:
    """What a metric asks of records; of a facts table, how the columns that it names ask them."""
    if metric is None:
        return
    own = [each.node for each in metric.expressions.values()]
    if metric.table is None:
        yield from own
        return
    parts = (part for node in own for part in nodes.walk(node))
    names = {part.name for part in parts if isinstance(part, nodes.FieldNode)}
    for name, column in metric.table.columns.items():
        if name in names:
            yield column.value.node
            if column.known_where is not None:
                yield column.known_where.node


def _passed(related: nodes.Related, schema: Schema) -> Iterator[str]:
    """The record types on the way to a list."""
    record_type = record_type_of(related.owner, schema)
    for link in related.path:
        record_type = schema[record_type].link(link).to
        yield record_type
