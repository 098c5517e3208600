"""The command ``sample``: writes synthetic data to try things with."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.parser import Parser, add_language, one_of
from inclusion_core.cli.screen import Screen
from inclusion_core.expr.schema import Schema
from inclusion_core.samples import Sample
from inclusion_core.texts import Language, lv
from inclusion_core.wire import write_journal

__all__ = ["DOCUMENT", "NOTE", "add_arguments", "run"]

NOTE = "SYNTHETIC.txt"
"""The file that says so; where it lies, an earlier sample may be written over."""
DOCUMENT = "caseload.json"

SYNTHETIC = lv("Sintētiski dati, neviena īsta cilvēka: {sample}, sēkla {seed}.").en(
    "Synthetic data, no real person's: {sample}, seed {seed}."
)
WRITTEN = lv("Versijas: {versions}. Ierakstīts: {path}").en(
    "Versions: {versions}. Written to {path}"
)


def add_arguments(parser: Parser) -> None:
    """Take a sample, a folder, and how it is drawn and written."""
    parser.add_argument("name", metavar="NAME", help="a sample; `plugins` lists them")
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="a new or empty folder")
    parser.add_argument(
        "--seed", metavar="N", type=int, help="draw another one; the same seed gives the same data"
    )
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("format", ("csv", "json")),
        default="csv",
        help=f"csv (default), or json: one document, {DOCUMENT}",
    )
    parser.add_argument(
        "--overwrite",
        action="store_true",
        help="write over files of the same names that no earlier sample has left",
    )
    add_language(parser)


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """Write the sample, and into the same folder a note that it is synthetic."""
    sample: Sample = catalogue.samples[arguments.name]
    seed: int = sample.default_seed if arguments.seed is None else arguments.seed
    folder: Path = arguments.folder
    if not arguments.overwrite:
        _check_folder(folder, catalogue.schema)
    said = SYNTHETIC.filled(sample=sample.id, seed=str(seed))
    journal = sample.build(seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NOTE).write_bytes(f"{said.in_('en')}\n{said.in_('lv')}\n".encode())
    path = folder / DOCUMENT if arguments.format == "json" else folder
    write_journal(journal, path, catalogue.schema)
    language = Language(arguments.language)
    written = WRITTEN.filled(versions=len(journal.versions), path=str(path))
    screen.show(f"{said.in_(language)}\n{written.in_(language)}\n")
    return Exit.FINE


def _check_folder(folder: Path, schema: Schema) -> None:
    """Looks whether anything else than an earlier sample could be written over.

    Raises:
        MisuseError: It could.
    """
    if not folder.is_dir():
        return
    names = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
    own = {NOTE, DOCUMENT, "schema.json", *(f"{each.name}.csv" for each in schema)}
    if names - own or (names and NOTE not in names):
        raise MisuseError(
            f"{folder} holds files that no sample has left; name another folder, or add "
            "--overwrite to replace those of the same names"
        )
