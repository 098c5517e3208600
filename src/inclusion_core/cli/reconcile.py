"""The command ``reconcile``: the same persons under several metrics, and why the totals differ."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.assuming import add_assumptions, assumptions_given
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
from inclusion_core.metrics.metric import Metric
from inclusion_core.reports.form import FigureTable, ReportForm, SectionForm
from inclusion_core.reports.formats import ReportFormat
from inclusion_core.reports.reconciling import reconciled, reconciliation_report
from inclusion_core.texts import Language, lv

__all__ = ["add_arguments", "run"]

WRITTEN = lv("Ziņojums ierakstīts: {path}").en("The report is written to {path}")
TITLE = lv("Saskaņošana").en("Reconciliation")


def add_arguments(parser: Parser) -> None:
    """Take metrics, data, days, and where the report goes."""
    parser.add_argument(
        "metrics",
        metavar="METRIC",
        nargs="+",
        help="what to reconcile: metrics that count subjects one by one",
    )
    add_data(parser)
    add_period(parser)
    add_known_on(parser)
    add_language(parser)
    parser.add_argument(
        "--format", metavar="FORMAT", help="`forms` lists them; terminal where not given"
    )
    parser.add_argument(
        "--output", metavar="FILE", type=Path, help="write the report to a file instead"
    )
    add_engine(parser)
    parser.add_argument(
        "--list-persons",
        action="store_true",
        help="name persons by their ids, for each step; such a report is not for everybody",
    )
    add_assumptions(parser)


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Reconcile what is good in the data, and say what is not."""
    language = Language(arguments.language)
    metrics = tuple(catalogue.metrics[key] for key in arguments.metrics)
    form = _form(metrics)
    assumptions = assumptions_given(arguments.assume, form.assumptions)
    chosen = _format(arguments, catalogue)
    given = data_given(arguments, form, catalogue, screen)
    found = reconciled(
        metrics,
        given.data,
        period=given.days.period,
        status_day=given.days.status_day,
        versions=_versions(metrics, catalogue),
        assumptions=assumptions,
    )
    report = reconciliation_report(
        found,
        vocabulary=catalogue.vocabulary,
        schema=catalogue.schema,
        list_persons=arguments.list_persons,
    )
    written = chosen.render(report, language)
    if arguments.output is None:
        screen.show(written.decode())
    else:
        arguments.output.write_bytes(written)
        screen.remark(WRITTEN.filled(path=str(arguments.output)).in_(language))
    for remark in given.remarks:
        screen.remark(remark.in_(language))
    findings = given.findings()
    for told in summary(findings, str(arguments.data), language):
        screen.remark(told)
    return Exit.FAULTY_DATA if report.broken or has_errors(findings) else Exit.FINE


def _form(metrics: tuple[Metric, ...]) -> ReportForm:
    """The metrics as a form: what data it needs and what it assumes is known of forms."""
    table = FigureTable(id="figures", title=TITLE, row_heading=TITLE, metrics=metrics)
    section = SectionForm(id="figures", title=TITLE, tables=(table,))
    return ReportForm(id="reconciliation", title=TITLE, subtitle=TITLE, sections=(section,))


def _format(arguments: Namespace, catalogue: Catalogue) -> ReportFormat:
    """The format that is asked for, or that the name of the output tells."""
    output: Path | None = arguments.output
    if output is not None and output.resolve().is_relative_to(arguments.data.resolve()):
        raise MisuseError(f"{output} lies in the data; write the report elsewhere")
    if arguments.format is not None:
        chosen = catalogue.formats[arguments.format]
    else:
        suffix = "" if output is None else output.suffix.lower()
        told = (each for each in catalogue.formats if each.suffix == suffix)
        chosen = next(told, catalogue.formats["terminal"])
    if chosen.binary and output is None:
        raise MisuseError(f"{chosen.id} cannot be shown; name a file with --output")
    return chosen


def _versions(metrics: tuple[Metric, ...], catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """The distributions that the reconciliation rests on, with their versions."""
    names = {catalogue.metrics.brought_by(each.id) for each in metrics}
    versions = (
        (each.name, each.version)
        for each in catalogue.distributions
        if each.name in names or not each.plugin
    )
    return tuple(dict.fromkeys(versions))
