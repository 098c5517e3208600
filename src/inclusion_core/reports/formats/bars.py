"""How long the bars are that may be drawn beside the figures of a table.

- What is surely counted is one part of a bar, how many more there may be another.
- Where something was promised, a row is measured by that, so that the line for it stands at the
  same place in every row; who did more than twice as much has a bar that is broken.
- Where a sign stands in place of a figure, or of how many more there may be, there is no bar, and
  none for an amount below zero.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import attrs

from inclusion_core.reports.report import Cell, Drawing, Mark, Table, TableRow

__all__ = ["FARTHEST", "Bar", "bars"]

FARTHEST = Fraction(2)
"""Bars end at so many times what was promised."""


@attrs.frozen(kw_only=True)
class Bar:
    """How long a bar is, as shares of the room for it.

    Attributes:
        surely: Where the part that is surely counted ends.
        perhaps: Where the part ends that may have to be counted as well.
        promised: Where the line of what was promised stands; ``None`` for no line.
        broken: It would be longer than there is room.
    """

    surely: Fraction
    perhaps: Fraction
    promised: Fraction | None = None
    broken: bool = False


@attrs.frozen(kw_only=True)
class _Measured:
    """A figure, and how many more there may be, in units of what the row is measured by."""

    surely: Fraction
    perhaps: Fraction


def bars(table: Table) -> tuple[Bar | None, ...]:
    """For each row its bar; ``None`` where there is none."""
    drawing = table.drawing
    if drawing is None:
        return (None,) * len(table.rows)
    measured = [_measured(row, drawing) for row in table.rows]
    longest = max((each.perhaps for each in measured if each is not None), default=Fraction(0))
    promised = drawing.against is not None
    room = max(Fraction(1), min(longest, FARTHEST)) if promised else longest or Fraction(1)
    return tuple(None if each is None else _bar(each, room, promised=promised) for each in measured)


def _measured(row: TableRow, drawing: Drawing) -> _Measured | None:
    figure = _amount(row.cells[drawing.column])
    unit = Fraction(1) if drawing.against is None else _amount(row.cells[drawing.against])
    if figure is None or not unit:
        return None
    unknown = row.cells[drawing.column].unknown
    if isinstance(unknown, Mark):
        return None
    return _Measured(surely=figure / unit, perhaps=(figure + unknown) / unit)


def _amount(cell: Cell) -> Fraction | None:
    """The figure of a cell, where it has one that can be drawn."""
    if isinstance(cell.value, int | Decimal) and cell.value >= 0:
        return Fraction(cell.value)
    return None


def _bar(measured: _Measured, room: Fraction, *, promised: bool) -> Bar:
    return Bar(
        surely=min(measured.surely / room, Fraction(1)),
        perhaps=min(measured.perhaps / room, Fraction(1)),
        promised=1 / room if promised else None,
        broken=measured.perhaps > room,
    )
