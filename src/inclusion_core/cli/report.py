"""The command ``report``: fills in a form from data."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeAlias

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.days import closed_period, known_day
from inclusion_core.cli.errors import MisuseError, NothingReadError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.given import (
    all_findings,
    checks_for,
    has_errors,
    nothing_read,
    read_given,
)
from inclusion_core.cli.parser import Parser, add_data, add_language, one_of
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.telling import summary
from inclusion_core.errors import MissingExtraError
from inclusion_core.findings import Severity
from inclusion_core.model.caseload import Journal
from inclusion_core.periods import Period
from inclusion_core.reports.data import ReportData
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.reports.formats.terminal_rich import print_rich
from inclusion_core.reports.report import Report
from inclusion_core.texts import Language, Text, lv
from inclusion_core.wire import Reading

__all__ = ["add_arguments", "run"]

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
WRITTEN = lv("Ziņojums ierakstīts: {path}").en("The report is written to {path}")


def add_arguments(parser: Parser) -> None:
    """Take a form, data, days, and where the report goes."""
    parser.add_argument("form", metavar="FORM", help="a report form; `forms` lists them")
    add_data(parser)
    parser.add_argument(
        "--period",
        metavar="FIRST..LAST",
        type=closed_period,
        required=True,
        help="the period reported on, both days inside: 2018-06-01..2018-11-30",
    )
    parser.add_argument(
        "--status-day",
        metavar="DAY",
        type=known_day,
        help='the day that "now" stands for; the last day of the period where not given',
    )
    parser.add_argument(
        "--known-on",
        metavar="DAY",
        type=known_day,
        help="count what was recorded by this day; where not given, the last day of recording or "
        "the status day, whichever is later",
    )
    add_language(parser)
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        help="`forms` lists them; where not given, what the name of the output ends in, or else "
        "terminal",
    )
    parser.add_argument(
        "--output", metavar="FILE", type=Path, help="write the report to a file instead"
    )
    parser.add_argument(
        "--html", metavar="FILE", type=Path, help="write the report as HTML to a file as well"
    )
    parser.add_argument(
        "--engine",
        metavar="ENGINE",
        type=one_of("engine", ("objects", "polars", "duckdb")),
        default="objects",
        help="what counts: objects (default), polars or duckdb; the figures are the same",
    )


@attrs.frozen(kw_only=True)
class _Days:
    period: Period
    status_day: date
    known_on: date


_Target: TypeAlias = tuple[ReportFormat, Path]


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Make the report from what is good in the data, and say what is not."""
    language = Language(arguments.language)
    form = catalogue.report(arguments.form)
    chosen = _format(arguments, catalogue)
    targets = list(_targets(arguments, chosen, catalogue))
    reading = _read(arguments.data, catalogue, language)
    days = _days(arguments, reading.journal)
    caseload = reading.journal.as_known_on(days.known_on)
    engine = None if arguments.engine == "objects" else arguments.engine
    report = form.filled_in(
        ReportData.of_caseload(caseload, catalogue.schema, engine=engine),
        period=days.period,
        status_day=days.status_day,
        versions=catalogue.versions_behind(form),
    )
    for written_as, path in targets:
        path.write_bytes(written_as.render(report, language))
    if arguments.output is None:
        _show(report, chosen, language, screen)
    for remark in (*_remarks(days, reading.journal), *_written(targets)):
        screen.remark(remark.in_(language))
    findings = all_findings(reading, caseload, catalogue.schema, checks_for(caseload, catalogue))
    for told in summary(findings, str(arguments.data), language):
        screen.remark(told)
    return Exit.FAULTY_DATA if has_errors(findings) else Exit.FINE


def _days(arguments: Namespace, journal: Journal) -> _Days:
    """The days of the report: all that is recorded counts, unless an earlier day is asked for."""
    status_day: date = arguments.status_day or arguments.period.last_day
    recorded_on = journal.last_recorded_on or status_day
    known_on: date = arguments.known_on or max(recorded_on, status_day)
    return _Days(period=arguments.period, status_day=status_day, known_on=known_on)


def _format(arguments: Namespace, catalogue: Catalogue) -> ReportFormat:
    """The format that is asked for, or that the name of the output tells."""
    if arguments.format is not None:
        chosen = catalogue.formats[arguments.format]
    else:
        suffix = arguments.output.suffix.lower() if arguments.output is not None else ""
        told = (each for each in catalogue.formats if each.suffix == suffix)
        chosen = next(told, catalogue.formats["terminal"])
    if chosen.binary and arguments.output is None:
        raise MisuseError(f"{chosen.id} cannot be shown; name a file with --output")
    return chosen


def _targets(arguments: Namespace, chosen: ReportFormat, catalogue: Catalogue) -> Iterator[_Target]:
    """The files to write, none of which may take the place of data."""
    asked: tuple[tuple[ReportFormat, Path | None], ...] = (
        (chosen, arguments.output),
        (catalogue.formats["html"], arguments.html),
    )
    for written_as, path in asked:
        if path is not None:
            if path.resolve().is_relative_to(arguments.data.resolve()):
                raise MisuseError(f"{path} lies in the data; write the report elsewhere")
            yield written_as, path


def _read(path: Path, catalogue: Catalogue, language: Language) -> Reading:
    reading = read_given(path, catalogue.schema, catalogue.readers)
    if nothing_read(reading):
        errors = (each for each in reading.findings if each.severity is Severity.ERROR)
        raise NothingReadError(str(path), tuple(each.in_(language) for each in errors))
    return reading


def _show(report: Report, chosen: ReportFormat, language: Language, screen: Screen) -> None:
    """The report on the screen, in colour where that can be."""
    if chosen.id == "terminal" and screen.is_terminal:
        try:
            print_rich(report, language, screen.results)
        except MissingExtraError:
            pass
        else:
            return
    screen.show(chosen.render(report, language).decode())


def _remarks(days: _Days, journal: Journal) -> Iterator[Text]:
    """What the days mean for what is in the report."""
    if days.status_day > days.known_on:
        yield STATUS_DAY_AHEAD.filled(day=days.status_day, known_on=days.known_on)
    if days.period.last_day is not None and days.period.last_day > days.known_on:
        yield PERIOD_AHEAD.filled(day=days.period.last_day, known_on=days.known_on)
    later = sum(version.recorded_on > days.known_on for version in journal.versions)
    if later:
        yield RECORDED_LATER.filled(known_on=days.known_on, number=later)


def _written(targets: Iterable[_Target]) -> Iterator[Text]:
    return (WRITTEN.filled(path=str(path)) for _, path in targets)
