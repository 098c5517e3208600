"""Which answers are worth trying for a field that is not known.

Only the order of days matters to a rule: before, on or after the days that it compares. So each day
is tried just before, on and just after every day at which its comparisons can turn.
"""

from datetime import date, timedelta

from inclusion_core.model.client import Client
from inclusion_core.model.funding import Operation
from inclusion_core.model.participation import Participation
from inclusion_core.model.plan import ClosingReason, SupportPlan
from inclusion_core.model.status import Arrival, LegalBasis, ProtectionKind, ProtectionSpell
from inclusion_core.model.traits import RiskGround, RiskSpell
from inclusion_core.values import ABSENT, PartialDay, Unknown
from oracle_lab.calendar_days import A_DAY, months_later
from oracle_lab.mentoring import REGULATION, UKRAINIANS

LONG_AGO, FAR_OFF = date(1900, 1, 1), date(2100, 1, 1)

FIELDS = {
    Participation: ("entered_on", "left_on"),
    ProtectionSpell: ("kind", "legal_basis", "first_day", "last_day", "notified_on"),
    SupportPlan: ("drawn_up_on", "fulfilled_on", "closed_on", "closing_reason"),
    RiskSpell: ("ground", "first_day", "last_day"),
    Client: ("born_on",),
    Operation: ("last_day",),
    Arrival: ("arrived_on",),
}
"""All fields that the law asks for, by record class."""

CODES = {
    "kind": tuple(ProtectionKind),
    "legal_basis": tuple(LegalBasis),
    "ground": tuple(RiskGround),
    "closing_reason": (*ClosingReason, ABSENT),
}

MAY_NOT_COME = {"left_on", "last_day", "notified_on", "fulfilled_on", "closed_on"}
"""Days of what may never happen."""


def open_fields(caseload):
    """Every field that is unknown or known in part: its record and its name."""
    return [
        (record, field)
        for record_class, fields in FIELDS.items()
        for record in caseload.of(record_class)
        for field in fields
        if isinstance(getattr(record, field), Unknown | PartialDay)
    ]


def absent_days(caseload):
    """Every day of what has not happened."""
    return [
        (record, field)
        for record_class, fields in FIELDS.items()
        for record in caseload.of(record_class)
        for field in fields
        if field in MAY_NOT_COME and getattr(record, field) is ABSENT
    ]


def choices(record, field, turns):
    """What an open field may hold: codes, or days about the given turning points."""
    if field in CODES:
        return CODES[field]
    value = getattr(record, field)
    if isinstance(value, PartialDay):
        return days_about(turns, value.earliest, value.latest)
    absent = (ABSENT,) if field in MAY_NOT_COME else ()
    return (*days_about(turns, LONG_AGO, FAR_OFF), *absent)


def days_about(turns, earliest, latest):
    """The days just before, on and just after each turning point, and both bounds."""
    near = {turn + step * A_DAY for turn in turns for step in (-1, 0, 1)}
    return sorted({day for day in near if earliest <= day <= latest} | {earliest, latest})


def turns_of_entry(caseload, days):
    """The days about which the answer can turn with the day of entry."""
    turns = {REGULATION, UKRAINIANS}
    for on in days:
        turns |= {on, on - timedelta(days=60)}
        turns |= {months_later(on, -6) + step * A_DAY for step in (-2, 0, 2)}
    for record_class in (ProtectionSpell, RiskSpell):
        for spell in caseload.of(record_class):
            turns |= edges(spell.first_day) | edges(spell.last_day)
    for client in caseload.of(Client):
        turns |= {months_later(day, 600) for day in edges(client.born_on)}
    return turns


def edges(day):
    """The first and the last day that it may be."""
    if isinstance(day, PartialDay):
        return {day.earliest, day.latest}
    return {day} if isinstance(day, date) else set()


def turns_of(field, entry, days):
    """The days about which the answer can turn with any other day."""
    months = {"born_on": -600, "notified_on": -12}.get(field, 0)
    turns = {months_later(day, months) + step * A_DAY for day in days for step in (-2, 0, 2)}
    if field == "born_on":
        return turns | {months_later(entry, -600) + step * A_DAY for step in (-2, 0, 2)}
    return turns | {entry, *days}
