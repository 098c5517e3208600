"""A workbook as the archive that it is: opened without trusting what it says of its own size.

What is read further on is a copy, made here, of the parts that hold cells: entries that lie about
their size are cut off at it, macros, pictures and foreign files stay behind.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from io import BytesIO
from shutil import copyfileobj
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from inclusion_core.wire.problems import Problem
from inclusion_core.workbook.opening.file_problems import (
    DAMAGED,
    EXPANDS,
    LOCKED,
    NOT_A_WORKBOOK,
    OLD_WORKBOOK,
)

__all__ = ["MOST_UNPACKED", "copy_of"]

MOST_UNPACKED = 1 << 29
"""How many bytes the parts of a workbook may have together: 512 MiB."""

MOST_ENTRIES = 10_000
STEEP, STEEP_FROM = 200, 1 << 23
"""An entry of 8 MiB or more that shrank to less than a 200th is no workbook that people made."""

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
_IS_ENCRYPTED = 1
_PARTS = (".xml", ".rels")
_LEFT_BEHIND = (
    *("docprops/", "customxml/", "xl/drawings/", "xl/charts/", "xl/theme/", "xl/comments"),
    *("xl/threadedcomments/", "xl/persons/", "xl/externallinks/", "xl/pivot"),
)
_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


def copy_of(data: bytes, *, most_unpacked: int = MOST_UNPACKED) -> BytesIO | Problem:
    """An archive of the parts of a workbook that may be read, or why there is none.

    Args:
        data: The file.
        most_unpacked: How many bytes its parts may have together.
    """
    if data.startswith(_COMPOUND_FILE):
        return LOCKED if _ENCRYPTED_PART in data else OLD_WORKBOOK
    try:
        archive = ZipFile(BytesIO(data))
    except _BROKEN:
        return NOT_A_WORKBOOK
    with archive:
        parts = [entry for entry in archive.infolist() if _is_part(entry.filename)]
        problem = _problem(archive.infolist(), parts, most_unpacked)
        if problem is not None:
            return problem
        try:
            return _copied(archive, parts)
        except _BROKEN:
            return DAMAGED


def _is_part(name: str) -> bool:
    name = name.lower()
    if name.startswith(_LEFT_BEHIND):
        return False
    return name == "mimetype" or name.endswith(_PARTS)


def _problem(
    entries: Sequence[ZipInfo], parts: Sequence[ZipInfo], most_unpacked: int
) -> Problem | None:
    if any(entry.flag_bits & _IS_ENCRYPTED for entry in entries):
        return LOCKED
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > most_unpacked or any(map(_is_steep, entries)):
        return EXPANDS
    packings = {entry.compress_type for entry in parts}
    names = {entry.filename.lower() for entry in parts}
    is_sound = packings <= {ZIP_STORED, ZIP_DEFLATED} and len(names) == len(parts)
    return None if is_sound else DAMAGED


def _is_steep(entry: ZipInfo) -> bool:
    return entry.file_size >= STEEP_FROM and entry.file_size > STEEP * entry.compress_size


def _copied(archive: ZipFile, parts: Iterable[ZipInfo]) -> BytesIO:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=1) as copy:
        for part in parts:
            with archive.open(part) as source, copy.open(part.filename, "w") as target:
                copyfileobj(source, target)
    file.seek(0)
    return file
