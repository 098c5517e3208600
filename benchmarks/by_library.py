"""The figures as the library counts them: declared metrics, on the same tables."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from question import ALL, DAYS, HOUSEHOLD_STEMS, Answer

from inclusion_core.expr.frames import Tables
from inclusion_core.facts.moments import report_days
from inclusion_core.facts.schema import SCHEMA
from inclusion_core.metrics.counting import count_tables
from inclusion_core.metrics.figures import Figure, NoCode
from inclusion_core.periods import Period
from inclusion_sif.mentoring.metrics import METRICS


def compute(folder: Path, level: str, engine: str) -> Answer:
    """The figures of one level, on one engine."""
    metrics = {metric.id.rpartition(".")[2]: metric for metric in METRICS}
    asked = {stem: m for stem, m in metrics.items() if level == ALL or stem not in HOUSEHOLD_STEMS}
    days = report_days(Period(DAYS.first, DAYS.last), DAYS.status)
    figures = count_tables(asked.values(), _tables(folder, engine), days, known_on=DAYS.known_on)
    return {stem: _tallies(figures[metric.id]) for stem, metric in asked.items()}


def _tables(folder: Path, engine: str) -> Tables:
    files = sorted(folder.glob("*.parquet"))
    native: dict[str, object]
    if engine == "polars":
        scan = import_module("polars").scan_parquet
        native = {file.stem: scan(file) for file in files}
    else:
        connection = import_module("duckdb").connect()
        native = {file.stem: connection.read_parquet(str(file)) for file in files}
    return Tables.of_native(SCHEMA, native)


def _tallies(figure: Figure) -> dict[str, tuple[int, int, int]]:
    tallies = {"": figure.total} | {
        "?" if group is NoCode.UNKNOWN else str(group): tally
        for group, tally in figure.groups.items()
    }
    return {group: (tally.counted, tally.unknown, tally.asked) for group, tally in tallies.items()}
