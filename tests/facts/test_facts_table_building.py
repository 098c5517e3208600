"""Facts tables worked out of records and on engines."""

from datetime import date
from functools import cache

import polars as pl
import pytest
from caseload_lab.random_records import renamed
from facts_lab.journeys import JOURNEYS, SUBJECTS
from facts_lab.registers import EXAMPLES, registers
from hypothesis import given

from inclusion_core.errors import ExpressionError, UnknownNameError
from inclusion_core.expr import Parameters, nodes
from inclusion_core.expr.frames import Tables
from inclusion_core.expr.frames.flat import FlatColumn, flat
from inclusion_core.expr.frames.taken import records_in
from inclusion_core.expr.records import Records
from inclusion_core.facts.building import facts_records, facts_tables
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, Gender
from inclusion_core.model.funding import Operation, Programme
from inclusion_core.model.outcome import Outcome, OutcomeKind
from inclusion_core.model.participation import LeavingReason, Participation
from inclusion_core.model.status import ProtectionSpell
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, NEVER, NOT_ASKED, PartialDay, Reason, Unknown

REFUSED = Unknown(Reason.REFUSED)
STATUS_DAY = date(2018, 12, 1)
GIVEN = Parameters(days={"status_day": STATUS_DAY})


def on_engine(by_type, engine):
    tables = Tables.of_records(SCHEMA, by_type, engine=engine)
    return facts_tables(JOURNEYS, tables, GIVEN)


@given(registers(SUBJECTS))
@EXAMPLES
def test_records_and_engines_give_the_same_rows(records):
    by_type = Caseload.of_records(records, known_on=STATUS_DAY).records
    expected = facts_records(JOURNEYS, Records(SCHEMA, by_type), GIVEN).of_type("journey")

    for engine in ("polars", "duckdb", "pyarrow"):
        found = records_in(on_engine(by_type, engine), "journey")
        assert sorted(found, key=lambda each: each.id) == list(expected)


# Literal rows, on records and on every engine.

BASE = (
    Client(id="c1", provider_id="provider-1", born_on=date(2000, 2, 29), gender=Gender.FEMALE),
    Client(id="c2", provider_id="provider-1", born_on=ABSENT, gender=REFUSED),
    Operation(
        id="o1",
        number="9.1.4.4./16/I/001",
        title="One",
        beneficiary="Somebody",
        first_day=date(2016, 1, 1),
        last_day=ABSENT,
        budget_cents=1_000,
    ),
    Programme(id="p1", operation_id="o1", declared_as="sif.mentoring"),
)


def entry(key="e1", who="c1", **fields):
    given = {"programme_id": "p1", "entered_on": date(2018, 3, 1), **fields}
    return Participation(id=key, client_id=who, **given)


YEAR = PartialDay.of_year(2018)
SITUATIONS = {
    "known": (
        entry(left_on=date(2018, 8, 31), leaving_reason=LeavingReason.COMPLETED),
        Outcome(
            id="x1", participation_id="e1", kind=OutcomeKind.EMPLOYMENT, happened_on=STATUS_DAY
        ),
    ),
    "still there": (entry(),),
    "left later": (entry(left_on=date(2018, 12, 2), leaving_reason=LeavingReason.DEATH),),
    "refused": (entry(who="c2", entered_on=REFUSED, leaving_reason=REFUSED),),
    "lost": (entry(who="gone", programme_id="gone"),),
    "in part": (entry(entered_on=YEAR, left_on=YEAR),),
    "may come": (
        entry(),
        ProtectionSpell(id="s1", client_id="c1", kind=REFUSED, first_day=date(2018, 1, 1)),
    ),
    "too many": (
        entry(who="c2"),
        *(
            Outcome(id=f"x{n}", participation_id="e1", kind=OutcomeKind.EMPLOYMENT)
            for n in range(3)
        ),
    ),
    "young": (entry(entered_on=date(2018, 2, 28)),),
}


@cache
def worked_out(way):
    """The one row of each situation, all worked out together."""
    together = [
        renamed(each, f"{name}: ")
        for name, records in SITUATIONS.items()
        for each in BASE + records
    ]
    by_type = Caseload.of_records(together, known_on=STATUS_DAY).records
    if way == "records":
        found = facts_records(JOURNEYS, Records(SCHEMA, by_type), GIVEN).of_type("journey")
    else:
        found = records_in(on_engine(by_type, way), "journey")
    return {each.id.removesuffix(": e1"): each for each in found}


@pytest.fixture(params=["records", "polars", "duckdb", "pyarrow"])
def rows(request):
    """The row of each situation, in one of the two ways, on one of the engines."""
    return worked_out(request.param)


@pytest.mark.at_length(few=1)
def test_what_is_known_stands_in_its_column(rows):
    row = rows["known"]

    assert (row.id, row.operation, row.gender) == ("known: e1", "known: o1", Gender.FEMALE)
    assert (row.entered_on, row.entered_exactly_on) == (date(2018, 3, 1), date(2018, 3, 1))
    assert (row.left_on, row.month_after_leaving) == (date(2018, 8, 31), date(2018, 9, 30))
    assert (row.age, row.adult, row.budget) == (18, YesNo.YES, 1_000)
    assert (row.outcomes, row.first_outcome_on) == (1, STATUS_DAY)
    assert (row.leaving_reason, row.why_left) == (LeavingReason.COMPLETED,) * 2
    assert (row.kept, row.given_on, row.judged_on) == (
        OutcomeKind.EMPLOYMENT,
        STATUS_DAY,
        STATUS_DAY,
    )


def test_never_is_absent_where_the_field_may_be_and_not_asked_where_it_may_not(rows):
    row = rows["still there"]

    assert (row.left_on, row.month_after_leaving, row.first_settled_on) == (ABSENT,) * 3
    assert (row.undone_on, row.linked_on) == (ABSENT, ABSENT)
    assert row.leaving_reason is ABSENT
    assert row.country is ABSENT
    assert row.kept == NOT_ASKED


def test_what_is_asked_of_some_is_not_asked_of_the_others(rows):
    row = rows["left later"]

    assert (row.leaving_reason, row.why_left) == (LeavingReason.DEATH, NOT_ASKED)
    assert row.first_outcome_on == NOT_ASKED


def test_the_reason_for_not_knowing_a_field_survives_and_any_other_is_not_asked(rows):
    row = rows["refused"]

    assert (row.gender, row.entered_on, row.entered_exactly_on) == (REFUSED,) * 3
    assert row.leaving_reason == REFUSED
    assert row.adult == NOT_ASKED
    assert row.why_left == NOT_ASKED


def test_the_fields_of_a_record_that_is_missing_were_not_asked(rows):
    row = rows["lost"]

    assert (row.gender, row.operation, row.budget) == (NOT_ASKED,) * 3
    assert row.entered_on == date(2018, 3, 1)


def test_a_day_known_in_part_stays_so_where_the_field_can_hold_it(rows):
    row = rows["in part"]

    assert (row.entered_on, row.entered_exactly_on) == (YEAR, NOT_ASKED)
    assert row.month_after_leaving == PartialDay(date(2018, 2, 1), date(2019, 1, 31))
    assert row.age == NOT_ASKED


def test_the_first_of_days_of_which_one_may_come_or_not_is_open_to_the_end(rows):
    assert rows["may come"].first_settled_on == PartialDay(date(2018, 1, 1), NEVER)


def test_a_number_that_is_out_of_range_is_not_known(rows):
    row = rows["too many"]

    assert (row.age, row.outcomes) == (NOT_ASKED, NOT_ASKED)
    assert row.someone is YesNo.YES


def test_a_condition_that_does_not_hold_is_a_no(rows):
    row = rows["young"]

    assert (row.adult, row.age, row.asked_about_work) == (YesNo.NO, 17, NOT_ASKED)


def test_what_is_assumed_may_be_assumed_otherwise():
    by_type = Caseload.of_records((*BASE, entry()), known_on=STATUS_DAY).records
    given = Parameters(days=GIVEN.days, numbers={"lab.adult-age": 21})

    (row,) = facts_records(JOURNEYS, Records(SCHEMA, by_type), given).of_type("journey")
    assert row.adult is YesNo.NO
    tables = facts_tables(JOURNEYS, Tables.of_records(SCHEMA, by_type), given)
    assert [each.adult for each in records_in(tables, "journey")] == [YesNo.NO]


def test_a_parameter_that_is_not_given_is_missed():
    by_type = Caseload.of_records((*BASE, entry()), known_on=STATUS_DAY).records

    with pytest.raises(UnknownNameError, match="status_day"):
        facts_records(JOURNEYS, Records(SCHEMA, by_type), Parameters())
    with pytest.raises(UnknownNameError, match="status_day"):
        facts_tables(JOURNEYS, Tables.of_records(SCHEMA, by_type), Parameters())


def test_the_frame_stays_lazy_and_has_only_the_columns_that_it_needs():
    by_type = Caseload.of_records((*BASE, entry()), known_on=STATUS_DAY).records
    frame = on_engine(by_type, "polars").frame("journey")
    names = frame.collect_schema().names()

    assert isinstance(frame.to_native(), pl.LazyFrame)
    assert names[:4] == ["id", "operation", "operation_unknown", "entered_on"]
    assert not {"entered_exactly_on_earliest", "given_on_earliest"} & set(names)


def test_a_day_that_is_known_or_absent_in_every_row_needs_one_column():
    entries = pl.DataFrame(
        {
            "id": ["e1", "e2"],
            "client_id": ["c1", "c1"],
            "programme_id": ["p1", "p1"],
            "left_on": [None, date(2018, 8, 31)],
        }
    )
    columns = [
        FlatColumn(
            field=JOURNEYS.record_type.field(name), value=JOURNEYS.columns["left_on"].value.node
        )
        for name in ("left_on", "entered_on")
    ]
    frame = flat(
        Tables.of_native(SCHEMA, {"participation": entries}), "participation", columns, GIVEN
    )

    assert frame.collect().rows() == [
        ("e1", None, None, None),
        ("e2", date(2018, 8, 31), date(2018, 8, 31), None),
    ]
    assert frame.collect_schema().names() == ["id", "left_on", "entered_on", "entered_on_unknown"]


def test_what_is_no_answer_fills_no_column():
    row = nodes.Variable("participation", "case")
    column = FlatColumn(field=JOURNEYS.record_type.field("gender"), value=row)
    tables = Tables.of_records(SCHEMA, {})

    with pytest.raises(ExpressionError, match="no answer"):
        flat(tables, "participation", [column], GIVEN)
