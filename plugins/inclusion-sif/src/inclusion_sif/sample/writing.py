"""Writing the sample into the ledger: clients, households, links."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from inclusion_core.dice import Deck, Dice
from inclusion_core.model.client import SamePersonLink
from inclusion_core.model.household import Household, HouseholdMembership, HouseholdRole
from inclusion_core.periods import completed_years, days_after
from inclusion_core.values import ABSENT, NOT_ASKED, Absent, Day, day_span
from inclusion_sif.sample.diary import Diary
from inclusion_sif.sample.filing import File, filed, kept_by_each
from inclusion_sif.sample.ids import Ids
from inclusion_sif.sample.ledger import Ledger
from inclusion_sif.sample.life import HANDOVER, Home, Life, Tale, day_before

__all__ = ["Writer", "Written"]

LINKED_ON = date(2018, 6, 14)
"""Day on which the second provider's own records were found to be of the first one's clients."""
MISTAKEN_ON = date(2018, 9, 20)
"""Day on which two clients were taken for one person."""
TOLD_APART_ON = date(2019, 1, 22)
"""Day on which that was found to be wrong."""
ENTRY_PUT_RIGHT = 10
"""So many days later an entry that was written down wrongly is put right."""


@attrs.frozen(kw_only=True)
class Written:
    """One life as it was written down as one client.

    Attributes:
        life: The plan, or the part of it that goes with this client.
        file: Its records, as they will be known in the end.
        diary: When what happens to the client is noted.
        recorded_on: Day on which the client was written down.
        settled_on: Day on which each participation stands in the records as it is, by id.
        home: The household in which the client lives on arrival; None for who lives alone.
    """

    life: Life
    file: File
    diary: Diary
    recorded_on: date
    settled_on: Mapping[str, date]
    home: Home | None = None


class Writer:
    """Writes everything down."""

    def __init__(self, dice: Dice, ids: Ids, ledger: Ledger) -> None:
        self._dice = dice
        self._ids = ids
        self._ledger = ledger
        self._role_told = Deck(dice, (*[True] * 14, False))

    def life(self, life: Life) -> tuple[Written, ...]:
        """Writes one person; as two linked clients where both providers keep a record."""
        if life.tale is not Tale.OWN_RECORD:
            return (self._client(life),)
        first, second = (self._client(part) for part in kept_by_each(life))
        self._link(first, second, linked_on=LINKED_ON, undone_on=ABSENT)
        return first, second

    def taken_for_one(self, lives: tuple[Life, Life]) -> tuple[Written, ...]:
        """Writes two people, the link that made one person of them, and that it was undone."""
        first, second = (self._client(life) for life in lives)
        self._link(first, second, linked_on=MISTAKEN_ON, undone_on=TOLD_APART_ON)
        return first, second

    def home(self, home: Home) -> tuple[Written, ...]:
        """Writes a household, its members, and who moved out of it."""
        members = tuple(
            attrs.evolve(written, home=home) for life in home.lives for written in self.life(life)
        )
        household, known_from = Household(id=self._ids.take("h")), members[0].recorded_on
        self._ledger.record(household, known_from)
        for written in members:
            course = written.life.course
            handed_over = written.life.tale is Tale.OWN_RECORD and course.arrival is not None
            until = day_before(HANDOVER) if handed_over else ABSENT
            stay = self._stay(household, written, course.in_country_from, until)
            floor = max(known_from, written.recorded_on)
            self._ledger.tell(stay, written.diary, floor=floor)
        if home.mover is None:
            return members
        mover = attrs.evolve(self._client(home.mover), home=home)
        self._move_out(household, known_from, mover, home.moved_out_on)
        return (*members, mover)

    def _move_out(
        self, household: Household, known_from: date, mover: Written, moved_out_on: date
    ) -> None:
        """Writes that the mover lived in the household, and lives alone from that day on."""
        own = Household(id=self._ids.take("h"))
        alone = self._stay(own, mover, moved_out_on, ABSENT)
        alone_from = self._ledger.tell(alone, mover.diary, floor=mover.recorded_on)
        self._ledger.record(own, alone_from)
        since, until = mover.life.course.in_country_from, day_before(moved_out_on)
        before = self._stay(household, mover, since, until)
        floor = max(known_from, mover.recorded_on)
        self._ledger.tell(before, mover.diary, floor=floor, closed_on=alone_from)

    def _client(self, life: Life) -> Written:
        file, diary = filed(life, self._ids), Diary(self._dice)
        recorded_on = self._ledger.tell(file.client, diary, floor=life.course.registered_on)
        for history in file.histories:
            self._ledger.tell_in_turn(history, diary, floor=recorded_on)
        settled_on: dict[str, date] = {}
        for visit in file.participations:
            entered_on = self._ledger.tell(visit, diary, floor=recorded_on)
            parts = [part for part in file.deliveries if part.participation_id == visit.id]
            self._ledger.tell_in_turn(parts, diary, floor=entered_on)
            late = ENTRY_PUT_RIGHT if life.tale is Tale.ENTRY_MISWRITTEN else 0
            settled_on[visit.id] = days_after(entered_on, late)
        written = Written(
            life=life, file=file, diary=diary, recorded_on=recorded_on, settled_on=settled_on
        )
        self._first_wrongly(written)
        return written

    def _first_wrongly(self, written: Written) -> None:
        """What was written wrongly or left open, and put right before it was reported."""
        file, tale = written.file, written.life.tale
        if tale is Tale.GENDER_ASKED_LATER:
            day, why = days_after(written.recorded_on, 30), "left open at entry, asked since"
            self._ledger.miswrite(file.client, day, why, gender=NOT_ASKED)
        if tale is Tale.ENTRY_MISWRITTEN:
            day = days_after(written.recorded_on, ENTRY_PUT_RIGHT)
            why = "the day of the note, not of entry"
            wrong = written.life.course.registered_on
            for visit in file.participations:
                self._ledger.miswrite(visit, day, why, entered_on=wrong)
            for delivery in file.deliveries:
                self._ledger.miswrite(delivery, day, why, first_day=wrong)

    def _stay(
        self, household: Household, member: Written, first_day: Day, last_day: date | Absent
    ) -> HouseholdMembership:
        client = member.file.client
        return HouseholdMembership(
            id=self._ids.take("hm"),
            household_id=household.id,
            client_id=client.id,
            role=_role(client.born_on, first_day) if self._role_told.deal() else NOT_ASKED,
            first_day=first_day,
            last_day=last_day,
        )

    def _link(
        self, one: Written, other: Written, *, linked_on: date, undone_on: date | Absent
    ) -> None:
        link = SamePersonLink(
            id=self._ids.take("l"),
            client_id=one.file.client.id,
            other_client_id=other.file.client.id,
            linked_on=linked_on,
            undone_on=undone_on,
        )
        self._ledger.tell(link, other.diary, floor=max(one.recorded_on, other.recorded_on))


def _role(born_on: Day, on: Day) -> HouseholdRole:
    age = completed_years(day_span(born_on).earliest, day_span(on).earliest)
    return HouseholdRole.ADULT if age >= 18 else HouseholdRole.CHILD
