"""The command ``template``: writes the workbook that a provider fills in."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.caseload_given import check_outside, keys_given, reading_given
from inclusion_core.cli.days import known_day
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.free_place import add_overwrite, check_free
from inclusion_core.cli.given import has_errors
from inclusion_core.cli.parser import Parser, add_language
from inclusion_core.cli.programme_given import form_given
from inclusion_core.cli.screen import Screen
from inclusion_core.cli.telling import summary
from inclusion_core.expr.schema import Schema
from inclusion_core.findings import Finding
from inclusion_core.model.caseload import Caseload
from inclusion_core.texts import Language, lv
from inclusion_core.wire.files import put
from inclusion_core.workbook.form import WorkbookForm
from inclusion_core.workbook.importing.keys import Key
from inclusion_core.workbook.template.making import template

__all__ = ["add_arguments", "run"]

MOST_ROWS = 100_000

WRITTEN = lv("Darbgrāmata ierakstīta: {path}").en("The workbook is written to {path}")
NOT_IN_FORM = lv("Darbgrāmatā nav lapas šiem ierakstiem, tie paliek, kā ir: {listed}").en(
    "The workbook has no sheet for these records, which stay as they are: {listed}"
)


def add_arguments(parser: Parser) -> None:
    """Take a programme, where the workbook goes, and what already stands in it."""
    parser.add_argument(
        "programme",
        metavar="PROGRAMME",
        nargs="?",
        help="`programmes` lists them; may be left out where there is only one",
    )
    parser.add_argument(
        "--output", "-o", metavar="FILE", type=Path, required=True, help="the workbook, .xlsx"
    )
    parser.add_argument(
        "--rows",
        metavar="N",
        type=_number_of_rows,
        default=500,
        help="how many rows of each sheet wait to be filled in; 500 where not given",
    )
    parser.add_argument(
        "--from",
        metavar="CASELOAD",
        type=Path,
        dest="caseload",
        help="fill in the records of a folder of CSV files, or of a .json document",
    )
    parser.add_argument(
        "--known-on",
        metavar="DAY",
        type=known_day,
        help="of these, what was recorded by this day; all where not given",
    )
    parser.add_argument(
        "--keys",
        metavar="FILE",
        type=Path,
        help="the key file, for the provider's own numbers; ids stand in their place without it",
    )
    add_overwrite(parser)
    add_language(parser)


def _number_of_rows(written: str) -> int:
    if not (written.isascii() and written.isdigit() and int(written) <= MOST_ROWS):
        raise ArgumentTypeError(f"not a number of rows: write 0 to {MOST_ROWS}")
    return int(written)


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Write the workbook, and say what of the caseload could not be read."""
    language = Language(arguments.language)
    form = form_given(arguments.programme, catalogue)
    _check(arguments)
    contents = _contents(arguments, catalogue, language)
    numbers = contents.numbers
    workbook = template(
        form,
        language,
        contents=contents.caseload,
        numbers=lambda record_type, key: numbers.get((record_type, key), key),
        empty_rows=arguments.rows,
    )
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    put(arguments.output.parent, [(arguments.output.name, workbook)])
    screen.show(f"{WRITTEN.filled(path=str(arguments.output)).in_(language)}\n")
    for told in _left_behind(contents.caseload, form, catalogue.schema, language):
        screen.remark(told)
    for told in summary(contents.findings, str(arguments.caseload), language):
        screen.remark(told)
    return Exit.FAULTY_DATA if has_errors(contents.findings) else Exit.FINE


@attrs.frozen(kw_only=True)
class _Contents:
    """What stands in the workbook before anybody fills it in."""

    caseload: Caseload | None = None
    numbers: Mapping[Key, str] = attrs.field(factory=dict, repr=False)
    findings: tuple[Finding, ...] = ()


def _check(arguments: Namespace) -> None:
    """Looks whether the options go together, and nothing is written over.

    Raises:
        MisuseError: They do not, or something would be.
    """
    output: Path = arguments.output
    if output.suffix.lower() != ".xlsx":
        raise MisuseError(f"{output} must end in .xlsx, or spreadsheets will not open it")
    if arguments.caseload is None:
        if arguments.keys is not None or arguments.known_on is not None:
            raise MisuseError("--keys and --known-on go with --from CASELOAD")
    else:
        check_outside(output, arguments.caseload, "write the workbook elsewhere")
    check_free(output, overwrite=arguments.overwrite)


def _contents(arguments: Namespace, catalogue: Catalogue, language: Language) -> _Contents:
    if arguments.caseload is None:
        return _Contents()
    reading = reading_given(arguments.caseload, catalogue, language)
    known_on = arguments.known_on or reading.journal.last_recorded_on
    return _Contents(
        caseload=None if known_on is None else reading.journal.as_known_on(known_on),
        numbers={} if arguments.keys is None else _named(arguments.keys, language),
        findings=reading.findings,
    )


def _named(path: Path, language: Language) -> Mapping[Key, str]:
    if not path.exists():
        raise MisuseError(f"{path} is not there; name the key file of the import")
    return keys_given(path, language).numbers


def _left_behind(
    caseload: Caseload | None, form: WorkbookForm, schema: Schema, language: Language
) -> Iterator[str]:
    """The records of a caseload for which there is no sheet."""
    sheets = {sheet.record_type.name for sheet in form}
    records = {} if caseload is None else caseload.records
    listed = [
        f"{form.vocabulary.type(each.name, language)} ({len(records[each.name])})"
        for each in schema
        if each.name in records and not each.derived and each.name not in sheets
    ]
    if listed:
        yield NOT_IN_FORM.filled(listed=", ".join(listed)).in_(language)
