"""What the register of :mod:`load_register` holds, counted by hand in SQL for DuckDB.

A day is an interval: what holds surely is told apart from what may hold. The figures are those of
``benchmarks/by_hand_duckdb.py``; the faults are counted here.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import by_hand_duckdb
import duckdb
from by_hand_duckdb import hi, lo
from question import ALL, COUNTRY_STEMS

__all__ = ["faults", "figures"]

ARRIVED, COUNTRIES = COUNTRY_STEMS
TABLES = {
    "clients": ("clients", "families-with-children", "families-without-children", "individuals"),
    "children": ("children", "children-on-status-day", "children-at-school"),
    "arrivals": (ARRIVED,),
    "staff": ("social-workers", "social-mentors"),
}
"""The tables of the report, with the rows that are one metric each."""

FAULTS = {
    "check.left-before-entered": f"""
        FROM participation WHERE {hi("left_on")} < {lo("entered_on")}""",
    "check.before-birth": f"""
        FROM arrival JOIN client ON client_id = client.id
        WHERE {hi("arrived_on")} < {lo("born_on")}""",
    "check.labour-status-under-15": f"""
        FROM entry_traits
        JOIN participation ON participation_id = participation.id
        JOIN client ON client_id = client.id
        WHERE labour_status IN ('employed', 'unemployed')
            AND {hi("entered_on")} < {lo("born_on")} + INTERVAL 15 YEAR""",
}
"""Kinds of findings, with the rows that they are about."""


def faults(folder: Path) -> Mapping[str, int]:
    """How many findings of some kinds there must be."""
    connection = duckdb.connect()
    for file in folder.glob("*.parquet"):
        connection.read_parquet(str(file)).create_view(file.stem)
    counted = {}
    for kind, rows in FAULTS.items():
        ((number,),) = connection.sql(f"SELECT count(*) {rows}").fetchall()
        counted[kind] = number
    return counted


def figures(folder: Path) -> Mapping[str, tuple[int, int]]:
    """What each row of the report counts, and what it does not know."""
    answer = by_hand_duckdb.compute(folder, ALL)
    cells = {
        f"{table}/{stem}": answer.get(stem, {"": (0, 0)})[""][:2]
        for table, stems in TABLES.items()
        for stem in stems
    }
    countries = {name: tally for name, tally in answer[ARRIVED].items() if name}
    for name, (counted, unknown, _) in countries.items():
        cells[f"countries/{'unknown' if name == '?' else name}"] = (counted, unknown)
    cells[f"arrivals/{COUNTRIES}"] = _countries(countries)
    return cells


def _countries(groups: Mapping[str, tuple[int, int, int]]) -> tuple[int, int]:
    """How many countries somebody came from, and how many people may add one."""
    counted = sum(each[0] > 0 for name, each in groups.items() if name != "?")
    may_add = sum(tally[1] for tally in groups.values())
    return counted, may_add + groups.get("?", (0, 0, 0))[0]
