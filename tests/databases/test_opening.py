"""A database that is not as it should be is told by all that differs, and what to do."""

import pickle
import subprocess
import sys
from typing import Annotated

import attrs
import pytest
from databases_lab.people import ANNA, REGISTER, version

from inclusion_core.databases import (
    Database,
    DatabaseFailedError,
    DatabaseRefusedError,
    ForeignDatabaseError,
    Upgraded,
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


TABLES = {
    "drop table goal": "the table goal is gone; put it back from a copy",
    "alter table client drop column gender": "table client has no column gender; add it as TEXT",
    "alter table provider add column mood text": "table provider has a column mood that the schema",
}
TAGS = {
    "drop table schema_version": "there is no table schema_version; make the tables with",
    "delete from schema_version": "does not name inclusion_core; the tables are somebody else's",
    "alter table schema_version drop column schema_version": "has no column schema_version",
    "update schema_version set schema_version = 99": "inclusion_core is of version 99, newer",
    "update schema_version set schema_version = 0": "client is of version 0, which it never had",
}


def test_all_tables_that_differ_are_named_with_what_to_do(apart):
    change(apart, *TABLES)

    with pytest.raises(ForeignDatabaseError) as caught:
        Database.open(apart.engine)
    for problem in TABLES.values():
        assert problem in str(caught.value)
    assert len(caught.value.problems) == len(TABLES)
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems


@pytest.mark.parametrize("statement", TAGS)
def test_a_database_that_says_something_else_is_left_alone(apart_on_sqlite, statement):
    change(apart_on_sqlite, statement)

    for way in (Database.open, Database.create, Database.upgrade):
        with pytest.raises(ForeignDatabaseError, match=TAGS[statement]):
            way(apart_on_sqlite.engine)


def test_who_opened_it_before_is_told_that_the_tables_are_others(apart_on_sqlite):
    Database.upgrade(apart_on_sqlite.engine, WITH_TEA)

    for call in (
        lambda: apart_on_sqlite.append(REGISTER),
        lambda: apart_on_sqlite.caseload(REGISTER[0].recorded_on),
        lambda: apart_on_sqlite.rewrite(lambda journal: journal),
    ):
        with pytest.raises(ForeignDatabaseError, match="open it anew"):
            call()
    assert Database.open(apart_on_sqlite.engine, WITH_TEA).append(REGISTER) == len(REGISTER)


def test_columns_of_another_type_and_another_key_are_named(apart):
    kinds = (
        "text",
        "integer",
        "timestamp",
        "blob" if apart.engine.dialect.name == "sqlite" else "bytea",
    )
    days = ("set_on", "set_on_earliest", "set_on_latest", "due_on")
    change(
        apart,
        "drop table goal",
        "create table goal (id varchar(100) primary key, version bigint, "
        + ", ".join(f"{day} {kind}" for day, kind in zip(days, kinds, strict=True))
        + ")",
    )

    with pytest.raises(ForeignDatabaseError) as caught:
        Database.open(apart.engine)
    for day, kind in zip(days, kinds, strict=True):
        assert (
            f"column {day} of table goal is {kind.upper()}; make it DATE" in caught.value.problems
        )
    assert "the key of table goal is not id, version; make it so" in caught.value.problems


def test_a_table_that_is_gone_is_made_by_create_alone_and_the_others_stay(apart):
    apart.append(REGISTER)
    change(apart, "drop table goal")

    with pytest.raises(ForeignDatabaseError, match="the table goal is gone"):
        Database.upgrade(apart.engine)
    assert len(Database.create(apart.engine).reading().journal.versions) == len(REGISTER)


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


def test_a_type_that_the_schema_does_not_know_is_not_passed_over(apart):
    anew = Database.create(apart.engine, WITH_TEA)
    anew.append([*REGISTER, version(Tea(id="t", client_id="anna"))])

    for way in (Database.open, Database.create, Database.upgrade):
        with pytest.raises(
            ForeignDatabaseError, match=r"tea, .*install the plugin.*leaving=\['tea'\]"
        ):
            way(apart.engine)
    without = Database.open(apart.engine, leaving=["tea"])
    assert without.store.left == ("tea",)
    assert without.append([version(ANNA, 2)]) == 1
    assert Database.create(apart.engine, leaving=["tea"]).reading().rows_read == len(REGISTER) + 1
    assert Database.upgrade(apart.engine, leaving=["tea"]) == Upgraded(left=("tea",))
    with pytest.raises(ForeignDatabaseError, match="type tea are to go too; install the plugin"):
        without.rewrite(lambda journal: journal)
    assert anew.reading().rows_read == len(REGISTER) + 2


def test_a_new_plugin_gets_its_table(apart):
    apart.append(REGISTER)
    with pytest.raises(ForeignDatabaseError, match=r"no table tea yet; Database\.upgrade makes"):
        Database.open(apart.engine, WITH_TEA)

    assert Database.upgrade(apart.engine, WITH_TEA) == Upgraded(made=("tea",))
    assert Database.upgrade(apart.engine, WITH_TEA) == Upgraded()
    assert Database.open(apart.engine, WITH_TEA).reading().rows_read == len(REGISTER)


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


def test_an_address_that_is_refused_leaves_no_connection_open(apart, monkeypatch):
    from inclusion_core.databases import connecting

    made = []

    def remembered(address):
        made.append(connecting._made_before(address))
        return made[-1]

    monkeypatch.setattr(connecting, "_made_before", connecting._made, raising=False)
    monkeypatch.setattr(connecting, "_made", remembered)
    address = apart.engine.url.render_as_string(hide_password=False)

    with pytest.raises(ForeignDatabaseError):
        Database.open(address, WITH_TEA)
    Database.upgrade(address, WITH_TEA)
    kept = Database.open(address, WITH_TEA)

    assert [engine.pool.checkedin() for engine in made] == [0, 0, 1]
    kept.engine.dispose()
