"""Counting by hand, and the same on records and on tables of either engine."""

import pickle
from datetime import date

import pytest
from metrics_lab.guests import (
    ADULT,
    COUNTRY,
    ROOM,
    SCHEMA,
    Guest,
    Room,
    Visit,
    VisitRow,
    book,
    guest,
    metric,
    visit,
)

from inclusion_core.errors import DeclarationError, UnknownNameError
from inclusion_core.expr import all_of, day_parameter
from inclusion_core.expr.frames import Tables
from inclusion_core.expr.parameters import Parameters
from inclusion_core.metrics.counting import count_records, count_tables
from inclusion_core.metrics.figures import NoCode, Tally
from inclusion_core.metrics.metric import Measure
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay, Reason, Unknown

NOTHING = Parameters()


def on_records(metrics, records, known_on, parameters):
    return count_records(metrics, records, parameters, known_on=known_on)


def on_tables(engine):
    def count(metrics, records, known_on, parameters):
        tables = Tables.of_records(SCHEMA, records.by_type, engine=engine)
        return count_tables(metrics, tables, parameters, known_on=known_on)

    return count


@pytest.fixture(
    params=[on_records, on_tables("polars"), on_tables("duckdb")],
    ids=["records", "polars", "duckdb"],
)
def figure(request):
    """Counts one metric over records."""

    def count(counted, *records, known_on=None, parameters=NOTHING):
        return request.param([counted], book(*records), known_on, parameters)[counted.id]

    return count


@pytest.fixture(
    params=[on_records, on_tables("polars"), on_tables("duckdb")],
    ids=["records", "polars", "duckdb"],
)
def figures(request):
    """Counts several metrics over records."""

    def count(metrics, *records, known_on=None, parameters=NOTHING):
        return request.param(metrics, book(*records), known_on, parameters)

    return count


def visited(key, number=1, **fields):
    """A visit of a guest."""
    return Visit(id=f"v-{key}-{number}", guest_id=key, **fields)


GROWN = Guest(id="grown", born_on=date(1990, 5, 17), country="LV")
CHILD = Guest(id="child", born_on=date(2010, 1, 1), country="SY")
AGELESS = Guest(id="ageless", country="SY")
STRANGER = Guest(id="stranger", born_on=date(1985, 1, 1), country="UA")
VISITS = (visited("grown"), visited("grown", 2), visited("child"), visited("ageless"))


def test_a_subject_counts_once_and_is_counted_unknown_or_neither(figure):
    adults = figure(metric(where=ADULT), GROWN, CHILD, AGELESS, STRANGER, *VISITS)

    assert adults.total == Tally(counted=1, unknown=1, asked=3)
    assert adults.groups == {}
    assert (adults.value, adults.unknown) == (1, 1)


def test_the_opposite_condition_counts_the_others_and_not_the_unknown(figure):
    children = figure(metric(where=~ADULT), GROWN, CHILD, AGELESS, STRANGER, *VISITS)

    assert children.total == Tally(counted=1, unknown=1, asked=3)


def test_without_a_condition_everyone_asked_about_is_counted(figure):
    assert figure(metric(), GROWN, CHILD, STRANGER, *VISITS).total == Tally(2, 0, 2)


def test_who_may_be_asked_about_is_unknown_and_not_in_the_denominator(figure):
    born = metric(universe=guest.born_on >= date(1980, 1, 1))

    assert figure(born, GROWN, AGELESS).total == Tally(counted=1, unknown=1, asked=1)


def test_who_may_be_asked_about_and_surely_fails_the_condition_is_not_unknown(figure):
    open_question = metric(
        universe=guest.born_on >= date(1980, 1, 1), where=guest.country.is_in("LV")
    )

    assert figure(open_question, AGELESS).total == Tally(0, 0, 0)


@pytest.mark.parametrize(
    ("born_on", "tally"),
    [
        (date(2000, 6, 1), Tally(1, 0, 1)),
        (date(2000, 6, 2), Tally(0, 0, 1)),
        (PartialDay.of_year(1999), Tally(1, 0, 1)),
        (PartialDay.of_year(2000), Tally(0, 1, 1)),
        (PartialDay.of_year(2001), Tally(0, 0, 1)),
        (Unknown(Reason.REFUSED), Tally(0, 1, 1)),
        (ABSENT, Tally(0, 0, 1)),
    ],
)
def test_a_day_known_in_part_leaves_open_only_what_it_does_not_settle(figure, born_on, tally):
    adults = metric(universe=all_of(), where=ADULT)

    assert figure(adults, Guest(id="g", born_on=born_on)).total == tally


def test_groups_are_told_apart_by_code_with_the_absent_and_the_unknown_last(figure):
    by_country = figure(
        metric(universe=all_of(), where=ADULT, by=COUNTRY),
        GROWN,
        CHILD,
        AGELESS,
        STRANGER,
        Guest(id="second", born_on=date(1970, 1, 1), country="LV"),
        Guest(id="stateless", born_on=date(1970, 1, 1), country=ABSENT),
        Guest(id="silent", born_on=date(1970, 1, 1), country=Unknown(Reason.REFUSED)),
        Guest(id="unheard", country=NOT_ASKED),
        Guest(id="child of EE", born_on=date(2015, 1, 1), country="EE"),
    )

    assert list(by_country.groups.items()) == [
        ("LV", Tally(2, 0, 2)),
        ("SY", Tally(0, 1, 2)),
        ("UA", Tally(1, 0, 1)),
        (NoCode.ABSENT, Tally(1, 0, 1)),
        (NoCode.UNKNOWN, Tally(1, 1, 2)),
    ]
    assert by_country.total == Tally(5, 2, 9)
    assert by_country.value == 5


def test_different_codes_are_counted_once_each_and_may_be_more(figure):
    countries = figure(
        metric(universe=all_of(), where=ADULT, by=COUNTRY, measure=Measure.DIFFERENT_CODES),
        GROWN,
        Guest(id="second", born_on=date(1970, 1, 1), country="LV"),
        STRANGER,
        AGELESS,
        Guest(id="stateless", born_on=date(1970, 1, 1), country=ABSENT),
        Guest(id="silent", born_on=date(1970, 1, 1), country=NOT_ASKED),
    )

    assert countries.value == 2
    assert countries.unknown == 2


def test_the_subject_may_be_any_record_type(figure):
    in_hall = metric(
        subject=VisitRow,
        universe=visit.guest.country.is_in("LV"),
        where=visit.room.is_in(Room.HALL),
        by=ROOM,
    )
    rooms = figure(
        in_hall,
        GROWN,
        CHILD,
        visited("grown", 1, room=Room.HALL),
        visited("grown", 2, room=Room.KITCHEN),
        visited("grown", 3),
        visited("child", room=Room.HALL),
    )

    assert rooms.total == Tally(1, 1, 3)
    assert rooms.groups == {"hall": Tally(1, 0, 1), NoCode.UNKNOWN: Tally(0, 1, 1)}


CAME_IN_JUNE = guest.visits.where(
    lambda each: each.came_on.is_between(date(2018, 6, 1), date(2018, 6, 30))
).exist()


@pytest.mark.parametrize(
    ("known_on", "tally"),
    [
        (None, Tally(1, 0, 2)),
        (date(2018, 6, 30), Tally(1, 0, 2)),
        (date(2018, 6, 29), Tally(1, 1, 2)),
    ],
)
def test_what_may_still_come_inside_the_period_is_not_yet_and_no_no(figure, known_on, tally):
    june = metric(universe=all_of(), where=CAME_IN_JUNE)
    came = visited("grown", came_on=date(2018, 6, 5))

    assert figure(june, GROWN, CHILD, came, known_on=known_on).total == tally


@pytest.mark.parametrize(
    ("known_on", "tally"),
    [(date(2018, 11, 29), Tally(0, 1, 1)), (date(2018, 11, 30), Tally(1, 0, 1))],
)
def test_who_has_not_moved_away_by_then_still_may_before_the_day_asked_about(
    figure, known_on, tally
):
    stayed = metric(universe=all_of(), where=guest.moved_away_on > date(2018, 11, 30))

    assert figure(stayed, GROWN, known_on=known_on).total == tally


@pytest.mark.parametrize(
    "counted",
    [
        metric(),
        metric(where=ADULT, by=COUNTRY),
        metric(by=COUNTRY, measure=Measure.DIFFERENT_CODES),
        metric(subject=VisitRow, universe=visit.guest.born_on.is_known(), by=ROOM),
    ],
)
def test_no_records_give_zero(figure, counted):
    empty = figure(counted)

    assert (empty.total, empty.groups) == (Tally(0, 0, 0), {})
    assert (empty.value, empty.unknown) == (0, 0)


def test_several_metrics_are_counted_together_and_keep_their_order(figures):
    visits = metric(id="toy.visits", subject=VisitRow, universe=all_of())
    adults = metric(id="toy.adults", where=ADULT, part_of="toy.guests")
    found = figures([adults, visits, metric(), adults], GROWN, CHILD, AGELESS, *VISITS)

    assert [each.metric for each in found] == [adults, visits, metric()]
    assert [each.value for each in found] == [1, 4, 3]


def test_no_metrics_give_no_figures(figures):
    assert list(figures([], GROWN)) == []


def test_two_metrics_of_one_id_are_refused(figures):
    with pytest.raises(DeclarationError, match="two metrics have this id"):
        figures([metric(), metric(where=ADULT)], GROWN)


def test_a_parameter_is_given_by_the_asker(figure):
    since = metric(universe=all_of(), where=guest.born_on >= day_parameter("since"))
    given = Parameters(days={"since": date(2000, 1, 1)})

    assert figure(since, GROWN, CHILD, parameters=given).total == Tally(1, 0, 2)


def test_a_parameter_that_is_not_given_is_named(figure):
    since = metric(universe=all_of(), where=guest.born_on >= day_parameter("since"))

    with pytest.raises(UnknownNameError, match="no day parameter 'since'"):
        figure(since, GROWN)


def test_counted_figures_travel_between_processes(figures):
    found = figures([metric(by=COUNTRY)], GROWN, CHILD, AGELESS, *VISITS)

    assert pickle.loads(pickle.dumps(found)) == found
