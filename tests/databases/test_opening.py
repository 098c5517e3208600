"""A database that is not as it should be is told by all that differs, and what to do."""

import pickle
import subprocess
import sys
from typing import Annotated

import attrs
import pytest
from databases_lab.people import REGISTER

from inclusion_core.databases import (
    Database,
    DatabaseFailedError,
    DatabaseRefusedError,
    ForeignDatabaseError,
    tables_of,
)
from inclusion_core.errors import MissingExtraError, SchemaError
from inclusion_core.expr.schema import schema_of
from inclusion_core.fields import Record, Reference
from inclusion_core.model import RECORD_CLASSES
from inclusion_core.values import NOT_ASKED, Day


@attrs.frozen(kw_only=True, repr=False)
class Tea(Record):
    id: str
    client_id: Annotated[str, Reference("client", inverse="teas")]
    drunk_on: Day = NOT_ASKED


@attrs.frozen(kw_only=True, repr=False)
class SchemaVersion(Record):
    id: str


@attrs.frozen(kw_only=True, repr=False)
class Clash(Record):
    id: str
    born: Day = NOT_ASKED
    born_latest: Day = NOT_ASKED


WITH_TEA = schema_of(*RECORD_CLASSES, Tea)


def change(database, *statements):
    with database.engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


CHANGES = {
    "drop table goal": "there is no table goal; Database.create makes what is missing",
    "alter table goal drop column set_on": "table goal has no column set_on; add it as DATE",
    "alter table goal add column mood text": "table goal has a column mood that the schema does",
    "drop table schema_version": "there is no table schema_version; make the tables with",
    "delete from schema_version": "does not name inclusion_core; the tables are somebody else's",
    "alter table schema_version drop column schema_version": "has no column schema_version",
    "update schema_version set schema_version = 99": "inclusion_core is of version 99, newer",
    "update schema_version set schema_version = 0": "client is of version 0, older than 1",
}


@pytest.mark.parametrize("statement", CHANGES)
def test_what_differs_is_named_with_what_to_do(database, statement):
    change(database, statement)

    with pytest.raises(ForeignDatabaseError, match=CHANGES[statement]) as caught:
        Database.open(database.engine)
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems


@pytest.mark.parametrize(
    ("held", "made"), [("text", "DATE"), ("integer", "DATE"), ("timestamp", "DATE"), ("bytea", "D")]
)
def test_a_column_of_another_type_is_named(on_postgres, held, made):
    change(
        on_postgres,
        "alter table goal drop column set_on",
        f"alter table goal add column set_on {held}",
    )

    problem = rf"column set_on of table goal is {held.upper()}; make it {made}"
    with pytest.raises(ForeignDatabaseError, match=problem):
        Database.open(on_postgres.engine)


def test_another_key_is_named(on_postgres):
    change(on_postgres, "alter table goal drop constraint goal_pkey")

    with pytest.raises(ForeignDatabaseError, match="the key of table goal is not id, version"):
        Database.open(on_postgres.engine)


def test_missing_tables_are_made_and_rows_stay(database):
    database.append(REGISTER)
    change(database, "drop table goal")

    assert len(Database.create(database.engine).reading().journal.versions) == len(REGISTER)


def test_tables_of_somebody_else_are_left_alone(address):
    from inclusion_core.databases.connecting import engine_of

    engine = engine_of(address)
    with engine.begin() as connection:
        connection.exec_driver_sql("create table client (name text)")

    with pytest.raises(ForeignDatabaseError, match="in a place of their own"):
        Database.create(engine)
    with engine.begin() as connection:
        assert not connection.exec_driver_sql("select name from client").all()
    engine.dispose()


def test_a_type_that_the_schema_does_not_know_is_not_passed_over(address):
    database = Database.create(address, WITH_TEA)

    with pytest.raises(ForeignDatabaseError, match=r"records of the type tea.*install the plugin"):
        Database.open(database.engine)
    assert "tea" in Database.open(database.engine, WITH_TEA).tables
    database.engine.dispose()


def test_a_new_plugin_gets_its_table(database):
    with pytest.raises(ForeignDatabaseError, match="there is no table tea"):
        Database.open(database.engine, WITH_TEA)
    assert "tea" in Database.create(database.engine, WITH_TEA).tables


def test_a_reference_is_indexed_and_id_and_version_are_the_key():
    table = tables_of(WITH_TEA).tables["tea"]

    assert [column.name for column in table.primary_key] == ["id", "version"]
    assert [index.columns.keys() for index in table.indexes] == [["client_id"]]
    assert not table.foreign_keys
    assert table.columns.keys()[7:] == [
        "client_id", "drunk_on", "drunk_on_unknown", "drunk_on_earliest", "drunk_on_latest",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("record_class", "problem"),
    [(SchemaVersion, "has this name already"), (Clash, "'born_latest' would be the name of two")],
)
def test_names_that_would_meet_are_refused(record_class, problem):
    with pytest.raises(SchemaError, match=problem):
        tables_of(schema_of(record_class))


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("anna.db", "it is none"),
        ("nothing://here", "nothing that is installed knows its kind"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused(address, why):
    with pytest.raises(DatabaseRefusedError, match=why) as caught:
        Database.open(address)
    assert address not in str(caught.value)


def test_a_database_that_was_not_tried_is_refused():
    class Untried:
        class dialect:  # noqa: N801
            name = "oracle"

    with pytest.raises(DatabaseRefusedError, match="oracle is refused: it was not tried"):
        Database.open(Untried())


def test_a_file_that_is_no_database_is_told_without_its_bytes(tmp_path):
    (tmp_path / "cases.db").write_bytes(b"a letter to Anna " * 100)

    with pytest.raises(DatabaseFailedError, match="SQLITE_NOTADB") as caught:
        Database.open(f"sqlite:///{tmp_path / 'cases.db'}")
    assert "Anna" not in str(caught.value)


def test_the_driver_of_postgres_is_asked_for(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(MissingExtraError, match="postgres"):
        Database.open("postgresql://nowhere/cases")


def test_sqlalchemy_is_asked_for():
    program = (
        "import sys; sys.modules['sqlalchemy'] = None\n"
        "from inclusion_core.errors import MissingExtraError\n"
        "try: import inclusion_core.databases\n"
        "except MissingExtraError as error: print(error)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "pip install 'inclusion-core[databases]'" in told.stdout


def test_the_missing_extra_is_told_here_too(monkeypatch):
    import importlib

    import inclusion_core.databases

    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    with pytest.raises(MissingExtraError):
        importlib.reload(inclusion_core.databases)


def test_values_stay_out_of_messages_and_of_the_log(database, caplog):
    import logging

    from sqlalchemy import create_engine, text

    from inclusion_core.databases.connecting import engine_of, reading

    own = create_engine(database.engine.url, echo=False)
    ours = engine_of(own)
    assert not own.hide_parameters
    caplog.set_level(logging.INFO, "sqlalchemy.engine")
    with pytest.raises(DatabaseFailedError) as caught, reading(ours) as connection:
        connection.execute(text("select :who from nowhere"), {"who": "Anna"})
    assert "Anna" not in str(caught.value) + caplog.text
    assert caught.value.__suppress_context__
    own.dispose()
