"""The forms in which rows are given; none is kept, and none is guessed at."""

import csv
import sqlite3
from collections import namedtuple
from types import SimpleNamespace

import duckdb
import polars as pl
import pyarrow as pa
import pytest

from inclusion_core.rows import NotRowsError
from inclusion_core.rows.given import rows_in

ROWS = [{"nr": 1, "sex": "F"}, {"nr": 2, "sex": None}]
Person = namedtuple("Person", "nr sex")  # noqa: PYI024  as drivers make them


def sqlite(factory=None):
    connection = sqlite3.connect(":memory:")
    connection.row_factory = factory
    connection.execute("CREATE TABLE person (nr INTEGER, sex TEXT)")
    connection.executemany("INSERT INTO person VALUES (:nr, :sex)", ROWS)
    cursor = connection.execute("SELECT nr, sex FROM person ORDER BY nr")
    rows = list(cursor)
    connection.close()
    described = SimpleNamespace(description=[("nr",), ("sex",)])
    described.fetchmany = lambda size: [rows.pop(0) for _ in rows[:size]]
    return described


class KeyedRow:
    """As some drivers have them: keys and items, but no mapping."""

    def __init__(self, row):
        self.row = row

    def keys(self):
        return self.row.keys()

    def __getitem__(self, name):
        return self.row[name]


TABLE = pa.Table.from_pylist(ROWS)


@pytest.mark.parametrize(
    "given",
    [
        ROWS,
        iter(ROWS),
        [Person(1, "F"), Person(2, None)],
        [KeyedRow(row) for row in ROWS],
        sqlite(),
        sqlite(sqlite3.Row),
        sqlite(lambda _, row: dict(zip(("nr", "sex"), row, strict=True))),
        TABLE,
        TABLE.to_reader(),
        pl.DataFrame(ROWS),
    ],
    ids=[
        *("dicts", "iterator", "named tuples", "keyed rows"),
        *("cursor", "cursor of rows", "cursor of dicts", "arrow", "arrow stream", "polars"),
    ],
)
def test_rows_are_read_by_name_whatever_their_form(given):
    found = rows_in(given, "person")

    assert list(found.names) == ["nr", "sex"]
    assert [dict(row) for row in found.rows] == ROWS


@pytest.mark.parametrize("way", ["sql", "execute"])
def test_a_query_of_duckdb_gives_rows(way):
    with duckdb.connect() as connection:
        found = rows_in(getattr(connection, way)("SELECT 1 AS nr, 'F' AS sex"), "person")

        assert found.names == ["nr", "sex"]
        assert list(found.rows) == ROWS[:1]


def test_a_cursor_is_read_in_portions_until_it_is_empty():
    asked = []

    def fetchmany(size):
        asked.append(size)
        return [(1,)] if len(asked) < 3 else []

    cursor = SimpleNamespace(description=[("nr",)], fetchmany=fetchmany)

    assert list(rows_in(cursor, "person").rows) == [{"nr": 1}, {"nr": 1}]
    assert asked == [1000, 1000, 1000]


def test_a_reader_of_csv_gives_rows():
    assert list(rows_in(csv.DictReader(["nr,sex", "1,F"]), "person").rows) == [
        {"nr": "1", "sex": "F"}
    ]


def test_of_no_rows_no_columns_are_known():
    found = rows_in([], "person")

    assert found.names is None
    assert list(found.rows) == []


def test_what_is_no_row_is_passed_on_as_none():
    found = rows_in([("1", "F"), ROWS[0]], "person")

    assert found.names is None
    assert list(found.rows) == [None, ROWS[0]]


@pytest.mark.parametrize(
    "given",
    [None, 7, "person.csv", b"1,F", {"nr": 1}, SimpleNamespace(description=None, fetchmany=list)],
    ids=["nothing", "number", "path", "bytes", "one row", "cursor without query"],
)
def test_what_holds_no_rows_is_refused(given):
    with pytest.raises(NotRowsError, match="person"):
        rows_in(given, "person")
