"""Tables: what engines may hold them, what columns they need, and what may be left out."""

import sys
from datetime import date

import attrs
import polars as pl
import pytest
from engines_lab.holders import LOCAL, on
from kernel_lab.toy import SCHEMA, Aim, HouseholdRow, Member, MemberRow, PlanRow, StayRow

from inclusion_core.errors import (
    EngineRefusedError,
    ExpressionError,
    MissingExtraError,
    SchemaError,
    UnknownNameError,
)
from inclusion_core.expr import (
    DayAttribute,
    Parameters,
    Row,
    completed_years,
    day,
    nodes,
    subject,
)
from inclusion_core.expr.frames import Count, FrameReader, Tables
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.expr.records import Records
from inclusion_core.expr.schema import schema_of
from inclusion_core.fields import Record
from inclusion_core.values import ALWAYS, NEVER, NOT_ASKED, PartialDay, Unknown, parse_day

member = subject(MemberRow)


def members(**columns):
    """A table of two members with the columns that it must have, and some more."""
    needed = {name: [None, None] for name in SCHEMA["member"].fields}
    return {
        **needed,
        "id": ["m1", "m2"],
        "household_id": ["h1", "h1"],
        "sponsor_id": ["m1", "m1"],
        **columns,
    }


def test_a_table_without_a_column_that_must_be_filled_in_is_refused():
    columns = members()
    del columns["household_id"]

    with pytest.raises(SchemaError, match=r"the table has no column household_id; add it$"):
        Tables.of_native(SCHEMA, {"member": pl.DataFrame(columns)})


def test_a_column_that_need_not_be_filled_in_is_missed_only_when_it_is_asked_for():
    columns = members()
    del columns["born_on"]
    reader = FrameReader(Tables.of_native(SCHEMA, {"member": pl.DataFrame(columns)}))

    with pytest.raises(SchemaError, match="no column born_on, which is asked for"):
        reader.read("member", {"grown": member.born_on <= date(2000, 1, 1)})
    early = {"early": member.registered_on <= date(2000, 1, 1)}
    assert len(reader.read("member", early).collect()) == 2


def test_a_table_of_no_record_type_is_refused_with_the_near_name():
    with pytest.raises(UnknownNameError, match="did you mean member"):
        Tables.of_native(SCHEMA, {"membr": pl.DataFrame(members())})


def test_a_table_that_is_needed_and_not_there_is_named():
    tables = Tables.of_native(SCHEMA, {"member": pl.DataFrame(members())})

    with pytest.raises(SchemaError, match="'stay': there is no table of it"):
        FrameReader(tables).read("member", {"stays": member.stays.exist()})


def test_what_is_no_dataframe_is_refused():
    with pytest.raises(EngineRefusedError, match="dict is refused: it is no dataframe engine"):
        Tables.of_native(SCHEMA, {"member": members()})


def test_an_engine_that_was_not_tried_is_refused():
    with pytest.raises(EngineRefusedError, match="vaex is refused: it was not tried"):
        Tables.of_records(SCHEMA, {}, engine="vaex")


@pytest.mark.parametrize("engine", ["pandas", "dask", "ibis", "modin", "cudf"])
def test_an_engine_that_counts_wrongly_is_refused_with_the_reason(engine):
    with pytest.raises(EngineRefusedError) as refused:
        Tables.of_records(SCHEMA, {}, engine=engine)

    assert refused.value.engine == engine
    assert refused.value.why != "it was not tried"


@pytest.mark.parametrize(
    ("engine", "missing", "extra"),
    [
        ("duckdb", "duckdb", "duckdb"),
        ("duckdb", "pyarrow", "duckdb"),
        ("pyarrow", "pyarrow", "pyarrow"),
        ("pyspark", "pyarrow", "spark"),
    ],
)
def test_an_engine_that_is_not_installed_is_asked_for_by_its_extra(
    monkeypatch, engine, missing, extra
):
    monkeypatch.setitem(sys.modules, missing, None)

    with pytest.raises(MissingExtraError, match=rf"inclusion-core\[{extra}\]"):
        Tables.of_records(SCHEMA, {}, engine=engine, session=object())


def dated(engine, **columns):
    frame = pl.DataFrame(members(**columns), schema_overrides={"born_on": pl.Date})
    return Tables.of_native(SCHEMA, {"member": on(engine, frame)})


def a_member(**known):
    return Member(
        id="m1",
        household_id="h1",
        sponsor_id="m1",
        registered_on=date(2019, 1, 1),
        **known,
    )


ENGINES = pytest.mark.parametrize("engine", LOCAL)


@ENGINES
def test_where_nothing_is_said_to_be_unknown_an_empty_day_is_absent(engine):
    tables = dated(engine, born_on=[date(1990, 5, 1), None])
    read = FrameReader(tables).read(
        "member", {"born": member.born_on, "before": member.born_on <= date(2000, 1, 1)}
    )

    assert sorted(read.collect("polars").rows()) == [
        ("m1", date(1990, 5, 1), date(1990, 5, 1), True),
        ("m2", date(9000, 1, 1), date(9000, 1, 1), False),
    ]


@ENGINES
@pytest.mark.parametrize("known_on", [None, date(2024, 1, 1)])
def test_where_a_field_may_not_be_absent_a_null_was_not_asked(engine, known_on):
    plans = {
        "id": ["p1", "p2"],
        "member_id": ["m1", "m1"],
        "aim": ["work", None],
        "signed_on": [date(2020, 1, 1), None],
        "hours": [4, None],
    }
    tables = Tables.of_native(SCHEMA, {"plan": on(engine, pl.DataFrame(plans))})
    plan = subject(PlanRow)
    asked = {
        "aim": plan.aim,
        "work": plan.aim.is_in(Aim.WORK),
        "signed": plan.signed_on,
        "soon": plan.signed_on <= date(2020, 1, 1),
        "hours": plan.hours,
        "aimed": plan.aim.is_known(),
        "dated": plan.signed_on.is_known(),
        "counted": plan.hours.is_known(),
    }
    reasons = {"never asked": plan.aim.is_unknown_because(NOT_ASKED.reason)}

    read = FrameReader(tables, known_on=known_on).read("plan", {**asked, **reasons})

    day = date(2020, 1, 1)
    assert sorted(read.collect("polars").rows()) == [
        ("p1", "work", True, day, day, True, 4, 4, True, True, True, False),
        ("p2", None, None, ALWAYS, NEVER, None, 1, 4, False, False, False, True),
    ]


@attrs.frozen(kw_only=True)
class Birth(Record):
    id: str
    born_on: date | PartialDay | Unknown = NOT_ASKED


class BirthRow(Row):
    record_type = "birth"
    born_on = DayAttribute()


@ENGINES
def test_a_day_that_may_not_be_absent_is_answered_in_part_or_was_not_asked(engine):
    births = [
        Birth(id="b1", born_on=date(1990, 5, 1)),
        Birth(id="b2", born_on=PartialDay.of_year(1990)),
        Birth(id="b3"),
    ]
    birth = subject(BirthRow)
    asked = {"born": birth.born_on, "known": birth.born_on.is_known()}
    tables = Tables.of_records(schema_of(Birth), {"birth": births}, engine=engine)

    read = FrameReader(tables).read("birth", asked)

    assert sorted(read.collect("polars").rows()) == [
        ("b1", date(1990, 5, 1), date(1990, 5, 1), True),
        ("b2", date(1990, 1, 1), date(1990, 12, 31), True),
        ("b3", ALWAYS, NEVER, False),
    ]


@ENGINES
def test_a_day_that_is_known_in_part_stands_in_columns_of_its_own(engine):
    tables = dated(
        engine,
        born_on=[None, None],
        born_on_unknown=["partial", "refused"],
        born_on_earliest=[date(1990, 1, 1), None],
        born_on_latest=[date(1990, 12, 31), None],
    )
    read = FrameReader(tables).read(
        "member", {"born": member.born_on, "known": member.born_on.is_known()}
    )

    assert sorted(read.collect("polars").rows()) == [
        ("m1", date(1990, 1, 1), date(1990, 12, 31), True),
        ("m2", date(1000, 1, 1), date(9000, 1, 1), False),
    ]


def test_a_partial_day_of_a_record_is_never_a_known_day_of_its_table():
    record = a_member(born_on=parse_day("1990"))
    frame = Tables.of_records(SCHEMA, {"member": [record]}).frame("member").collect("polars")

    assert frame["born_on"].to_list() == [None]
    assert frame["born_on_unknown"].to_list() == ["partial"]
    assert frame["born_on_earliest"].to_list() == [date(1990, 1, 1)]
    assert frame["born_on_latest"].to_list() == [date(1990, 12, 31)]


@ENGINES
def test_nothing_is_counted_in_tables_without_rows(engine):
    tables = Tables.of_records(SCHEMA, {}, engine=engine)
    reader = FrameReader(tables)
    tallied = reader.tally(
        "member",
        {"asked": member.born_on <= date(2000, 1, 1), "counted": member.stays.exist()},
        {},
        [Count("counted", "asked")],
    )

    (cell,) = tallied
    assert cell.keys == ()
    assert not any(number for tally in cell.tallies for number in tally)


@pytest.mark.parametrize(
    "node", [member.row, member.stays.exist().node.related], ids=["row", "list"]
)
def test_a_row_or_a_list_is_no_answer(node):
    tables = Tables.of_records(SCHEMA, {})

    with pytest.raises(ExpressionError, match="a row or a list is no answer"):
        FrameReader(tables).read("member", {"x": node})


@pytest.mark.parametrize("read", ["objects", "frames"])
@pytest.mark.parametrize(
    ("node", "error"),
    [
        (nodes.IsKnown(nodes.DayField(nodes.Variable("member", "case"), "bron_on")), "born_on"),
        (
            nodes.NotAfter(
                nodes.DayField(nodes.Hop(member.row, "houshold"), "opened_on"),
                nodes.DayLiteral(date(2020, 1, 1)),
            ),
            "household",
        ),
        (
            nodes.Exists(
                nodes.Related(
                    member.row,
                    ("household",),
                    nodes.Variable("household", "each1"),
                    nodes.AllOf(()),
                )
            ),
            "'household' is not a list",
        ),
        (
            nodes.NotAfter(
                nodes.DayField(nodes.Variable("stay", "each1"), "first_day"),
                nodes.DayParameter("judged_on"),
            ),
            "outside of the list",
        ),
        (
            nodes.NotAfter(nodes.DayLiteral(date(2020, 1, 1)), nodes.DayParameter("jugded_on")),
            "judged_on",
        ),
        (nodes.AtMost(nodes.NumberParameter("limit"), nodes.NumberLiteral(1)), "number parameter"),
        (
            nodes.IsIn(nodes.CodeField(nodes.Variable("member", "case"), "country"), "eu"),
            "codes parameter",
        ),
    ],
    ids=["field", "link", "no list", "loose row", "day", "number", "codes"],
)
def test_a_wrong_name_in_an_expression_is_named(read, node, error):
    record = a_member()
    parameters = Parameters(days={"judged_on": date(2020, 1, 1)})
    records = {"member": [record]}

    def on_objects():
        ObjectReader(Records(SCHEMA, records), parameters=parameters).truth(node, record)

    def on_frames():
        tables = Tables.of_records(SCHEMA, records)
        FrameReader(tables, parameters=parameters).read("member", {"x": node})

    with pytest.raises((ExpressionError, UnknownNameError), match=error):
        {"objects": on_objects, "frames": on_frames}[read]()


def test_row_handles_stand_for_the_records_of_their_type():
    assert StayRow.record_type == "stay"


def test_years_between_two_named_days_are_the_same_in_every_row():
    reader = FrameReader(Tables.of_native(SCHEMA, {"member": pl.DataFrame(members())}))
    age = completed_years(day(date(2000, 5, 1)), date(2018, 5, 1))
    of_age = completed_years(day(date(1990, 5, 1)), date(2008, 5, 1))
    found = reader.read("member", {"same": age >= of_age}).collect()

    assert found.to_native()["same"].to_list() == [True, True]


def test_in_a_list_of_a_table_without_unknowns_every_field_is_known():
    native = {
        "household": pl.DataFrame(
            {name: [f"{name}1"] for name in SCHEMA["household"].fields}
            | {"id": ["h1"]}
            | {"settled_on": [None], "left_on": [None], "rooms": [1], "tenure": [None]}
        ),
        "member": pl.DataFrame(members(role=["adult", "adult"])),
    }
    reader = FrameReader(Tables.of_native(SCHEMA, native))
    household = subject(HouseholdRow)
    known = household.members.where(lambda each: each.role.is_known()).exist()
    asked = household.members.where(lambda each: ~each.role.is_known()).exist()
    found = reader.read("household", {"known": known, "asked": asked}).collect().to_native()

    assert (found["known"].to_list(), found["asked"].to_list()) == ([True], [False])
