"""What a report is made from: a caseload that is read whole, or a register that stays on disk."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.caseload_given import reading_given
from inclusion_core.cli.days import closed_period, known_day
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.given import all_findings, checks_for
from inclusion_core.cli.parser import Parser, one_of
from inclusion_core.cli.screen import Screen
from inclusion_core.errors import MissingExtraError
from inclusion_core.findings import Finding
from inclusion_core.model.caseload import Journal
from inclusion_core.periods import Period
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.form import ReportForm
from inclusion_core.texts import Language, Text, lv
from inclusion_core.wire.csv_folder import TAG_FILE

__all__ = [
    "Days",
    "Given",
    "add_data",
    "add_engine",
    "add_known_on",
    "add_period",
    "data_given",
    "is_register",
]

ENGINES = ("objects", "polars", "duckdb", "pyspark")

SPARK = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.log.level": "OFF",
    "spark.sql.session.timeZone": "UTC",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
"""A Spark that nobody else can reach, and that says nothing beside the report."""

STATUS_DAY_AHEAD = lv(
    "Statusa diena, {day}, ir pēc dienas, kurā dati zināmi ({known_on}): starp tām notikušā "
    "ziņojumā nav."
).en(
    "The status day, {day}, is after the day on which the data are known ({known_on}): what "
    "happened in between is not in the report."
)
PERIOD_AHEAD = lv(
    "Periods beidzas {day:locative}, pēc dienas, kurā dati zināmi ({known_on}): starp tām "
    "notikušā ziņojumā nav."
).en(
    "The period ends on {day}, after the day on which the data are known ({known_on}): what "
    "happened in between is not in the report."
)
RECORDED_LATER = lv(
    "Versijas, kas ierakstītas pēc {known_on:genitive} un ziņojumā nav: {number}."
).en("Versions that were recorded after {known_on} and are not in the report: {number}.")
COUNTED = lv("Saskaitīta {done}. daļa no {parts}.").en("Part {done} of {parts} is counted.")
OPENED = lv("Reģistrs atvērts; rindu skaits: {rows}.").en("The register is open; rows: {rows}.")


def add_data(parser: Parser) -> None:
    """Take records, or a register."""
    parser.add_argument(
        "data",
        metavar="DATA",
        type=Path,
        help="a folder of CSV files, a .json document, or what a plugin reads; or a register: a "
        "folder of Parquet files, a .parquet file or a .duckdb file",
    )


def add_period(parser: Parser, *, required: bool = True) -> None:
    """Take the days that a report is about."""
    parser.add_argument(
        "--period",
        metavar="FIRST..LAST",
        type=closed_period,
        required=required,
        help="the period reported on, both days inside: 2018-06-01..2018-11-30",
    )
    parser.add_argument(
        "--status-day",
        metavar="DAY",
        type=known_day,
        help='the day that "now" stands for; the last day of the period where not given',
    )


def add_known_on(parser: Parser) -> None:
    """Take the day as of whose knowledge the data are read."""
    parser.add_argument(
        "--known-on",
        metavar="DAY",
        type=known_day,
        help="count what was recorded by this day; where not given, the last day of recording or "
        "the status day, whichever is later; for a register, the status day",
    )


def add_engine(parser: Parser) -> None:
    """Take what counts."""
    parser.add_argument(
        "--engine",
        metavar="ENGINE",
        type=one_of("engine", ENGINES),
        help="what counts: objects (default) for records, polars (default) for a register; or "
        "duckdb; or pyspark for a register; the figures are the same",
    )


@attrs.frozen(kw_only=True)
class Days:
    """The days that a report is about."""

    period: Period
    status_day: date
    known_on: date


@attrs.frozen(kw_only=True)
class Given:
    """What a report is made from.

    Attributes:
        data: What is counted.
        days: The days of the report.
        remarks: What its days mean for what is in it.
        findings: Looks for what is wrong with the data; in a register, for ids that several rows
            have, codes that are none, and references to nobody.
    """

    data: ReportData
    days: Days
    remarks: tuple[Text, ...]
    findings: Callable[[], tuple[Finding, ...]]


def data_given(
    arguments: Namespace, form: ReportForm, catalogue: Catalogue, screen: Screen
) -> Given:
    """The data that a report is to be made from.

    Raises:
        NothingReadError: There is nothing that can be read.
        MisuseError: The engine cannot count such data.
        MissingExtraError: The engine is not installed.
    """
    if is_register(arguments.data):
        return _register_given(arguments, form, catalogue, screen)
    return _caseload_given(arguments, catalogue)


def is_register(path: Path) -> bool:
    """Whether a path holds tables for an engine, and no records to be read one by one.

    A folder that says of which schema it is holds versions of records, whatever its files are.
    """
    if path.is_dir():
        if (path / TAG_FILE).exists():
            return False
        return any(path.glob("*.parquet")) or any(path.glob("*/*.parquet"))
    return path.suffix in (".parquet", ".duckdb")


# A caseload.


def _caseload_given(arguments: Namespace, catalogue: Catalogue) -> Given:
    engine = arguments.engine
    if engine == "pyspark":
        raise MisuseError("pyspark counts a register; leave --engine out, or take polars")
    reading = reading_given(arguments.data, catalogue, Language(arguments.language))
    days = _days(arguments, reading.journal.last_recorded_on)
    caseload = reading.journal.as_known_on(days.known_on)
    return Given(
        data=ReportData.of_caseload(
            caseload, catalogue.schema, engine=None if engine in (None, "objects") else engine
        ),
        days=days,
        remarks=(*_days_ahead(days), *_recorded_later(days, reading.journal)),
        findings=lambda: all_findings(
            reading, caseload, catalogue.schema, checks_for(caseload, catalogue)
        ),
    )


def _days(arguments: Namespace, recorded_on: date | None) -> Days:
    """The days of the report: all that is recorded counts, unless an earlier day is asked for."""
    status_day: date = arguments.status_day or arguments.period.last_day
    known_on: date = arguments.known_on or max(recorded_on or status_day, status_day)
    return Days(period=arguments.period, status_day=status_day, known_on=known_on)


def _days_ahead(days: Days) -> Iterator[Text]:
    if days.status_day > days.known_on:
        yield STATUS_DAY_AHEAD.filled(day=days.status_day, known_on=days.known_on)
    if days.period.last_day is not None and days.period.last_day > days.known_on:
        yield PERIOD_AHEAD.filled(day=days.period.last_day, known_on=days.known_on)


def _recorded_later(days: Days, journal: Journal) -> Iterator[Text]:
    later = sum(version.recorded_on > days.known_on for version in journal.versions)
    if later:
        yield RECORDED_LATER.filled(known_on=days.known_on, number=later)


# A register.


def _register_given(
    arguments: Namespace, form: ReportForm, catalogue: Catalogue, screen: Screen
) -> Given:
    """The tables of a register, known on the status day if no other day is named."""
    engine: str = arguments.engine or "polars"
    if engine == "objects":
        raise MisuseError("a register is counted on an engine; take polars, duckdb or pyspark")
    opened = _frames().register(
        arguments.data,
        schema=catalogue.schema,
        tables=_facts_tables(arguments.data, form, catalogue),
        engine=engine,
        session=_spark() if engine == "pyspark" else None,
    )
    days = _days(arguments, None)
    rows: int = opened.rows()
    screen.progress(OPENED.filled(rows=rows).in_(arguments.language))

    def counted(done: int, parts: int) -> None:
        if parts > 1:
            screen.progress(COUNTED.filled(done=done, parts=parts).in_(arguments.language))

    data = ReportData.of_tables(
        opened.known(days.known_on),
        known_on=days.known_on,
        fingerprint=opened.fingerprint(),
        records=rows,
        parts=opened.apart,
        progress=counted,
    )
    remarks = tuple(_days_ahead(days))
    return Given(data=data, days=days, remarks=remarks, findings=opened.findings)


def _facts_tables(path: Path, form: ReportForm, catalogue: Catalogue) -> tuple[Any, ...]:
    """The facts tables that may be there: a single file is of the one that the form counts."""
    its = form.facts_tables
    if path.is_file() and path.suffix == ".parquet" and its:
        return its
    by_id = {table.id: table for table in (*catalogue.facts_tables, *its)}
    return tuple(by_id.values())


def _frames() -> Any:
    """The part of the library that opens registers: an extra, and slow to import."""
    return import_module("inclusion_core.frames")


def _spark() -> Any:
    """A Spark of this machine alone."""
    try:
        sql = import_module("pyspark.sql")
    except ModuleNotFoundError:
        raise MissingExtraError("spark", "counting on pyspark") from None
    return sql.SparkSession.builder.master("local[*]").config(map=SPARK).getOrCreate()
