"""Erasing clients from a journal: their values go, a tombstone for each record stays.

Of every record that goes all versions are taken out, and one without values takes their place: it
says when, by whom and why. As known on any earlier day, too, there is nothing any more. Of a record
that stays only those versions go that named the client: it was entered for them by mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import dropwhile
from logging import getLogger

import attrs

from inclusion_core.errors import InclusionError
from inclusion_core.expr.schema import Schema
from inclusion_core.keeping.going import going_with
from inclusion_core.keeping.joins import LINK, Join, joined_anew
from inclusion_core.keeping.last_words import LastWords
from inclusion_core.lives.belonging import Key
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import SamePersonLink
from inclusion_core.model.versions import Act, Version

__all__ = ["ErasedTooEarlyError", "all_erased", "erased", "records_erased"]

_LOG = getLogger("inclusion_core.keeping")


class ErasedTooEarlyError(InclusionError):
    """Something would be erased on a day on which it was not recorded yet.

    Attributes:
        record_type: The type of the record.
        record_id: Its id.
    """

    def __init__(self, record_type: str, record_id: str) -> None:
        super().__init__(record_type, record_id)
        self.record_type = record_type
        self.record_id = record_id

    def __str__(self) -> str:
        return (
            f"{self.record_type} {self.record_id!r} was written after that day; erase on the day "
            "of its last version or later"
        )


def erased(  # noqa: PLR0913  who, when, by whom and why are all to be said
    journal: Journal, client_id: str, schema: Schema, *, on: date, by: str, because: str
) -> Journal:
    """The journal without anything of one client; versions ordered by type, id and number.

    Erasing again changes nothing.

    Args:
        journal: All versions of all records.
        client_id: Who is erased.
        schema: The record types that there are.
        on: The day that the tombstones bear.
        by: Who erases; an opaque id.
        because: Why; no values of the client.

    Raises:
        NoSuchRecordError: Nothing was ever recorded about the client.
        ErasedTooEarlyError: A record of the client was written after that day.

    Example:
        >>> from inclusion_core.facts.schema import SCHEMA
        >>> from inclusion_core.model.client import Client
        >>> written = Version(
        ...     record_type="client", record_id="c-1", recorded_on=date(2018, 6, 4),
        ...     record=Client(id="c-1", provider_id="p-1"),
        ... )
        >>> erased(
        ...     Journal((written,)), "c-1", SCHEMA,
        ...     on=date(2018, 11, 5), by="u-1", because="asked for",
        ... ).versions
        (Version('client', 'c-1', version=2, act='erased'),)
    """
    return all_erased(journal, (client_id,), schema, on=on, by=by, because=because)


def all_erased(  # noqa: PLR0913  the same words as for one client
    journal: Journal, clients: Iterable[str], schema: Schema, *, on: date, by: str, because: str
) -> Journal:
    """The journal without anything of several clients, in whatever order they are named.

    Raises:
        NoSuchRecordError: Nothing was ever recorded about one of them.
        ErasedTooEarlyError: A record of one of them was written after that day.
    """
    words = LastWords(journal, schema)
    return records_erased(words, going_with(words, clients), on=on, by=by, because=because)


def records_erased(
    words: LastWords, going: Iterable[Key], *, on: date, by: str, because: str
) -> Journal:
    """The journal with tombstones for these records; clients who are one person stay so.

    Raises:
        ErasedTooEarlyError: One of the records was written after that day.
    """
    keys = frozenset(going)
    joins = joined_anew(words, keys)
    leaving = keys - {(LINK, key) for key in joins}
    tombstone = Version(
        record_type="", record_id="", recorded_on=on, recorded_by=by,
        act=Act.ERASED, why=because, record=None,
    )  # fmt: skip
    kept: list[Version] = []
    for key, versions in words.histories.items():
        if key in leaving:
            kept += _without_values(versions, tombstone)
        elif key[0] == LINK and key[1] in joins:
            kept += _leading_on(versions, joins[key[1]])
        else:
            kept += _of_others(key, versions, keys, words)
    told = {"event": "records.erased", "records": len(leaving)}
    _LOG.info("%(records)d records are erased from a journal", told, extra=told)
    return Journal(tuple(sorted(kept, key=lambda each: each.order)))


def _without_values(versions: tuple[Version, ...], tombstone: Version) -> Iterator[Version]:
    """The tombstone of a record: the one that it has, or a new one."""
    last = versions[-1]
    already = next((version for version in versions if version.act is Act.ERASED), None)
    if already is not None:
        yield already
        return
    if any(version.recorded_on > tombstone.recorded_on for version in versions):
        raise ErasedTooEarlyError(last.record_type, last.record_id)
    yield attrs.evolve(
        tombstone,
        record_type=last.record_type,
        record_id=last.record_id,
        version=last.version + 1,
    )


def _leading_on(versions: tuple[Version, ...], join: Join) -> Iterator[Version]:
    """The versions of a link, between the clients whom it joins from now on."""
    one, other = join.clients
    for version in versions:
        record = version.record
        if isinstance(record, SamePersonLink):
            record = attrs.evolve(record, client_id=one, other_client_id=other)
        yield attrs.evolve(version, record=record)


def _of_others(
    key: Key, versions: tuple[Version, ...], going: frozenset[Key], words: LastWords
) -> Iterator[Version]:
    """What stays of a record of others: all but the versions that named what goes.

    One that names it to the end, as a membership in a group that somebody erased has led, stays
    whole: a check tells where it leads.
    """
    last = words.said.get(key)
    naming = [version for version in versions if _names(version, going, words)]
    if not naming or last is None or words.names(last) & going:
        yield from versions
        return
    left = (version for version in versions if version not in naming)
    telling = dropwhile(lambda version: version.act.removes, left)  # of what is not there any more
    for number, version in enumerate(telling, 1):
        act = Act.RECORDED if number == 1 else version.act
        yield attrs.evolve(version, version=number, act=act)


def _names(version: Version, going: frozenset[Key], words: LastWords) -> bool:
    return version.record is not None and bool(words.names(version.record) & going)
