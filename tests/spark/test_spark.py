"""Tables of Spark give the answers of the reader of objects, in whatever zone the session is."""

from datetime import date, datetime

import polars as pl
import pytest
from engines_lab import calendars
from engines_lab.holders import on
from hypothesis import given
from kernel_lab.effort import examples
from kernel_lab.random_cases import Case, cases
from kernel_lab.readings import by_frames, by_objects
from kernel_lab.toy import SCHEMA, MemberRow

from inclusion_core.errors import EngineRefusedError, SchemaError
from inclusion_core.expr import subject
from inclusion_core.expr.frames import FrameReader, Tables

member = subject(MemberRow)


def test_spark_agrees_with_the_reader_of_objects(spark):
    @examples(8)
    @given(cases(most=5))
    def agrees(case: Case):
        assert by_frames(case, "pyspark", spark) == by_objects(case)

    agrees()


@pytest.mark.at_length(few=0)
@pytest.mark.no_cover  # it takes longer while lines are counted; reached without it
def test_every_day_of_forty_years_moves_as_the_reader_of_objects_moves_it(spark):
    assert calendars.found(on("pyspark", calendars.table(), spark)) == calendars.expected()


def members(**columns):
    needed = {"id": ["m1"], "household_id": ["h1"], "sponsor_id": ["m1"]}
    return pl.DataFrame({**needed, "registered_on": [date(2011, 12, 30)], **columns})


def test_a_day_that_the_zone_of_the_session_skipped_stays_where_it_is(spark):
    tables = Tables.of_native(SCHEMA, {"member": on("pyspark", members(), spark)})
    read = FrameReader(tables).read("member", {"day": member.registered_on}).collect("polars")

    assert read.rows() == [("m1", date(2011, 12, 30), date(2011, 12, 30))]


def test_a_time_of_no_zone_is_read_as_its_day_and_one_of_a_zone_is_refused(spark):
    frame = members(born_on=[datetime(1990, 5, 1)])  # noqa: DTZ001  a day, as files hold it
    moments = on("pyspark", frame, spark)  # Spark takes times for moments unless it is told
    times = moments.withColumn("born_on", moments["born_on"].cast("timestamp_ntz"))
    tables = Tables.of_native(SCHEMA, {"member": times})
    read = FrameReader(tables).read("member", {"day": member.born_on}).collect("polars")

    assert read.rows() == [("m1", date(1990, 5, 1), date(1990, 5, 1))]
    with pytest.raises(SchemaError, match="the column born_on has times of a zone"):
        Tables.of_native(SCHEMA, {"member": moments})


def test_tables_of_spark_beside_those_of_another_engine_are_refused(spark):
    native = {"member": on("pyspark", members(), spark), "stay": stays()}

    with pytest.raises(EngineRefusedError, match="polars beside pyspark is refused"):
        Tables.of_native(SCHEMA, native)


def stays():
    held = Tables.of_records(SCHEMA, {})
    return held.frame("stay").to_native()


def test_one_missing_in_a_column_of_small_numbers_is_any_number(spark):
    frame = members(children=pl.Series([None], dtype=pl.Int8))
    tables = Tables.of_native(SCHEMA, {"member": on("pyspark", frame, spark)})
    read = FrameReader(tables).read("member", {"n": member.children}).collect("polars")

    assert read.rows() == [("m1", 0, 3)]
