"""Makes the laboratory of this folder importable, and gives tests a database of their own."""

import sys
from pathlib import Path
from shutil import copy

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from databases_lab.cluster import Cluster, programs


@pytest.fixture(scope="session")
def cluster():
    if programs() is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    pytest.importorskip("psycopg", reason="psycopg is not installed (the extra postgres)")
    with Cluster.started() as started:
        yield started


@pytest.fixture
def sqlite_address(tmp_path):
    return f"sqlite:///{tmp_path / 'cases.db'}"


@pytest.fixture
def postgres_address(cluster):
    return cluster.new_database()


@pytest.fixture(params=["sqlite", "postgres"])
def address(request):
    return request.getfixturevalue(f"{request.param}_address")


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory):
    from inclusion_core.databases import Database

    file = tmp_path_factory.mktemp("empty") / "cases.db"
    Database.create(f"sqlite:///{file}").engine.dispose()
    return file


@pytest.fixture(scope="session")
def empty_name(cluster):
    from inclusion_core.databases import Database

    address = cluster.new_database()
    Database.create(address).engine.dispose()
    return address.partition("@/")[2].partition("?")[0]


@pytest.fixture
def on_sqlite(empty_file, tmp_path):
    from inclusion_core.databases import Database

    made = Database.open(f"sqlite:///{copy(empty_file, tmp_path / 'cases.db')}")
    yield made
    made.engine.dispose()


@pytest.fixture
def on_postgres(cluster, empty_name):
    from inclusion_core.databases import Database

    made = Database.open(cluster.new_database(empty_name))
    yield made
    made.engine.dispose()


@pytest.fixture(params=["sqlite", "postgres"])
def database(request):
    return request.getfixturevalue(f"on_{request.param}")
