"""Counting by hand, and the same on records and on tables of either engine."""

import pickle
from datetime import date

import pytest
from metrics_lab.guest_facts import TABLE, GuestFacts, GuestFactsRow, facts
from metrics_lab.guests import (
    ADULT,
    BORN,
    COUNTRY,
    ROOM,
    SAYS,
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
from inclusion_core.expr import all_of, day_parameter, days_after
from inclusion_core.expr.frames import Tables
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.metrics.counting import count_records, count_tables
from inclusion_core.metrics.figures import NoCode, Tally
from inclusion_core.metrics.metric import Measure
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay, Reason, Unknown

NOTHING = Parameters()


def on_records(metrics, records, known_on, parameters, by=()):
    return count_records(metrics, records, parameters, known_on=known_on, by=by)


def on_tables(engine):
    def count(metrics, records, known_on, parameters, by=()):
        tables = Tables.of_records(SCHEMA, records.by_type, engine=engine)
        return count_tables(metrics, tables, parameters, known_on=known_on, by=by)

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


@pytest.fixture(
    params=[on_records, on_tables("polars"), on_tables("duckdb")],
    ids=["records", "polars", "duckdb"],
)
def tally_by(request):
    """Counts several metrics over records, broken down by axes."""

    def count(metrics, axes, *records):
        return request.param(metrics, book(*records), None, NOTHING, by=axes)

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


# Totals, medians, windows, axes, facts tables.

CHILDREN = {"amount": guest.children, "unit": SAYS, "universe": all_of(), "where": ADULT}
PARENTS = (
    Guest(id="two", born_on=date(1990, 5, 17), children=2, country="LV", generation="1990"),
    Guest(id="none", born_on=date(1991, 5, 17), children=0, country="LV", generation="1990"),
    Guest(id="five", born_on=date(1970, 5, 17), children=5, country="SY", generation="1970"),
    Guest(id="silent", born_on=date(1970, 5, 17), country="SY", generation="1970"),
    Guest(id="ageless", children=9, country="SY"),
    Guest(id="child", born_on=date(2015, 1, 1), children=0, country="SY", generation="2010"),
)


def test_a_total_adds_up_what_is_known_of_the_counted_and_tells_the_rest(figure):
    total = figure(metric(measure=Measure.TOTAL, **CHILDREN), *PARENTS)

    assert total.total == Tally(4, 1, 6, amount=7, amount_unknown=1)
    assert (total.value, total.unknown) == (7, 2)


def test_a_median_is_that_of_the_known_amounts_of_the_counted(figure):
    median = figure(metric(measure=Measure.MEDIAN, **CHILDREN), *PARENTS)

    assert median.total == Tally(
        4, 1, 6, amount=7, amount_unknown=1, spread=((0, 1), (2, 1), (5, 1))
    )
    assert (median.value, median.unknown) == (2, 2)


def test_a_total_and_a_median_of_nobody(figures):
    total = metric(id="toy.total", measure=Measure.TOTAL, **CHILDREN)
    median = metric(id="toy.median", measure=Measure.MEDIAN, by=COUNTRY, **CHILDREN)
    found = figures([total, median])

    assert [each.value for each in found] == [0, None]
    assert found["toy.median"].groups == {}


def test_each_median_is_that_of_its_own_group(figure):
    by_country = figure(metric(measure=Measure.MEDIAN, by=COUNTRY, **CHILDREN), *PARENTS)

    assert {group: tally.median for group, tally in by_country.groups.items()} == {"LV": 1, "SY": 5}


SETTLED = {
    "universe": guest.moved_away_on >= date(2018, 1, 1),
    "where": guest.country.is_in("LV"),
    "settled_on": days_after(guest.moved_away_on, 28),
}
MOVERS = (
    Guest(id="long ago", moved_away_on=date(2018, 1, 1), country="LV"),
    Guest(id="in time", moved_away_on=date(2018, 6, 2), country="LV"),
    Guest(id="elsewhere", moved_away_on=date(2018, 6, 2), country="SY"),
    Guest(id="too late", moved_away_on=date(2018, 6, 3), country="LV"),
    Guest(id="some day in June", moved_away_on=PartialDay.of_month(2018, 6), country="LV"),
    Guest(id="still here", moved_away_on=ABSENT),
    Guest(id="before", moved_away_on=date(2017, 12, 31), country="LV"),
)


@pytest.mark.parametrize(
    ("known_on", "tally"),
    [
        (date(2018, 6, 30), Tally(2, 0, 3, open=3)),
        (date(2018, 7, 28), Tally(4, 0, 5, open=1)),
        (None, Tally(4, 1, 6)),
    ],
)
def test_whose_window_has_not_surely_passed_is_open_and_neither_yes_nor_no(figure, known_on, tally):
    moved = figure(metric(**SETTLED), *MOVERS, known_on=known_on)

    assert moved.total == tally
    assert moved.open == tally.open


def test_axes_tell_every_figure_apart_besides_what_its_metric_says(tally_by):
    adults = metric(id="toy.adults", universe=all_of(), where=ADULT, by=COUNTRY)
    median = metric(id="toy.median", measure=Measure.MEDIAN, **CHILDREN)
    found = tally_by([adults, median], [BORN, COUNTRY], *PARENTS)

    assert found["toy.adults"].cells == {
        ("1970", "SY"): Tally(2, 0, 2),
        ("1990", "LV"): Tally(2, 0, 2),
        ("2010", "SY"): Tally(0, 0, 1),
        (NoCode.UNKNOWN, "SY"): Tally(0, 1, 1),
    }
    assert found["toy.adults"].groups == {"LV": Tally(2, 0, 2), "SY": Tally(2, 1, 4)}
    assert found["toy.adults"].axes == (BORN, COUNTRY)
    assert [
        tally.median for _, tally in found["toy.median"].by("born").items() if tally.counted
    ] == [5, 1]


def test_an_axis_about_other_subjects_is_refused(tally_by):
    with pytest.raises(DeclarationError, match="broken down by room, which is about other subj"):
        tally_by([metric()], [ROOM], GROWN)


OFTEN_HERE = {
    "subject": GuestFactsRow,
    "table": TABLE,
    "universe": facts.country.is_in("SY", "LV"),
    "where": facts.came_often.is_in(YesNo.YES),
}


def test_the_rows_of_a_facts_table_are_worked_out_and_counted(figures):
    often = metric(id="toy.often", **OFTEN_HERE)
    found = figures([often, metric()], GROWN, CHILD, AGELESS, STRANGER, *VISITS)

    assert found["toy.often"].total == Tally(1, 0, 3)
    assert found["toy.guests"].value == 3


def test_what_a_facts_table_assumes_may_be_said_by_the_asker(figure):
    once = Parameters(numbers={"toy.often": 1})

    counted = figure(metric(**OFTEN_HERE), GROWN, CHILD, *VISITS, parameters=once)

    assert counted.total == Tally(2, 0, 2)


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_rows_that_somebody_brings_are_counted_as_they_are(engine):
    rows = (
        GuestFacts(id="a", country="LV", came_often=YesNo.YES),
        GuestFacts(id="b", country="SY"),
    )
    brought = Records(TABLE.schema, {"guest_facts": rows})
    tables = Tables.of_records(TABLE.schema, brought.by_type, engine=engine)
    often = metric(**OFTEN_HERE)

    assert count_records([often], brought, NOTHING)["toy.guests"].total == Tally(1, 1, 2)
    assert count_tables([often], tables, NOTHING)["toy.guests"].total == Tally(1, 1, 2)
