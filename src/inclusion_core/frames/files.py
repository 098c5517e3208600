"""The files of a register, by the record type that each is named after.

A folder holds ``client.parquet``, or ``client/`` with any number of Parquet files in it, as Spark
and others write a table. Whatever is no Parquet file is passed over; a Parquet file that is named
after no record type is not, because a table with a misspelt name would be missing in silence.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from inclusion_core.errors import UnknownNameError
from inclusion_core.frames.errors import UnreadableRegisterError

__all__ = ["DATABASE", "PARQUET", "Files", "files_of", "named_files"]

PARQUET, DATABASE = ".parquet", ".duckdb"

Files: TypeAlias = Mapping[str, tuple[Path, ...]]
"""The files of each table, by record type, in the order of their names."""

TO_DO = "a register is a folder of Parquet files, one Parquet file, or a .duckdb file"


def files_of(source: Path, names: Collection[str], alone: str = "") -> Files:
    """The Parquet files of a register.

    Args:
        source: A folder, or one file.
        names: The record types that a table may be of.
        alone: What a single file is of that is named after none; empty where it must be named so.

    Raises:
        UnreadableRegisterError: There is nothing to read, or two tables of one type.
        UnknownNameError: A Parquet file is named after no record type.
    """
    if not source.exists():
        raise UnreadableRegisterError(str(source), f"there is nothing; {TO_DO}")
    if source.is_file():
        if source.suffix != PARQUET:
            raise UnreadableRegisterError(str(source), f"it is no Parquet file; {TO_DO}")
        named = source.stem if source.stem in names or not alone else alone
        found: Files = {named: (source,)}
    else:
        found = _in_folder(source)
    for name in sorted(found):
        if name not in names:
            raise UnknownNameError("record type for a file named", name, names)
    return found


def named_files(source: Path, files: Files) -> Mapping[str, Path]:
    """Each file by what it is called inside the register, wherever that lies."""
    within = source if source.is_dir() else source.parent
    listed = (file for its in files.values() for file in its)
    return dict(sorted((file.relative_to(within).as_posix(), file) for file in listed))


def _in_folder(folder: Path) -> Files:
    found: dict[str, tuple[Path, ...]] = {}
    for entry in sorted(folder.iterdir()):
        files = tuple(_parquet_of(entry))
        if files and entry.name[0] not in "._":
            name = entry.name.removesuffix(PARQUET)
            if name in found:
                problem = f"both {name}/ and {name}{PARQUET} are there; keep one"
                raise UnreadableRegisterError(str(folder), problem)
            found[name] = files
    if not found:
        problem = f"there is no Parquet file in it, and no folder of such; {TO_DO}"
        raise UnreadableRegisterError(str(folder), problem)
    return found


def _parquet_of(entry: Path) -> Iterator[Path]:
    """The Parquet files of an entry, those of its folders too; not what a writer left half done."""
    if entry.is_file():
        if entry.suffix == PARQUET:
            yield entry
        return
    for file in sorted(entry.rglob(f"*{PARQUET}")):
        inside = file.relative_to(entry).parts
        if file.is_file() and not any(part[0] in "._" for part in inside):
            yield file
