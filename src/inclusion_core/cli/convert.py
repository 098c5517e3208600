"""The command ``convert``: writes the same data in another form, whole or not at all."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.caseload_given import check_outside, reading_given
from inclusion_core.cli.caseload_written import write_caseload
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.free_place import check_free
from inclusion_core.cli.given import has_errors
from inclusion_core.cli.parser import Parser, add_language, one_of
from inclusion_core.cli.screen import Screen
from inclusion_core.texts import Language, lv

__all__ = ["add_arguments", "run"]

FORMATS = ("csv", "json", "parquet")
WRITTEN = lv("Versijas: {versions}. Ierakstīts: {path}").en(
    "Versions: {versions}. Written to {path}"
)


def add_arguments(parser: Parser) -> None:
    """Take data, a new place, and a form."""
    parser.add_argument(
        "data",
        metavar="DATA",
        type=Path,
        help="a folder of CSV or Parquet files, a .json document, or what a plugin reads",
    )
    parser.add_argument("to", metavar="TO", type=Path, help="a new folder, or a new .json document")
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("format", FORMATS),
        help="csv, json or parquet; where not given, json for a name that ends in .json, or else "
        "csv",
    )
    add_language(parser)


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Write all versions of all records; data with faults are not converted."""
    language = Language(arguments.language)
    data: Path = arguments.data
    to: Path = arguments.to
    form = _form(arguments)
    check_outside(to, data, "name a place outside of it")
    check_free(to, overwrite=False)
    reading = reading_given(data, catalogue, language)
    if has_errors(reading.findings):
        raise MisuseError(
            f"{data} has faults, and what cannot be read of it would be lost: correct first what "
            f"`inclusion-core check {data}` shows"
        )
    to.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(mkdtemp(dir=to.parent, prefix=f".{to.name}."))
    place = beside / to.name
    try:
        write_caseload(
            reading.journal,
            place,
            catalogue.schema,
            parquet=form == "parquet",
            vocabulary=catalogue.vocabulary,
        )
        place.rename(to)
    finally:
        rmtree(beside, ignore_errors=True)
    written = WRITTEN.filled(versions=len(reading.journal.versions), path=str(to))
    screen.show(f"{written.in_(language)}\n")
    return Exit.FINE


def _form(arguments: Namespace) -> str:
    """The form that is asked for.

    Raises:
        MisuseError: It does not go with the name of the place.
    """
    is_document = arguments.to.suffix.lower() == ".json"
    form: str = arguments.format or ("json" if is_document else "csv")
    if (form == "json") != is_document:
        raise MisuseError("a JSON document has a name that ends in .json, a folder has not")
    return form
