"""A PostgreSQL of one's own, in a folder that goes with it; nobody else can reach it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from time import monotonic, sleep

import pytest

NUMBERS = count(1)
NOBODY_ELSE = "postgres"
PATIENCE = 60
"""Seconds."""


def programs() -> Path | None:
    """The folder with initdb and pg_ctl; none where they are not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


class Cluster:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"

    @classmethod
    @contextmanager
    def started(cls) -> Iterator[Cluster]:
        """A cluster that is stopped and taken away at the end, whatever happened in between."""
        folder = Path(mkdtemp(prefix="pg-"))
        cluster = cls(folder)
        try:
            if os.geteuid() == 0:  # PostgreSQL does not run as root
                shutil.chown(folder, NOBODY_ELSE)
            cluster.run(
                "initdb", "-D", str(cluster.data), "-U", "cases", "--auth=trust", "-N",
                "--encoding=UTF8", "--locale=C.UTF-8",
            )  # fmt: skip
            cluster.start()
            yield cluster
        finally:
            if (cluster.data / "postmaster.pid").exists():
                cluster.stop()
            shutil.rmtree(folder, ignore_errors=True)

    def run(self, program: str, *words: str) -> None:
        command = [str(programs() / program), *words]
        if os.geteuid() == 0:
            command = ["runuser", "-u", NOBODY_ELSE, "--", *command]
        subprocess.run(
            command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, cwd=self.folder,
        )  # fmt: skip

    def start(self) -> None:
        options = f"-c listen_addresses='' -c unix_socket_directories={self.folder} -c fsync=off"
        log = str(self.folder / "log")
        self.run("pg_ctl", "-D", str(self.data), "-w", "-l", log, "-o", options, "start")
        self.wait_until_it_answers()

    def wait_until_it_answers(self) -> None:
        """pg_ctl may be back before the server, which was cut off, has recovered what it held."""
        import psycopg

        last = monotonic() + PATIENCE
        while True:
            try:
                self.execute("SELECT 1")
            except psycopg.OperationalError:
                if monotonic() > last:
                    raise
                sleep(0.1)
            else:
                return

    def stop(self) -> None:
        self.run("pg_ctl", "-D", str(self.data), "-w", "-m", "immediate", "stop")

    def address(self, name: str) -> str:
        return f"postgresql://cases@/{name}?host={self.folder}"

    def execute(self, statement: str, name: str = "postgres") -> list[tuple]:
        import psycopg

        with psycopg.connect(host=str(self.folder), user="cases", dbname=name) as connection:
            connection.autocommit = True
            found = connection.execute(statement)
            return found.fetchall() if found.description else []

    def new_database(self, template: str = "template1") -> str:
        name = f"cases_{next(NUMBERS)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.address(name)

    def drop(self, address: str) -> None:
        self.execute(f"DROP DATABASE {self.name_of(address)} WITH (FORCE)")

    @staticmethod
    def name_of(address: str) -> str:
        return address.partition("@/")[2].partition("?")[0]


@contextmanager
def started_or_skipped() -> Iterator[Cluster]:
    """A cluster for the tests of a process; they are skipped where none can be started."""
    if programs() is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    pytest.importorskip("psycopg", reason="psycopg is not installed (the extra postgres)")
    with Cluster.started() as started:
        yield started
