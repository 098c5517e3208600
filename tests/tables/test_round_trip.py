"""What is written as Parquet is read back as it was: whole, in parts, and by the slow way."""

import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from effort import tries
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tables_lab import EVERYTHING, in_order, put
from wire_lab.schemas import ODD, SCHEMA
from wire_lab.strategies import journals

from inclusion_core import tables
from inclusion_core.errors import SchemaError
from inclusion_core.expr.schema import Field, schema_of
from inclusion_core.fields import FieldKind
from inclusion_core.tables.records import FieldsReader
from inclusion_core.wire import NotWritableError, csv_folder

QUIETLY = settings(
    max_examples=tries(10), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@pytest.mark.parametrize("schema", [SCHEMA, ODD], ids=["model", "odd"])
@given(data=st.data())
@QUIETLY
def test_a_journal_comes_back_from_parquet_as_it_was(data, schema):
    journal = data.draw(journals(schema))
    with TemporaryDirectory() as folder:
        tables.write(journal, folder, schema)
        reading = tables.read(folder, schema)

    assert reading.findings == ()
    assert reading.journal == in_order(journal)
    assert reading.rows_read == reading.rows_kept == len(journal.versions)


@given(journal=journals(ODD))
@QUIETLY
def test_the_quick_way_and_the_converter_read_the_same(journal):
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        tables.write(journal, folder, ODD)
        quick = tables.read(folder, ODD)
        patch.setattr(FieldsReader, "records", lambda self, columns, rows: [None] * rows)

        assert tables.read(folder, ODD) == quick


CELLS = {
    "mood": ["good", "sad", None],
    "mood_unknown": ["refused", "partial", "lost", None, None],
    "ended_on": [date(2018, 4, 15), date(1066, 1, 1), None, None],
    "ended_on_unknown": ["partial", "not_asked", None, None],
    "ended_on_earliest": [date(2018, 1, 1), date(2018, 12, 31), None],
    "ended_on_latest": [date(2018, 12, 31), None],
    "closed_as": ["none", None],
    "price": ["1", "1.", None],
    "debt": ["1E+2", "7", None],
    "debt_unknown": ["erased", None],
    "balance": [-5, 6, None],
    "note": ["x", "", "two\nlines", None],
    "place": ["Rīga", "here", None],
    "act": ["changed", "erased", "made", None, None],
    "sequence": [0, -1, None],
    "recorded_by": ["s-1", "a@b.lv", None],
    "recorded_on": [date(2018, 4, 15), None],
}


@given(
    rows=st.lists(
        st.fixed_dictionaries({name: st.sampled_from(each) for name, each in CELLS.items()}),
        min_size=1,
        max_size=4,
    )
)
@QUIETLY
def test_of_damaged_rows_too_the_quick_way_and_the_converter_say_the_same(rows):
    columns = {name: [row[name] for row in rows] for name in CELLS}
    columns["id"] = [f"v-{place}" for place, _ in enumerate(rows)]
    kinds = {"balance": pa.int64(), "sequence": pa.int64()}
    days = dict.fromkeys(("recorded_on", *(each for each in CELLS if "ended_on" in each)))
    del days["ended_on_unknown"]
    kinds |= dict.fromkeys(days, pa.date32())
    table = pa.table(
        {name: pa.array(each, kinds.get(name, pa.string())) for name, each in columns.items()}
    )
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        put(Path(folder), "visit", table)
        quick = tables.read(folder, ODD)
        patch.setattr(FieldsReader, "records", lambda self, columns, rows: [None] * rows)

        assert tables.read(folder, ODD) == quick


@given(journal=journals(ODD), rows=st.integers(1, 4))
@QUIETLY
def test_parts_make_the_whole(journal, rows):
    with TemporaryDirectory() as folder:
        tables.write(journal, folder, ODD)
        parts = list(tables.read_batches(folder, ODD, rows=rows))
        whole = tables.read(folder, ODD)

    assert sum(part.rows_read for part in parts) == whole.rows_read
    assert [each for part in parts for each in part.journal.versions] == [
        *(each for each in whole.journal.versions if each.record_type == "guest"),
        *(each for each in whole.journal.versions if each.record_type == "visit"),
    ]


def test_every_kind_of_value_comes_back(tmp_path):
    tables.write(EVERYTHING, tmp_path, ODD)
    reading = tables.read(tmp_path, ODD)

    assert reading.findings == ()
    assert reading.journal == in_order(EVERYTHING)


def test_csv_and_parquet_hold_the_same(tmp_path):
    csv_folder.write(EVERYTHING, tmp_path / "csv", ODD)
    tables.write(EVERYTHING, tmp_path / "parquet", ODD)

    assert csv_folder.read(tmp_path / "csv", ODD) == tables.read(tmp_path / "parquet", ODD)


def test_columns_have_types_and_say_why_they_are_empty(tmp_path):
    tables.write(EVERYTHING, tmp_path, ODD)
    held = pq.read_table(tmp_path / "visit.parquet")
    kinds = {field.name: str(field.type) for field in held.schema}

    assert [kinds[each] for each in ("id", "version", "recorded_on")] == [
        "string",
        "int64",
        "date32[day]",
    ]
    assert [kinds[each] for each in ("ended_on", "ended_on_unknown", "ended_on_latest")] == [
        "date32[day]",
        "string",
        "date32[day]",
    ]
    assert kinds["price"] == "string"  # exact; a number of an engine need not be
    assert "weight" not in kinds  # worked out
    assert held["ended_on_unknown"].to_pylist() == [None, None, "partial", "not_asked", None, None]
    assert held["price"].to_pylist()[1] == "100"


def test_a_file_says_of_itself_what_it_is(tmp_path):
    tables.write(EVERYTHING, tmp_path, ODD)
    metadata = pq.read_schema(tmp_path / "guest.parquet").metadata

    assert json.loads(metadata[b"inclusion_core"]) == {
        "schema": "inclusion_core",
        "schema_version": 1,
        "record_type": "guest",
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "datapackage.json",
        "guest.parquet",
        "schema.json",
        "visit.parquet",
    ]
    assert tables.read(tmp_path / "guest.parquet", ODD).rows_kept == 1


def test_equal_journals_give_equal_bytes(tmp_path):
    tables.write(EVERYTHING, tmp_path / "one", ODD)
    tables.write(in_order(EVERYTHING), tmp_path / "other", ODD)

    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "other" / path.name).read_bytes()


def test_nothing_is_written_of_what_could_not_be_read_back(tmp_path):
    twice = type(EVERYTHING)((*EVERYTHING.versions, EVERYTHING.versions[0]))

    with pytest.raises(NotWritableError):
        tables.write(twice, tmp_path / "folder", ODD)
    assert not Path(tmp_path / "folder").exists()


def test_two_columns_of_one_name_are_refused_before_anything_is_written(tmp_path):
    schema = schema_of(*(each.record_class for each in ODD))
    own = schema["visit"].fields
    own["ended_on_latest"] = Field(name="ended_on_latest", kind=FieldKind.TEXT)

    with pytest.raises(SchemaError, match="'ended_on_latest' would be the name of two columns"):
        tables.write(EVERYTHING, tmp_path, schema)
