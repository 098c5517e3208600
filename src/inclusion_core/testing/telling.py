"""A caseload in words, for a test that fails; and as the story that rebuilds it.

Only for data that nobody lives behind: values are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter

import attrs

from inclusion_core.expr.records import Records
from inclusion_core.fields import Record
from inclusion_core.lives.belonging import CLIENT, own_records
from inclusion_core.lives.life import place_in_time
from inclusion_core.model.caseload import Caseload, Journal
from inclusion_core.model.client import Client
from inclusion_core.testing.stories.history_words import written_lines
from inclusion_core.testing.stories.in_words import RecordWords
from inclusion_core.testing.stories.retold import as_story
from inclusion_core.testing.stories.schemas import schema_for
from inclusion_core.texts import date_text, joined
from inclusion_core.values import day_span

__all__ = ["as_story", "told"]


def told(caseload: Caseload | Journal, *, only: Iterable[str] | None = None) -> str:
    """A caseload in words: by person, and in the order of days.

    What stands in a record as in an empty cell is not told, nor that it names the only record of a
    type that there is.

    Args:
        caseload: A caseload; or a journal, told as known after its last entry and followed by what
            was written when.
        only: Record types that are told; all where none are given.

    Example:
        >>> from inclusion_core.testing.stories import Story
        >>> story = Story("sif.mentoring", known_on="2018-12-03")
        >>> stay = story.client("anna", born_on="1990-05", gender="female").enters("2018-05-02")
        >>> stay.leaves("2018-11-30", because="completed")
        >>> print(told(story.caseload(), only=["client", "participation"]))
        Known on 3 December 2018.
        Client anna
                                  client anna: day of birth: 1990-05, female
          2018-05-02..2018-11-30  participation participation-1: programme completed
    """
    shown = None if only is None else frozenset(only)
    if isinstance(caseload, Caseload):
        return "\n".join(_Telling.of(caseload, shown).lines())
    if caseload.last_recorded_on is None:
        return "Nothing is written."
    known = _Telling.of(caseload.as_known_on(caseload.last_recorded_on), shown)
    return "\n".join([*known.lines(), *written_lines(caseload, shown)])


@attrs.frozen
class _Telling:
    """A caseload, and which record types of it are told."""

    caseload: Caseload
    records: Records
    only: frozenset[str] | None

    @classmethod
    def of(cls, caseload: Caseload, only: frozenset[str] | None) -> _Telling:
        every = (each for listed in caseload.records.values() for each in listed)
        schema = schema_for({type(each) for each in every})
        return cls(caseload, Records(schema, caseload.records), only)

    @property
    def words(self) -> RecordWords:
        return RecordWords(self.records)

    def lines(self) -> Iterator[str]:
        """Each person's life, and then what is nobody's."""
        yield f"Known on {date_text(self.caseload.known_on).in_('en')}."
        clients = sorted(self.caseload.of(Client), key=attrgetter("person_id", "id"))
        own = own_records(self.records, clients)
        person_of = {client.id: client.person_id for client in clients}
        lives: dict[str, list[Record]] = {person: [] for person in person_of.values()}
        besides: list[Record] = []
        for record in self._told():
            found = own.get((self.records.schema.type_of(record).name, record.id))
            (besides if found is None else lives[person_of[found.client_id]]).append(record)
        for person, same in groupby(clients, key=attrgetter("person_id")):
            ids = [client.id for client in same]
            yield _heading(ids)
            whose = ids[0] if len(ids) == 1 else ""
            yield from self._table(sorted(lives[person], key=self._order), whose)
        if besides:
            yield "Besides"
            yield from self._table(besides)
        for name, key in self.caseload.tombstones:
            yield f"Erased: {name} {key}"

    def _told(self) -> Iterator[Record]:
        for there in self.records.schema:
            if not there.derived and (self.only is None or there.name in self.only):
                yield from self.records.of_type(there.name)

    def _order(self, record: Record) -> tuple[bool, int, date, date]:
        begins = self.words.begins(record)
        span = day_span(begins)
        is_client = self.records.schema.type_of(record).name == CLIENT
        return not is_client, place_in_time(begins), span.earliest, span.latest

    def _table(self, records: Iterable[Record], whose: str = "") -> Iterator[str]:
        rows = [(self.words.days(each), each) for each in records]
        room = max((len(days) for days, _ in rows), default=0)
        for days, record in rows:
            yield f"  {days:<{room}}  {self._line(record, whose)}"

    def _line(self, record: Record, whose: str) -> str:
        says = self.words.says(record, whose)
        return f"{self.words.called(record)}{': ' if says else ''}{says}"


def _heading(ids: Sequence[str]) -> str:
    told = joined(ids, "en")
    return f"Client {told}" if len(ids) == 1 else f"Clients {told}, who are one person"
