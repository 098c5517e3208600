"""Writing a life down from its records: each on the day of what it tells."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any, TypeVar, cast

import attrs

from inclusion_core.fields import Record
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.household import Household, HouseholdMembership, HouseholdRole
from inclusion_core.model.participation import LeavingReason, Participation
from inclusion_core.model.plan import Goal, LifeArea, SupportPlan
from inclusion_core.model.service import Service, ServiceAttendance, ServiceKind, ServiceStaff
from inclusion_core.model.status import (
    Arrival,
    ArrivalManner,
    ProtectionSpell,
    ResidenceRight,
    ResidenceSpell,
)
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, Unknown
from inclusion_sif.sample.courses import visit
from inclusion_sif.sample.diary import Notes, Promptly
from inclusion_sif.sample.filing import deliveries
from inclusion_sif.sample.funding import PROGRAMME
from inclusion_sif.sample.ledger import Ledger
from inclusion_sif.sample.life import BLANK
from inclusion_sif.sample.procedure import CENTRE
from inclusion_sif.sample.team import Team
from inclusion_sif.sample.work.cases import Case, contract_on
from inclusion_sif.sample.work.plans import closing_reason

__all__ = ["Book", "Pen", "client_id", "someone"]

RecordT = TypeVar("RecordT", bound=Record)


def client_id(word: str) -> str:
    """The id of the client for whom the word stands; it means nothing."""
    return f"c-{word}"


class Book:
    """The ledger, the staff, and the cases that were written into it."""

    def __init__(self, ledger: Ledger, team: Team) -> None:
        self.ledger: Ledger = ledger
        self.team: Team = team
        self.cases: list[Case] = []

    def household(self, word: str, on: date) -> Household:
        """A new household."""
        household = Household(id=f"h-{word}")
        self.ledger.record(household, on)
        return household


def someone(word: str, born_on: Day, gender: Gender | Unknown, *, died_on: Day = ABSENT) -> Client:
    """A client for whom the word stands in all ids; the provider is still blank."""
    return Client(
        id=client_id(word), provider_id=BLANK, born_on=born_on, gender=gender, died_on=died_on
    )


class Pen:
    """Writes the records of one client.

    Args:
        book: Where they are written.
        since: Day on which the client is written down.
        client: The client, as first told.
        notes: When something is written down later than it happens.
    """

    def __init__(self, book: Book, since: date, client: Client, notes: Notes | None = None) -> None:
        self._book, self._since = book, since
        self._notes = notes or Promptly()
        self._counts: Counter[str] = Counter()
        self._word = client.id.partition("-")[2]
        self.client: Client = attrs.evolve(client, provider_id=contract_on(since).provider_id)
        self.written: list[Record] = []
        self._tell(self.client, since)

    def add(self, prefix: str, record: RecordT, *, floor: date | None = None) -> RecordT:
        """Writes a record of the client; gives it with its id."""
        named = self.named(prefix, record)
        self._tell(named, floor or self._since)
        return named

    def named(self, prefix: str, record: RecordT) -> RecordT:
        """The record with its id, and with the client's where it is about the client."""
        blanks = {"id": self.take(prefix)}
        if hasattr(record, "client_id"):
            blanks["client_id"] = self.client.id
        return cast("RecordT", attrs.evolve(cast("Any", record), **blanks))

    def take(self, prefix: str) -> str:
        """The next id of that kind."""
        self._counts[prefix] += 1
        return f"{prefix}-{self._word}-{self._counts[prefix]}"

    def arrived(
        self, on: date, country: str, *, unaccompanied: YesNo | Unknown = NOT_ASKED
    ) -> Arrival:
        """The arrival, on their own."""
        told = Arrival(
            id=BLANK,
            client_id=BLANK,
            arrived_on=on,
            manner=ArrivalManner.OWN,
            country=country,
            unaccompanied=unaccompanied,
        )
        return self.add("a", told)

    def protected(self, *spells: ProtectionSpell) -> tuple[ProtectionSpell, ...]:
        """Spells of procedure and protection, one after the other."""
        return tuple(self.add("ps", spell) for spell in spells)

    def lived(
        self,
        first_day: date,
        last_day: date | Absent = ABSENT,
        *,
        right: ResidenceRight = ResidenceRight.PENDING_PROCEDURE,
        place: str = CENTRE,
    ) -> ResidenceSpell:
        """A stay in one place."""
        stay = ResidenceSpell(
            id=BLANK,
            client_id=BLANK,
            right=right,
            place=place,
            first_day=first_day,
            last_day=last_day,
        )
        return self.add("rs", stay)

    def lived_with(
        self,
        household: Household,
        role: HouseholdRole,
        first_day: date,
        last_day: date | Absent = ABSENT,
    ) -> HouseholdMembership:
        """A stay in a household."""
        stay = HouseholdMembership(
            id=BLANK,
            household_id=household.id,
            client_id=BLANK,
            role=role,
            first_day=first_day,
            last_day=last_day,
        )
        return self.add("hm", stay)

    def served(
        self, entered_on: date, left_on: date | Absent, reason: LeavingReason | Absent = ABSENT
    ) -> Participation:
        """A time in the service, and its parts under the contracts."""
        blank = attrs.evolve(visit(entered_on, left_on, reason), programme_id=PROGRAMME.id)
        told = self.add("p", blank)
        for part in deliveries(told, self):
            self._tell(part, self._since)
        self._book.cases.append(
            Case(
                client=self.client,
                participation=told,
                diary=self._notes,
                known_from=max(self._since, self._notes.noted_on(entered_on)),
            )
        )
        return told

    def plan(self, during: Participation, drawn_up_on: date) -> SupportPlan:
        """The plan, which ends with the time in the service."""
        fulfilled = during.leaving_reason is LeavingReason.COMPLETED
        plan = SupportPlan(
            id=BLANK,
            participation_id=during.id,
            drawn_up_on=drawn_up_on,
            fulfilled_on=during.left_on if fulfilled else ABSENT,
            closed_on=during.left_on,
            closing_reason=closing_reason(during.leaving_reason),
        )
        return self.add("sp", plan)

    def goal(self, plan: SupportPlan, area: LifeArea, set_on: date, **ends: Day) -> Goal:
        """Something that the plan aims at."""
        return self.add(
            "g", Goal(id=BLANK, support_plan_id=plan.id, area=area, set_on=set_on, **ends)
        )

    def talk(
        self, during: Participation, given_on: date, who: str, minutes: int | Unknown = NOT_ASKED
    ) -> Service:
        """A talk with somebody of the staff."""
        noted_on = self._notes.noted_on(given_on)
        service = Service(
            id=BLANK,
            contract_id=contract_on(given_on).id,
            kind=ServiceKind.INDIVIDUAL,
            given_on=given_on,
            minutes=minutes,
            place=CENTRE,
        )
        told = self.add("sr", service)
        staff = self._book.team.known_as(who, given_on).assignment
        by = ServiceStaff(
            id=BLANK, service_id=told.id, staff_assignment_id=staff.id, minutes=minutes
        )
        self.add("ss", by, floor=noted_on)
        there = ServiceAttendance(
            id=BLANK, service_id=told.id, participation_id=during.id, minutes=minutes
        )
        self.add("at", there, floor=noted_on)
        return told

    def erase(self, on: date, why: str) -> None:
        """Erases the client and all that was written about them."""
        self._book.ledger.erase(self.written, on, why)
        self._book.cases = [case for case in self._book.cases if case.client != self.client]

    def _tell(self, record: Record, floor: date) -> None:
        self._book.ledger.tell(record, self._notes, floor=floor)
        self.written.append(record)
