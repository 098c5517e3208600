"""The folder of an extract: written whole or not at all, and only into a place of its own.

::

    about.en.md, about.lv.md            what it is, what was done to it, who could be known
    dictionary.en.md, dictionary.lv.md  what its columns mean
    datapackage.json                    the same for programs
    disclosure.json                     who could be known, for programs
    esf_participation.csv               a table; .parquet beside it, where asked for
    persons_joined.csv                  of a project: persons who may have had other pseudonyms
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from inclusion_core.extracts.described import about
from inclusion_core.extracts.dictionary import dictionary
from inclusion_core.extracts.errors import ExtractRefusedError
from inclusion_core.extracts.extract import Extract
from inclusion_core.extracts.package import JOINED_FILE, data_package, disclosure
from inclusion_core.extracts.tabular import csv_of, joined_csv, parquet_of
from inclusion_core.texts import Language

__all__ = ["check_free", "extract_files", "fingerprint", "write"]


def fingerprint(files: Mapping[str, bytes]) -> str:
    """SHA-256, in hexadecimal, of the names of files and their bytes; nothing of the source."""
    digest = sha256()
    for name, data in sorted(files.items()):
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def extract_files(extract: Extract, *, parquet: bool = False) -> Mapping[str, bytes]:
    """All files of an extract, by name.

    Args:
        extract: The extract.
        parquet: Whether tables are written as Parquet besides.

    Raises:
        MissingExtraError: Parquet is asked for, and Polars is not installed.
    """
    tables = {f"{each.name}.csv": csv_of(each) for each in extract.tables}
    rows = {each.name: len(each.lines) for each in extract.tables}
    if extract.joined:
        tables[f"{JOINED_FILE}.csv"] = joined_csv(extract.joined)
        rows[JOINED_FILE] = len(extract.joined)
    own = fingerprint(tables)
    columns = {f"{each.name}.parquet": parquet_of(each) for each in extract.tables if parquet}
    return {
        **{f"about.{each.value}.md": about(extract, own, rows, each).encode() for each in Language},
        **{f"dictionary.{each.value}.md": dictionary(extract, each).encode() for each in Language},
        "datapackage.json": data_package(extract, tables),
        "disclosure.json": disclosure(extract),
        **tables,
        **columns,
    }


def check_free(folder: Path) -> None:
    """Look whether an extract can be written into a folder: it is not there, or empty.

    Raises:
        ExtractRefusedError: Something is there.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ExtractRefusedError(
            f"{folder} is not empty; write the extract into a folder of its own"
        )


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of an extract: all of them, or none; only their owner may read them.

    Raises:
        ExtractRefusedError: The folder is not empty.
        OSError: It cannot be written.
    """
    check_free(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        for name, data in files.items():
            path = beside / name
            path.touch(mode=0o600)
            path.write_bytes(data)
        if folder.exists():
            folder.rmdir()
        beside.rename(folder)
    except BaseException:
        rmtree(beside, ignore_errors=True)
        raise
