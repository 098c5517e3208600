"""What the cells of a sheet are like, noted while its part of the file streams by.

It says what a table of values no longer does: formulas, errors, what is merged or hidden, and how
far the cells lie apart, before anything makes room for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import IO, NoReturn, TypeAlias
from xml.parsers import expat

import attrs

from inclusion_core.wire.problems import RefusedError
from inclusion_core.workbook.letters import letters_of
from inclusion_core.workbook.opening.file_problems import DAMAGED, FAR_CELLS, TOO_MANY_CELLS

__all__ = ["Anatomy", "Spot", "Streamed", "check_room", "chunks", "plain", "streamed"]

Spot: TypeAlias = tuple[int, int]
"""A row, from 1, and the index of a column, from 0."""

MOST_ROOM = 10_000_000
"""Cells, empty or not, for which there is room between the first and the last of a workbook."""

MOST_COLUMNS = 16_384

_CHUNK = 1 << 20
_SEPARATOR = " "


@attrs.define(kw_only=True, repr=False)
class Anatomy:
    """Notes about one sheet, made cell by cell.

    Attributes:
        most_cells: How many cells may hold something.
        cells: How many do.
        last_row: The last row that holds something.
        last_column: The last column that holds something.
        columns: All columns that hold something.
        formulas: By column: the first row with a formula.
        without_value: Formulas that were never worked out.
        errors: Cells that hold an error.
        merged: How many times cells are merged.
        first_merged: Where that is so first.
        hidden_rows: Hidden rows that hold something.
        hidden_ranges: First and last of hidden columns that stand together.
    """

    most_cells: int
    cells: int = 0
    last_row: int = 0
    last_column: int = -1
    columns: set[int] = attrs.field(factory=set)
    formulas: dict[int, int] = attrs.field(factory=dict)
    without_value: list[Spot] = attrs.field(factory=list)
    errors: list[Spot] = attrs.field(factory=list)
    merged: int = 0
    first_merged: Spot | None = None
    hidden_rows: set[int] = attrs.field(factory=set)
    hidden_ranges: list[tuple[int, int]] = attrs.field(factory=list)

    def note(
        self, spot: Spot, *, formula: bool, valued: bool, error: bool, hidden_row: bool
    ) -> None:
        """Notes a cell that holds something.

        Raises:
            RefusedError: That is one cell too many.
        """
        row, column = spot
        self.cells += 1
        if self.cells > self.most_cells:
            raise RefusedError(TOO_MANY_CELLS.filled(most=self.most_cells))
        self.last_row = max(self.last_row, row)
        self.last_column = max(self.last_column, column)
        self.columns.add(column)
        if formula:
            self.formulas.setdefault(column, row)
        if error:
            self.errors.append(spot)
        elif formula and not valued:
            self.without_value.append(spot)
        if hidden_row:
            self.hidden_rows.add(row)

    def note_merged(self, spot: Spot) -> None:
        """Notes that a cell and others after it are merged."""
        self.merged += 1
        self.first_merged = self.first_merged or spot

    def note_hidden(self, first: int, last: int) -> None:
        """Notes that columns from a first to a last are hidden."""
        if len(self.hidden_ranges) < MOST_COLUMNS:
            self.hidden_ranges.append((first, last))

    @property
    def room(self) -> int:
        """How many cells a table takes that reaches from the first to the last."""
        return self.last_row * (self.last_column + 1)

    @property
    def hidden_columns(self) -> tuple[int, ...]:
        """Hidden columns that hold something."""
        return tuple(
            column
            for column in sorted(self.columns)
            if any(first <= column <= last for first, last in self.hidden_ranges)
        )


def check_room(anatomies: Iterable[Anatomy]) -> None:
    """Makes sure that there is room for tables of all sheets of a workbook, in their order.

    Raises:
        RefusedError: There is not.
    """
    listed = list(anatomies)
    if sum(anatomy.room for anatomy in listed) > MOST_ROOM:
        position, widest = max(enumerate(listed, start=1), key=lambda each: each[1].room)
        column = letters_of(widest.last_column)
        raise RefusedError(FAR_CELLS.filled(sheet=position, row=widest.last_row, column=column))


class Streamed:
    """Takes the elements of a part as they stream by; their names come without prefixes."""

    def begins(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins; the names of attributes with a prefix hold their namespace first."""

    def ends(self, name: str) -> None:
        """An element ends."""

    def says(self, text: str) -> None:
        """There is text."""


def chunks(part: IO[bytes]) -> Iterator[bytes]:
    """A part of a workbook, piece by piece."""
    return iter(lambda: part.read(_CHUNK), b"")


def streamed(pieces: Iterable[bytes], into: Streamed) -> None:
    """Reads a part of a workbook, element by element.

    Raises:
        RefusedError: It is not sound, or has a document type, which no workbook has.
    """
    parser = expat.ParserCreate("utf-8", _SEPARATOR)
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: into.begins(plain(name), attributes)
    parser.EndElementHandler = lambda name: into.ends(plain(name))
    parser.CharacterDataHandler = into.says
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for piece in pieces:
            parser.Parse(piece)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError):
        raise RefusedError(DAMAGED) from None


def plain(name: str) -> str:
    """A name without its namespace."""
    return name[name.rfind(_SEPARATOR) + 1 :]


def _refuse(*_: object) -> NoReturn:
    raise RefusedError(DAMAGED)
