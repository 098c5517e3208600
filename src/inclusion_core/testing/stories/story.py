"""A caseload made by hand: told sentence by sentence, with only what matters in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from inclusion_core.errors import NotADayError
from inclusion_core.expr.schema import Schema
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import Record
from inclusion_core.model.caseload import Caseload, Journal
from inclusion_core.model.client import Gender
from inclusion_core.model.service import ServiceKind
from inclusion_core.model.staff import StaffRole
from inclusion_core.model.versions import Act
from inclusion_core.testing.stories.book import Book
from inclusion_core.testing.stories.client_story import ClientStory
from inclusion_core.testing.stories.errors import StoryError
from inclusion_core.testing.stories.keyed import Key, Keyed, Named, key_of
from inclusion_core.testing.stories.plan_story import GoalStory, PlanStory
from inclusion_core.testing.stories.record_story import RecordStory
from inclusion_core.testing.stories.said import DaySaid, NumberSaid
from inclusion_core.testing.stories.service_story import AssignmentStory, ServiceStory
from inclusion_core.testing.stories.status_story import ProtectionStory
from inclusion_core.testing.stories.stay_story import StayStory
from inclusion_core.values import Unknown, parse_day

__all__ = ["Story"]

HANDLES: Mapping[str, Callable[[Book, Key], RecordStory]] = {
    "client": ClientStory,
    "protection_spell": ProtectionStory,
    "participation": StayStory,
    "support_plan": PlanStory,
    "goal": GoalStory,
    "service": ServiceStory,
    "staff_assignment": AssignmentStory,
}


class Story:
    """Builds a caseload, or a journal, out of sentences.

    Whatever a sentence does not say is as in an empty cell. What a record names and nobody says is
    the one record that goes with it; an operation, a provider or a contract is made up where there
    is none. Ids are ``client-1``, ``client-2``, or the names that are given.

    Args:
        programmes: Ids in the catalogue of the programmes that one operation offers.
        known_on: The day on which the caseload is known.
        recorded_on: The day on which it is first written; where none is given, ``known_on``.
        schema: Record types; a class of a plugin that is told is put in by itself.

    Raises:
        StoryError: A sentence means nothing, or more than one thing; says what to write.
        UnknownNameError: There is no such record type, field, code or record; near names are
            listed.

    Example:
        >>> story = Story("sif.mentoring", known_on="2018-12-03")
        >>> anna = story.client("anna", born_on="1990-05", gender="female")
        >>> status = anna.has_protection("refugee", from_="2018-04-10", notified_on="2018-04-15")
        >>> stay = anna.enters("2018-05-02")
        >>> given = stay.is_given("individual", "2018-06-01", minutes=60)
        >>> stay.leaves("2018-11-30", because="completed")
        >>> len(story.caseload())
        11
    """

    def __init__(
        self,
        *programmes: str,
        known_on: date | str,
        recorded_on: date | str | None = None,
        schema: Schema = SCHEMA,
    ) -> None:
        self.known_on: date = _day("known_on", known_on)
        on = self.known_on if recorded_on is None else _day("recorded_on", recorded_on)
        if on > self.known_on:
            raise StoryError(
                "recorded_on", "nothing of it is known on known_on", "write it earlier"
            )
        self._book = Book(
            schema=schema,
            on=on,
            programmes=programmes,
            handles=HANDLES,
        )

    def client(
        self,
        named: str = "",
        *,
        born_on: DaySaid = "?",
        gender: Gender | Unknown | str = "?",
        died_on: DaySaid = "-",
        provider: Named | None = None,
    ) -> ClientStory:
        """A client of a provider; who that is need not be said where there is only one."""
        told = {"born_on": born_on, "gender": gender, "died_on": died_on}
        return ClientStory(self._book, self._tell("client", named, told, provider=provider))

    def provider(self, named: str = "", *, name: str = "") -> RecordStory:
        """An organisation that delivers programmes."""
        return RecordStory(self._book, self._tell("provider", named, {}, name=name or None))

    def operation(
        self,
        named: str = "",
        *,
        number: str = "",
        first_day: DaySaid = "?",
        last_day: DaySaid = "?",
    ) -> RecordStory:
        """What a fund pays for under one number."""
        days = {"first_day": first_day, "last_day": last_day}
        told = self._tell("operation", named, days, number=number or None)
        return RecordStory(self._book, told)

    def programme(
        self, declared_as: str, *, operation: Named | None = None, named: str = ""
    ) -> RecordStory:
        """A programme of the catalogue that an operation offers; its id is that of the catalogue.

        Programmes of one operation are named shorter when the story begins.
        """
        declared = {"declared_as": declared_as}
        told = self._tell("programme", named, declared, operation=operation)
        return RecordStory(self._book, told)

    def contract(  # noqa: PLR0913  one for each field
        self,
        named: str = "",
        *,
        programme: Named | None = None,
        provider: Named | None = None,
        number: str = "",
        from_: DaySaid = "?",
        until: DaySaid = "-",
        signed_on: DaySaid = "?",
    ) -> RecordStory:
        """What a provider undertakes to deliver of a programme."""
        days = {"first_day": from_, "last_day": until, "signed_on": signed_on}
        links = {"programme": programme, "provider": provider, "number": number or None}
        return RecordStory(self._book, self._tell("contract", named, days, **links))

    def household(self, named: str = "") -> RecordStory:
        """People who live together: who they are, their clients say."""
        return RecordStory(self._book, self._tell("household", named, {}))

    def staff(
        self,
        role: StaffRole | str,
        *,
        contract: Named | None = None,
        from_: DaySaid = "?",
        until: DaySaid = "-",
        named: str = "",
    ) -> AssignmentStory:
        """A member of staff in a role under a contract; named as such, the assignment too."""
        member = self._tell("staff_member", named, {})
        days = {
            "staff_member": RecordStory(self._book, member),
            "first_day": from_,
            "last_day": until,
        }
        told = self._tell("staff_assignment", named, {"role": role, **days}, contract=contract)
        return AssignmentStory(self._book, told)

    def service(  # noqa: PLR0913  one for each field
        self,
        kind: ServiceKind | Unknown | str = "?",
        on: DaySaid = "?",
        *,
        until: DaySaid = "-",
        minutes: NumberSaid = "?",
        place: str | Unknown = "?",
        contract: Named | None = None,
        named: str = "",
    ) -> ServiceStory:
        """One delivery of one service; who was there, clients or services say."""
        days = {"given_on": on, "last_day": until}
        said = {"kind": kind, **days, "minutes": minutes, "place": place}
        return ServiceStory(self._book, self._tell("service", named, said, contract=contract))

    def add(self, record_type: str | type[Record], **said: Any) -> Any:
        """A record of any type.

        Args:
            record_type: Its type, or the class of a type that a plugin adds.
            said: Its fields; a link (``contract``) takes a record, what stands for it, or the id of
                one that is told, a reference (``contract_id``) any id.
        """
        key = self._book.tell(record_type, said)
        return HANDLES.get(key[0], RecordStory)(self._book, key)

    def goes_on(self, on: date | str) -> None:
        """What is told from here on is written on that day."""
        self._book.on = _day("goes_on", on)

    def changed(
        self, record: Keyed | Record, *, on: date | str, why: str = "", **said: Any
    ) -> None:
        """It was written on a day what has happened to a record since."""
        self._book.write(Act.CHANGED, key_of(record), said, _day("on", on), why)

    def corrected(
        self, record: Keyed | Record, *, on: date | str, why: str = "", **said: Any
    ) -> None:
        """It was written on a day that a record had been written wrongly."""
        self._book.write(Act.CORRECTED, key_of(record), said, _day("on", on), why)

    def retracted(self, record: Keyed | Record, *, on: date | str, why: str = "") -> None:
        """It was written on a day that a record should not have been written."""
        self._book.remove(Act.RETRACTED, key_of(record), _day("on", on), why)

    def erased(self, record_type: str, key: str, *, on: date | str | None = None) -> None:
        """A record was erased, and only its tombstone is left; it need not have been told."""
        there = self._book.type_of(record_type).name, key
        self._book.remove(Act.ERASED, there, self._book.on if on is None else _day("on", on))

    def journal(self) -> Journal:
        """All that was written, on whatever day."""
        self._book.begin()
        return self._book.pages.journal()

    def caseload(self, known_on: date | str | None = None) -> Caseload:
        """The caseload as known on a day; where none is given, on that of the story."""
        on = self.known_on if known_on is None else _day("known_on", known_on)
        return self.journal().as_known_on(on)

    def _tell(
        self, record_type: str, named: str, said: Mapping[str, object], **perhaps: object
    ) -> Key:
        """Tell a record; what is ``None`` is not said."""
        told = {name: value for name, value in perhaps.items() if value is not None}
        return self._book.tell(record_type, {"id": named, **said, **told})


def _day(name: str, said: date | str) -> date:
    """A day on which something is written or known: all of it must be said."""
    try:
        day = parse_day(said) if isinstance(said, str) else said
    except NotADayError:
        day = None
    if not isinstance(day, date):
        raise StoryError(name, "it is no day", "write it as 2018-04-15")
    return day
