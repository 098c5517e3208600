"""What single record types of the model have of their own, when an orderly register is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from inclusion_core.checks.days import stay_of
from inclusion_core.expr.schema import Schema
from inclusion_core.fields import type_name
from inclusion_core.model import RECORD_CLASSES
from inclusion_core.model.client import Client
from inclusion_core.model.funding import Operation, ShareRule
from inclusion_core.testing.strategies.casebook import Casebook, Customs, Values
from inclusion_core.testing.strategies.costs import settled_cap, settled_cost
from inclusion_core.testing.strategies.dating import Room
from inclusion_core.testing.strategies.growing import grow, named
from inclusion_core.values import ABSENT, ALWAYS, NEVER, NOT_ASKED, Day, Unknown, day_span

__all__ = ["APART", "customs_of"]

APART: Mapping[str, str] = {"client": "same_person_link", "operation": "funding_share"}
"""What comes with others and not by itself: links with a client, shares with an operation."""


def customs_of(schema: Schema) -> Mapping[str, Customs]:
    """The customs of the record types of a schema that are those of the model."""
    core = {type_name(each): each for each in RECORD_CLASSES}
    return {
        name: customs
        for name, customs in CUSTOMS.items()
        if name in schema.record_types and schema[name].record_class is core[name]
    }


# Persons: a client of one provider may be a client of another.


def _same_as_another(book: Casebook, values: Values) -> bool:
    """Settles what is the same of one person, whichever provider keeps the record."""
    linked = "same_person_link" in book.setting.layout.drawn
    others: Iterable[Client] = book.of("client") if linked else ()
    book.twin = book.choice((None, None, *others))
    if book.twin is not None:
        unknown = () if book.setting.tidy else (NOT_ASKED,)
        values["born_on"] = book.choice((book.twin.born_on, *unknown))
        values["gender"] = book.choice((book.twin.gender, *unknown))
        values["died_on"] = book.twin.died_on
    return True


def _with_link(book: Casebook, client: Client) -> None:
    twin, book.twin = book.twin, None
    if twin is not None:
        book.persons[client.id] = book.persons.get(twin.id, twin.id)
        grow(book, "same_person_link", {"client_id": client.id, "other_client_id": twin.id})


# Shares: they make 100 per cent, and one of them takes the remainder.

PARTS = ((), (100,), (85, 15), (50, 35, 15))


def _with_shares(book: Casebook, operation: Operation) -> None:
    if "funding_share" in book.setting.layout.drawn:
        parts = book.choice(PARTS)
        for place, percent in enumerate(parts, start=1):
            rule = ShareRule.REMAINDER if place == len(parts) else ShareRule.AT_MOST
            given = {"operation_id": operation.id, "percent": Decimal(percent), "rule": rule}
            grow(book, "funding_share", given)


# Services: given under a contract of the programme, while the client is in it.


def _contract_of_participation(book: Casebook, values: Values) -> str | None:
    """A contract of the same programme that may be delivered while the client is there."""
    participation = book.find("participation", values["participation_id"])
    there = stay_of(participation, "entered_on", "left_on")
    given = {"programme_id": participation.programme_id}
    fitting = []
    for contract in book.of("contract"):
        stay = stay_of(contract)
        if contract.programme_id == participation.programme_id and stay and there:
            fitting += [contract] if stay.may_meet(there) else []
    return named(book, "contract", fitting, given)


def _service_of_participation(book: Casebook, values: Values) -> str | None:
    """A service of the same programme on a day on which the client may be there."""
    participation = book.find("participation", values["participation_id"])
    contracts = {each.id: each.programme_id for each in book.of("contract")}
    room = _from(participation.entered_on), day_span(participation.left_on).latest
    fitting = [
        service
        for service in book.of("service")
        if contracts[service.contract_id] == participation.programme_id
        and _may_lie(service.given_on, room)
    ]
    service = book.choice((*fitting[:MOST_OFFERED], None))
    if service is None:
        contract = _contract_of_participation(book, values)
        if contract is None:
            return None
        service = grow(book, "service", {"contract_id": contract}, {"given_on": room})
    return None if service is None else str(service.id)


MOST_OFFERED = 4


def _staff_of_service(book: Casebook, values: Values) -> str | None:
    """Somebody who may be assigned on the day of the service."""
    given_on = book.find("service", values["service_id"]).given_on
    fitting = [
        each
        for each in book.of("staff_assignment")
        if _may_lie(given_on, (_from(each.first_day), day_span(each.last_day).latest))
    ]
    within = {
        "first_day": (ALWAYS, day_span(given_on).latest),
        "last_day": (_from(given_on), NEVER),
    }
    return named(book, "staff_assignment", fitting, {}, within)


def _from(day: Day) -> Any:
    """The day from which something may be; an absent day bounds nothing."""
    return ALWAYS if day is ABSENT else day_span(day).earliest


def _may_lie(day: Day, room: Room) -> bool:
    return day is ABSENT or (room[0] <= day_span(day).latest and day_span(day).earliest <= room[1])


# What was so on entry is written down once.


def _not_twice(book: Casebook, values: Values) -> bool:
    there = {each.participation_id for each in book.of("entry_traits")}
    return values.get("participation_id") not in there


# Goals and actions: reached or given up, not both.


def _one_end(reached: str) -> Customs:
    def settled(_: Casebook, values: Values) -> None:
        if not (values[reached] is ABSENT or isinstance(values[reached], Unknown)):
            values["dropped_on"] = ABSENT

    return Customs(settled=settled)


CUSTOMS: Mapping[str, Customs] = {
    "client": Customs(before=_same_as_another, after=_with_link),
    "operation": Customs(after=_with_shares),
    "entry_traits": Customs(before=_not_twice),
    "delivery_spell": Customs(chosen={"contract_id": _contract_of_participation}),
    "service_attendance": Customs(chosen={"service_id": _service_of_participation}),
    "service_staff": Customs(chosen={"staff_assignment_id": _staff_of_service}),
    "goal": _one_end("met_on"),
    "planned_action": _one_end("done_on"),
    "cost_entry": Customs(settled=settled_cost),
    "cost_cap": Customs(settled=settled_cap),
}
