"""A register is read from files, from a database, and from frames that somebody holds."""

import sys
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest
from frames_lab.people import SEVEN, frame, written
from frames_lab.stays import PERIOD, STAYS, TOTAL

from inclusion_core import frames
from inclusion_core.errors import (
    EngineRefusedError,
    MissingExtraError,
    SchemaError,
    UnknownNameError,
)
from inclusion_core.frames.errors import NoFilesError, UnreadableRegisterError
from inclusion_core.frames.opening import database_tables

CLIENT = pl.DataFrame({"id": ["c1", "c2"], "provider_id": ["p", "p"]})


def entered(register):
    return frames.compute([TOTAL], register, period=PERIOD)["co01"].value


def test_one_file_is_named_after_its_type_or_is_of_the_only_facts_table(tmp_path):
    for name in ("stay.parquet", "export 2020 [1].parquet"):
        frame(SEVEN).write_parquet(tmp_path / name)
        for engine in ("polars", "duckdb"):
            register = frames.register(tmp_path / name, tables=[STAYS], engine=engine)

            assert entered(register) == 5
            assert list(register.files) == [name]

    with pytest.raises(UnknownNameError, match=r"no record type for a file named 'export 2020"):
        frames.register(tmp_path / "export 2020 [1].parquet")


def test_a_single_file_may_be_of_a_record_type(tmp_path):
    CLIENT.write_parquet(tmp_path / "client.parquet")
    register = frames.register(str(tmp_path / "client.parquet"), tables=[STAYS])

    assert list(register.recorded.frames) == ["client"]


def test_a_folder_has_a_file_or_a_folder_for_each_type(tmp_path):
    CLIENT.write_parquet(tmp_path / "client.parquet")
    spark_wrote = tmp_path / "provider.parquet"
    spark_wrote.mkdir()
    pl.DataFrame({"id": ["p"], "name": ["P"]}).write_parquet(spark_wrote / "part-0.parquet")
    (spark_wrote / "_SUCCESS").touch()
    CLIENT.write_parquet(spark_wrote / ".part-1.parquet")
    (tmp_path / "_temporary").mkdir()
    CLIENT.write_parquet(tmp_path / "_temporary" / "part-0.parquet")
    (tmp_path / "README.md").write_text("a register", encoding="utf-8")
    (tmp_path / "notes").mkdir()

    register = frames.register(tmp_path)

    assert sorted(register.recorded.frames) == ["client", "provider"]
    assert list(register.files) == ["client.parquet", "provider.parquet/part-0.parquet"]
    assert (register.rows(), register.rows("provider")) == (3, 1)
    assert register.rows("client") == 2


def test_rows_are_asked_of_a_table_that_is_there(tmp_path):
    register = frames.register(frame(SEVEN), tables=[STAYS])

    assert register.rows() == 7
    with pytest.raises(UnknownNameError, match="no table of the register 'stays'; did you mean"):
        register.rows("stays")


def test_persons_are_worked_out_and_are_no_rows(tmp_path):
    register = frames.register({"client": CLIENT})

    assert register.rows() == 2
    assert sorted(register.tables.frames) == ["client", "person"]
    assert register.tables is register.tables


def test_clients_are_one_person_where_a_link_holds_on_the_day():
    links = pl.DataFrame(
        {
            "id": ["l"],
            "client_id": ["c1"],
            "other_client_id": ["c2"],
            "linked_on": [date(2020, 6, 1)],
        }
    )
    register = frames.register({"client": CLIENT, "same_person_link": links})

    def persons(known_on):
        return register.known(known_on).frame("person").collect().shape[0]

    assert (persons(None), persons(date(2020, 6, 1)), persons(date(2020, 5, 31))) == (1, 1, 2)
    assert len(register.parts) == 1


def test_files_of_a_facts_table_are_parts(tmp_path):
    register = frames.register(written(tmp_path, SEVEN[:3], SEVEN[3:]), tables=[STAYS])

    assert [part.frame("stay").collect().shape[0] for part in register.parts] == [3, 4]
    assert register.parts == register.parts_known(date(2020, 1, 1))
    assert register.tables.frame("stay").collect().shape[0] == 7


def test_files_of_a_record_type_are_one_part(tmp_path):
    (tmp_path / "client").mkdir()
    CLIENT[:1].write_parquet(tmp_path / "client" / "a.parquet")
    CLIENT[1:].write_parquet(tmp_path / "client" / "b.parquet")

    register = frames.register(tmp_path)

    assert len(register.parts) == 1
    assert register.rows() == 2


def test_a_facts_table_beside_others_is_one_part(tmp_path):
    written(tmp_path, SEVEN[:3], SEVEN[3:])
    CLIENT.write_parquet(tmp_path / "client.parquet")

    register = frames.register(tmp_path, tables=[STAYS])

    assert len(register.parts) == 1
    assert {"stay", "client", "participation"} <= set(register.tables.schema.record_types)
    assert entered(register) == 5


def test_a_misspelt_file_is_no_table_that_is_missing_in_silence(tmp_path):
    CLIENT.write_parquet(tmp_path / "clinet.parquet")

    with pytest.raises(UnknownNameError) as caught:
        frames.register(tmp_path)
    assert str(caught.value) == "no record type for a file named 'clinet'; did you mean client?"


def test_a_misspelt_frame_is_told_too():
    with pytest.raises(
        UnknownNameError, match=r"for a table named 'clinet'; did you mean client\?"
    ):
        frames.register({"clinet": CLIENT})


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("nowhere", "there is nothing; a register is a folder of Parquet files"),
        ("client.csv", "it is no Parquet file; a register is a folder of Parquet files"),
        ("empty", "there is no Parquet file in it, and no folder of such"),
    ],
)
def test_where_there_is_nothing_to_read_it_is_said_what_would_be(tmp_path, name, problem):
    (tmp_path / "client.csv").touch()
    (tmp_path / "empty" / "nested").mkdir(parents=True)

    with pytest.raises(UnreadableRegisterError, match=problem) as caught:
        frames.register(tmp_path / name)
    assert caught.value.source == str(tmp_path / name)


def test_one_type_twice_is_refused(tmp_path):
    CLIENT.write_parquet(tmp_path / "client.parquet")
    (tmp_path / "client").mkdir()
    CLIENT.write_parquet(tmp_path / "client" / "part-0.parquet")

    with pytest.raises(
        UnreadableRegisterError, match=r"both client/ and client\.parquet are there"
    ):
        frames.register(tmp_path)


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_files_of_a_table_have_the_same_columns(tmp_path, engine):
    (tmp_path / "stay").mkdir()
    frame(SEVEN).write_parquet(tmp_path / "stay" / "a.parquet")
    unlike = frame(SEVEN).drop("gender").with_columns(minutes=pl.lit("90"))
    unlike.write_parquet(tmp_path / "stay" / "b.parquet")

    with pytest.raises(UnreadableRegisterError) as caught:
        frames.register(tmp_path, tables=[STAYS], engine=engine)
    assert caught.value.problem == (
        "its columns are not those of a.parquet: gender (missing here, String there), "
        "minutes (String here, Int64 there); write all files alike"
    )


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_what_is_no_parquet_file_is_named(tmp_path, engine):
    (tmp_path / "client.parquet").write_text("Anna, 1990-07-16", encoding="utf-8")

    with pytest.raises(UnreadableRegisterError) as caught:
        frames.register(tmp_path, engine=engine)
    assert caught.value.problem == "it cannot be read as Parquet; write it again"
    assert caught.value.__suppress_context__


def database(path: Path) -> Path:
    with duckdb.connect(path) as connection:
        connection.from_arrow(frame(SEVEN).to_arrow()).create("stay")
        connection.execute("create view client as select 'c' as id, 'p' as provider_id")
    return path


def test_a_database_is_read_where_it_is(tmp_path):
    file = database(tmp_path / "it's a register.duckdb")
    register = frames.register(file, tables=[STAYS])

    assert entered(register) == 5
    assert register.rows("client") == 1
    assert list(register.files) == [file.name]
    assert len(register.fingerprint()) == 64


def test_a_table_of_a_database_may_have_quotation_marks_in_its_name(tmp_path):
    file = tmp_path / "a.duckdb"
    with duckdb.connect(file) as connection:
        connection.execute('create table "a ""table""" as select 1 as one')
    tables = database_tables(file)

    assert list(tables) == ['a "table"']
    assert tables['a "table"'].fetchall() == [(1,)]


def test_a_database_is_read_on_a_connection_of_the_user(tmp_path):
    connection = duckdb.connect()
    one = frames.register(database(tmp_path / "a.duckdb"), tables=[STAYS], session=connection)
    other = frames.register(database(tmp_path / "b.duckdb"), tables=[STAYS], session=connection)

    assert (entered(one), entered(other)) == (5, 5)


def test_a_database_that_is_none_or_empty_is_refused(tmp_path):
    (tmp_path / "none.duckdb").write_text("no database", encoding="utf-8")
    duckdb.connect(tmp_path / "empty.duckdb").close()

    with pytest.raises(UnreadableRegisterError, match="DuckDB cannot read it"):
        frames.register(tmp_path / "none.duckdb")
    with pytest.raises(UnreadableRegisterError, match="there is no table in it"):
        frames.register(tmp_path / "empty.duckdb")
    with pytest.raises(UnreadableRegisterError, match="there is nothing"):
        frames.register(tmp_path / "nowhere.duckdb")


def test_files_are_read_on_a_connection_of_the_user(tmp_path):
    connection = duckdb.connect()
    register = frames.register(
        written(tmp_path, SEVEN), tables=[STAYS], engine="duckdb", session=connection
    )

    assert entered(register) == 5


def test_our_own_duckdb_takes_so_much_memory_and_spills_where_nobody_else_reads(tmp_path):
    register = frames.register(written(tmp_path, SEVEN), tables=[STAYS], engine="duckdb")
    relation = frames.facts(register, STAYS)
    ((memory, aside),) = relation.query(
        "stays", "select current_setting('memory_limit'), current_setting('temp_directory')"
    ).fetchall()

    assert memory == "1.8 GiB"
    private = Path(aside).parent
    assert private.stat().st_mode & 0o077 == 0


class SparkStub:
    """Notes what it is asked to read."""

    def __init__(self):
        self.asked = []

    @property
    def read(self):
        return self

    def parquet(self, *files):
        self.asked.append(files)
        return pl.scan_parquet(list(files))


def test_spark_reads_all_files_at_once_and_has_its_own_parts(tmp_path):
    session = SparkStub()
    folder = written(tmp_path, SEVEN[:3], SEVEN[3:])
    register = frames.register(folder, tables=[STAYS], engine="pyspark", session=session)

    both = tuple(str(folder / "stay" / f"part-{place}.parquet") for place in (0, 1))
    assert session.asked[-1] == both
    assert len(register.parts) == 1


def test_engines_that_cannot_read_files_lazily_are_refused(tmp_path):
    written(tmp_path, SEVEN)

    with pytest.raises(EngineRefusedError, match="pyarrow is refused: it reads files whole"):
        frames.register(tmp_path, tables=[STAYS], engine="pyarrow")
    with pytest.raises(EngineRefusedError, match="it runs in a session of yours"):
        frames.register(tmp_path, tables=[STAYS], engine="pyspark")
    with pytest.raises(EngineRefusedError, match="pandas is refused"):
        frames.register(tmp_path, tables=[STAYS], engine="pandas")


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_an_engine_that_is_not_installed_is_an_extra(tmp_path, monkeypatch, engine):
    written(tmp_path, SEVEN)
    monkeypatch.setitem(sys.modules, engine, None)

    with pytest.raises(MissingExtraError, match=rf"inclusion-core\[{engine}\]"):
        frames.register(tmp_path, tables=[STAYS], engine=engine)


def test_frames_of_several_engines_are_refused():
    clients = duckdb.connect().from_arrow(CLIENT.to_arrow())

    with pytest.raises(EngineRefusedError, match="duckdb beside polars is refused"):
        frames.register({"client": clients, "stay": frame(SEVEN)}, tables=[STAYS])


def test_a_frame_without_a_name_is_of_the_only_facts_table():
    with pytest.raises(UnreadableRegisterError, match="give it as tables="):
        frames.register(CLIENT)
    with pytest.raises(SchemaError):
        frames.register(CLIENT.drop("id"), tables=[STAYS])


def test_a_schema_of_ones_own_may_be_read_too():
    register = frames.register({"stay": frame(SEVEN)}, schema=STAYS.schema)

    assert register.tables is register.recorded
    assert entered(register) == 5


def test_a_fingerprint_is_of_names_and_bytes(tmp_path):
    one = written(tmp_path / "one", SEVEN[:3], SEVEN[3:])
    same = written(tmp_path / "same", SEVEN[:3], SEVEN[3:])
    apart = written(tmp_path / "apart", SEVEN[:2], SEVEN[2:])
    prints = [
        frames.register(folder, tables=[STAYS], engine=engine).fingerprint()
        for folder, engine in ((one, "polars"), (same, "duckdb"), (apart, "polars"))
    ]
    (one / "stay" / "part-0.parquet").rename(one / "stay" / "part-2.parquet")
    renamed = frames.register(one, tables=[STAYS]).fingerprint()

    assert prints[0] == prints[1]
    assert len({*prints, renamed}) == 3
    assert {len(each) for each in prints} == {64}


def test_frames_that_are_handed_over_have_no_fingerprint():
    with pytest.raises(NoFilesError, match="write them to Parquet and register the files"):
        frames.register(frame(SEVEN), tables=[STAYS]).fingerprint()
