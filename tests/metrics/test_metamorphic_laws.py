"""What may be done to a register without moving a count, tried on random records of the model.

That the order of records, and their ids, make no difference, and that people who have nothing in
common add up, stands in ``test_laws.py``.
"""

from datetime import date, timedelta

import attrs
from caseload_lab.random_records import lists_of_records, renamed
from effort import tries
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from metrics_lab.real import DAYS, METRICS, SUBJECTS

from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.fields import FieldKind
from inclusion_core.metrics.counting import count_records
from inclusion_core.metrics.metric import Measure
from inclusion_core.model.caseload import Caseload, Journal
from inclusion_core.model.client import Client, SamePersonLink
from inclusion_core.model.household import HouseholdMembership
from inclusion_core.model.participation import Participation
from inclusion_core.model.status import ProtectionSpell
from inclusion_core.model.versions import Version
from inclusion_core.values import PartialDay

KNOWN_ON = date(2018, 12, 3)
ALL_DAYS_OF_THE_CALENDAR = timedelta(days=146_097)
"""Four hundred years: the same days of the week, lengths of months and leap years come again."""

SPELLS = {
    Participation: ("entered_on", "left_on"),
    ProtectionSpell: ("first_day", "last_day"),
    HouseholdMembership: ("first_day", "last_day"),
}
"""What can be cut in two, and the fields of its first and last day."""

WHOLE_STAYS = ("lab.persons", "lab.active", "lab.arrived", "lab.countries", "lab.gender")
WHOLE_STAYS += ("lab.status", "lab.families")
"""What asks whether there is a spell, and not how many, or how old somebody was when it began."""

registers = lists_of_records(SUBJECTS, least=2)
law = settings(
    max_examples=tries(40),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def counted(records, *, known_on=KNOWN_ON, days=DAYS, metrics=METRICS):
    by_type = Caseload.of_records(records, known_on=known_on).records
    return count_records(metrics, Records(SCHEMA, by_type), days, known_on=known_on)


def totals(figures, ids=None):
    return {
        each.metric.id: (each.value, each.unknown, each.open, each.total.asked)
        for each in figures
        if ids is None or each.metric.id in ids
    }


def moved(value, by):
    """A day, or both ends of one, some days later."""
    if isinstance(value, PartialDay):
        return PartialDay(value.earliest + by, value.latest + by)
    return value + by if isinstance(value, date) else value


@given(registers)
@law
def test_four_hundred_years_later_all_figures_are_the_same(records):
    later = [
        attrs.evolve(
            each,
            **{
                field.name: moved(getattr(each, field.name), ALL_DAYS_OF_THE_CALENDAR)
                for field in SCHEMA.type_of(each).recorded_fields
                if field.kind is FieldKind.DAY
            },
        )
        for each in records
    ]
    days = Parameters(
        days={name: day + ALL_DAYS_OF_THE_CALENDAR for name, day in DAYS.days.items()}
    )

    found = counted(later, known_on=KNOWN_ON + ALL_DAYS_OF_THE_CALENDAR, days=days)

    assert found == counted(records)


@given(registers)
@law
def test_what_is_recorded_twice_is_counted_once(records):
    """The same versions, read from two files."""
    versions = tuple(
        Version(
            record_type=SCHEMA.type_of(each).name,
            record_id=each.id,
            recorded_on=KNOWN_ON,
            record=each,
        )
        for each in records
    )
    once, twice = (Journal(each).as_known_on(KNOWN_ON) for each in (versions, versions * 2))

    assert once == twice


@given(registers)
@law
def test_a_second_provider_that_knows_everybody_too_moves_no_count_of_persons(records):
    """All lives once more under other ids, and a link that says whose they are."""
    links = [
        SamePersonLink(
            id=f"twin-{each.id}",
            client_id=each.id,
            other_client_id=f"there-{each.id}",
            linked_on=date(2018, 1, 1),
        )
        for each in records
        if isinstance(each, Client)
    ]
    there = [renamed(each, "there-") for each in records]
    persons = {
        metric.id
        for metric in METRICS
        if metric.subject.record_type == "person" and metric.measure is Measure.SUBJECTS
    }

    assert len(persons) >= 3
    assert totals(counted([*records, *there, *links]), persons) == totals(counted(records), persons)


@given(registers, st.integers(0, 2**16))
@law
def test_a_spell_that_is_cut_in_two_counts_as_one(records, at):
    """As where somebody writes a new line on the first of each year."""
    in_parts = [part for each in records for part in _cut(each, at)]

    assert totals(counted(in_parts), WHOLE_STAYS) == totals(counted(records), WHOLE_STAYS)


def _cut(record, at):
    names = SPELLS.get(type(record))
    first, last = (getattr(record, name) for name in names) if names else (None, None)
    if type(first) is not date or type(last) is not date or not first < last:
        return (record,)
    day = first + timedelta(days=at % (last - first).days)
    begins, ends = names
    after = attrs.evolve(
        record, id=f"{record.id}-later", **{begins: day + timedelta(days=1), ends: last}
    )
    return attrs.evolve(record, **{ends: day}), after
