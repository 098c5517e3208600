"""The life of one client, as it is known: everything dated that their records tell, in order.

It is read off the schema, so that a plugin's record types appear by themselves.
"""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Schema
from inclusion_core.lives.around import Around
from inclusion_core.lives.belonging import CLIENT, life_types, own_records
from inclusion_core.lives.dating import entries_of
from inclusion_core.lives.entries import Entry
from inclusion_core.lives.errors import NoSuchClientError
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.values import ABSENT, Day, Unknown, day_span

__all__ = ["Life", "life_of", "place_in_time"]


@attrs.frozen(kw_only=True, repr=False)
class Life:
    """The life of a client.

    Attributes:
        client_id: Whose.
        known_on: As known on that day.
        clients: The clients whose records it holds: this one, and those that are the same person
            where they were asked for.
        elsewhere: As how many other clients the same person is known whose records it leaves out.
        lanes: The record types of its entries, in the order of the schema.
        entries: Everything in it, by day; what has no known day comes last.

    Unknown:
        An unknown day stays unknown, and a day known in part stands where it begins at the
        earliest.
    """

    client_id: str
    known_on: date
    clients: tuple[str, ...]
    elsewhere: int
    lanes: tuple[str, ...]
    entries: tuple[Entry, ...]

    def __repr__(self) -> str:
        return f"Life({self.client_id!r}, known_on={self.known_on.isoformat()})"


def life_of(
    caseload: Caseload, client_id: str, schema: Schema, *, whole_person: bool = False
) -> Life:
    """The life of a client, and of no other.

    Args:
        caseload: Records as known on a day.
        client_id: The client.
        schema: Record types and how they are linked.
        whole_person: Take the other clients too that same-person links join with this one.

    Raises:
        NoSuchClientError: The caseload does not know the client.
    """
    clients = caseload.of(Client)
    client = next((each for each in clients if each.id == client_id), None)
    if client is None:
        raise NoSuchClientError(client_id, (CLIENT, client_id) in caseload.tombstones)
    others = [
        each
        for each in clients
        if each.id != client_id and each.person_id and each.person_id == client.person_id
    ]
    shown = [client, *others] if whole_person else [client]
    records = Records(schema, caseload.records)
    own = own_records(records, shown)
    around = Around(records=records, own=own, types=life_types(schema))
    place_of = {name: place for place, name in enumerate(schema.record_types)}
    entries = sorted(
        (entry for each in own.values() for entry in entries_of(each, around)),
        key=lambda entry: _order(entry, place_of[entry.record_type]),
    )
    told = {entry.record_type for entry in entries}
    return Life(
        client_id=client_id,
        known_on=caseload.known_on,
        clients=tuple(each.id for each in shown),
        elsewhere=len(others) + 1 - len(shown),
        lanes=tuple(name for name in schema.record_types if name in told),
        entries=tuple(entries),
    )


def place_in_time(day: Day) -> int:
    """Where a day stands in a list: a known one, then an unknown one, then none at all.

    Example:
        >>> from inclusion_core.values import NOT_ASKED
        >>> [place_in_time(day) for day in (date(2018, 6, 4), NOT_ASKED, ABSENT)]
        [0, 1, 2]
    """
    if day is ABSENT:
        return 2
    return 1 if isinstance(day, Unknown) else 0


def _order(entry: Entry, lane: int) -> tuple[int, date, date, int, str]:
    span = day_span(entry.begins)
    return place_in_time(entry.begins), span.earliest, span.latest, lane, entry.record_id
