"""What anybody can work out of the hidden places of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from inclusion_core.disclosure.counts import CountTable, Place
from inclusion_core.disclosure.network import Network, Opening, carried

__all__ = ["Interval", "audited"]


@attrs.frozen
class Interval:
    """All that a hidden number can be, given what is shown.

    Attributes:
        least: The smallest whole number that fits.
        most: The largest; ``None`` where there is no end.
    """

    least: int = attrs.field(repr=False)
    most: int | None = attrs.field(repr=False)

    @property
    def width(self) -> int | None:
        """The most less the least: 0 where the number is known; ``None`` where there is no end."""
        return None if self.most is None else self.most - self.least

    def is_as_wide_as(self, needed: int) -> bool:
        """Whether the interval is at least so wide."""
        return self.width is None or self.width >= needed


def audited(table: CountTable, hidden: Iterable[Place]) -> Mapping[Place, Interval]:
    """What each hidden place can be, given all that is shown, exactly.

    Every table of whole numbers is looked at that has the same shown numbers and keeps to
    ``least`` and ``most``; what a place is in any of them is between its least and its most, both
    of which are reached. The sums of a two-way table make a totally unimodular system, so that
    fractions would not give a wider interval: flows of a network, linear programming and trying
    out all whole numbers agree.

    ``table.needed`` and ``table.hidden`` are not read: what is hidden is what is given here.

    Returns:
        By hidden place; the twins of a place (see :class:`CountTable`) are hidden with it.

    Raises:
        DeclarationError: The table has no such place.

    Example:
        >>> table = CountTable(values=((1, 20), (30, 40)))
        >>> audited(table, {(0, 0)})[0, 0].width
        0
        >>> corners = audited(table, {(0, 0), (0, 1), (1, 0), (1, 1)})
        >>> corners[0, 0].least, corners[0, 0].most
        (0, 21)
    """
    places = sorted(hidden)
    table.require(places)
    places = sorted(table.with_twins(places))
    network = Network.of(table)
    opening = Opening(network, map(network.arc, places))
    found: dict[Place, Interval] = {}
    for place in places:
        first = table.twins(place)[0]
        if first not in found:
            found[first] = _interval(table, opening, first)
        found[place] = found[first]
    return found


def _interval(table: CountTable, opening: Opening, place: Place) -> Interval:
    network = opening.network
    arc = network.arc(place)
    turned, value = network.turned(arc), table.value(place)
    more, _ = carried(opening, arc, network.endless, up=not turned)
    less, _ = carried(opening, arc, network.endless, up=turned)
    return Interval(value - less, None if more >= network.endless else value + more)
