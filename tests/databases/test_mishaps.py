"""Many write at once, a process is killed, a connection is lost: nothing is lost or half there."""

import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Barrier

import pytest
from databases_lab.people import ANNA, REGISTER, version
from databases_lab.writer import count_up
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError, InvalidRequestError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from inclusion_core.databases import (
    BusyError,
    Database,
    DatabaseFailedError,
    LostConnectionError,
)
from inclusion_core.databases.connecting import engine_of, told, writing
from inclusion_core.model.client import Client

WRITER = Path(__file__).parent / "databases_lab" / "writer.py"
MANY = [version(Client(id=f"c-{number}", provider_id="p")) for number in range(1_500)]


@pytest.fixture
def filled(database):
    database.append(REGISTER)
    return database


def numbers_of_anna(database):
    return [each.version for each in database.reading().journal.versions if each.record == ANNA]


def test_threads_that_write_at_once_lose_nothing(filled):
    """Whoever is overtaken tries again; so each order in which they come ends alike."""
    together = Barrier(4)

    def write(who):
        together.wait(60)
        return count_up(filled, 3, f"w-{who}")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))

    assert numbers_of_anna(filled) == list(range(1, 14))


@pytest.fixture
def started():
    """Starts a process that writes, and sees to it that it is gone at the end."""
    with ExitStack() as stack:

        def start(database, *what):
            address = database.engine.url.render_as_string(hide_password=False)
            command = [sys.executable, str(WRITER), address, *what]
            process = stack.enter_context(
                subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
                )
            )
            stack.callback(process.kill)
            return process

        yield start


def test_processes_that_write_at_once_lose_nothing(filled, started):
    other = started(filled, "3", "w-1")
    assert other.stdout.readline() == "ready\n"
    other.stdin.write("go\n")
    count_up(filled, 3, "w-2")

    assert other.communicate(timeout=60)[0] == "done\n"
    assert numbers_of_anna(filled) == list(range(1, 8))


def test_of_a_call_whose_process_is_killed_nothing_is_there(filled, started):
    """It is killed where it says that it is: after rows were written, before the end."""
    writer = started(filled, "stall")
    assert writer.stdout.readline() == "half way\n"
    writer.send_signal(signal.SIGKILL)
    writer.wait(60)

    assert len(filled.reading().journal.versions) == len(REGISTER)
    assert filled.append(MANY) == len(MANY)


def test_a_lost_backend_is_told_and_the_call_can_be_made_again(on_postgres, cluster):
    on_postgres.append(REGISTER)
    name = on_postgres.engine.url.database
    others = f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'"

    with pytest.raises(LostConnectionError, match="call again"):
        on_postgres.append(MANY, progress=lambda _: cluster.execute(others))

    assert len(on_postgres.reading().journal.versions) == len(REGISTER)
    assert on_postgres.append(MANY) == len(MANY)


def test_a_cut_line_is_told_and_the_call_can_be_made_again(on_postgres):
    lines = []
    engine = engine_of(on_postgres.engine.url.render_as_string(hide_password=False))
    event.listen(engine, "connect", lambda connection, _: lines.append(connection.fileno()))
    database = Database.open(engine)

    def cut(_):
        with socket.socket(fileno=lines[-1]) as line:
            line.shutdown(socket.SHUT_RDWR)
            line.detach()

    with pytest.raises(LostConnectionError):
        database.append(MANY, progress=cut)
    assert database.append(MANY) == len(MANY)
    engine.dispose()


def test_a_server_that_is_down_is_told_and_found_again(on_postgres, cluster):
    cluster.stop()
    try:
        with pytest.raises(LostConnectionError):
            on_postgres.append(REGISTER)
        with pytest.raises(LostConnectionError):
            Database.open(on_postgres.engine.url.render_as_string(hide_password=False))
    finally:
        cluster.start()

    assert on_postgres.append(REGISTER) == len(REGISTER)


def test_who_waits_too_long_on_sqlite_is_told_to_call_again(on_sqlite, monkeypatch):
    monkeypatch.setattr("inclusion_core.databases.connecting.PATIENCE", "PRAGMA busy_timeout = 50")

    with writing(on_sqlite.engine), pytest.raises(BusyError):
        on_sqlite.append(REGISTER)
    assert on_sqlite.append(REGISTER) == len(REGISTER)


class SaidError(Exception):
    def __init__(self, sqlstate=None):
        super().__init__("words with a value")
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (PoolTimeoutError("full"), BusyError),
        (InvalidRequestError("closed"), DatabaseFailedError),
        (DBAPIError("x", {}, SaidError("40P01")), BusyError),
        (DBAPIError("x", {}, SaidError("57P01")), LostConnectionError),
        (DBAPIError("x", {}, SaidError("42501")), DatabaseFailedError),
        (DBAPIError("x", {}, SaidError()), DatabaseFailedError),
        (DBAPIError("x", {}, SaidError(), connection_invalidated=True), LostConnectionError),
    ],
)
def test_errors_of_the_driver_are_told_in_own_words(error, expected):
    raised = told(error)

    assert type(raised) is expected
    assert "words with a value" not in str(raised)
    assert isinstance(str(raised), str)
