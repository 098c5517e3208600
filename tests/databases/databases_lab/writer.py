"""A process of its own that writes: ``writer.py address 3 w-1`` or ``writer.py address stall``."""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from databases_lab.people import ANNA, version
from inclusion_core.databases import BusyError, ConflictError, Database
from inclusion_core.model.client import Client


def last_number(database: Database) -> int:
    with database.engine.connect() as connection:
        return connection.exec_driver_sql(
            "select max(version) from client where id = 'anna'"
        ).scalar_one()


def count_up(database: Database, times: int, who: str) -> int:
    """Write the next version so many times; how often somebody else was faster."""
    overtaken = 0
    while times:
        try:
            following = last_number(database) + 1
            database.append([version(ANNA, following, recorded_by=who)])
            times -= 1
        except (ConflictError, BusyError):
            overtaken += 1
    return overtaken


def stalling():
    for number in range(3_000):
        if number == 2_500:
            sys.stdout.write("half way\n")
            sys.stdout.flush()
            time.sleep(60)
        yield version(Client(id=f"c-{number}", provider_id="p"))


if __name__ == "__main__":
    opened = Database.open(sys.argv[1])
    if sys.argv[2] == "stall":
        opened.append(stalling())
    else:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        count_up(opened, int(sys.argv[2]), sys.argv[3])
        sys.stdout.write("done\n")
