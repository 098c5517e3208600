"""The command ``report``: fills in a form from data."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.assuming import add_assumptions, assumptions_given
from inclusion_core.cli.audience import add_audience, audience_given, shown_to
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.given import has_errors
from inclusion_core.cli.parser import Parser, add_language
from inclusion_core.cli.report_data import (
    add_data,
    add_engine,
    add_known_on,
    add_period,
    data_given,
)
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.telling import summary
from inclusion_core.errors import MissingExtraError
from inclusion_core.publishing.audience import Audience
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.reports.formats.terminal_rich import print_rich
from inclusion_core.reports.report import Report
from inclusion_core.texts import Language, Text, lv

__all__ = ["add_arguments", "run"]

BROKEN = lv("Skaitļi ir pretrunīgi: ziņojuma sākumā teikts, kuri.").en(
    "The figures contradict each other: the report says at its beginning which."
)
WRITTEN = lv("Ziņojums ierakstīts: {path}").en("The report is written to {path}")


def add_arguments(parser: Parser) -> None:
    """Take a form, data, days, and where the report goes."""
    parser.add_argument("form", metavar="FORM", help="a report form; `forms` lists them")
    add_data(parser)
    add_period(parser)
    add_known_on(parser)
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
    add_engine(parser)
    add_assumptions(parser)
    add_audience(parser)


_Target: TypeAlias = tuple[ReportFormat, Path]


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Make the report from what is good in the data, and say what is not."""
    language = Language(arguments.language)
    reader = audience_given(arguments)
    form = catalogue.report(arguments.form)
    assumptions = assumptions_given(arguments.assume, form.assumptions)
    chosen = _format(arguments, catalogue)
    targets = list(_targets(arguments, chosen, catalogue))
    given = data_given(arguments, form, catalogue, screen)
    report = form.filled_in(
        given.data,
        period=given.days.period,
        status_day=given.days.status_day,
        versions=catalogue.versions_behind(form),
        assumptions=assumptions,
    )
    if reader.audience is not Audience.STAFF:
        lineage = form.lineage(
            given.data,
            period=given.days.period,
            status_day=given.days.status_day,
            assumptions=assumptions,
        )
        report = shown_to(reader, report, lineage, form)
    for written_as, path in targets:
        path.write_bytes(written_as.render(report, language))
    if arguments.output is None:
        _show(report, chosen, language, screen)
    broken = (BROKEN,) if report.broken else ()
    for remark in (*given.remarks, *_written(targets), *broken):
        screen.remark(remark.in_(language))
    findings = given.findings()
    for told in summary(findings, str(arguments.data), language):
        screen.remark(told)
    return Exit.FAULTY_DATA if report.broken or has_errors(findings) else Exit.FINE


def _format(arguments: Namespace, catalogue: Catalogue) -> ReportFormat:
    """The format that is asked for, or that the name of the output tells."""
    if arguments.format is not None:
        chosen = catalogue.formats[arguments.format]
    else:
        suffix = arguments.output.suffix.lower() if arguments.output is not None else ""
        shelf, core = catalogue.formats, catalogue.distributions[0].name
        told = (each for each in shelf if each.suffix == suffix)  # those of the core go first
        chosen = min(
            told, key=lambda each: shelf.brought_by(each.id) != core, default=shelf["terminal"]
        )
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


def _written(targets: Iterable[_Target]) -> Iterator[Text]:
    return (WRITTEN.filled(path=str(path)) for _, path in targets)
