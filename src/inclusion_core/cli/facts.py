"""The command ``facts``: the flat table over which metrics are declared, of a caseload.

It shows facts about clients to whoever gives it.
"""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import date
from pathlib import Path

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.assuming import add_assumptions, assumptions_given
from inclusion_core.cli.caseload_given import check_outside, reading_given
from inclusion_core.cli.days import closed_period, known_day
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.facts_written import csv_of, write_parquet
from inclusion_core.cli.given import all_findings, checks_for, has_errors
from inclusion_core.cli.parser import Parser, add_language
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.telling import summary
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.facts.assumption import assumed
from inclusion_core.facts.building import facts_records
from inclusion_core.facts.dictionary import dictionary_markdown
from inclusion_core.facts.moments import report_days
from inclusion_core.facts.table import FactsTable
from inclusion_core.texts import Language, lv
from inclusion_core.wire.facts_schema import facts_schema

__all__ = ["add_arguments", "run"]

WRITTEN = lv("Faktu tabula ierakstīta: {path}; rindas: {rows}.").en(
    "The facts table is written to {path}; rows: {rows}."
)


def add_arguments(parser: Parser) -> None:
    """Take a facts table, data, days, and where the table goes."""
    parser.add_argument(
        "table", metavar="TABLE", help="a facts table; `plugins` lists what each brings"
    )
    parser.add_argument(
        "data",
        metavar="DATA",
        nargs="?",
        type=Path,
        help="a folder of CSV files, a .json document, or what a plugin reads",
    )
    parser.add_argument(
        "--dictionary",
        action="store_true",
        help="describe the columns instead, in Markdown; takes no data",
    )
    parser.add_argument(
        "--schema",
        action="store_true",
        help="describe them to other programs instead, as a Table Schema; takes no data",
    )
    parser.add_argument(
        "--known-on",
        metavar="DAY",
        type=known_day,
        help="what was recorded by this day; where not given, all that is recorded",
    )
    parser.add_argument(
        "--period",
        metavar="FIRST..LAST",
        type=closed_period,
        help="for a table that asks for the days of a period: 2018-06-01..2018-11-30",
    )
    parser.add_argument(
        "--status-day",
        metavar="DAY",
        type=known_day,
        help='the day that "now" stands for; the last day of the period where not given',
    )
    add_assumptions(parser)
    parser.add_argument(
        "--output",
        metavar="FILE",
        type=Path,
        help="write the table to a file: Parquet where its name ends in .parquet, or else CSV",
    )
    add_language(parser)


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Write the table, or describe it."""
    table = catalogue.facts_tables[arguments.table]
    if arguments.dictionary or arguments.schema:
        return _described(arguments, table, catalogue, screen)
    if arguments.data is None:
        raise MisuseError("name the data, or ask for --dictionary", "inclusion-core facts")
    return _of_caseload(arguments, table, catalogue, screen)


def _described(
    arguments: Namespace, table: FactsTable, catalogue: Catalogue, screen: Screen
) -> Exit:
    if arguments.data is not None or (arguments.dictionary and arguments.schema):
        raise MisuseError("give one of DATA, --dictionary and --schema", "inclusion-core facts")
    if arguments.dictionary:
        language = Language(arguments.language)
        described = dictionary_markdown(table, catalogue.vocabulary, language)
    else:
        schema = facts_schema(table, catalogue.vocabulary)
        described = f"{json.dumps(schema, ensure_ascii=False, indent=2)}\n"
    if arguments.output is None:
        screen.show(described)
    else:
        arguments.output.write_text(described, encoding="utf-8", newline="")
    return Exit.FINE


def _of_caseload(
    arguments: Namespace, table: FactsTable, catalogue: Catalogue, screen: Screen
) -> Exit:
    language = Language(arguments.language)
    parameters = _parameters(arguments, table)
    if arguments.output is not None:
        check_outside(arguments.output, arguments.data, "write the table elsewhere")
    reading = reading_given(arguments.data, catalogue, language)
    known_on: date | None = arguments.known_on or reading.journal.last_recorded_on
    if known_on is None:
        raise MisuseError("nothing is recorded in the data; there is no table to make of it")
    caseload = reading.journal.as_known_on(known_on)
    records = Records(catalogue.schema, caseload.records)
    rows = facts_records(table, records, parameters).of_type(table.record_type.name)
    output: Path | None = arguments.output
    if output is None:
        screen.show(csv_of(table, rows))
    elif output.suffix == ".parquet":
        write_parquet(table, rows, output)
    else:
        output.write_text(csv_of(table, rows), encoding="utf-8", newline="")
    if output is not None:
        screen.remark(WRITTEN.filled(path=str(output), rows=len(rows)).in_(language))
    findings = all_findings(reading, caseload, catalogue.schema, checks_for(caseload, catalogue))
    for told in summary(findings, str(arguments.data), language):
        screen.remark(told)
    return Exit.FAULTY_DATA if has_errors(findings) else Exit.FINE


def _parameters(arguments: Namespace, table: FactsTable) -> Parameters:
    """What the columns ask for: the days of a period, and what is assumed."""
    values = assumptions_given(arguments.assume, table.assumes)
    days = Parameters()
    if arguments.period is not None:
        status_day = arguments.status_day or arguments.period.last_day
        days = report_days(arguments.period, status_day)
    elif arguments.status_day is not None:
        days = Parameters(days={"status_day": arguments.status_day})
    return assumed(days, table.assumes, values)
