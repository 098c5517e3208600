"""Engines: each gives the same answers, and each frame is taken exactly or refused by name."""

import enum
import sys
from datetime import UTC, date, datetime, timedelta

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from engines_lab import calendars
from engines_lab.holders import LOCAL, PANDAS, in_pandas, on, through_pandas
from hypothesis import given
from hypothesis import strategies as st
from kernel_lab.effort import examples
from kernel_lab.random_cases import Case, cases
from kernel_lab.readings import by_frames, by_objects, by_tables
from kernel_lab.toy import SCHEMA, Kind, Member, MemberRow

from inclusion_core.errors import EngineRefusedError, MissingExtraError, SchemaError
from inclusion_core.expr import subject
from inclusion_core.expr.frames import FrameReader, Tables

member = subject(MemberRow)
ENGINES = pytest.mark.parametrize("engine", LOCAL)
DAY = date(1990, 5, 1)
MIDNIGHT = datetime(1990, 5, 1)  # noqa: DTZ001  a day, as files hold it
MORNING = MIDNIGHT + timedelta(hours=7)


# The same answers.


@examples(60)
@given(cases(most=3))
def test_pyarrow_agrees_with_the_reader_of_objects(case: Case):
    assert by_frames(case, "pyarrow") == by_objects(case)


@examples(40)
@given(case=cases(most=2), way=st.sampled_from(PANDAS))
def test_tables_given_in_pandas_agree_with_the_reader_of_objects(case: Case, way):
    assert by_tables(case, through_pandas(case.world, way)) == by_objects(case)


@pytest.mark.at_length(few=1)
@pytest.mark.no_cover  # it takes three times as long while lines are counted
@ENGINES
def test_every_day_of_forty_years_moves_as_the_reader_of_objects_moves_it(engine):
    assert calendars.found(on(engine, calendars.table())) == calendars.expected()


# What columns may hold.


def members(**columns):
    """Two members with the columns that they must have, and some more."""
    needed = {"id": ["m1", "m2"], "household_id": ["h1", "h1"], "sponsor_id": ["m1", "m1"]}
    return pl.DataFrame({**needed, "registered_on": [DAY, DAY], **columns}, strict=False)


def answers(table, **asked):
    """What is found about each member, in the order of their keys."""
    tables = Tables.of_native(SCHEMA, {"member": table})
    return sorted(FrameReader(tables).read("member", asked).collect("polars").rows())


@ENGINES
def test_a_day_may_be_kept_as_a_time_of_no_zone(engine):
    table = on(engine, members(born_on=[MIDNIGHT, None]))

    assert answers(table, before=member.born_on <= DAY) == [("m1", True), ("m2", False)]


@ENGINES
def test_a_time_of_a_zone_is_no_day(engine):
    table = on(engine, members(born_on=[MIDNIGHT.replace(tzinfo=UTC), None]))

    with pytest.raises(SchemaError, match=r"born_on has times of a zone, .*; cast it to Date$"):
        Tables.of_native(SCHEMA, {"member": table})


@ENGINES
@pytest.mark.parametrize("dtype", [pl.Categorical, pl.Enum(["adult", "child"])])
def test_a_code_may_be_kept_as_one_of_a_list(engine, dtype):
    table = on(engine, members(role=pl.Series(["adult", None], dtype=dtype)))

    assert answers(table, role=member.role) == [("m1", "adult"), ("m2", None)]


def test_a_record_whose_value_is_of_another_kind_is_refused_without_the_value():
    member_of = Member(id="m1", household_id="h1", sponsor_id="m1", registered_on="soon")

    with pytest.raises(SchemaError, match="a value does not belong into its field") as caught:
        Tables.of_records(SCHEMA, {"member": [member_of]})

    assert "soon" not in str(caught.value)


@ENGINES
def test_a_key_is_a_text(engine):
    table = on(engine, members(id=[1, 2]))

    with pytest.raises(SchemaError, match=r"the column id is Int64; cast it to String$"):
        Tables.of_native(SCHEMA, {"member": table})


@ENGINES
def test_a_column_of_nulls_is_read_whatever_it_holds(engine):
    table = on(engine, members(born_on=[None, None], role=[None, None], children=[None, None]))
    asked = {"day": member.born_on <= DAY, "role": member.role, "n": member.children}

    assert answers(table, **asked) == [("m1", False, None, 0, 3), ("m2", False, None, 0, 3)]


def test_pyarrow_joins_texts_of_every_kind_that_it_has():
    kinds = [pa.string(), pa.large_string(), pa.string_view()]
    keys = pa.array(["m1", "m2"])
    table = {
        "id": keys.cast(kinds[0]),
        "household_id": keys.cast(kinds[1]),
        "sponsor_id": keys.cast(kinds[2]),
        "registered_on": pa.array([DAY, DAY]),
    }
    known = {"sponsored": member.sponsored.count(), "day": member.sponsor.registered_on <= DAY}

    assert answers(pa.table(table), **known) == [("m1", 1, 1, True), ("m2", 1, 1, True)]


# pandas.


@pytest.mark.parametrize("way", PANDAS)
def test_pandas_columns_hold_days_codes_and_numbers_with_gaps(way):
    frame = members(born_on=[DAY, None], role=["adult", None], children=[2, None])
    asked = {"day": member.born_on, "role": member.role, "n": member.children}

    assert answers(in_pandas(frame, way), **asked) == [
        ("m1", DAY, DAY, "adult", 2, 2),
        ("m2", date(9000, 1, 1), date(9000, 1, 1), None, 0, 3),
    ]


@pytest.mark.parametrize(
    "days",
    [
        pd.Series([DAY, float("nan")], dtype=object),
        pd.Series([MIDNIGHT, pd.NaT], dtype=object),
        pd.Series([DAY, pd.NaT], dtype="category"),
        pd.Series([MIDNIGHT, None], dtype="datetime64[s]"),
        pd.Series([MIDNIGHT, None], dtype="datetime64[ns]"),
    ],
    ids=["dates", "times", "category", "seconds", "nanoseconds"],
)
def test_pandas_may_keep_a_day_in_many_ways(days):
    table = pandas_members(born_on=days)

    assert answers(table, before=member.born_on <= DAY) == [("m1", True), ("m2", False)]


def pandas_members(**columns):
    return in_pandas(members(), "classic").assign(**columns)


@pytest.mark.parametrize(
    "days",
    [
        pd.Series([DAY, MORNING], dtype=object),
        pd.Series([MORNING, None], dtype="datetime64[s]"),
        pd.Series([DAY, MIDNIGHT.replace(tzinfo=UTC)], dtype=object),
        pd.Series([DAY, MORNING], dtype="category"),
        pd.Series([pd.Timestamp("1990-05-01") + pd.Timedelta(1, "ns"), None]),
    ],
    ids=["among dates", "times", "of a zone", "category", "a nanosecond"],
)
def test_a_time_of_a_day_in_pandas_is_refused(days):
    with pytest.raises(SchemaError, match=r"born_on holds times of a day; keep the day alone$"):
        Tables.of_native(SCHEMA, {"member": pandas_members(born_on=days)})


def test_whole_numbers_that_pandas_keeps_as_fractions_are_whole_numbers():
    table = pandas_members(children=[2.0, float("nan")])

    assert answers(table, n=member.children) == [("m1", 2, 2), ("m2", 0, 3)]


@pytest.mark.parametrize("number", [2.5, float("inf"), 2.0**54])
def test_other_fractions_are_refused_by_the_name_of_their_column(number):
    with pytest.raises(SchemaError, match=r"children holds numbers that are not whole"):
        Tables.of_native(SCHEMA, {"member": pandas_members(children=[number, None])})


class Role(enum.Enum):
    ADULT = "secret"


@pytest.mark.parametrize(
    ("name", "values", "why"),
    [
        ("role", pd.Series(["secret", 7], dtype=object), "mixes values, or holds some that are no"),
        ("role", pd.Series([Role.ADULT, None], dtype=object), "mixes values, .* no String"),
        ("born_on", pd.Series([MIDNIGHT, DAY], dtype=object), "mixes values, .* no Date"),
        ("born_on", pd.Series(["secret", None], dtype=object), "is String; cast it to Date"),
        ("children", pd.Series([True, None], dtype=object), "is Boolean; cast it to Int64"),
        ("role", pd.Series([7, 8], dtype="category"), "is Int64; cast it to String"),
    ],
)
def test_what_does_not_belong_into_a_column_of_pandas_is_told_without_its_value(name, values, why):
    with pytest.raises(SchemaError, match=f"the column {name} {why}") as refused:
        Tables.of_native(SCHEMA, {"member": pandas_members(**{name: values})})

    assert "secret" not in str(refused.value)
    assert refused.value.__cause__ is None


def test_what_no_reader_asks_for_is_left_in_pandas():
    table = pandas_members(photo=[object(), object()])

    assert answers(table, before=member.registered_on <= DAY) == [("m1", True), ("m2", True)]


def test_a_pandas_table_without_a_column_that_must_be_filled_in_is_refused():
    table = pandas_members().drop(columns="household_id")

    with pytest.raises(SchemaError, match=r"the table has no column household_id; add it$"):
        Tables.of_native(SCHEMA, {"member": table})


def test_pandas_needs_polars(monkeypatch):
    table = pandas_members()
    monkeypatch.setitem(sys.modules, "polars", None)

    with pytest.raises(MissingExtraError, match=r"inclusion-core\[pandas\]"):
        Tables.of_native(SCHEMA, {"member": table})


# One engine.


def test_tables_of_several_engines_are_refused_by_the_names_of_all():
    native = {"member": members(), "stay": on("duckdb", stays())}

    with pytest.raises(EngineRefusedError, match=r"duckdb beside polars is refused: .* joined"):
        Tables.of_native(SCHEMA, native)


def stays():
    held = Tables.of_records(SCHEMA, {})
    return held.frame("stay").collect("polars").to_native()


def test_pandas_may_stand_beside_polars():
    tables = Tables.of_native(SCHEMA, {"member": members(), "stay": in_pandas(stays(), "arrow")})
    shelters = member.stays.where(lambda each: each.kind.is_in(Kind.SHELTER))
    read = FrameReader(tables).read("member", {"housed": shelters.exist()})

    assert sorted(read.collect("polars").rows()) == [("m1", False), ("m2", False)]


def test_spark_is_not_started_for_anybody():
    with pytest.raises(EngineRefusedError, match="it runs in a session of yours"):
        Tables.of_records(SCHEMA, {}, engine="pyspark")


class Session:
    """Takes tables as a Spark session does."""

    def __init__(self):
        self.connection = duckdb.connect()
        self.given = []

    def createDataFrame(self, table):  # noqa: N802  as Spark calls it
        self.given.append(table)
        return self.connection.from_arrow(table)


def test_records_are_given_to_a_spark_session_as_arrow_tables():
    session = Session()
    tables = Tables.of_records(SCHEMA, {}, engine="pyspark", session=session)

    assert {type(table) for table in session.given} == {pa.Table}
    assert set(tables.frames) == {record_type.name for record_type in SCHEMA}


@pytest.mark.parametrize(
    ("module", "engine"),
    [
        ("modin.pandas.dataframe", "modin"),
        ("cudf.core.dataframe", "cudf"),
        ("dask.dataframe.dask_expr._collection", "dask"),
        ("ibis.expr.types.relations", "ibis"),
    ],
)
def test_a_table_of_an_engine_that_counts_wrongly_is_refused_by_its_name(module, engine):
    table = type("DataFrame", (), {"__module__": module})()

    with pytest.raises(EngineRefusedError) as refused:
        Tables.of_native(SCHEMA, {"member": table})

    assert refused.value.engine == engine
    assert "not tried" not in str(refused.value)


def test_a_frame_that_is_no_dataframe_engine_of_ours_is_refused():
    with pytest.raises(EngineRefusedError, match="Series is refused: it is no dataframe engine"):
        Tables.of_native(SCHEMA, {"member": pl.Series(["m1"])})
