"""Work of counting, and of hiding small cells."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from counted.installed import installed
from counted.job import Work
from counted.journals import KNOWN_ON, journal
from inclusion_core import SCHEMA, Period, Report, ReportData
from inclusion_core.dice import Dice
from inclusion_core.disclosure.counts import CountTable
from inclusion_core.disclosure.hiding import protected
from inclusion_core.expr.frames import Tables
from inclusion_core.facts.moments import report_days
from inclusion_core.metrics.counting import count_tables

FORM = "sif.mentoring.interim"
HALF_YEAR = Period(date(2018, 6, 1), date(2018, 11, 30))
METRICS = ("sif.mentoring.clients", "sif.mentoring.families-with-children")
SMALL = 5
FEW = 40


def filled_in(data: ReportData) -> Report:
    """The funder's report of half a year."""
    form = installed().report(FORM)
    return form.filled_in(data, period=HALF_YEAR, status_day=KNOWN_ON)


def on_objects(clients: int, _: Path) -> Work:
    form, data = installed().report(FORM), data_of(clients)
    return lambda: form.filled_in(data, period=HALF_YEAR, status_day=KNOWN_ON)


def on_polars(clients: int, _: Path) -> Work:
    return _on(clients, "polars")


def on_duckdb(_: int, __: Path) -> Work:
    return _on(FEW, "duckdb")


def _on(clients: int, engine: str) -> Work:
    catalogue = installed()
    metrics = [catalogue.metrics[name] for name in METRICS]
    tables = Tables.of_records(
        SCHEMA, journal(clients).as_known_on(KNOWN_ON).records, engine=engine
    )
    days = report_days(HALF_YEAR, KNOWN_ON)
    return lambda: count_tables(metrics, tables, days, known_on=KNOWN_ON)


def data_of(clients: int) -> ReportData:
    """What a report is made from."""
    return ReportData.of_caseload(journal(clients).as_known_on(KNOWN_ON), SCHEMA)


def hidden(_: int, __: Path) -> Work:
    dice = Dice(2018)
    values = tuple(tuple(dice.below(40) for _ in range(10)) for _ in range(10))
    needed = {
        (row, column): SMALL
        for row, cells in enumerate(values)
        for column, value in enumerate(cells)
        if 0 < value < SMALL
    }
    table = CountTable(values=values, needed=needed)
    return lambda: protected(table)
