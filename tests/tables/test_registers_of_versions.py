"""A register may hold versions of records: of each record the latest one counts."""

from datetime import date

import duckdb
import polars as pl
import pytest
from wire_lab.schemas import SCHEMA

from inclusion_core import frames, tables
from inclusion_core.expr.frames.taken import records_in
from inclusion_core.frames.versions import latest
from inclusion_core.model.caseload import Journal
from inclusion_core.model.client import Client
from inclusion_core.model.versions import Act, Version


def version(number, day, act=Act.RECORDED, born=1990, record_id="c-1"):
    record = Client(id=record_id, provider_id="p-1", born_on=date(born, 1, 1))
    return Version(
        record_type="client",
        record_id=record_id,
        version=number,
        recorded_on=date(2018, 1, day),
        act=act,
        record=None if act.removes else record,
    )


JOURNAL = Journal(
    (
        version(1, 1),
        version(2, 5, Act.CORRECTED, 1991),
        version(1, 1, record_id="c-2"),
        version(2, 9, Act.RETRACTED, record_id="c-2"),
        version(1, 9, record_id="c-3"),
        version(3, 3, Act.ERASED, record_id="c-4"),
    )
)


@pytest.mark.at_length(few=3)
@pytest.mark.parametrize("engine", ["polars", "duckdb"])
@pytest.mark.parametrize("day", [1, 3, 5, 8, 9])
def test_the_register_knows_what_the_caseload_knows(tmp_path, engine, day):
    tables.write(JOURNAL, tmp_path, SCHEMA)
    known_on = date(2018, 1, day)
    register = frames.register(tmp_path, schema=SCHEMA, engine=engine, known_on=known_on)

    found = records_in(register.tables, "client")
    assert found == JOURNAL.as_known_on(known_on).of(Client)
    assert register.rows("client") == len(found)


def test_without_a_day_the_last_version_counts_whoever_holds_the_frame(tmp_path):
    tables.write(JOURNAL, tmp_path, SCHEMA)
    held = {"client": pl.read_parquet(tmp_path / "client.parquet")}
    related = {"client": duckdb.connect().read_parquet(str(tmp_path / "client.parquet"))}

    for native in (held, related, {"client": held["client"].to_arrow()}):
        assert frames.register(native, schema=SCHEMA).rows() == 2


def test_a_null_act_is_a_record_and_other_columns_stay(tmp_path):
    held = pl.DataFrame(
        {
            "id": ["c-1"],
            "provider_id": ["p-1"],
            "version": [1],
            "recorded_on": [date(2018, 1, 1)],
            "act": pl.Series([None], dtype=pl.String),
        }
    )
    register = frames.register({"client": held}, schema=SCHEMA)

    assert register.recorded.frames["client"].collect_schema().names() == ["id", "provider_id"]
    assert register.rows() == 1


def test_a_table_of_records_alone_is_counted_as_it_is():
    held = pl.DataFrame({"id": ["c-1", "c-2"], "provider_id": ["p-1", "p-1"], "version": [1, 2]})

    assert latest(held, "client", date(2018, 1, 1)) is held
