"""Where an erasure is written: to a new place, or over the data; whole or not at all."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from inclusion_core.cli.caseload_given import check_outside
from inclusion_core.cli.caseload_written import holds_parquet, write_caseload
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.free_place import check_free
from inclusion_core.cli.parser import Parser
from inclusion_core.expr.schema import Schema
from inclusion_core.model.caseload import Journal
from inclusion_core.wire.files import put

__all__ = ["add_place", "check_place", "write_erased"]


def add_place(parser: Parser) -> None:
    """Take where it is written."""
    place = parser.add_mutually_exclusive_group()
    place.add_argument(
        "--to",
        metavar="PATH",
        type=Path,
        help="write what is left to a new folder, or a new .json document; the data stay as they "
        "are, and are yours to delete",
    )
    place.add_argument(
        "--in-place", action="store_true", help="write what is left over the data themselves"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="tell what would go, and write nothing"
    )


def check_place(arguments: Namespace) -> None:
    """Looks whether it can be written there.

    Raises:
        MisuseError: No place is named, something is there, or it lies in the data.
    """
    data: Path = arguments.data
    if arguments.to is not None:
        check_outside(arguments.to, data, "name a place outside of it with --to")
        check_free(arguments.to, overwrite=False)
    elif arguments.in_place:
        if not data.is_dir() and data.suffix.lower() != ".json":
            raise MisuseError(f"{data} cannot be written over; name a new place with --to")
    elif not arguments.dry_run:
        raise MisuseError("say where to write with --to PATH or --in-place, or add --dry-run")


def write_erased(journal: Journal, arguments: Namespace, schema: Schema) -> Path:
    """Write what is left; gives where.

    Raises:
        NotWritableError: What would be written could not be read back as it is.
    """
    parquet = holds_parquet(arguments.data)
    if arguments.in_place:
        with _put_back(arguments.data):
            write_caseload(journal, arguments.data, schema, parquet=parquet)
        return Path(arguments.data)
    place: Path = arguments.to
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.suffix.lower() == ".json":
        write_caseload(journal, place, schema, parquet=False)
        return place
    beside = Path(mkdtemp(dir=place.parent, prefix=f".{place.name}."))
    try:
        write_caseload(journal, beside, schema, parquet=parquet)
        beside.rename(place)
    except BaseException:
        rmtree(beside, ignore_errors=True)
        raise
    return place


@contextmanager
def _put_back(data: Path) -> Generator[None]:
    """Leaves the files of a folder as they were where not all of them can be written."""
    folder = data if data.is_dir() else data.parent
    there = sorted(folder.iterdir()) if data.is_dir() else [data]
    before = {path.name: path.read_bytes() for path in there if path.is_file()}
    try:
        yield
    except BaseException:
        put(folder, before.items())
        for path in sorted(data.iterdir()) if data.is_dir() else ():
            if path.is_file() and path.name not in before:
                path.unlink()
        raise
