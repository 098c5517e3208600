"""What an answer may be where something is not known: every answer of a grid is tried."""

from itertools import combinations

import attrs

from inclusion_core.fields import type_name
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.funding import Programme
from inclusion_core.model.participation import Participation
from inclusion_core.model.plan import ClosingReason, SupportPlan
from inclusion_core.model.status import LegalBasis, ProtectionKind, ProtectionSpell
from inclusion_core.model.traits import RiskSpell
from inclusion_core.values import ABSENT
from oracle_lab.answers import OPEN
from oracle_lab.calendar_days import A_DAY, months_later
from oracle_lab.choices import absent_days, choices, open_fields, turns_of, turns_of_entry
from oracle_lab.motivation import ESTABLISHED, FOR_OLDER_WORKERS, OTHER_MEASURES
from oracle_lab.opinion import entry_of, participation_by_id


def possible(ask, caseload, participation_id, on, *, may_come, also=()):
    """All that an answer may be.

    After the known day one thing may happen, or two where nothing else is open. What would take
    more is not found; it would show as an answer that the library could have given and did not.

    Args:
        ask: The answer for a caseload without open fields and the participation in it.
        caseload: What is known.
        participation_id: Whom it is about; `None` for an applicant.
        on: The day asked about.
        may_come: Whether what has not happened may still happen after the known day.
        also: Other days that the answer is about.
    """
    said = frozenset()
    two = not open_fields(caseload)
    for complete in completions(caseload, participation_id, (on, *also)):
        stay = participation_by_id(complete, participation_id)
        said |= ask(complete, stay)
        if may_come and max(on, entry_of(stay, on)) > caseload.known_on and said != OPEN:
            for later in futures(complete, participation_id, on, two=two):
                said |= ask(later, participation_by_id(later, participation_id))
                if said == OPEN:
                    break
        if said == OPEN:
            break
    return said


def completions(caseload, participation_id, days):
    """The caseload with every open field answered, in each way worth trying.

    The day of entry is answered first: what else is worth trying depends on it.
    """
    fields = open_fields(caseload)
    entry_first = sorted(
        fields, key=lambda open_: open_[1] != "entered_on" or open_[0].id != participation_id
    )
    yield from answered(caseload, entry_first, participation_id, days)


def answered(caseload, fields, participation_id, days):
    if not fields:
        yield caseload
        return
    (record, field), *rest = fields
    if (
        isinstance(record, Participation)
        and record.id == participation_id
        and field == "entered_on"
    ):
        turns = turns_of_entry(caseload, days)
    else:
        stay = participation_by_id(caseload, participation_id)
        turns = turns_of(field, entry_of(stay, days[0]), days)
    for value in choices(record, field, turns):
        one_less = with_value(caseload, record, field, value)
        yield from answered(one_less, rest, participation_id, days)


def with_value(caseload, record, field, value):
    """The caseload as if a field of a record held a value."""
    name = type_name(type(record))
    listed = tuple(
        attrs.evolve(each, **{field: value}) if each.id == record.id else each
        for each in caseload.records[name]
    )
    return Caseload(caseload.known_on, {**caseload.records, name: listed})


def with_record(caseload, record):
    """The caseload as if one more record were there."""
    name = type_name(type(record))
    listed = (*caseload.records.get(name, ()), record)
    return Caseload(caseload.known_on, {**caseload.records, name: listed})


# What may still happen.


def futures(caseload, participation_id, on, *, two):
    """The caseload as it may become after its known day: one thing happens, or perhaps two."""
    stay = participation_by_id(caseload, participation_id)
    entry = entry_of(stay, on)
    after = caseload.known_on + A_DAY
    events = [
        lambda known, record=record, field=field, day=day: with_value(known, record, field, day)
        for record, field in absent_days(caseload)
        for day in days_after(caseload.known_on, {on, entry} | twelve_months_before(field, on))
    ]
    client_id = client_asked_about(caseload, stay)
    for day in sorted({after, max(after, on), max(after, entry)}):
        events += [
            lambda known, records=records: with_all(known, records)
            for records in new_records(caseload, client_id, participation_id, day)
        ]
    for event in events:
        yield event(caseload)
    if two:
        for one, other in combinations(events, 2):
            yield other(one(caseload))


def twelve_months_before(field, on):
    """Where it matters whether twelve months have passed since."""
    return {months_later(on, -12)} if field == "notified_on" else set()


def days_after(known_on, turns):
    near = {turn + step * A_DAY for turn in turns for step in (-1, 0, 1)}
    return sorted({day for day in near if day > known_on} | {known_on + A_DAY})


def client_asked_about(caseload, stay):
    return CLIENT_ID if stay is None else stay.client_id


CLIENT_ID = "c-1"
"""The client whom a life is about."""


def with_all(caseload, records):
    for record in records:
        caseload = with_record(caseload, record)
    return caseload


def new_records(caseload, client_id, participation_id, day):
    """Records of what may happen on a day."""
    for kind in ProtectionKind:
        yield (
            ProtectionSpell(
                id="new",
                client_id=client_id,
                kind=kind,
                legal_basis=LegalBasis.UKRAINIAN_CIVILIANS_LAW,
                first_day=day,
                notified_on=day,
            ),
        )
    if participation_id is not None:
        fulfilled = {"fulfilled_on": day}
        closed = {"closed_on": day, "closing_reason": ClosingReason.REFUSED}
        for how in ({}, fulfilled, closed):
            plan = SupportPlan(id="new", participation_id=participation_id, drawn_up_on=day, **how)
            yield (plan,)
    for ground in ESTABLISHED:
        yield (RiskSpell(id="new", client_id=client_id, ground=ground, first_day=day),)
    for measure in (*OTHER_MEASURES, FOR_OLDER_WORKERS):
        yield (
            Programme(id=f"new {measure}", operation_id="new", declared_as=measure),
            Participation(
                id=f"new {measure}",
                client_id=client_id,
                programme_id=f"new {measure}",
                entered_on=day,
                left_on=ABSENT,
            ),
        )
