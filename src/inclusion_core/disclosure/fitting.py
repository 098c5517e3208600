"""A table that fits what was published, for one whose hidden numbers are kept nowhere."""

from __future__ import annotations

from collections.abc import Mapping

from inclusion_core.disclosure.counts import CountTable, Place, Values
from inclusion_core.disclosure.network import Moved, Network, Opening, move, way_with_room

__all__ = ["fitting"]


def fitting(shown: Mapping[Place, int], now: Values) -> Values | None:
    """Some table of whole numbers, none below zero, that fits what was shown.

    The numbers of places that are not in ``shown`` are made up. They are not above those of the
    table of today, wherever such a table fits: nothing need have gone down.

    Args:
        shown: By place, totals included, what was published.
        now: The table of today, of the same rows and columns.

    Returns:
        The inner cells; ``None`` if no table fits, because what was shown contradicts itself.

    Raises:
        DeclarationError: The table has no such place.

    Example:
        >>> totals = {(0, 2): 21, (1, 2): 70, (2, 0): 31, (2, 1): 60, (2, 2): 91}
        >>> fitting(totals, now=((9, 30), (31, 45)))
        ((0, 21), (31, 39))
    """
    today = CountTable(values=now)
    today.require(shown)
    given = {twin: number for place, number in shown.items() for twin in today.twins(place)}
    if any(given[place] != number for place, number in shown.items()):
        return None
    if any(number < 0 for number in shown.values()):
        return None
    return _filled(today, given, growing=True) or _filled(today, given, growing=False)


def _filled(today: CountTable, given: Mapping[Place, int], *, growing: bool) -> Values | None:
    """Begin with the numbers of today, and move hidden ones until every sum is right."""
    bounds = {place: today.value(place) for place in today.places()} if growing else {}
    table = CountTable(values=today.values, most=bounds)
    far = sum(abs(number - today.value(place)) for place, number in given.items())
    network = Network.of(table, beyond=far)
    hidden = [network.arc(place) for place in today.places() if place not in given]
    opening = Opening(network, hidden)
    over = _over(today, given, opening)
    moved: Moved = {}
    while any(over.values()):
        lacking = {node for node, amount in over.items() if amount < 0}
        for start in [node for node, amount in over.items() if amount > 0]:
            way = way_with_room(opening, moved, start, lacking)
            if way:
                break
        else:
            return None
        end = opening.ends(way[0][0])[1 if way[0][1] else 0]
        amount = move(network, moved, way, min(over[start], -over[end]))
        over[start] -= amount
        over[end] += amount
    return tuple(
        tuple(
            given.get((row, column), value + moved.get(row * network.width + column, 0))
            for column, value in enumerate(cells)
        )
        for row, cells in enumerate(today.values)
    )


def _over(today: CountTable, given: Mapping[Place, int], opening: Opening) -> dict[int, int]:
    """By row and column, what has to be carried away from it so that its sum is right."""
    network = opening.network
    over = dict.fromkeys(range(network.height + network.width), 0)
    for place in today.places():
        arc = network.arc(place)
        more = given.get(place, today.value(place)) - today.value(place)
        signed = -more if network.turned(arc) else more
        row, column = opening.ends(arc)
        over[row] -= signed
        over[column] += signed
    return over
