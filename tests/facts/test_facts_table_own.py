"""Flat tables that somebody brings: looked through, and what is good is kept."""

from datetime import UTC, date, datetime

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from facts_lab.journeys import JOURNEYS, SUBJECTS, JourneyRow
from facts_lab.registers import EXAMPLES, registers
from hypothesis import given

from inclusion_core.errors import EngineRefusedError, SchemaError
from inclusion_core.expr import Parameters
from inclusion_core.expr.frames import FrameReader, Tables
from inclusion_core.expr.frames.taken import records_in
from inclusion_core.expr.records import Records
from inclusion_core.expr.rows import subject
from inclusion_core.facts.building import facts_records, facts_tables
from inclusion_core.facts.own_table import read_own_table
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.findings import Severity
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Gender
from inclusion_core.model.yes_no import YesNo
from inclusion_core.values import ABSENT, ALWAYS, NEVER, NOT_ASKED, PartialDay, Reason, Unknown

STATUS_DAY = date(2018, 12, 1)
GIVEN = Parameters(days={"status_day": STATUS_DAY})
CONTRADICTORY = Unknown(Reason.CONTRADICTORY)
REFUSED = Unknown(Reason.REFUSED)
TAKERS = {
    "polars": pl.DataFrame,
    "lazy polars": pl.LazyFrame,
    "duckdb": lambda columns: duckdb.connect().from_arrow(pl.DataFrame(columns).to_arrow()),
    "pyarrow": pa.table,
    "pandas": pd.DataFrame,
}


@pytest.fixture(params=TAKERS)
def brought(request):
    """Reads columns on each engine: the records by id, and the findings by kind and column."""

    def read(**columns):
        tables, findings = read_own_table(JOURNEYS, TAKERS[request.param](columns))
        records = {each.id: each for each in records_in(tables, "journey")}
        return records, told(findings)

    return read


def told(findings):
    """Findings by kind and column, without the columns that are just not there."""
    return {
        (each.kind.removeprefix("facts."), each.place.field): each.says.in_("en")
        for each in findings
        if each.kind not in ("facts.not-asked-column", "facts.missing-column")
    }


def read(**columns):
    """The same on Polars alone: the values of a column, and the findings."""
    size = max(len(values) for values in columns.values())
    own = {"id": [f"j{number}" for number in range(1, size + 1)], **columns}
    tables, findings = read_own_table(JOURNEYS, pl.DataFrame(own, strict=False))
    return records_in(tables, "journey"), told(findings)


def values(name, **columns):
    records, found = read(**columns)
    return [getattr(each, name) for each in records], found


def test_what_is_good_is_kept_and_what_is_wrong_is_told(brought):
    records, found = brought(
        id=["a", "b", "c", "d"],
        operation=["o1", "o1", "o 2", "o3"],
        gender=["female", "Female", "", None],
        entered_on=[date(2018, 1, 1), date(1492, 1, 1), None, date(2018, 1, 1)],
        left_on=[None, date(2018, 6, 30), None, date(2018, 6, 1)],
        left_on_unknown=["", "refused", "refused", ""],
    )

    assert found == {
        ("not-in-list", "operation"): "rows with a code that is not in the list: 1",
        ("not-in-list", "gender"): "rows with a code that is not in the list: 1",
        ("out-of-range", "entered_on"): "rows with a value out of range: 1",
        ("contradictory", "left_on"): (
            "rows in which columns beside each other say opposite things: 1"
        ),
    }
    assert [each.operation for each in records.values()] == ["o1", "o1", CONTRADICTORY, "o3"]
    assert [each.gender for each in records.values()] == [
        Gender.FEMALE,
        CONTRADICTORY,
        NOT_ASKED,
        NOT_ASKED,
    ]
    assert [each.entered_on for each in records.values()] == [
        date(2018, 1, 1),
        CONTRADICTORY,
        NOT_ASKED,
        date(2018, 1, 1),
    ]
    assert [each.left_on for each in records.values()] == [
        ABSENT,
        CONTRADICTORY,
        REFUSED,
        date(2018, 6, 1),
    ]


def test_rows_without_a_key_and_rows_of_one_key_are_left_out(brought):
    records, found = brought(id=["a", "b", "a", None, "", "c"], operation=["o1"] * 6)

    assert list(records) == ["b", "c"]
    assert found == {
        ("duplicate-id", "id"): "rows whose key others have too, which are left out: 2",
        ("empty-id", "id"): "rows without a key, which are left out: 2",
    }


def test_keys_may_be_numbers_and_answers_may_be_true_and_false(brought):
    records, found = brought(id=[1, 2], operation=["o1", "o1"], adult=[True, False])

    assert {key: each.adult for key, each in records.items()} == {"1": YesNo.YES, "2": YesNo.NO}
    assert found == {}


def test_an_answer_of_true_and_false_may_be_missing():
    assert values("adult", adult=[True, None])[0] == [YesNo.YES, NOT_ASKED]


def test_a_column_of_another_kind_is_not_read(brought):
    records, found = brought(
        id=["a", "b"],
        operation=["o1", "o1"],
        entered_on=["2018-01-01", "2018-01-02"],
        age=[17.5, 18.0],
        gender=[1, 2],
        left_on=[datetime(2018, 1, 1, 8, tzinfo=UTC)] * 2,
    )

    kinds = dict.fromkeys(found.values())
    assert list(kinds) == ["the column holds values of another kind, and is not read"]
    assert sorted(column for _, column in found) == ["age", "entered_on", "gender", "left_on"]
    assert [each.entered_on for each in records.values()] == [NOT_ASKED, NOT_ASKED]
    assert [each.left_on for each in records.values()] == [NOT_ASKED, NOT_ASKED]


def test_objects_of_pandas_that_are_mixed_are_not_read():
    frame = pd.DataFrame({"id": ["a", "b"], "operation": ["o1", "o1"], "age": [1, "two"]})
    tables, findings = read_own_table(JOURNEYS, frame)

    assert told(findings) == {
        ("wrong-kind", "age"): "the column holds values of another kind, and is not read"
    }
    assert [each.age for each in records_in(tables, "journey")] == [NOT_ASKED, NOT_ASKED]


def test_a_column_of_nothing_is_of_any_kind():
    found = values("entered_on", entered_on=[None, None], entered_on_unknown=["refused", None])

    assert found == ([REFUSED, ABSENT], {})


def test_a_column_that_is_left_out_was_asked_of_nobody():
    frame = pl.DataFrame({"id": ["a"], "operation": ["o1"]})
    tables, findings = read_own_table(JOURNEYS, frame)
    (record,) = records_in(tables, "journey")

    assert (record.left_on, record.age, record.adult) == (NOT_ASKED, NOT_ASKED, NOT_ASKED)
    assert {each.severity for each in findings} == {Severity.WARNING}
    assert {each.kind for each in findings} == {"facts.not-asked-column"}
    assert len(findings) == len(JOURNEYS.columns) - 1
    row = subject(JourneyRow)
    asked = FrameReader(tables).read("journey", {"left": row.left_on <= STATUS_DAY})
    assert asked.collect().rows() == [("a", None)]


def test_a_column_that_must_be_filled_in_is_missed_as_an_error():
    tables, findings = read_own_table(JOURNEYS, pl.DataFrame({"id": ["a"]}))
    (finding,) = (each for each in findings if each.kind == "facts.missing-column")

    assert (finding.severity, finding.place.field) == (Severity.ERROR, "operation")
    assert finding.place.record_type == "journey"
    assert [each.operation for each in records_in(tables, "journey")] == [NOT_ASKED]


def test_a_column_that_the_table_does_not_have_is_told_with_near_names():
    frame = pl.DataFrame(
        {"id": ["a"], "entered": [date(2018, 1, 1)], "gendre": ["female"], "zz": 1}
    )
    findings = read_own_table(JOURNEYS, frame)[1]
    entered, gendre, zz = (each for each in findings if each.kind == "facts.unknown-column")

    assert "number 2" in entered.says.in_("en")
    assert gendre.remedy.in_("en") == "is gender meant? rename it, or leave it out"
    assert zz.remedy.in_("en") == "rename it, or leave it out"
    assert zz.severity is Severity.WARNING
    assert "zz" not in repr(zz)  # a column may be called after a client


def test_a_companion_of_another_kind_is_not_read():
    assert values("gender", gender=[None], gender_unknown=[3])[0] == [NOT_ASKED]


def test_a_column_of_reasons_alone_is_no_column():
    findings = read_own_table(JOURNEYS, pl.DataFrame({"id": ["a"], "age_unknown": ["refused"]}))[1]

    assert ("facts.not-asked-column", "age") in {(f.kind, f.place.field) for f in findings}


def test_an_empty_cell_is_absent_where_the_column_of_reasons_says_nothing():
    told_apart = values(
        "leaving_reason", leaving_reason=[None, None], leaving_reason_unknown=["refused", None]
    )

    assert told_apart == ([REFUSED, ABSENT], {})
    assert values("leaving_reason", leaving_reason=[None])[0] == [NOT_ASKED]
    assert values("left_on", left_on=[None, date(2018, 1, 1)])[0] == [ABSENT, date(2018, 1, 1)]


def test_a_reason_that_nobody_knows_is_taken_as_not_asked():
    found = values("gender", gender=[None, "male"], gender_unknown=["lost", None])

    assert found == (
        [NOT_ASKED, Gender.MALE],
        {("unknown-reason", "gender_unknown"): ("rows with a reason that is not in the list: 1")},
    )


def test_numbers_lie_in_their_range():
    found = values("age", age=[-1, 0, 130, 131, None])

    assert found == (
        [CONTRADICTORY, 0, 130, CONTRADICTORY, NOT_ASKED],
        {("out-of-range", "age"): "rows with a value out of range: 2"},
    )


JUNE = (date(2018, 6, 1), date(2018, 6, 30))


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ((None, "partial", *JUNE), PartialDay(*JUNE)),
        ((None, None, *JUNE), PartialDay(*JUNE)),
        ((None, None, JUNE[0], None), PartialDay(JUNE[0], NEVER)),
        ((None, None, None, JUNE[1]), PartialDay(ALWAYS, JUNE[1])),
        ((None, "partial", JUNE[0], NEVER), PartialDay(JUNE[0], NEVER)),
        ((None, "partial", JUNE[0], JUNE[0]), JUNE[0]),
        ((None, "not_asked", None, None), NOT_ASKED),
        ((None, None, None, None), ABSENT),
        ((JUNE[0], None, None, None), JUNE[0]),
        # contradictory
        ((JUNE[0], "refused", None, None), CONTRADICTORY),
        ((JUNE[0], "partial", None, None), CONTRADICTORY),
        ((JUNE[0], None, *JUNE), CONTRADICTORY),
        ((None, "partial", None, None), CONTRADICTORY),
        ((None, "refused", *JUNE), CONTRADICTORY),
        ((None, None, *JUNE[::-1]), CONTRADICTORY),
        # out of range
        ((None, "partial", date(1500, 1, 1), JUNE[1]), CONTRADICTORY),
        ((None, "partial", JUNE[0], date(4000, 1, 1)), CONTRADICTORY),
        ((date(3000, 1, 1), None, None, None), CONTRADICTORY),
    ],
)
def test_a_day_is_what_its_four_columns_say_together(cell, meant):
    day, why, earliest, latest = ([each, None] for each in cell)
    columns = {"left_on": day, "left_on_unknown": why}
    ends = {"left_on_earliest": earliest, "left_on_latest": latest}
    schema = {**dict.fromkeys(columns | ends, pl.Date), "left_on_unknown": pl.String}
    frame = pl.DataFrame({"id": ["a", "b"], **columns, **ends}, schema_overrides=schema)

    tables, findings = read_own_table(JOURNEYS, frame)

    assert [each.left_on for each in records_in(tables, "journey")] == [meant, ABSENT]
    assert bool(told(findings)) is (meant == CONTRADICTORY)


def test_a_table_in_which_all_is_known_stays_as_lean_as_it_is():
    days, numbers = [date(2018, 1, 1), date(2018, 1, 2)], [18, 40]
    frame = pl.DataFrame(
        {"id": ["a", "b"], "entered_on": days, "age": numbers, "left_on": [None, days[0]]}
    )
    names = read_own_table(JOURNEYS, frame)[0].frame("journey").collect_schema().names()

    assert {"entered_on", "age", "left_on"} <= set(names)
    assert not {"entered_on_unknown", "age_unknown", "left_on_unknown"} & set(names)


def test_a_table_without_rows_is_a_table():
    frame = pl.DataFrame(schema={"id": pl.String, "gender": pl.String})

    tables, findings = read_own_table(JOURNEYS, frame)

    assert (records_in(tables, "journey"), told(findings)) == ((), {})


@pytest.mark.parametrize("frame", [pl.DataFrame({"key": ["a"]}), pd.DataFrame({"key": ["a"]})])
def test_a_table_without_keys_is_refused(frame):
    with pytest.raises(SchemaError, match="has no column id; give each row its own"):
        read_own_table(JOURNEYS, frame)


@pytest.mark.parametrize("frame", [pl.DataFrame({"id": [0.5]}), pd.DataFrame({"id": [0.5]})])
def test_keys_that_are_no_keys_are_refused(frame):
    with pytest.raises(SchemaError, match="the column id holds no keys; cast it to String"):
        read_own_table(JOURNEYS, frame)


def test_what_is_no_table_is_refused():
    with pytest.raises(EngineRefusedError):
        read_own_table(JOURNEYS, [{"id": "a"}])


def test_no_finding_shows_a_value():
    frame = pl.DataFrame({"id": ["secret-id", "secret-id"], "gender": ["secret", "secret"]})

    for each in read_own_table(JOURNEYS, frame)[1]:
        for language in ("en", "lv"):
            assert "secret" not in each.in_(language)


@given(registers(SUBJECTS))
@EXAMPLES
def test_a_table_that_was_worked_out_is_read_back_as_it_was(records):
    by_type = Caseload.of_records(records, known_on=STATUS_DAY).records
    expected = facts_records(JOURNEYS, Records(SCHEMA, by_type), GIVEN).of_type("journey")
    worked_out = facts_tables(JOURNEYS, Tables.of_records(SCHEMA, by_type), GIVEN)
    held = worked_out.frame("journey").collect().to_native()

    for engine in ("polars", "duckdb"):
        again, findings = read_own_table(JOURNEYS, TAKERS[engine](held))
        assert findings == ()
        assert records_in(again, "journey") == expected


@pytest.mark.parametrize("library", [pa, pd])
def test_a_table_with_two_columns_of_one_name_is_refused_without_their_names(library):
    columns = [["j1"], ["CANARY"], ["CANARY"]]
    table = (
        pa.table([pa.array(each) for each in columns], names=["id", "CANARY", "CANARY"])
        if library is pa
        else pd.DataFrame([["j1", "x", "y"]], columns=["id", "CANARY", "CANARY"])
    )

    with pytest.raises(SchemaError, match="two columns of the table have the same name") as raised:
        read_own_table(JOURNEYS, table)
    assert "CANARY" not in str(raised.value)
