"""Shares: a value where there is one, bounds that surely hold, and windows told apart."""

from datetime import date
from fractions import Fraction

import attrs
import pytest
from metrics_lab.guest_facts import TABLE, GuestFactsRow, facts
from metrics_lab.guests import (
    ADULT,
    BORN,
    COUNTRY,
    SAYS,
    SCHEMA,
    Guest,
    VisitRow,
    book,
    guest,
    metric,
    visit,
)

from inclusion_core.errors import DeclarationError
from inclusion_core.expr import all_of, days_after
from inclusion_core.expr.frames import Tables
from inclusion_core.expr.parameters import Parameters
from inclusion_core.metrics.counting import count_records, count_tables
from inclusion_core.metrics.figures import Figure, Tally
from inclusion_core.metrics.metric import Measure
from inclusion_core.metrics.rate import Rate, Share
from inclusion_core.sources import Source
from inclusion_core.values import ABSENT

MOVED = guest.moved_away_on <= date(2018, 12, 31)
WINDOW = days_after(guest.moved_away_on, 28)
FROM_LATVIA = guest.country.is_in("LV")
SOURCE = Source("The guest book")


def rate(of, among):
    return Rate(id="toy.rate", says=SAYS, of=of, among=among, source=SOURCE)


@pytest.mark.parametrize(
    ("share", "value", "least", "most"),
    [
        (Share(10, 40, 0, 0), Fraction(1, 4), Fraction(1, 4), Fraction(1, 4)),
        (Share(10, 40, 5, 3), Fraction(1, 4), Fraction(1, 4), Fraction(3, 8)),
        (Share(10, 40, 5, 0, 10), Fraction(1, 4), Fraction(1, 5), Fraction(3, 8)),
        (Share(10, 12, 5, 0, 2), Fraction(5, 6), Fraction(5, 7), Fraction(1)),
        (Share(0, 0, 2, 0, 3), None, Fraction(0), Fraction(1)),
        (Share(0, 0, 0, 0, 3), None, Fraction(0), Fraction(0)),
        (Share(0, 0, 0, 7), None, None, None),
        (Share(0, 5, 9, 0), Fraction(0), Fraction(0), Fraction(1)),
        (Share(6, 5, 1, 0), Fraction(6, 5), Fraction(6, 5), Fraction(7, 5)),
    ],
)
def test_a_share_lies_between_what_is_sure_and_what_may_be(share, value, least, most):
    assert (share.value, share.least, share.most) == (value, least, most)


def test_every_outcome_that_the_numbers_leave_open_lies_inside_the_bounds():
    for counted in range(4):
        for among in range(counted, 5):
            for unknown in range(3):
                for perhaps in range(3):
                    share = Share(counted, among, unknown, 0, perhaps)
                    found = [
                        Fraction(part, whole)
                        for whole in range(among, among + perhaps + 1)
                        for part in range(counted, min(counted + unknown, whole) + 1)
                        if whole
                    ]
                    assert share.least == min(found, default=None)
                    assert share.most == max(found, default=None)


def test_a_rate_of_a_part_and_its_whole_is_a_value():
    one = rate(metric(id="toy.part", where=ADULT), metric())

    assert one == rate(metric(id="toy.part", where=ADULT), metric())
    assert one.notes == ()


@pytest.mark.parametrize(
    ("of", "among", "problem"),
    [
        (
            {"subject": VisitRow, "universe": visit.guest.born_on.is_known()},
            {},
            "counts a visit and toy.guests a guest",
        ),
        (
            {},
            {"subject": GuestFactsRow, "universe": all_of(), "table": TABLE},
            "counts a guest and toy.guests a guest_facts",
        ),
        ({}, {"measure": Measure.DIFFERENT_CODES, "by": COUNTRY}, "does not count subjects"),
        (
            {"measure": Measure.TOTAL, "amount": guest.visits.count()},
            {},
            "toy.part does not count subjects",
        ),
        ({"settled_on": WINDOW}, {}, "it cannot be told whose answer is open among toy.guests"),
        ({"settled_on": WINDOW}, {"settled_on": days_after(WINDOW, 1)}, "it cannot be told"),
        ({}, {"settled_on": WINDOW}, "it cannot be told"),
    ],
)
def test_a_rate_of_what_is_no_part_and_whole_is_refused(of, among, problem):
    of = {"universe": all_of(), **of}
    with pytest.raises(DeclarationError, match=problem) as raised:
        rate(metric(id="toy.part", **of), metric(**{"universe": FROM_LATVIA, **among}))

    assert raised.value.key == "toy.rate"


def test_a_rate_of_the_rows_of_two_tables_is_refused():
    rows = {"subject": GuestFactsRow, "universe": facts.country.is_known()}
    other = attrs.evolve(TABLE, id="toy.other-facts")

    with pytest.raises(DeclarationError, match="rows of different tables"):
        rate(metric(id="toy.part", table=TABLE, **rows), metric(table=other, **rows))
    assert rate(metric(id="toy.part", table=TABLE, **rows), metric(table=TABLE, **rows))


def test_the_conditions_of_the_whole_may_be_named_and_stand_in_any_order():
    named = all_of(ADULT.named("toy.adult", SAYS), MOVED)
    of = metric(id="toy.part", universe=all_of(MOVED, ADULT, FROM_LATVIA), settled_on=WINDOW)

    assert rate(of, metric(universe=MOVED, where=named)).of == of


def test_a_share_of_figures_is_that_of_their_tallies():
    part = Figure(metric=metric(id="toy.part"), total=Tally(2, 3, 9))
    whole = Figure(metric=metric(), total=Tally(10, 1, 12, open=0))

    assert part.share_of(whole) == Share(2, among=10, unknown=3, open=0, among_unknown=1)
    with pytest.raises(DeclarationError, match=r"rate 'toy.part of toy.visits'"):
        part.share_of(
            Figure(
                metric=metric(id="toy.visits", subject=VisitRow, universe=all_of()),
                total=Tally(1),
            )
        )


KNOWN_ON = date(2018, 6, 30)
BOOK = book(
    Guest(id="settled", moved_away_on=date(2018, 6, 2), country="LV"),
    Guest(id="settled too", moved_away_on=date(2018, 6, 1), country="EE"),
    Guest(id="settled three", moved_away_on=date(2018, 6, 1)),
    Guest(id="open", moved_away_on=date(2018, 6, 3), country="LV"),
    Guest(id="still here", moved_away_on=ABSENT, country="LV"),
    Guest(id="before", moved_away_on=date(2017, 1, 1), country="LV"),
)
IN_JUNE = guest.moved_away_on.is_between(date(2018, 6, 1), date(2018, 6, 30))


def by_records(metrics, **counting):
    return count_records(metrics, BOOK, Parameters(), **counting)


def by_tables(engine):
    def count(metrics, **counting):
        tables = Tables.of_records(SCHEMA, BOOK.by_type, engine=engine)
        return count_tables(metrics, tables, Parameters(), **counting)

    return count


@pytest.fixture(
    params=[by_records, by_tables("polars"), by_tables("duckdb")],
    ids=["records", "polars", "duckdb"],
)
def count(request):
    return request.param


@pytest.mark.parametrize("whole_has_window", [True, False])
def test_an_open_window_stands_outside_of_part_and_whole_and_is_told(count, whole_has_window):
    window = {"settled_on": WINDOW} if whole_has_window else {}
    part = metric(id="toy.part", universe=IN_JUNE, where=FROM_LATVIA, settled_on=WINDOW)
    figures = count([part, metric(universe=IN_JUNE, **window)], known_on=KNOWN_ON)

    share = figures["toy.part"].share_of(figures["toy.guests"])

    assert share == Share(1, among=3, unknown=1, open=1)
    assert (share.value, share.least, share.most) == (
        Fraction(1, 3),
        Fraction(1, 3),
        Fraction(2, 3),
    )


def test_of_an_open_window_in_which_it_is_not_known_who_stands_the_whole_is_not_sure():
    part = metric(id="toy.part", universe=all_of(MOVED, FROM_LATVIA), settled_on=WINDOW)
    of = Figure(metric=part, total=Tally(2, 1, 4, open=3))
    among = Figure(metric=metric(universe=MOVED, where=FROM_LATVIA), total=Tally(5, 3, 9))

    assert of.share_of(among) == Share(2, among=4, unknown=1, open=3, among_unknown=1)


def test_shares_are_worked_out_for_each_cell(count):
    part = metric(id="toy.part", universe=IN_JUNE, where=FROM_LATVIA)
    figures = count([part, metric(universe=IN_JUNE)], by=[COUNTRY])

    shares = figures["toy.part"].shares_of(figures["toy.guests"])

    assert shares["EE",] == Share(0, 1, 0, 0)
    assert shares["LV",] == Share(2, 2, 0, 0)
    assert len(shares) == 3


def test_cells_of_figures_broken_down_otherwise_have_no_shares():
    part = Figure(metric=metric(id="toy.part"), total=Tally(1), axes=(COUNTRY,))

    with pytest.raises(DeclarationError, match="broken down otherwise"):
        part.shares_of(Figure(metric=metric(), total=Tally(1), axes=(BORN,)))
