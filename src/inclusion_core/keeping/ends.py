"""The operations for which records are held: those that a way of references leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from inclusion_core.checks.held import leading_to
from inclusion_core.checks.operation_ends import ANY_END, last_day_of
from inclusion_core.expr.records import Records
from inclusion_core.fields import Record, type_name
from inclusion_core.keeping.holders import key_of
from inclusion_core.keeping.missing import Lack, Missing
from inclusion_core.lives.belonging import references
from inclusion_core.model.funding import Operation
from inclusion_core.values import DaySpan

__all__ = ["End", "Ends"]

OPERATION = type_name(Operation)


@attrs.frozen(kw_only=True)
class End:
    """When an operation ends for which something is held.

    Attributes:
        operation_id: The operation; empty where the way to it is broken.
        last_day: The days on which it may end.
        missing: What would have to be known to say the day; ``None`` where it is known.
    """

    operation_id: str
    last_day: DaySpan
    missing: Missing | None = None


class Ends:
    """Finds the operations behind records."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._leading = leading_to(records.schema, OPERATION)

    def behind(self, held: Iterable[Record]) -> tuple[End, ...]:
        """The ends of all operations that these records lead to, ordered by operation.

        A reference on the way that leads nowhere is an operation of which nothing is known.
        """
        waiting = list(held)
        passed = {key_of(record) for record in waiting}
        found: dict[tuple[str, Missing | None], End] = {}
        while waiting:
            record = waiting.pop()
            if isinstance(record, Operation):
                end = _end(record)
                found[end.operation_id, end.missing] = end
                continue
            for missing, named in self._named(record):
                if named is None:
                    found["", missing] = End(operation_id="", last_day=ANY_END, missing=missing)
                elif key_of(named) not in passed:
                    passed.add(key_of(named))
                    waiting.append(named)
        return tuple(sorted(found.values(), key=_order))

    def _named(self, record: Record) -> Iterator[tuple[Missing, Record | None]]:
        """The records that one names on ways to operations."""
        record_type = self._records.schema.type_of(record)
        for field, reference in references(record_type):
            if reference.to in self._leading:
                named = self._records.find(reference.to, getattr(record, field.name))
                yield _nothing_there(record, field.name), named


def _end(operation: Operation) -> End:
    last_day = last_day_of(operation)
    if last_day.exact:
        return End(operation_id=operation.id, last_day=last_day)
    missing = Missing(
        record_type=OPERATION, record_id=operation.id, field="last_day", lack=Lack.LAST_DAY
    )
    return End(operation_id=operation.id, last_day=last_day, missing=missing)


def _nothing_there(record: Record, field: str) -> Missing:
    record_type, record_id = key_of(record)
    return Missing(record_type=record_type, record_id=record_id, field=field, lack=Lack.RECORD)


def _order(end: End) -> tuple[str, str, str, str]:
    if end.missing is None:
        return end.operation_id, "", "", ""
    return end.operation_id, end.missing.record_type, end.missing.record_id, end.missing.field
