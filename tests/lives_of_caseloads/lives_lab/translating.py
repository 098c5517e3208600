"""From the plain book to versions of records, and back."""

from __future__ import annotations

from datetime import date
from enum import Enum

from inclusion_core.model.client import Client, Gender, SamePersonLink
from inclusion_core.model.funding import Operation, Programme, Provider
from inclusion_core.model.household import Household, HouseholdMembership, HouseholdRole
from inclusion_core.model.participation import LeavingReason, Participation
from inclusion_core.model.status import Arrival, ArrivalManner, ProtectionKind, ProtectionSpell
from inclusion_core.model.versions import Act, Version
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay

__all__ = ["NAMES", "plain_entry", "plain_fields", "record_of", "version_of"]

NAMES = {
    Provider: ("name",),
    Operation: ("number", "title", "beneficiary"),
    Programme: ("operation_id", "declared_as"),
    Client: ("provider_id", "born_on", "gender", "died_on"),
    SamePersonLink: ("client_id", "other_client_id", "linked_on", "undone_on"),
    Household: (),
    HouseholdMembership: ("household_id", "client_id", "role", "first_day", "last_day"),
    Participation: ("client_id", "programme_id", "entered_on", "left_on", "leaving_reason"),
    Arrival: ("client_id", "arrived_on", "manner", "country"),
    ProtectionSpell: ("client_id", "kind", "first_day", "last_day"),
}
"""What the book says of each type; all else is left as it is by default."""

CLASSES = {
    "provider": Provider,
    "operation": Operation,
    "programme": Programme,
    "client": Client,
    "same_person_link": SamePersonLink,
    "household": Household,
    "household_membership": HouseholdMembership,
    "participation": Participation,
    "arrival": Arrival,
    "protection_spell": ProtectionSpell,
}
CODES = {
    "gender": Gender,
    "role": HouseholdRole,
    "leaving_reason": LeavingReason,
    "manner": ArrivalManner,
    "kind": ProtectionKind,
}


def record_of(kind, key, fields):
    """The record of some plain fields."""
    values = {name: _value(name, said) for name, said in fields.items()}
    return CLASSES[kind](id=key, **values)


def _value(name, said):
    if said is None:
        return ABSENT
    if said == "?":
        return NOT_ASKED
    if isinstance(said, tuple):
        return PartialDay(*map(date.fromisoformat, said))
    if name.endswith(("_on", "_day")):
        return date.fromisoformat(said)
    return CODES[name](said) if name in CODES else said


def version_of(entry):
    """The version of an entry."""
    gone = entry["fields"] is None
    return Version(
        record_type=entry["type"],
        record_id=entry["id"],
        version=entry["number"],
        recorded_on=date.fromisoformat(entry["day"]),
        sequence=entry["turn"],
        act=Act(entry["act"]),
        why=entry["why"],
        record=None if gone else record_of(entry["type"], entry["id"], entry["fields"]),
    )


def plain_fields(record):
    """The plain fields of a record."""
    return {name: _plain(getattr(record, name)) for name in NAMES[type(record)]}


def _plain(value):
    if value is ABSENT or value == NOT_ASKED:
        return None if value is ABSENT else "?"
    if isinstance(value, PartialDay):
        return value.earliest.isoformat(), value.latest.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def plain_entry(version):
    """The entry of a version."""
    return {
        "type": version.record_type,
        "id": version.record_id,
        "number": version.version,
        "day": version.recorded_on.isoformat(),
        "turn": version.sequence,
        "act": version.act.value,
        "why": version.why,
        "fields": None if version.record is None else plain_fields(version.record),
    }
