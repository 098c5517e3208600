"""The command ``extract``: facts tables for research, under pseudonyms."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.assuming import add_assumptions, assumptions_given
from inclusion_core.cli.caseload_given import check_outside, reading_given
from inclusion_core.cli.days import closed_period, known_day
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.extract_columns import add_columns, plan_given
from inclusion_core.cli.given import all_findings, checks_for, has_errors
from inclusion_core.cli.parser import Parser, add_language, one_of
from inclusion_core.cli.report_data import is_register
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.telling import summary
from inclusion_core.expr.parameters import Parameters
from inclusion_core.expr.records import Records
from inclusion_core.extracts.extract import Extract
from inclusion_core.extracts.folder import check_free, extract_files, write
from inclusion_core.extracts.key_file import key_in, new_key
from inclusion_core.extracts.making import Maker
from inclusion_core.extracts.pseudonyms import Per, Pseudonyms, Purpose
from inclusion_core.extracts.taking import Source
from inclusion_core.facts.assumption import assumed
from inclusion_core.facts.moments import report_days
from inclusion_core.facts.table import FactsTable
from inclusion_core.findings import Finding
from inclusion_core.texts import Language, lv

__all__ = ["add_arguments", "run"]

PROGRAM = "inclusion-core extract"
NEW_KEY = lv("Atslēga ierakstīta: {path}. Glabājiet to pie datiem un nedodiet nevienam.").en(
    "The key is written to {path}. Keep it with the data, and give it to nobody."
)
WRITTEN = lv("Izraksts ierakstīts: {path}; rindas: {rows}.").en(
    "The extract is written to {path}; rows: {rows}."
)
FEW = lv("Rindas, kurām līdzīgas mazāk nekā {least} personas: {rows}; sk. about.lv.md.").en(
    "Rows that are like those of fewer than {least} persons: {rows}; see about.en.md."
)


def add_arguments(parser: Parser) -> None:
    """Take facts tables, data, a key, and how much is to be told."""
    parser.add_argument(
        "words",
        metavar="TABLE... DATA",
        nargs="*",
        help="facts tables, and then a folder of CSV files, a .json document, what a plugin reads, "
        "or a register: a folder of Parquet files, a .parquet file or a .duckdb file",
    )
    parser.add_argument("--to", metavar="FOLDER", type=Path, help="a new folder, or an empty one")
    parser.add_argument(
        "--new-key", metavar="FILE", type=Path, help="write a new key instead; takes no data"
    )
    parser.add_argument(
        "--key", metavar="FILE", type=Path, help="the key under which pseudonyms are made"
    )
    purpose = parser.add_mutually_exclusive_group()
    purpose.add_argument(
        "--release", metavar="NAME", help="pseudonyms of this release alone; a new name each time"
    )
    purpose.add_argument(
        "--project", metavar="NAME", help="the same pseudonyms in all releases of a project"
    )
    parser.add_argument(
        "--known-on",
        metavar="DAY",
        type=known_day,
        help="what was recorded by this day; where not given, all that is recorded or, of a "
        "register, the last day of the period",
    )
    parser.add_argument(
        "--period",
        metavar="FIRST..LAST",
        type=closed_period,
        help="for tables that ask for the days of a period, and for --within",
    )
    parser.add_argument(
        "--status-day",
        metavar="DAY",
        type=known_day,
        help='the day that "now" stands for; the last day of the period where not given',
    )
    parser.add_argument(
        "--within",
        metavar="COLUMN",
        default="",
        help="leave out rows of which this day is not in the period",
    )
    add_columns(parser)
    add_assumptions(parser)
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("format", ("csv", "parquet")),
        default="csv",
        help="csv (default); or parquet, beside CSV",
    )
    add_language(parser)


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Make the extract, or a key."""
    language = Language(arguments.language)
    if arguments.new_key is not None:
        if arguments.words or arguments.to is not None:
            raise MisuseError("make the key alone, and the extract after it", PROGRAM)
        new_key(arguments.new_key)
        screen.remark(NEW_KEY.filled(path=str(arguments.new_key)).in_(language))
        return Exit.FINE
    tables, data = _asked(arguments, catalogue)
    plan = plan_given(arguments)
    plan.check(tables)
    pseudonyms = _pseudonyms(arguments)
    source, findings = _source(arguments, tables, data, catalogue)
    maker = Maker(
        schema=catalogue.schema,
        vocabulary=catalogue.vocabulary,
        pseudonyms=pseudonyms,
        plan=plan,
        period=arguments.period,
    )
    extract = maker.extract(tables, source, versions=_versions(tables, catalogue))
    write(arguments.to, extract_files(extract, parquet=arguments.format == "parquet"))
    rows = sum(len(each.lines) for each in extract.tables)
    screen.remark(WRITTEN.filled(path=str(arguments.to), rows=rows).in_(language))
    for told in (*_few(extract, language), *summary(findings, str(data), language)):
        screen.remark(told)
    return Exit.FAULTY_DATA if has_errors(findings) else Exit.FINE


def _asked(arguments: Namespace, catalogue: Catalogue) -> tuple[tuple[FactsTable, ...], Path]:
    """The tables and the data, where all is given and the extract has a place."""
    if len(arguments.words) < 2:
        raise MisuseError("name facts tables, and then the data", PROGRAM)
    *names, data = arguments.words
    if arguments.to is None or arguments.key is None:
        raise MisuseError("name a folder with --to and the key with --key", PROGRAM)
    if not (arguments.release or arguments.project):
        raise MisuseError("say for what pseudonyms hold: --release or --project", PROGRAM)
    tables = tuple(catalogue.facts_tables[name] for name in dict.fromkeys(names))
    check_outside(arguments.to, Path(data), "write the extract elsewhere")
    check_free(arguments.to)
    return tables, Path(data)


def _pseudonyms(arguments: Namespace) -> Pseudonyms:
    if arguments.release:
        purpose = Purpose(per=Per.RELEASE, name=arguments.release)
    else:
        purpose = Purpose(per=Per.PROJECT, name=arguments.project)
    return Pseudonyms(key_in(arguments.key), purpose)


def _source(
    arguments: Namespace, tables: Sequence[FactsTable], data: Path, catalogue: Catalogue
) -> tuple[Source, tuple[Finding, ...]]:
    """From what the extract is taken, and what is wrong with the files."""
    parameters = _parameters(arguments, tables)
    if is_register(data):
        known_on = arguments.known_on or (arguments.period and arguments.period.last_day)
        if known_on is None:
            raise MisuseError("a register needs --known-on or --period", PROGRAM)
        alone = data.suffix == ".parquet" and data.is_file()
        opened = import_module("inclusion_core.frames").register(
            data, schema=catalogue.schema, tables=tables if alone else catalogue.facts_tables
        )
        on = opened.known(known_on)
        return Source(on=on, parameters=parameters, known_on=known_on), ()
    reading = reading_given(data, catalogue, Language(arguments.language))
    known_on = arguments.known_on or reading.journal.last_recorded_on
    if known_on is None:
        raise MisuseError("nothing is recorded in the data; there is no extract to make of it")
    caseload = reading.journal.as_known_on(known_on)
    records = Records(catalogue.schema, caseload.records)
    findings = all_findings(reading, caseload, catalogue.schema, checks_for(caseload, catalogue))
    return Source(on=records, parameters=parameters, known_on=known_on), findings


def _parameters(arguments: Namespace, tables: Iterable[FactsTable]) -> Parameters:
    assumes = tuple({each.id: each for table in tables for each in table.assumes}.values())
    values: Mapping[str, int] = assumptions_given(arguments.assume, assumes)
    days = Parameters()
    if arguments.period is not None:
        days = report_days(arguments.period, arguments.status_day or arguments.period.last_day)
    elif arguments.status_day is not None:
        days = Parameters(days={"status_day": arguments.status_day})
    return assumed(days, assumes, values)


def _versions(tables: Iterable[FactsTable], catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """The distributions that brought the tables, the core first."""
    names = {catalogue.facts_tables.brought_by(each.id) for each in tables}
    return tuple(
        dict.fromkeys(
            (each.name, each.version)
            for each in catalogue.distributions
            if each.name in names or not each.plugin
        )
    )


def _few(extract: Extract, language: Language) -> tuple[str, ...]:
    rows = sum(each.risk.few for each in extract.tables)
    return (FEW.filled(least=extract.least, rows=rows).in_(language),) if rows else ()
