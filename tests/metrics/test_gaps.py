"""Gaps: who lacks which answers and why, the same on records and on every engine."""

from datetime import date

import attrs
import pytest
from effort import tries
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stays_lab import (
    ACT,
    CONTRADICTORY,
    ENTERED,
    GROWN_UP,
    LEFT,
    REFUSED,
    ROWS,
    SAYS,
    STAYS,
    WINDOW,
    ToyStay,
    stay,
    stays,
)

from inclusion_core.errors import DeclarationError, UnknownNameError
from inclusion_core.expr import DayAttribute, Row, subject
from inclusion_core.expr.frames import Tables
from inclusion_core.expr.handles import all_of, completed_years
from inclusion_core.expr.parameters import Parameters
from inclusion_core.facts import building
from inclusion_core.facts.moments import report_days
from inclusion_core.facts.rows import ClientRow
from inclusion_core.fields import Record
from inclusion_core.metrics.gaps import Gaps, Lacking, gaps_in_records, gaps_in_tables
from inclusion_core.model.client import Gender
from inclusion_core.model.yes_no import YesNo
from inclusion_core.periods import Period
from inclusion_core.values import NOT_ASKED, PartialDay, Reason, Unknown

DAYS = report_days(Period.year(2018), date(2018, 12, 31))
NEEDED = Gaps(
    id="toy.gaps",
    says=SAYS,
    table=STAYS,
    among=ENTERED,
    fields=("gender", "born_on", "found_work", "providers"),
    source=ACT,
)


@attrs.frozen(kw_only=True, repr=False)
class ToyDay(Record):
    id: str
    on: date


class ToyDayRow(Row):
    record_type = "toy_day"
    on = DayAttribute()


DAY_TABLE = attrs.evolve(
    STAYS,
    row=ToyDayRow,
    record=ToyDay,
    columns={"on": STAYS.columns["entered_on"]},
    assumes=(),
)


def found(gaps=NEEDED, rows=ROWS, engine=None, parameters=DAYS, **given):
    """The gaps in rows: as records, or as tables of an engine."""
    if engine is None:
        return gaps_in_records(gaps, stays(*rows), parameters, **given)
    tables = Tables.of_records(STAYS.schema, {"toy_stay": rows}, engine=engine)
    return gaps_in_tables(gaps, tables, parameters, **given)


on_each = pytest.mark.parametrize("engine", [None, "polars", "duckdb"])


@on_each
def test_a_refused_answer_is_told_apart_from_one_that_nobody_asked_for(engine):
    gaps = found(engine=engine)

    assert gaps.subjects == (
        Lacking(
            id="s-3",
            why={
                "gender": Reason.REFUSED,
                "found_work": Reason.NOT_ASKED,
                "providers": Reason.NOT_ASKED,
            },
        ),
        Lacking(id="s-4", why={"born_on": Reason.NOT_ASKED, "found_work": Reason.CONTRADICTORY}),
        Lacking(id="s-5", why={"found_work": Reason.NOT_ASKED}),
        Lacking(
            id="s-7",
            why={
                "gender": Reason.REFUSED,
                "born_on": Reason.NOT_ASKED,
                "found_work": Reason.NOT_ASKED,
            },
        ),
    )
    assert list(gaps.subjects[0].why) == ["gender", "found_work", "providers"]


@on_each
def test_each_answer_is_counted_by_the_reason_for_which_it_is_missing(engine):
    gaps = found(engine=engine)

    assert (gaps.looked_at, gaps.lacking, gaps.left_out) == (6, 4, 0)
    assert gaps.by_field == {
        "gender": {Reason.REFUSED: 2},
        "born_on": {Reason.NOT_ASKED: 2},
        "found_work": {Reason.NOT_ASKED: 3, Reason.CONTRADICTORY: 1},
        "providers": {Reason.NOT_ASKED: 1},
    }
    assert list(gaps.by_field) == list(NEEDED.fields)


@on_each
def test_whoever_is_surely_not_among_them_is_passed_over(engine):
    gaps = found(engine=engine)

    assert "s-6" not in [each.id for each in gaps.subjects]


@on_each
def test_only_so_many_are_named_and_the_others_counted(engine):
    gaps = found(engine=engine, most=1)

    assert [each.id for each in gaps.subjects] == ["s-3"]
    assert (gaps.lacking, gaps.left_out) == (4, 3)
    assert gaps.by_field == found(engine=engine).by_field


@on_each
def test_subjects_are_ordered_by_their_ids_whatever_their_order_in_the_data(engine):
    assert found(engine=engine, rows=ROWS[::-1]) == found(engine=engine)


@on_each
def test_nobody_lacks_anything_where_nobody_is_there(engine):
    gaps = found(engine=engine, rows=())

    assert (gaps.looked_at, gaps.lacking, gaps.subjects) == (0, 0, ())
    assert gaps.by_field == {field: {} for field in NEEDED.fields}


@on_each
def test_a_day_known_in_part_is_an_answer_and_so_is_that_there_is_none(engine):
    row = ToyStay(id="s-1", entered_on=date(2018, 1, 1), born_on=PartialDay.of_year(1990))
    needed = attrs.evolve(NEEDED, fields=("born_on", "left_on"))

    assert found(needed, [row], engine).lacking == 0


@on_each
def test_who_may_come_to_be_among_them_is_looked_at_too(engine):
    needed = attrs.evolve(NEEDED, among=LEFT)
    still_there = [ROWS[4]]

    assert found(needed, still_there, engine).looked_at == 0
    assert found(needed, still_there, engine, known_on=date(2018, 7, 1)).looked_at == 1


@on_each
def test_what_the_condition_takes_for_granted_can_be_assumed_otherwise(engine):
    grown = completed_years(stay.born_on, stay.entered_on) >= GROWN_UP.number
    needed = attrs.evolve(NEEDED, among=grown, assumes=(GROWN_UP,), fields=("found_work",))
    seventeen = [attrs.evolve(ROWS[2], born_on=date(2001, 1, 1))]

    assert found(needed, seventeen, engine).lacking == 0
    younger = attrs.evolve(DAYS, numbers={"toy.grown-up": 16})
    assert found(needed, seventeen, engine, younger).lacking == 1
    assert needed.all_assumptions == (GROWN_UP, WINDOW)


@pytest.mark.parametrize("engine", [None, "polars"])
def test_the_facts_table_is_built_where_only_records_are_there(engine, monkeypatch):
    """Stands in for building: it hands over the rows, and notes for what it was asked."""
    asked = []

    def built(table, data, parameters):
        asked.append((table, parameters.numbers))
        if engine is None:
            return stays(*ROWS)
        return Tables.of_records(STAYS.schema, {"toy_stay": ROWS}, engine=engine)

    monkeypatch.setattr(building, "facts_records", built)
    monkeypatch.setattr(building, "facts_tables", built)
    other = attrs.evolve(STAYS, id="toy.other")
    needed = attrs.evolve(NEEDED, table=other)
    nothing = stays()
    records = attrs.evolve(nothing, schema=type(nothing.schema)({}))

    if engine is None:
        gaps = gaps_in_records(needed, records, DAYS)
    else:
        gaps = gaps_in_tables(needed, Tables(records.schema, {}), DAYS)

    assert gaps == found(needed)
    assert asked == [(other, {"toy.window": 3})]


def test_an_assumption_given_as_a_number_stays():
    parameters = Parameters(days=DAYS.days, numbers={"toy.window": 0})

    assert found(parameters=parameters) == found()


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"fields": ()}, "gaps 'toy.gaps': which answers? name the `fields` that hold them"),
        (
            {"table": DAY_TABLE, "among": all_of(), "fields": ("on",)},
            "gaps 'toy.gaps': 'on' is always known",
        ),
        ({"among": stay.left_on}, "among must be a condition; this is DayExpression"),
        ({"among": subject(ClientRow).arrivals.exist()}, "about the toy_stay, not about a client"),
        ({"among": stay.providers >= GROWN_UP.number}, "asks for the number 'toy.grown-up'"),
    ],
)
def test_gaps_that_cannot_be_looked_for_are_refused(given, problem):
    with pytest.raises(DeclarationError) as raised:
        attrs.evolve(NEEDED, **given)

    assert problem in str(raised.value)


def test_a_field_that_is_not_there_is_named_with_what_is_near():
    with pytest.raises(UnknownNameError, match="did you mean gender"):
        attrs.evolve(NEEDED, fields=("gendre",))


def test_gaps_never_show_who_lacks_what_in_their_repr():
    gaps = found()

    assert "s-3" not in repr(gaps)
    assert gaps == found()
    assert attrs.evolve(NEEDED, among=all_of()) != NEEDED


@settings(max_examples=tries(30), deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.builds(
            ToyStay,
            id=st.uuids().map(str),
            gender=st.sampled_from([Gender.FEMALE, NOT_ASKED, REFUSED]),
            entered_on=st.sampled_from([date(2018, 1, 1), date(2019, 1, 1), NOT_ASKED]),
            found_work=st.sampled_from([YesNo.NO, NOT_ASKED, CONTRADICTORY]),
            providers=st.sampled_from([1, Unknown(Reason.ERASED)]),
        ),
        max_size=6,
    ),
    st.integers(0, 4),
)
def test_records_and_tables_give_the_same_gaps(rows, most):
    assert found(rows=rows, engine="polars", most=most) == found(rows=rows, most=most)
