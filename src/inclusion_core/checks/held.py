"""What is held of each client, and for how long at least: the shortest time that a field names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inclusion_core.checks.examined import Examined
from inclusion_core.expr.schema import RecordType, Schema
from inclusion_core.fields import Record, type_name
from inclusion_core.model.client import Client
from inclusion_core.values import NOT_ASKED, Reason, Unknown

__all__ = ["ERASED", "holds_something", "leading_to", "shortest_months"]

ERASED = Unknown(Reason.ERASED)
"""What stands in a field whose value was erased."""

CLIENT = type_name(Client)


def holds_something(value: object) -> bool:
    """Whether there is anything to erase in a field."""
    return value not in (ERASED, NOT_ASKED)


def leading_to(schema: Schema, target: str) -> frozenset[str]:
    """The record types from which recorded references lead to a type, and that type itself."""
    leading = frozenset({target})
    while True:
        more = frozenset(
            record_type.name
            for record_type in schema
            if not record_type.derived and any(to in leading for _, to in _references(record_type))
        )
        if more <= leading:
            return leading
        leading |= more


def _references(record_type: RecordType) -> Iterator[tuple[str, str]]:
    """The fields that name other records, each with the type that it names."""
    for field in record_type.recorded_fields:
        if field.reference is not None:
            yield field.name, field.reference.to


def shortest_months(examined: Examined) -> tuple[int, Mapping[str, int]]:
    """The shortest time that any field names, and the shortest among what each client has.

    The second is empty where all fields are kept equally long: the first then holds for everybody.

    Units:
        Months after the last day of the operation.
    """
    named = {
        field.holding.months
        for record_type in examined.schema
        for field in record_type.fields.values()
        if field.holding is not None
    }
    found: dict[str, int] = {}
    for record_type in examined.schema if len(named) > 1 else ():
        for record in examined.records.of_type(record_type.name):
            months = _months(record, record_type)
            for client_id in _clients(record, examined) if months else ():
                found[client_id] = min(*months, found.get(client_id, months[0]))
    return min(named, default=0), found


def _months(record: Record, record_type: RecordType) -> list[int]:
    """The times of the fields in which a record holds something."""
    return [
        field.holding.months
        for field in record_type.recorded_fields
        if field.holding is not None and holds_something(getattr(record, field.name))
    ]


def _clients(record: Record, examined: Examined) -> frozenset[str]:
    """The clients to whom references lead."""
    leading = examined.once("held.leading", lambda: leading_to(examined.schema, CLIENT))
    waiting, found, passed = [record], set[str](), set[tuple[str, str]]()
    while waiting:
        above = waiting.pop()
        if isinstance(above, Client):
            found.add(above.id)
        for field, to in _references(examined.schema.type_of(above)):
            key = (to, getattr(above, field))
            named = examined.records.find(*key) if to in leading and key not in passed else None
            passed.add(key)
            if named is not None:
                waiting.append(named)
    return frozenset(found)
