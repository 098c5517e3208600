"""What a cell of an extract holds, and how it is written into columns of plain values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import TypeAlias

import attrs

from inclusion_core.values import ABSENT, ALWAYS, NEVER, Absent, PartialDay, Unknown

__all__ = ["PARTIAL", "REMOVED", "Cell", "NoValue", "Plain", "cell_of", "plain_cells"]


@attrs.frozen
class NoValue:
    """There may be a value; it is not told, for this reason.

    Attributes:
        why: The code that stands in the column beside it.
    """

    why: str


REMOVED = NoValue("removed")
"""It was taken out of the extract; it is not absent, and may have been known."""
PARTIAL = NoValue("partial")
"""It is known in part only."""

Cell: TypeAlias = str | int | date | PartialDay | Absent | NoValue
Plain: TypeAlias = str | int | date | None
"""What a column of a file holds; ``None`` is an empty cell."""


def cell_of(held: object, *, may_be_absent: bool) -> Cell:
    """The cell for what a field of a facts table holds.

    Where a field may not be absent, none means that it was not asked.
    """
    match held:
        case Unknown():
            return NoValue(held.reason.value)
        case Absent():
            return ABSENT if may_be_absent else NoValue("not_asked")
        case Enum():
            return str(held.value)
        case str() | int() | date() | PartialDay():
            return held
        case _:
            raise TypeError("no facts table holds such a value")


def plain_cells(cell: Cell, *, partial: bool) -> Iterator[Plain]:
    """The value, the reason why there is none and, for days known in part, the two ends.

    Args:
        cell: What is written.
        partial: Whether its column has ends beside it.
    """
    within = isinstance(cell, PartialDay)
    yield None if isinstance(cell, PartialDay | Absent | NoValue) else cell
    yield PARTIAL.why if within else cell.why if isinstance(cell, NoValue) else None
    if partial:
        earliest, latest = (cell.earliest, cell.latest) if isinstance(cell, PartialDay) else _NONE
        yield None if earliest == ALWAYS else earliest
        yield None if latest == NEVER else latest


_NONE = (None, None)
