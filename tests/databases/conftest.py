"""Makes the laboratory of this folder importable, and gives tests a database of their own.

The tables are made once for each engine; tests share a database, whose rows are taken out after
each. A test that changes tables asks for ``apart``: a database that nobody else has.
"""

import sys
from contextlib import contextmanager
from pathlib import Path
from shutil import copy

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from databases_lab.cluster import started_or_skipped


@pytest.fixture(scope="session")
def cluster():
    with started_or_skipped() as started:
        yield started


@pytest.fixture
def sqlite_address(tmp_path):
    return f"sqlite:///{tmp_path / 'cases.db'}"


@pytest.fixture
def postgres_address(cluster):
    address = cluster.new_database()
    yield address
    cluster.drop(address)


@pytest.fixture(params=["sqlite", "postgres"])
def address(request):
    return request.getfixturevalue(f"{request.param}_address")


@pytest.fixture(scope="session")
def shared_sqlite(tmp_path_factory):
    from inclusion_core.databases import Database

    made = Database.create(f"sqlite:///{tmp_path_factory.mktemp('shared') / 'cases.db'}")
    yield made
    made.engine.dispose()


@pytest.fixture(scope="session")
def empty_name(cluster):
    """A database with the tables and nothing in them, to make others like it."""
    from inclusion_core.databases import Database

    address = cluster.new_database()
    Database.create(address).engine.dispose()
    return cluster.name_of(address)


@pytest.fixture(scope="session")
def shared_postgres(cluster, empty_name):
    from inclusion_core.databases import Database

    made = Database.open(cluster.new_database(empty_name))
    yield made
    made.engine.dispose()


@contextmanager
def emptied(database):
    """The same database for one test after the other."""
    yield database
    with database.engine.begin() as connection:
        for name in database.tables:
            connection.exec_driver_sql(f"delete from {name}")


@pytest.fixture
def on_sqlite(shared_sqlite):
    with emptied(shared_sqlite) as database:
        yield database


@pytest.fixture
def on_postgres(shared_postgres):
    with emptied(shared_postgres) as database:
        yield database


@pytest.fixture
def apart_on_sqlite(shared_sqlite, tmp_path):
    from inclusion_core.databases import Database

    shared_sqlite.sweep()  # nothing is left in the file beside it
    copied = copy(shared_sqlite.engine.url.database, tmp_path / "cases.db")
    made = Database.open(f"sqlite:///{copied}")
    yield made
    made.engine.dispose()


@pytest.fixture
def apart_on_postgres(cluster, empty_name):
    from inclusion_core.databases import Database

    address = cluster.new_database(empty_name)
    made = Database.open(address)
    yield made
    made.engine.dispose()
    cluster.drop(address)


@pytest.fixture(params=["sqlite", "postgres"])
def database(request):
    return request.getfixturevalue(f"on_{request.param}")


@pytest.fixture(params=["sqlite", "postgres"])
def apart(request):
    return request.getfixturevalue(f"apart_on_{request.param}")
