"""A database of an earlier version is brought up whole or not at all, and says what was done."""

import pytest
from databases_lab.gardens import BEFORE, NEW, OLD, TODAY, Garden, listed
from sqlalchemy import inspect

from inclusion_core.databases import (
    BroughtUp,
    DamagedRowsError,
    Database,
    ForeignDatabaseError,
    Upgraded,
)
from inclusion_core.databases.connecting import engine_of

UPGRADED = Upgraded(
    brought_up=(
        BroughtUp(record_type="road", was_called="lane", was_version=1, rows=1),
        BroughtUp(record_type="lane", was_called="path", was_version=1, rows=1),
        BroughtUp(record_type="bed", was_called="plot", was_version=1, rows=4),
        BroughtUp(record_type="tree", was_called="tree", was_version=1, rows=1),
    )
)


@pytest.fixture
def engine(address):
    made = engine_of(address)
    Database.create(made, BEFORE).append(OLD)
    yield made
    made.dispose()


def change(engine, *statements):
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def shape_of(engine):
    found = inspect(engine)
    return {
        table: (
            sorted(str(column) for column in found.get_columns(table)),
            sorted(str(index) for index in found.get_indexes(table)),
        )
        for table in found.get_table_names()
    }


def test_the_rows_of_an_earlier_version_are_brought_up_as_files_are(engine, monkeypatch):
    monkeypatch.setattr("inclusion_core.databases.table_upgrade.AT_ONCE", 3)
    told = []

    assert Database.upgrade(engine, TODAY, progress=told.append) == UPGRADED
    assert told == [1, 2, 5, 6, 7]
    reading = Database.open(engine, TODAY).reading()
    assert reading.findings == ()
    assert set(reading.journal.versions) == set(NEW)
    assert set(inspect(engine).get_table_names()) == {
        "bed", "garden", "lane", "road", "schema_version", "tree",
    }  # fmt: skip
    for name in ("bed", "tree"):
        indexes = [each["name"] for each in inspect(engine).get_indexes(name)]
        assert indexes == [f"ix_{name}_garden_id"]
    assert Database.upgrade(engine, TODAY) == Upgraded()
    assert Database.open(engine, TODAY).append(NEW) == 0


@pytest.mark.parametrize("way", [Database.open, Database.create])
def test_an_earlier_version_is_told_with_what_to_do(engine, way):
    with pytest.raises(ForeignDatabaseError) as caught:
        way(engine, TODAY)

    assert caught.value.problems == tuple(
        f"{name} is of version 1, an earlier one; Database.upgrade brings its rows up to that of "
        "today"
        for name in ("lane", "path", "plot", "tree")
    )


def test_the_database_of_today_is_newer_for_who_did_not_update(engine):
    Database.upgrade(engine, TODAY)

    with pytest.raises(ForeignDatabaseError, match=r"lane is of version 2, newer than 1; update"):
        Database.open(engine, BEFORE)
    with pytest.raises(ForeignDatabaseError, match=r"newer than 1"):
        Database.upgrade(engine, BEFORE)


def test_of_rows_that_cannot_be_brought_up_all_are_named_and_nothing_is_changed(
    engine, monkeypatch
):
    monkeypatch.setattr("inclusion_core.databases.table_upgrade.AT_ONCE", 1)
    monkeypatch.setattr("inclusion_core.databases.table_upgrade.MOST_FINDINGS", 2)
    change(engine, "update plot set size = 'Anna', size_unknown = null where id <> 'b-9'")
    before = shape_of(engine)

    with pytest.raises(DamagedRowsError) as caught:
        Database.upgrade(engine, TODAY)

    places = {(each.place.record_id, each.place.field) for each in caught.value.findings}
    assert places == {("b-1", "size"), ("b-2", "size")}
    assert "Anna" not in str(caught.value)
    assert shape_of(engine) == before
    assert Database.open(engine, BEFORE).reading().rows_kept == len(OLD)


def test_a_failure_in_the_middle_changes_nothing(engine):
    before = shape_of(engine)

    def fail(done):
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Database.upgrade(engine, TODAY, progress=fail)
    assert shape_of(engine) == before
    assert Database.open(engine, BEFORE).append(OLD) == 0


def test_a_table_that_is_not_as_its_version_was_is_told(engine):
    change(
        engine,
        "alter table plot drop column soil_unknown",
        "alter table plot add column mood text",
        "create table bed (id text)",
    )

    with pytest.raises(ForeignDatabaseError) as caught:
        Database.upgrade(engine, TODAY)
    assert caught.value.problems == (
        "plot is called bed today, and another table has that name; rename it",
        "table plot has no column soil_unknown, which there was in its version; add it",
        "table plot has a column mood that was not in its version; take it out",
    )


def test_two_tables_of_one_type_are_told(engine):
    change(engine, "insert into schema_version values ('bed', 2)")

    with pytest.raises(ForeignDatabaseError, match="bed and plot are one type today, bed; put"):
        Database.upgrade(engine, TODAY)


def test_what_others_made_around_a_table_stays(engine):
    change(engine, "create index own on plot (fenced_on)", "create index gone on plot (dug_on)")

    Database.upgrade(engine, TODAY)

    names = {each["name"] for each in inspect(engine).get_indexes("bed")}
    assert names == {"own", "ix_bed_garden_id"}


def test_who_writes_while_it_is_upgraded_waits_and_is_told(engine):
    """It is made to come in between: what progress calls runs in the middle of the upgrade."""
    from concurrent.futures import ThreadPoolExecutor

    old = Database.open(engine, BEFORE)
    with ThreadPoolExecutor(1) as pool:
        late = []

        def write(_):
            if not late:
                late.append(pool.submit(old.append, listed(Garden(id="late"))))

        Database.upgrade(engine, TODAY, progress=write)
        with pytest.raises(ForeignDatabaseError, match="open it anew"):
            late[0].result()
    assert Database.open(engine, TODAY).reading().rows_read == len(OLD)
