"""Objects to columns: the table of participation records in memory, against reading attributes."""

from __future__ import annotations

from datetime import date
from enum import Enum
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import polars as pl
from esf_question import TABLE

from inclusion_core.expr.frames import Tables
from inclusion_core.fields import FieldKind, Record
from inclusion_core.values import ABSENT, PartialDay, Reason, Unknown
from inclusion_esf.definitions import participation
from inclusion_esf.participation import EsfParticipation
from inclusion_esf.table import PARTICIPATIONS

FIELDS = PARTICIPATIONS.record_type.fields


def records(folder: Path, number: int) -> list[Record]:
    """So many records of the register, as objects."""
    rows = pl.scan_parquet(folder / TABLE / "*.parquet").head(number).collect().to_dicts()
    codes = {name: _codes(name) for name in FIELDS}
    return [
        EsfParticipation(**{name: _value(row, name, codes[name]) for name in FIELDS})
        for row in rows
    ]


def _codes(name: str) -> type[Any]:
    if FIELDS[name].kind is not FieldKind.CODE:
        return str
    found: type[Any] = getattr(participation, name).codes
    return found if issubclass(found, Enum) else str


def _value(row: dict[str, Any], name: str, codes: type[Any]) -> Any:
    value, why = row[name], row.get(f"{name}_unknown")
    if value is not None:
        return value if isinstance(value, date) else codes(value)
    if why == "partial":
        return PartialDay(row[f"{name}_earliest"], row[f"{name}_latest"])
    return ABSENT if why is None else Unknown(Reason(why))


def bare(objects: list[Record]) -> None:
    """Read every attribute of every object, and do nothing with it."""
    for name in FIELDS:
        read = eval(f"lambda objects: [each.{name} for each in objects]")
        read(objects)


def columns(objects: list[Record]) -> None:
    """Make columns of every object."""
    Tables.of_records(PARTICIPATIONS.schema, {TABLE: objects}, engine="pyarrow")


def ratio(folder: Path, number: int, rounds: int) -> float:
    """How much longer it takes to make columns of objects than to read their attributes."""
    objects = records(folder, number)
    columns(objects[:10])  # what is imported and compiled once is timed by no round
    ratios = []
    for _ in range(rounds):
        start = perf_counter()
        bare(objects)
        between = perf_counter()
        columns(objects)
        ratios.append((perf_counter() - between) / (between - start))
    return median(ratios)
