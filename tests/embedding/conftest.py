"""A database for every test that embeds the library, and the examples of the docs to import.

- ``database_url``: the address of an empty database of one's own, for SQLAlchemy and others;
  ``def test_x(database_url)`` runs twice, on SQLite and on PostgreSQL.
- ``sqlite_url`` and ``postgres_url``: the same for one of them. Without a PostgreSQL, or without
  psycopg, whatever asks for it is skipped, and says why.
- ``cluster``: the PostgreSQL itself (``stop()``, ``start()``, ``execute(statement, name)``); it is
  started once for all tests of a process, listens in a folder of its own, and goes with it.
- ``example``: ``example("service.app")`` imports a file of docs/examples, whose modules are
  forgotten after the tests of the module.
"""

import sys
from importlib import import_module, invalidate_caches
from itertools import count
from pathlib import Path

import pytest

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "docs" / "examples"

sys.path.insert(0, str(HERE.parent / "databases"))

from databases_lab.cluster import started_or_skipped  # noqa: E402  found only on the path above

NUMBERS = count(1)


@pytest.fixture(scope="session")
def cluster():
    with started_or_skipped() as started:
        yield started


@pytest.fixture
def sqlite_url(tmp_path):
    return f"sqlite:///{tmp_path / f'own-{next(NUMBERS)}.db'}"


@pytest.fixture
def postgres_url(cluster):
    return cluster.new_database()


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request):
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture(scope="module")
def example():
    before = set(sys.modules)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(EXAMPLES))
        patch.setattr(sys, "dont_write_bytecode", True)
        yield import_module
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", None)).startswith(str(EXAMPLES)):
            del sys.modules[name]
    invalidate_caches()


@pytest.fixture(scope="session")
def client_class():
    """The test client of Starlette."""
    from fastapi.testclient import TestClient

    return TestClient
