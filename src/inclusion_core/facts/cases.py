"""A case: one client with all that is known of them, and where they stand in a programme."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from inclusion_core.errors import UnknownNameError
from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import Schema
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import Record
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Participation
from inclusion_core.values import day_span

__all__ = ["Case", "Cases", "Standing"]

APPLICATION = "application"
"""What the id of a participation that is only supposed begins with."""


@attrs.frozen(kw_only=True)
class Standing:
    """One client in one programme, or as if they entered it on the day of the question.

    Attributes:
        participation: The participation; of an applicant, one that is only supposed.
        records: All records that a rule may reach.
        known_on: The day up to which they are known.
        applicant: Whether the participation is only supposed.
    """

    participation: Participation = attrs.field(repr=False)
    records: Records = attrs.field(repr=False)
    known_on: date
    applicant: bool = False

    def supposing(self, *records: Record) -> Standing:
        """The same standing as if some records were there, or were otherwise."""
        own = self.participation.id
        changed = [each for each in records if isinstance(each, Participation) and each.id == own]
        return attrs.evolve(
            self,
            records=self.records.supposing(*records),
            participation=changed[-1] if changed else self.participation,
        )


@attrs.frozen(kw_only=True)
class Case:
    """One client, and all records that a question about them may reach.

    Attributes:
        client: The client.
        records: The records.
        known_on: The day up to which they are known.
    """

    client: Client = attrs.field(repr=False)
    records: Records = attrs.field(repr=False)
    known_on: date

    def supposing(self, *records: Record) -> Case:
        """The same case as if some records were there, or were otherwise."""
        own = [each for each in records if isinstance(each, Client) and each.id == self.client.id]
        return attrs.evolve(
            self,
            records=self.records.supposing(*records),
            client=own[-1] if own else self.client,
        )

    def participations(self, programme: str) -> tuple[Participation, ...]:
        """The client's participations in a declared programme, by day of entry, then id."""
        found = [
            each
            for each in self.records.naming("participation", "client_id", self.client.id)
            if isinstance(each, Participation) and self._declared_as(each) == programme
        ]
        return tuple(sorted(found, key=lambda each: (day_span(each.entered_on).earliest, each.id)))

    def standing(self, programme: str, on: date) -> Standing:
        """Where the client stands on a day: in the programme, or applying for it.

        Who has left is an applicant again.
        """
        there = self._there(programme, on)
        return self.in_(there[-1]) if there else self.applying(programme, on)

    def latest_standing(self, programme: str, on: date) -> Standing:
        """Where the client stands, or stood last: a window outlasts a participation."""
        begun = [
            each
            for each in self.participations(programme)
            if day_span(each.entered_on).earliest <= on
        ]
        stood = self._there(programme, on) or begun
        return self.in_(stood[-1]) if stood else self.applying(programme, on)

    def _there(self, programme: str, on: date) -> list[Participation]:
        """The participations that cover a day, or may cover it."""
        return [
            each
            for each in self.participations(programme)
            if day_span(each.entered_on).earliest <= on <= day_span(each.left_on).latest
        ]

    def in_(self, participation: Participation) -> Standing:
        """The client in one participation."""
        return Standing(participation=participation, records=self.records, known_on=self.known_on)

    def applying(self, programme: str, on: date) -> Standing:
        """The client as if they entered on a day.

        Where no record of the programme is there, the participation names none.
        """
        offered = (
            each.id
            for each in self.records.of_type("programme")
            if isinstance(each, Programme) and each.declared_as == programme
        )
        supposed = Participation(
            id=f"{APPLICATION} {self.client.id}",
            client_id=self.client.id,
            programme_id=next(offered, programme),
            entered_on=on,
        )
        return Standing(
            participation=supposed,
            records=self.records.supposing(supposed),
            known_on=self.known_on,
            applicant=True,
        )

    def _declared_as(self, participation: Participation) -> str:
        programme = self.records.find("programme", participation.programme_id)
        return programme.declared_as if isinstance(programme, Programme) else ""


@attrs.frozen
class Cases:
    """The cases of a caseload.

    Attributes:
        caseload: The records as known on a day.
        records: The same, found by key.
    """

    caseload: Caseload
    records: Records = attrs.field(repr=False)

    @classmethod
    def of(cls, caseload: Caseload, schema: Schema = SCHEMA) -> Cases:
        """The cases of a caseload with these record types."""
        return cls(caseload, Records(schema, caseload.records))

    def __getitem__(self, client_id: str) -> Case:
        """The case of a client.

        Raises:
            UnknownNameError: There is no such client.
        """
        client = self.records.find("client", client_id)
        if not isinstance(client, Client):
            raise UnknownNameError("client", client_id, ())
        return Case(client=client, records=self.records, known_on=self.caseload.known_on)

    def __iter__(self) -> Iterator[Case]:
        return (self[client.id] for client in self.caseload.of(Client))

    def in_programme(self, programme: str) -> Iterator[Standing]:
        """Every participation in a declared programme, ordered by id."""
        own = {each.id for each in self.caseload.of(Programme) if each.declared_as == programme}
        for each in self.caseload.of(Participation):
            if each.programme_id in own:
                yield Standing(
                    participation=each, records=self.records, known_on=self.caseload.known_on
                )
