"""Random lives in the two programmes: tidy and untidy, known and half known."""

from random import Random
from typing import NamedTuple

import attrs

from inclusion_core.model.caseload import Caseload
from inclusion_core.values import ABSENT, PartialDay, Reason, Unknown
from oracle_lab import mentoring, motivation
from oracle_lab.calendar_days import A_DAY, months_later
from oracle_lab.choices import FIELDS, MAY_NOT_COME, edges, open_fields
from oracle_lab.completing import CLIENT_ID
from oracle_lab.life_in_mentoring import write_mentoring
from oracle_lab.life_in_motivation import write_motivation
from oracle_lab.pen import LATEST, Pen

SHARE_OF_MENTORING = 0.65
SHARE_WITH_UNKNOWNS = 0.15
SHARE_ASKED_LATER = 0.1
SHARE_CUT = 0.35


class Life(NamedTuple):
    """One client's records, and the days on which they are judged."""

    seed: int
    programme: str
    caseload: Caseload
    days: tuple

    @property
    def whole(self):
        """Whether every field that a rule may ask for is known or absent."""
        return not open_fields(self.caseload)

    @property
    def client_id(self):
        return CLIENT_ID


def life(seed: int) -> Life:
    """The life of a seed: always the same."""
    rng = Random(seed)
    mentored = rng.random() < SHARE_OF_MENTORING
    pen = Pen(rng, mentoring.ID if mentored else motivation.ID)
    pen.frame()
    (write_mentoring if mentored else write_motivation)(pen)
    known_on = pen.day() if pen.chance(SHARE_CUT) else LATEST + A_DAY
    records = as_known_on(pen, known_on)
    if pen.chance(SHARE_WITH_UNKNOWNS):
        for _ in range(rng.choice((1, 1, 1, 2))):
            records = forgotten(pen, records)
    caseload = Caseload.of_records(records, known_on=known_on)
    return Life(seed, pen.programme, caseload, judged_days(pen, known_on))


def as_known_on(pen, known_on):
    """The records without most of what lies after the known day."""
    begun = [record for record in pen.records if not ahead(record, known_on) or pen.chance(0.1)]
    return [so_far(pen, record, known_on) for record in begun]


def ahead(record, known_on):
    """Whether it begins after the known day."""
    first_day = getattr(record, "entered_on", getattr(record, "first_day", ABSENT))
    return bool(edges(first_day)) and min(edges(first_day)) > known_on


def so_far(pen, record, known_on):
    """The record without most of what happened after the known day."""
    later = [
        field
        for field in FIELDS.get(type(record), ())
        if field in MAY_NOT_COME and max(edges(getattr(record, field)), default=known_on) > known_on
    ]
    if field_is_agreed(record):
        return record
    return attrs.evolve(record, **{field: ABSENT for field in later if pen.chance(0.85)})


def field_is_agreed(record):
    """Whether its last day is agreed beforehand, as that of an operation is."""
    return hasattr(record, "budget_cents")


def forgotten(pen, records):
    """The records with one field that is unknown, or known in part."""
    places = [
        (place, field)
        for place, record in enumerate(records)
        for field in FIELDS.get(type(record), ())
        if record.id == CLIENT_ID or field != "born_on"
    ]
    place, field = pen.rng.choice(places)
    value = getattr(records[place], field)
    open_value = Unknown(pen.rng.choice(tuple(Reason)))
    if edges(value) and pen.chance(0.6):
        open_value = in_part(pen, min(edges(value)))
    changed = attrs.evolve(records[place], **{field: open_value})
    return [*records[:place], changed, *records[place + 1 :]]


def in_part(pen, day):
    """Some days of which one is the day."""
    how = pen.rng.random()
    if how < 0.3:
        return PartialDay.of_year(day.year)
    if how < 0.7:
        return PartialDay.of_month(day.year, day.month)
    return PartialDay(
        day - pen.rng.choice((0, 1, 3)) * A_DAY, day + pen.rng.choice((1, 2, 40)) * A_DAY
    )


def judged_days(pen, known_on):
    """Days about those on which something happens, or a boundary that follows from one."""
    rng = pen.rng
    last_days = [
        max(edges(getattr(record, field)))
        for record in pen.records
        for field in FIELDS.get(type(record), ())
        if field in MAY_NOT_COME and edges(getattr(record, field))
    ]
    days = []
    for _ in range(4):
        if last_days and rng.random() < 0.4:
            days.append(rng.choice(last_days) + rng.choice((0, 1)) * A_DAY)
            continue
        day = rng.choice(pen.days)
        if rng.random() < 0.5:
            day = months_later(day, rng.choice((0, 12, 6, 3))) + rng.choice((0, 60)) * A_DAY
        days.append(day + rng.choice((-1, 0, 0, 1)) * A_DAY)
    kept = {min(day, known_on) for day in days[:3]}
    last = days[3] if rng.random() < SHARE_ASKED_LATER else min(days[3], known_on)
    return tuple(sorted(kept | {last}))
