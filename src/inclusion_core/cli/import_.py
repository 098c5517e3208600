"""The command ``import``: takes in a filled workbook, or shows what that would change."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.caseload_given import check_outside, keys_given, reading_given
from inclusion_core.cli.days import today
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.free_place import add_overwrite, check_free
from inclusion_core.cli.given import has_errors
from inclusion_core.cli.import_recording import add_recording, recording_given
from inclusion_core.cli.import_source import rows_of, suggestion_for
from inclusion_core.cli.import_told import Teller
from inclusion_core.cli.import_trial import Trial, trial_of
from inclusion_core.cli.import_written import write_import
from inclusion_core.cli.parser import Parser, add_language
from inclusion_core.cli.programme_given import form_given
from inclusion_core.cli.screen import Screen
from inclusion_core.expr.schema import Schema
from inclusion_core.model.caseload import Journal
from inclusion_core.texts import Language, lv
from inclusion_core.wire.files import put
from inclusion_core.workbook.form import WorkbookForm
from inclusion_core.workbook.importing.imports import imported
from inclusion_core.workbook.marking.marked import is_marked_copy, marked_copy

__all__ = ["add_arguments", "run"]

DRY_RUN = lv(
    "Mēģinājums: nekas nav ierakstīts. Lai ierakstītu, pievienojiet --write changes vai, ja agrāk "
    "rakstītais bija kļūdains, --write corrections."
).en(
    "A dry run: nothing is written. To write, add --write changes or, where what was written "
    "before was wrong, --write corrections."
)
NOTHING_TO_WRITE = lv("Nekas nav mainījies; nekas nav ierakstīts.").en(
    "Nothing has changed; nothing is written."
)
WRITTEN = lv("Versijas: {versions}. Ierakstīts: {path}; atslēgas: {keys}").en(
    "Versions: {versions}. Written to {path}; keys: {keys}"
)
MARKED = lv("Darbgrāmata ar atzīmēm: {path}").en("The workbook with marks: {path}")
SUGGESTED = lv("Kartējuma datne ierakstīta, pārbaudiet to: {path}").en(
    "The mapping file, which is to be checked, is written to {path}"
)


def add_arguments(parser: Parser) -> None:
    """Take a workbook, a caseload, how the one is read and how it is recorded in the other."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the filled workbook")
    parser.add_argument(
        "--into",
        metavar="CASELOAD",
        type=Path,
        help="a folder of CSV files or a .json document; a new one is made by the first import",
    )
    parser.add_argument(
        "--programme",
        metavar="ID",
        help="whose workbook it is; may be left out where there is only one programme",
    )
    parser.add_argument(
        "--keys",
        metavar="FILE",
        type=Path,
        help="which id stands for which of the provider's numbers, kept by the provider; beside "
        "the workbook, with .keys.csv after its name, where not given",
    )
    add_recording(parser)
    parser.add_argument(
        "--mapping", metavar="FILE", type=Path, help="how a workbook of another layout is read"
    )
    parser.add_argument(
        "--suggest", action="store_true", help="propose a mapping file, and do nothing else"
    )
    parser.add_argument(
        "--output", "-o", metavar="FILE", type=Path, help="where the proposed mapping file goes"
    )
    parser.add_argument(
        "--marked",
        metavar="FILE",
        type=Path,
        help="write a copy of the workbook with every fault marked at its cell; an earlier one is "
        "replaced, unless somebody has saved it since",
    )
    add_overwrite(parser)
    parser.add_argument(
        "--values",
        action="store_true",
        help="show also what changed fields held and hold: these are values of clients",
    )
    add_language(parser)


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Show what the workbook would bring; write it where that is asked for."""
    language = Language(arguments.language)
    form = form_given(arguments.programme, catalogue)
    if arguments.suggest:
        return _suggest(arguments, form, screen)
    keys: Path = arguments.keys or arguments.file.with_suffix(".keys.csv")
    _check(arguments, keys)
    filled = rows_of(arguments.file, arguments.mapping, form, language)
    journal = _journal(arguments.into, catalogue, language)
    recording = recording_given(arguments, arguments.recorded_on or today())
    result = imported(filled, keys_given(keys, language), journal, catalogue.schema, recording)
    trial = trial_of(result, journal, filled.file, keys, catalogue)
    teller = Teller(words=form.vocabulary, language=language, values=arguments.values)
    screen.show(teller.told(trial))
    if arguments.marked is not None:
        marked_copy(arguments.file, arguments.marked, trial.findings, language)
        screen.show(f"{MARKED.filled(path=str(arguments.marked)).in_(language)}\n")
    screen.show(f"{_written(arguments, trial, keys, catalogue.schema, language)}\n")
    return Exit.FAULTY_DATA if has_errors(trial.findings) else Exit.FINE


def _suggest(arguments: Namespace, form: WorkbookForm, screen: Screen) -> Exit:
    language = Language(arguments.language)
    if arguments.mapping is not None or arguments.write is not None:
        raise MisuseError("--suggest goes with neither --mapping nor --write")
    text = suggestion_for(arguments.file, form, language)
    path: Path | None = arguments.output
    if path is None:
        screen.show(text)
        return Exit.FINE
    check_free(path, overwrite=arguments.overwrite)
    path.parent.mkdir(parents=True, exist_ok=True)
    put(path.parent, [(path.name, text.encode())])
    screen.show(f"{SUGGESTED.filled(path=str(path)).in_(language)}\n")
    return Exit.FINE


def _check(arguments: Namespace, keys: Path) -> None:
    """Looks whether the options go together, and nothing is written over.

    Raises:
        MisuseError: They do not, or something would be.
    """
    if arguments.into is None:
        raise MisuseError("name the caseload that it goes into with --into CASELOAD")
    if arguments.output is not None:
        raise MisuseError("--output goes with --suggest; the caseload is named with --into")
    if arguments.write == "corrections" and not arguments.why:
        raise MisuseError("say with --why for what reason records are corrected")
    check_outside(
        keys,
        arguments.into,
        "the key file tells who is who and stays with the provider; name another place with --keys",
    )
    if arguments.marked is not None:
        check_outside(arguments.marked, arguments.into, "write the marked copy elsewhere")
        given_up = arguments.overwrite or is_marked_copy(arguments.marked)
        check_free(arguments.marked, overwrite=given_up)


def _journal(path: Path, catalogue: Catalogue, language: Language) -> Journal:
    """What is recorded already; nothing where the caseload is still to be made.

    Raises:
        MisuseError: There are faults in it: what could not be read would be lost by writing.
        NothingReadError: Nothing of it can be read.
    """
    if not path.exists() or (path.is_dir() and not any(path.iterdir())):
        return Journal(())
    reading = reading_given(path, catalogue, language)
    if has_errors(reading.findings):
        raise MisuseError(
            f"{path} has faults, and what cannot be read of it would be lost: correct first what "
            f"`inclusion-core check {path}` shows"
        )
    return reading.journal


def _written(
    arguments: Namespace, trial: Trial, keys: Path, schema: Schema, language: Language
) -> str:
    """Writes, where that is asked for and there is something to write; says which."""
    if arguments.write is None:
        return DRY_RUN.in_(language)
    if not trial.result.versions:
        return NOTHING_TO_WRITE.in_(language)
    write_import(trial, arguments.into, keys, schema)
    number = len(trial.result.versions)
    return WRITTEN.filled(versions=number, path=str(arguments.into), keys=str(keys)).in_(language)
