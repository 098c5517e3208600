"""Cells of a row and the JSON values that they stand for.

A field without a value has an empty cell. Beside a field that may be unknown stands its companion,
``born_on_unknown``, with the reason; both empty mean what the field declares for an empty cell.
Where that is *not asked* and it is known that there is none, the companion says ``none``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from inclusion_core.values import ABSENT, Reason
from inclusion_core.wire.csv_rows import Cell
from inclusion_core.wire.layout import Column
from inclusion_core.wire.problems import Refused
from inclusion_core.wire.value_problems import BOTH_FILLED, NOT_A_REASON

__all__ = ["CellReader", "cells_of"]

_NONE = "none"
_INTEGER = re.compile(r"0|-?[1-9]\d{0,17}", re.ASCII)
_REASONS: Mapping[Cell, object] = {
    _NONE: None,
    **{reason.value: {"unknown": reason.value} for reason in Reason},
}
_NOT_A_REASON = Refused(NOT_A_REASON.filled(reasons=", ".join(map(str, _REASONS))))
_BOTH_FILLED = Refused(BOTH_FILLED)


@attrs.frozen
class CellReader:
    """Reads rows under one heading.

    Attributes:
        plan: Name, index of the cell and of its companion, and whether it holds a number; a
            column that is left out has the index of an empty cell put at the end of every row.
    """

    plan: tuple[tuple[str, int, int, bool], ...]

    @classmethod
    def under(cls, heading: Sequence[Cell], columns: Sequence[Column]) -> CellReader:
        """The reader for a heading in which nothing is wrong."""
        index = {name: position for position, name in enumerate(heading)}
        return cls(
            tuple(
                (
                    column.name,
                    index.get(column.name, -1),
                    index.get(column.companion, -1),
                    column.holds_number,
                )
                for column in columns
            )
        )

    def values(self, row: Sequence[Cell]) -> dict[str, object]:
        """The JSON values of a row; a name with nothing in its cells is left out."""
        cells = [*row, ""]
        values: dict[str, object] = {}
        for name, at, companion_at, holds_number in self.plan:
            cell, reason = cells[at], cells[companion_at]
            if reason:
                values[name] = _BOTH_FILLED if cell else _REASONS.get(reason, _NOT_A_REASON)
            elif cell:
                values[name] = _number(cell) if holds_number else cell
        return values


def _number(cell: Cell) -> object:
    return int(cell) if isinstance(cell, str) and _INTEGER.fullmatch(cell) else cell


def cells_of(row: Mapping[str, object], columns: Sequence[Column]) -> Iterator[str]:
    """The cells that say what JSON values say."""
    for column in columns:
        match row.get(column.name, ""):
            case None:
                absent_if_empty = column.field is not None and column.field.empty is ABSENT
                cell, reason = "", "" if absent_if_empty else _NONE
            case {"unknown": reason}:
                cell = ""
            case known:
                cell, reason = str(known), ""
        yield cell
        if column.companion:
            yield reason
