"""A table as a network: rows and columns are joined by their cells, and what moves goes round.

If a hidden cell were larger by one, another one of its row would be smaller by one, then another
one of that column larger, until the way closes. So every other table that fits what is shown is
reached by moving along circles of hidden cells. A total counts as a cell with the sign turned
round: it grows with its cells.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import TypeAlias

import attrs

from inclusion_core.disclosure.counts import CountTable, Place

__all__ = ["Moved", "Network", "Opening", "Way", "carried", "move", "way_with_room"]

Moved: TypeAlias = dict[int, int]
"""What each arc has moved from its row to its column; below zero for the other way."""

Way: TypeAlias = tuple[tuple[int, bool], ...]
"""Arcs, and whether each is gone along from its row to its column."""


@attrs.frozen(kw_only=True)
class Network:
    """How far each cell can move, as an arc from the node of its row to that of its column.

    An arc is numbered row by row, totals included. Nodes are the rows, then the columns.

    Attributes:
        height: How many rows, that of totals included.
        width: How many columns, that of totals included.
        up: How far each arc can move from its row to its column.
        down: How far back.
        endless: Stands for no end: more than all that has an end together, and than is needed.
        free: Arcs that hold no number of their own, being twins of others.
    """

    height: int
    width: int
    up: tuple[int, ...]
    down: tuple[int, ...]
    endless: int
    free: frozenset[int]

    @classmethod
    def of(cls, table: CountTable, beyond: int = 0) -> Network:
        """The network of a table, all totals included.

        Args:
            table: The table.
            beyond: What no end is to be more than, besides.
        """
        width = table.columns + 1
        up: list[int | None] = []
        down: list[int | None] = []
        free: set[int] = set()
        for place in table.places():
            row, column = place
            if place != table.twins(place)[0]:
                free.add(row * width + column)
                more: int | None = None
                less: int | None = None
            else:
                most, value = table.most_of(place), table.value(place)
                more = None if most is None else most - value
                less = value - table.least_of(place)
            turned = (row == table.rows) != (column == table.columns)
            up.append(less if turned else more)
            down.append(more if turned else less)
        needed = max(table.needed.values(), default=0)
        endless = 1 + beyond + needed + sum(each for each in (*up, *down) if each is not None)
        return cls(
            height=table.rows + 1,
            width=width,
            up=tuple(endless if each is None else each for each in up),
            down=tuple(endless if each is None else each for each in down),
            endless=endless,
            free=frozenset(free),
        )

    def arc(self, place: Place) -> int:
        """The number of the arc of a place."""
        return place[0] * self.width + place[1]

    def turned(self, arc: int) -> bool:
        """Whether the number of an arc grows when the arc moves back: the total of a line."""
        row, column = divmod(arc, self.width)
        return (row == self.height - 1) != (column == self.width - 1)


class Opening:
    """The arcs that are hidden at the moment, found from either end.

    Attributes:
        network: The network whose arcs they are.
        at: By node, the node at the other end of each hidden arc, and the arc.
    """

    def __init__(self, network: Network, hidden: Iterable[int] = ()) -> None:
        self.network = network
        self.at: list[dict[int, int]] = [{} for _ in range(network.height + network.width)]
        for arc in sorted({*hidden, *network.free}):
            self.hide(arc)

    def ends(self, arc: int) -> tuple[int, int]:
        """The nodes of the row and of the column of an arc."""
        row, column = divmod(arc, self.network.width)
        return row, self.network.height + column

    def hide(self, arc: int) -> None:
        """Let an arc move."""
        row, column = self.ends(arc)
        self.at[row][column] = arc
        self.at[column][row] = arc

    def show(self, arc: int) -> None:
        """Hold an arc fast."""
        row, column = self.ends(arc)
        del self.at[row][column]
        del self.at[column][row]

    def hides(self, arc: int) -> bool:
        """Whether an arc may move."""
        row, column = self.ends(arc)
        return column in self.at[row]


def carried(opening: Opening, arc: int, limit: int, *, up: bool) -> tuple[int, Moved]:
    """How far an arc can move when hidden arcs carry it round, and by which of them.

    Args:
        opening: What is hidden.
        arc: The one that is to move; it may be shown.
        limit: From which on nothing more is looked for.
        up: From its row to its column, else the other way.

    Returns:
        The amount, which is the most there is if it is below the limit; and what each other arc
        moves from its row to its column, below zero for the other way.
    """
    row, column = opening.ends(arc)
    start, end = (column, row) if up else (row, column)
    limit = min(limit, (opening.network.up if up else opening.network.down)[arc])
    moved: Moved = {}
    amount = 0
    while amount < limit:
        way = way_with_room(opening, moved, start, (end,), but=arc)
        if not way:
            break
        amount += move(opening.network, moved, way, limit - amount)
    return amount, moved


def move(network: Network, moved: Moved, way: Way, limit: int) -> int:
    """Send as much along a way as it has room for, up to a limit; what was sent."""
    step = limit
    for arc, forward in way:
        if forward:
            step = min(step, network.up[arc] - moved.get(arc, 0))
        else:
            step = min(step, network.down[arc] + moved.get(arc, 0))
    for arc, forward in way:
        moved[arc] = moved.get(arc, 0) + (step if forward else -step)
    return step


def way_with_room(
    opening: Opening, moved: Moved, start: int, ends: Container[int], *, but: int = -1
) -> Way:
    """The shortest way over hidden arcs from a node to one of several, its last arc first.

    Args:
        opening: What is hidden.
        moved: What each arc has moved already.
        start: The node from which the way leads.
        ends: The nodes of which one is to be reached.
        but: An arc that is not gone along.

    Returns:
        Arcs, and whether each is gone along from its row to its column; none without a way.
    """
    network, at, height = opening.network, opening.at, opening.network.height
    up, down = network.up, network.down
    came: dict[int, tuple[int, int]] = {start: (start, but)}
    queue = [start]
    for node in queue:
        for other, arc in at[node].items():
            if other in came or arc == but:
                continue
            room = up[arc] - moved.get(arc, 0) if node < height else down[arc] + moved.get(arc, 0)
            if room > 0:
                came[other] = (node, arc)
                if other in ends:
                    return _traced(came, other, start, height)
                queue.append(other)
    return ()


def _traced(came: dict[int, tuple[int, int]], node: int, start: int, height: int) -> Way:
    way: list[tuple[int, bool]] = []
    while node != start:
        node, arc = came[node]
        way.append((arc, node < height))
    return tuple(way)
