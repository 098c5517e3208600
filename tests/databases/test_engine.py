"""The tables that an engine gets hold what was known on a day."""

import sys

import pytest
from databases_lab.people import CORRECTED, RECORDED, REGISTER, removed

from inclusion_core.errors import (
    EngineRefusedError,
    MissingExtraError,
    SchemaError,
    UnknownNameError,
)


@pytest.fixture
def filled(database):
    database.append((*REGISTER, removed("participation", "pa", 2)))
    return database


@pytest.mark.parametrize(
    ("database", "engine"),
    [("sqlite", "polars"), ("sqlite", "duckdb"), ("sqlite", "pyarrow"), ("postgres", "polars")],
    indirect=["database"],
)
def test_tables_hold_what_was_known_on_a_day(filled, engine):
    types = ["client", "participation", "same_person_link"]
    then = filled.on_engine(RECORDED, engine=engine, types=types)
    later = filled.on_engine(CORRECTED, engine=engine, types=types)

    def ids(tables, name):
        return sorted(tables.frame(name).select("id").collect().to_dict(as_series=False)["id"])

    assert ids(then, "participation") == ["pa", "pb", "pc", "pq"]
    assert ids(later, "participation") == ["pb", "pc", "pq"]
    assert ids(later, "person") == ["anna", "berta", "carl"]


def test_frames_of_the_engine_hold_the_same_without_what_is_worked_out(filled):
    frames = filled.frames(CORRECTED, engine="pyarrow", types=["participation", "client"])

    assert list(frames) == ["participation", "client"]
    assert frames["participation"]["id"].to_pylist() == ["pb", "pc", "pq"]
    assert set(filled.frames(CORRECTED, engine="pyarrow")) == set(filled.tables)


def test_what_a_report_takes_is_all_of_one_moment(filled):
    taken = filled.for_report(CORRECTED, engine="polars")

    assert taken["known_on"] == CORRECTED
    assert taken["records"] == filled.count(CORRECTED)
    assert taken["fingerprint"] == filled.fingerprint(CORRECTED)
    assert "person" in taken["tables"].frames


def test_only_the_tables_that_are_asked_for_are_read(filled):
    assert set(filled.on_engine(RECORDED, types=["provider"]).frames) == {"provider"}
    with pytest.raises(UnknownNameError):
        filled.on_engine(RECORDED, types=["provder"])


@pytest.mark.parametrize(
    "statement",
    [
        "update client set born_on = 'spring' where id = 'anna'",
        "update service set minutes = 'many' where id = 'group'",
    ],
)
def test_a_column_with_something_else_in_it_is_named_without_the_value(on_sqlite, statement):
    on_sqlite.append(REGISTER)
    with on_sqlite.engine.begin() as connection:
        connection.exec_driver_sql(statement)

    with pytest.raises(SchemaError, match="reading\\(\\) says in which rows") as caught:
        on_sqlite.on_engine(RECORDED, types=["client", "service"])
    assert "spring" not in str(caught.value)
    assert "many" not in str(caught.value)


def test_an_engine_that_takes_no_rows_is_refused(on_sqlite):
    with pytest.raises(EngineRefusedError, match="pandas"):
        on_sqlite.on_engine(RECORDED, engine="pandas")


@pytest.mark.parametrize("engine", ["polars", "duckdb", "pyarrow"])
def test_an_engine_that_is_not_there_is_asked_for(on_sqlite, monkeypatch, engine):
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(MissingExtraError, match=engine):
        on_sqlite.on_engine(RECORDED, engine=engine)
