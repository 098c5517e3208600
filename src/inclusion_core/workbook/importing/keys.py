"""The key file: which opaque id stands for which of the provider's own numbers.

A provider's number may tell who somebody is; the records hold ids that tell nothing. What joins
the two is one CSV file (``record_type,number,id``) that stays with the provider: without it nobody
else can say whose record is whose, and a later import could not know its records again.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import TypeAlias

import attrs

from inclusion_core.findings import Finding, Place
from inclusion_core.wire.csv_rows import Cell, CsvRow, rows
from inclusion_core.wire.files import MAX_BYTES, content_of, put
from inclusion_core.wire.identifiers import shown
from inclusion_core.wire.problems import Problem
from inclusion_core.workbook.importing.import_problems import (
    KEY_FILE_HEADING,
    KEY_FILE_ROW,
    KEY_TWICE,
)

__all__ = ["Key", "KeyFile", "new_id"]

Key: TypeAlias = tuple[str, str]
"""A record type, and a number or an id in it."""

HEADING = ("record_type", "number", "id")

_RECORD_TYPE = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


@attrs.frozen(repr=False)
class KeyFile:
    """Ids by record type and number; each number has one id, each id one number.

    Attributes:
        ids: By record type and number.
    """

    ids: Mapping[Key, str] = attrs.field(factory=dict)

    def __repr__(self) -> str:
        return f"KeyFile(numbers={len(self.ids)})"

    def id_of(self, record_type: str, number: str) -> str | None:
        """The id that stands for a number; ``None`` for a number that was never seen."""
        return self.ids.get((record_type, number))

    @property
    def numbers(self) -> Mapping[Key, str]:
        """The other way round: numbers by record type and id."""
        return {(name, record_id): number for (name, number), record_id in self.ids.items()}

    def joined(self, others: Mapping[Key, str]) -> KeyFile:
        """These keys and others."""
        return KeyFile({**self.ids, **others})

    @classmethod
    def read(cls, path: Path) -> tuple[KeyFile, tuple[Finding, ...]]:
        """The keys that a file holds, and what is damaged in it.

        Who imports with a damaged file gives known people new ids: go on only without findings.
        """
        data = content_of(path, max_bytes=MAX_BYTES)
        place = Place(file=path.name)
        if isinstance(data, Problem):
            return cls(), (data.at(place),)
        following = rows(data)
        heading = next(following, CsvRow(1))
        if heading.problem is not None or tuple(heading.cells) != HEADING:
            problem = heading.problem or KEY_FILE_HEADING.filled(heading=",".join(HEADING))
            return cls(), (problem.at(place),)
        ids: dict[Key, str] = {}
        findings = [
            problem.at(attrs.evolve(place, row=row)) for row, problem in _taken(following, ids)
        ]
        return cls(ids), tuple(findings)

    def write(self, path: Path) -> None:
        """Write the file, whole or not at all; only its owner may read it.

        Equal keys give equal bytes.
        """
        text = StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(HEADING)
        writer.writerows((*key, record_id) for key, record_id in sorted(self.ids.items()))
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path.parent, [(path.name, text.getvalue().encode())])


def _taken(following: Iterator[CsvRow], ids: dict[Key, str]) -> Iterator[tuple[int, Problem]]:
    """Puts the rows into ``ids``; gives those that cannot be taken."""
    used: set[Key] = set()
    for row in following:
        problem = row.problem or _row_problem(row.cells)
        if problem is None:
            name, number, record_id = map(str, row.cells)
            if (name, number) in ids or (name, record_id) in used:
                problem = KEY_TWICE
            else:
                ids[name, number] = record_id
                used.add((name, record_id))
        if problem is not None:
            yield row.number, problem


def _row_problem(cells: Sequence[Cell]) -> Problem | None:
    match cells:
        case [str(name), str(number), str(record_id)]:
            good = _RECORD_TYPE.fullmatch(name) and number and shown(record_id)
            return None if good else KEY_FILE_ROW
        case _:
            return KEY_FILE_ROW


def new_id(record_type: str, draw: Callable[[], str], taken: Collection[Key]) -> str:
    """An id that no record of the type has: the initials of the type, and what is drawn.

    Args:
        record_type: The type.
        draw: Gives letters and digits that are hardly ever the same again.
        taken: Types and ids that are in use.

    Example:
        >>> new_id("protection_spell", lambda: "k3f9", ())
        'ps-k3f9'
    """
    initials = "".join(word[0] for word in record_type.split("_"))
    record_id = f"{initials}-{draw()}"
    while (record_type, record_id) in taken:
        record_id = f"{initials}-{draw()}"
    return record_id
