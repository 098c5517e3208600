"""CSV text as rows of cells, whatever is wrong with it.

Commas or semicolons (as Latvian spreadsheets write them) are told apart by the first line. A row
is a *logical* one, as a spreadsheet counts: the heading is row 1, blank rows count though they
are skipped, a line break inside quotation marks begins no new row. A byte order mark is accepted.
"""

from __future__ import annotations

import csv
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TypeAlias

import attrs

from inclusion_core.wire.file_problems import BAD_CSV, NOT_UTF_8
from inclusion_core.wire.problems import Problem, Refused

__all__ = ["Cell", "CsvRow", "rows"]

Cell: TypeAlias = str | Refused
"""The text of a cell, or why it cannot be read."""


@attrs.frozen
class CsvRow:
    """A row that is not blank.

    Attributes:
        number: Which, from 1.
        cells: Its cells.
        problem: Why it could not be divided into cells.
    """

    number: int
    cells: Sequence[Cell] = attrs.field(default=(), repr=False)
    problem: Problem | None = None


LONGEST_CELL = 131_072
"""In characters. The limit of :mod:`csv` belongs to the whole process, and others move it."""

_FIRST_LINE = re.compile(r"[^\r\n]+")
_STRAY_BYTE = re.compile("[\udc80-\udcff]")
"""How a byte that is not UTF-8 comes out of decoding; UTF-8 itself never gives such a character."""


def rows(data: bytes) -> Iterator[CsvRow]:
    """The rows that are not blank."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return iter([CsvRow(1, problem=NOT_UTF_8)])
    try:
        return _divided(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        text = data.decode("utf-8-sig", errors="surrogateescape")
        return (attrs.evolve(row, cells=[*map(_cell, row.cells)]) for row in _divided(text))


def _cell(cell: Cell) -> Cell:
    return Refused(NOT_UTF_8) if isinstance(cell, str) and _STRAY_BYTE.search(cell) else cell


def _divided(text: str) -> Iterator[CsvRow]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:  # the reader goes on with the next line
            yield CsvRow(number, problem=BAD_CSV)
        else:
            if max(map(len, cells), default=0) > LONGEST_CELL:
                yield CsvRow(number, problem=BAD_CSV)
            elif any(cells):
                yield CsvRow(number, cells)


def _delimiter(text: str) -> str:
    line = _FIRST_LINE.search(text)
    heading = line[0] if line else ""
    return ";" if heading.count(";") > heading.count(",") else ","
