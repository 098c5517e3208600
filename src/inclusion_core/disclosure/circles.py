"""The cheapest circle of cells that lets one cell move far enough."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush
from typing import TypeAlias

import attrs

from inclusion_core.disclosure.network import Opening

__all__ = ["Circle", "Prices", "Room", "cheapest"]

Room: TypeAlias = tuple[Sequence[int], Sequence[int]]
"""By arc, how far it can move from its row to its column, and the other way."""

Prices: TypeAlias = Sequence[int | None]
"""By arc, what it costs to hide it; ``None`` where it cannot be hidden."""


@attrs.frozen(kw_only=True)
class Circle:
    """What has to be hidden besides, so that something can move round.

    Attributes:
        price: Of all its arcs.
        arcs: Those that are not hidden yet.
    """

    price: int
    arcs: tuple[int, ...]


def cheapest(
    opening: Opening, room: Room, prices: Prices, arc: int, far: tuple[int, int]
) -> Circle | None:
    """The cheapest circle on which an arc can move so far forth, and so far back.

    Args:
        opening: What is hidden already; it is free.
        room: How far each arc can still move, from its row to its column and the other way.
        prices: By arc; ``None`` for one that cannot be hidden.
        arc: The one that is to move.
        far: How far from its row to its column, and how far back.
    """
    forth, back = far
    network, at = opening.network, opening.at
    height, width = network.height, network.width
    up, down = room
    end, start = opening.ends(arc)
    best: dict[int, int] = {start: 0}
    came: dict[int, tuple[int, int]] = {}
    done: set[int] = set()
    queue = [(0, start)]
    while queue:
        price, node = heappop(queue)
        if node == end:
            return Circle(price=price, arcs=_bought(came, start, end, opening))
        if node in done:
            continue
        done.add(node)
        if node < height:
            arcs = range(node * width, node * width + width)
            first, ahead, behind = height, up, down
        else:
            arcs = range(node - height, height * width, width)
            first, ahead, behind = 0, down, up
        hidden = at[node]
        for other, each in enumerate(arcs, first):
            if ahead[each] < forth or behind[each] < back or other in done or each == arc:
                continue
            more = 0 if other in hidden else prices[each]
            if more is not None and price + more < best.get(other, price + more + 1):
                best[other] = price + more
                came[other] = (node, each)
                heappush(queue, (price + more, other))
    return None


def _bought(
    came: dict[int, tuple[int, int]], start: int, end: int, opening: Opening
) -> tuple[int, ...]:
    arcs: list[int] = []
    node = end
    while node != start:
        node, arc = came[node]
        if not opening.hides(arc):
            arcs.append(arc)
    return tuple(arcs)
