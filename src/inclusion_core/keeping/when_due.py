"""Erasing all that is due: whole lives, records, or the fields whose time is over before others.

A record or a field about two clients goes when it is due for both, or when the whole life of one of
them is. What is undecided stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from inclusion_core.expr.schema import Schema
from inclusion_core.keeping.blanking import HeldField, blanked
from inclusion_core.keeping.due import Due, dues_of, held_in
from inclusion_core.keeping.erasing import records_erased
from inclusion_core.keeping.going import going_with
from inclusion_core.keeping.holders import Holder
from inclusion_core.keeping.last_words import LastWords
from inclusion_core.lives.belonging import CLIENT, Key, life_types
from inclusion_core.model.caseload import Journal
from inclusion_core.truth import Truth

__all__ = ["erased_when_due"]


@attrs.frozen
class _Fields:
    """The fields about somebody, by whether their time is over."""

    due: frozenset[HeldField]
    kept: frozenset[HeldField]


def erased_when_due(  # noqa: PLR0913  when, by whom and why are all to be said
    journal: Journal, schema: Schema, *, due_on: date, on: date, by: str, because: str
) -> Journal:
    """The journal without what is due for erasure; versions ordered by type, id and number.

    Erasing again changes nothing.

    Args:
        journal: All versions of all records.
        schema: The record types, which say how long each field may be kept.
        due_on: The day on which it is judged what is due.
        on: The day that tombstones bear; it is judged by what is known then.
        by: Who erases; an opaque id.
        because: Why; no values of clients.

    Raises:
        ErasedTooEarlyError: Something that is due was written again after that day.
    """
    judged = tuple(dues_of(held_in(journal, schema, on), due_on))
    words = LastWords(journal, schema)
    whole = frozenset(_whole(judged))
    going = going_with(words, (key for name, key in whole if name == CLIENT)) | whole
    fields = _fields(judged)
    due = fields.due - fields.kept
    going |= _over(going, due, fields, words)
    going |= _about_these(going, judged, words)
    left = records_erased(words, going, on=on, by=by, because=because)
    single = (each for each in due if (each.record_type, each.record_id) not in going)
    return blanked(left, single, schema, on=on, by=by, because=because)


def _whole(judged: Iterable[tuple[Holder, Due]]) -> Iterator[Key]:
    """Clients of whom everything is due, and all records of others of whom it is."""
    for holder, due in judged:
        if due.due is Truth.YES:
            yield holder.key
            if holder.record_type != CLIENT:
                yield from holder.keys


def _fields(judged: Iterable[tuple[Holder, Due]]) -> _Fields:
    due: set[HeldField] = set()
    kept: set[HeldField] = set()
    for _, each in judged:
        for held in each.held:
            among = due if held.due is Truth.YES else kept
            among.update(
                HeldField(record_type=held.record_type, record_id=key, field=name)
                for name in held.fields
                for key in held.records
            )
    return _Fields(frozenset(due), frozenset(kept))


def _about_these(
    going: frozenset[Key], judged: Iterable[tuple[Holder, Due]], words: LastWords
) -> frozenset[Key]:
    """What is no personal record, names one of others that goes, and is named by nothing itself.

    Who gave a service, for one: without the member of the staff it says nothing.
    """
    lives = life_types(words.schema)
    of_others = {key for key in going if key[0] not in lives}
    if not of_others:
        return frozenset()
    held = {key for holder, _ in judged for key in holder.keys}
    about = {
        key
        for key, record in words.said.items()
        if key not in held and words.names(record) & of_others
    }
    named = {name for key in words.said.keys() - going for name in words.names_of(key)}
    return frozenset(about - named)


def _over(
    going: frozenset[Key], due: frozenset[HeldField], fields: _Fields, words: LastWords
) -> frozenset[Key]:
    """The records of which every field is due, and that nothing names that stays."""
    kept = {(each.record_type, each.record_id) for each in fields.kept}
    over = {(each.record_type, each.record_id) for each in due} - kept - going
    while True:
        staying = words.said.keys() - going - over
        named = {name for key in staying for name in words.names_of(key)} & over
        if not named:
            return frozenset(over)
        over -= named
