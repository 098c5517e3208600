"""What is due for erasure on a day: of whom, on which ground it was held, and until when.

A time of keeping is counted in months from the last day of the operation for which data are held;
the latest operation counts. On the last day they are still kept; they are due on the next. Whose
operation has no last day, or one that nobody knows, is undecided: nothing is due by guess. Whoever
works with a client is held for the client's operations, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from inclusion_core.checks.held import holds_something
from inclusion_core.checks.operation_ends import kept_through
from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Schema
from inclusion_core.fields import Holding
from inclusion_core.keeping.ends import End, Ends
from inclusion_core.keeping.holders import Holder, holders, personal
from inclusion_core.keeping.last_words import LastWords
from inclusion_core.keeping.missing import Lack, Missing
from inclusion_core.lives.belonging import CLIENT, Key, references
from inclusion_core.model.caseload import Caseload, Journal
from inclusion_core.periods import days_after
from inclusion_core.truth import Truth, all_of
from inclusion_core.values import DaySpan

__all__ = ["Due", "Held", "due_for_erasure", "dues_of", "held_in"]


@attrs.frozen(kw_only=True)
class Held:
    """What is held of one record type on one ground.

    Attributes:
        record_type: The type.
        fields: The fields; of records from which some of them are erased already, the others.
        records: The ids of the records that hold something in them.
        holding: The ground, and for how many months after the operation.
        until: The last day on which it may be kept, as an interval.
        operations: The operations that keep it, or would: of several those that end last; empty
            where none is known.
        due: Whether that day is past.
    """

    record_type: str
    fields: tuple[str, ...]
    records: tuple[str, ...]
    holding: Holding
    until: DaySpan
    operations: tuple[str, ...]
    due: Truth

    @property
    def due_since(self) -> date | None:
        """The first day after; ``None`` for what is not due."""
        return days_after(self.until.latest, 1) if self.due is Truth.YES else None


@attrs.frozen(kw_only=True)
class Due:
    """Whether all that is held about one client, or another, is due for erasure on a day.

    Attributes:
        record_type: ``client``, ``staff_member`` or another type.
        record_id: Whose data they are.
        held: What is held, by type and ground.
        missing: What nobody knows and would have to, for what is undecided.
        due: Whether everything is due; no as soon as something is surely to be kept.
    """

    record_type: str
    record_id: str
    held: tuple[Held, ...]
    missing: tuple[Missing, ...]
    due: Truth

    @property
    def due_since(self) -> date | None:
        """The day since which everything is due; ``None`` while it is not."""
        since = [each.due_since for each in self.held if each.due_since is not None]
        return max(since) if self.due is Truth.YES else None

    @property
    def kept_by(self) -> tuple[Held, ...]:
        """What is surely to be kept."""
        return tuple(each for each in self.held if each.due is Truth.NO)


def due_for_erasure(source: Caseload | Journal, schema: Schema, on: date) -> tuple[Due, ...]:
    """All about whom data are held, and whether these are due on a day.

    Clients come first, then whoever else personal records are about, by type and id.

    Args:
        source: A caseload; or a journal, which is looked through as known on the day, and also
            holds the old versions of what was taken back.
        schema: The record types, which say on what ground each field is held.
        on: The day.

    Unknown:
        ``Due.due`` is unknown where nobody knows when the operation ends; ``Due.missing`` says
        what would settle it.
    """
    if isinstance(source, Journal):
        records = held_in(source, schema, on)
    else:
        records = Records(schema, source.records)
    return tuple(due for _, due in dues_of(records, on))


def held_in(journal: Journal, schema: Schema, on: date) -> Records:
    """What a journal holds on a day: of persons all that has values, of the rest what is known."""
    by_then = Journal(tuple(each for each in journal.versions if each.recorded_on <= on))
    spoken = LastWords(by_then, schema).records.by_type
    known = by_then.as_known_on(on).records
    about_persons = {record_type.name for record_type in schema if personal(record_type)}
    return Records(
        schema,
        {
            **{name: listed for name, listed in known.items() if name not in about_persons},
            **{name: listed for name, listed in spoken.items() if name in about_persons},
        },
    )


def dues_of(records: Records, on: date) -> Iterator[tuple[Holder, Due]]:
    """All about whom data are held, with their records, and whether these are due on a day."""
    ends = Ends(records)
    listed = holders(records)
    behind = {holder.key: ends.behind(holder.records) for holder in listed}
    for other, clients in _named_by_clients(listed, records.schema).items():
        more = (end for client in sorted(clients) for end in behind[client])
        behind[other] = tuple(dict.fromkeys((*behind[other], *more)))
    for holder in listed:
        yield holder, _due(holder, behind[holder.key], records.schema, on)


def _named_by_clients(listed: Iterable[Holder], schema: Schema) -> Mapping[Key, set[Key]]:
    """The clients whose records name others: a member of the staff is held for their operations."""
    clients = [holder for holder in listed if holder.record_type == CLIENT]
    others = {key: each.key for each in listed if each.record_type != CLIENT for key in each.keys}
    found: dict[Key, set[Key]] = defaultdict(set)
    for client in clients if others else ():
        for record in client.records:
            for field, reference in references(schema.type_of(record)):
                named = others.get((reference.to, getattr(record, field.name)))
                if named is not None:
                    found[named].add(client.key)
    return found


def _due(holder: Holder, ends: tuple[End, ...], schema: Schema, on: date) -> Due:
    held = tuple(
        _held(record_type, holding, fields, ends, on)
        for (record_type, holding), fields in _grouped(holder, schema).items()
    )
    due = all_of(each.due for each in held) if held else Truth.UNKNOWN
    return Due(
        record_type=holder.record_type,
        record_id=holder.record_id,
        held=held,
        missing=tuple(sorted(_missing(holder, held, ends))) if due is Truth.UNKNOWN else (),
        due=due,
    )


def _grouped(
    holder: Holder, schema: Schema
) -> dict[tuple[str, Holding], dict[str, dict[str, None]]]:
    """The fields that hold something, with the ids of their records, by type and ground."""
    grouped: dict[tuple[str, Holding], dict[str, dict[str, None]]] = defaultdict(dict)
    for record in holder.records:
        record_type = schema.type_of(record)
        for field in record_type.recorded_fields:
            if field.holding is not None and holds_something(getattr(record, field.name)):
                own = grouped[record_type.name, field.holding]
                own.setdefault(field.name, {})[record.id] = None
    return grouped


def _held(
    record_type: str,
    holding: Holding,
    fields: dict[str, dict[str, None]],
    ends: tuple[End, ...],
    on: date,
) -> Held:
    until = kept_through((end.last_day for end in ends), holding.months)
    due = _past(until, on)
    return Held(
        record_type=record_type,
        fields=tuple(fields),
        records=tuple(sorted({key for ids in fields.values() for key in ids})),
        holding=holding,
        until=until,
        operations=tuple(_deciding(ends, due)),
        due=due,
    )


def _deciding(ends: tuple[End, ...], due: Truth) -> Iterator[str]:
    """The operations that settle it, or would: those that surely end last, or may."""
    place = 0 if due is Truth.NO else 1
    last = max((end.last_day[place] for end in ends), default=None)
    for end in ends:
        if end.operation_id and end.last_day[place] == last:
            yield end.operation_id


def _past(until: DaySpan, on: date) -> Truth:
    """Whether the last day of keeping is past on a day."""
    if until.latest < on:
        return Truth.YES
    return Truth.NO if on <= until.earliest else Truth.UNKNOWN


def _missing(holder: Holder, held: tuple[Held, ...], ends: tuple[End, ...]) -> Iterator[Missing]:
    """What nobody knows, and would settle it."""
    if not held:
        yield Missing(record_type=holder.record_type, record_id=holder.record_id, lack=Lack.HOLDING)
    elif not ends:
        yield Missing(
            record_type=holder.record_type, record_id=holder.record_id, lack=Lack.OPERATION
        )
    for end in ends:
        if held and end.missing is not None:
            yield end.missing
