"""Tables are taken by other libraries as they are, and records come back from theirs."""

import sys
from datetime import date
from decimal import Decimal

import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from tables_lab import DAY, EVERYTHING, REFUSED, visit
from wire_lab.schemas import ODD, RULED, SCHEMA, Host, Mood

from inclusion_core import tables
from inclusion_core.errors import MissingExtraError
from inclusion_core.frames.handing_over import Kind, arrow_stream
from inclusion_core.model.caseload import Caseload
from inclusion_core.model.client import Client, Gender
from inclusion_core.tables.reader import PARQUET_READER
from inclusion_core.tables.records import FieldsReader
from inclusion_core.values import ABSENT, NOT_ASKED, PartialDay

CLIENTS = (
    Client(id="c-1", provider_id="p-1", born_on=DAY, gender=Gender.FEMALE),
    Client(id="c-2", provider_id="p-1", born_on=PartialDay.of_year(1990), gender=REFUSED),
)
VISITS = (
    visit(price=Decimal("83.870"), balance=3, weight=7),
    visit(id="v-2", ended_on=PartialDay.of_year(2018), debt=REFUSED, note=ABSENT, mood=ABSENT),
    visit(id="v-3", ended_on=NOT_ASKED, debt=Decimal("1E+2")),
)


class Stream:
    """Another library's table, of which only the Arrow stream interface is known."""

    def __init__(self, table):
        self.table = table

    def __arrow_c_stream__(self, requested_schema=None):
        return self.table.__arrow_c_stream__(requested_schema)


def test_records_are_columns_that_every_engine_takes_as_they_are():
    stream = Stream(tables.table_of(SCHEMA["client"], CLIENTS))

    assert pl.DataFrame(stream)["born_on"].to_list() == [DAY, None]
    assert pa.table(stream)["born_on_unknown"].to_pylist() == [None, "partial"]
    assert nw.from_arrow(stream, backend="pyarrow")["gender"].to_list() == ["female", None]
    connection = duckdb.connect()
    connection.register("clients", pa.table(stream))
    asked = "select id, born_on_earliest from clients where born_on is null"
    assert connection.sql(asked).fetchall() == [("c-2", date(1990, 1, 1))]


def test_pandas_makes_fractions_of_whole_numbers_among_which_one_is_missing():
    table = tables.table_of(ODD["visit"], VISITS)
    plain = pd.DataFrame.from_arrow(Stream(table))
    kept = table.to_pandas(types_mapper=pd.ArrowDtype)

    assert plain["balance"].dtype == "float64"
    assert pd.isna(plain["balance"][1])
    assert str(kept["balance"].dtype) == "int64[pyarrow]"
    assert kept["balance"].isna().tolist() == [False, True, True]


def test_records_come_back_from_the_tables_of_any_engine():
    table = tables.table_of(ODD["visit"], VISITS)
    expected = (visit(price=Decimal("83.87"), balance=3), *VISITS[1:])

    for each in (table, pl.from_arrow(table), Stream(table), duckdb.from_arrow(table)):
        taken = tables.records_of(ODD["visit"], each)

        assert taken.findings == ()
        assert taken.records == expected


def test_a_row_that_is_no_record_is_named_and_the_others_are_kept():
    table = pl.DataFrame(
        {
            "id": ["h-1", "h-2", "h-3", "a@b.lv"],
            "mood": ["good", "sad", "none", "good"],
            "rank": [1, 2, 9, 3],
        }
    )
    taken = tables.records_of(RULED["host"], table)

    assert taken.records == (Host(id="h-1", mood=Mood.GOOD, rank=1),)
    assert [
        (each.place.row, each.place.record_id, each.place.field) for each in taken.findings
    ] == [
        (2, "h-2", "mood"),
        (3, "h-3", ""),
        (4, "", "id"),
    ]
    assert "sad" not in "".join(each.in_("en") for each in taken.findings)


def test_a_row_that_only_the_converter_understands_is_taken_too(monkeypatch):
    monkeypatch.setattr(FieldsReader, "records", lambda self, columns, rows: [None] * rows)
    taken = tables.records_of(ODD["visit"], tables.table_of(ODD["visit"], VISITS[1:]))

    assert taken.records == VISITS[1:]


def test_of_rows_with_one_id_none_is_taken(monkeypatch):
    table = tables.table_of(ODD["visit"], [VISITS[0], VISITS[1], VISITS[0]])
    others = tables.table_of(ODD["visit"], VISITS[2:])
    quick = tables.records_of(ODD["visit"], pa.concat_tables([table, others]))
    monkeypatch.setattr(FieldsReader, "records", lambda self, columns, rows: [None] * rows)

    assert tables.records_of(ODD["visit"], pa.concat_tables([table, others])) == quick
    assert quick.records == VISITS[1:]
    assert [(each.kind, each.place.row, each.place.field) for each in quick.findings] == [
        ("tables.record-twice", 1, "id"),
        ("tables.record-twice", 3, "id"),
    ]


def test_columns_that_are_missing_or_unknown_are_told_before_any_row():
    taken = tables.records_of(RULED["host"], pa.table({"id": ["h-1"], "version": [1]}))

    assert taken.records == ()
    assert [(each.kind, each.place.field) for each in taken.findings] == [
        ("wire.unknown-column", ""),
        ("wire.missing-column", "mood"),
        ("wire.missing-column", "rank"),
    ]


def test_a_caseload_is_a_table_for_each_type():
    held = tables.tables_of(Caseload.of_records(CLIENTS, known_on=DAY), SCHEMA)

    assert list(held) == list(SCHEMA.record_types)
    assert held["client"].num_rows == held["person"].num_rows == 2
    assert held["participation"].num_rows == 0
    assert "person_id" in held["client"].column_names
    back = tables.records_of(SCHEMA["client"], held["client"])
    assert [each.id for each in back.records] == ["c-1", "c-2"]


def test_figures_stream_from_polars_where_pyarrow_is_missing(monkeypatch):
    columns = {"metric": (Kind.TEXT, ["a"]), "counted": (Kind.COUNT, [3])}
    own = pl.DataFrame({"metric": ["a"], "counted": [3]})

    class Handed:
        def __arrow_c_stream__(self, requested_schema=None):
            return arrow_stream(columns, requested_schema)

    assert pl.DataFrame(Handed()).equals(own)
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "pyarrow", None)
        assert pl.DataFrame(Handed()).equals(own)
        patch.setitem(sys.modules, "polars", None)
        with pytest.raises(MissingExtraError):
            arrow_stream(columns)


def test_without_pyarrow_the_extra_is_named(monkeypatch, tmp_path):
    for name in [each for each in sys.modules if each.startswith("inclusion_core.tables.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(MissingExtraError, match=r"inclusion-core\[parquet\]"):
        tables.write(EVERYTHING, tmp_path, ODD)
    from inclusion_core.tables.reader import PARQUET_READER

    (finding,) = PARQUET_READER.read(tmp_path, ODD).findings
    assert finding.kind == "tables.needs-parquet"


def test_commands_read_a_folder_by_its_reader(tmp_path):
    tables.write(EVERYTHING, tmp_path, ODD)

    assert PARQUET_READER.read(tmp_path, ODD) == tables.read(tmp_path, ODD)


def test_the_face_lists_what_it_has(monkeypatch):
    assert set(tables.__all__) <= set(dir(tables))
    with pytest.raises(AttributeError, match="no attribute 'wirte'"):
        tables.wirte  # noqa: B018
    assert PARQUET_READER.form.in_("en") == "folder of Parquet files (.parquet)"

    def broken(name):
        raise ModuleNotFoundError(name="something")

    monkeypatch.setattr(tables, "import_module", broken)
    with pytest.raises(ModuleNotFoundError):
        tables.__getattr__("read")


def test_a_column_that_is_worked_out_may_stand_there_twice_and_is_left_out():
    table = tables.table_of(SCHEMA["client"], CLIENTS)
    place = table.column_names.index("person_id")
    doubled = table.append_column("person_id", table.column(place))

    assert tables.records_of(SCHEMA["client"], doubled).records == CLIENTS
