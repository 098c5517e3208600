"""Which places of a table to hide, so that none that needs it can be worked out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from inclusion_core.disclosure.counts import CountTable, Place
from inclusion_core.disclosure.cover import Cover, width
from inclusion_core.disclosure.network import Network, Opening
from inclusion_core.errors import InclusionError

__all__ = ["NotProtectableError", "protected"]

_SMALL = 64
"""Up to so many inner cells, several orders are tried and the cheapest result is taken."""

_TIES = 64
"""Costs are told apart before sizes: a size in bits is below this."""

_Order: TypeAlias = Callable[[Place], tuple[int, ...]]


class NotProtectableError(InclusionError):
    """A place can be worked out even when all is hidden that can be."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        super().__init__(places)
        self.places = places

    def __str__(self) -> str:
        listed = ", ".join(str(place) for place in self.places)
        return (
            f"however much of the table is hidden, too much is known of {listed}: "
            "publish nothing of it, or a table of fewer rows and columns"
        )


def protected(table: CountTable) -> frozenset[Place]:
    """The places to hide: those that need it, and few others that keep them from being worked out.

    Each place that needs it is taken in turn. If what is hidden does not let its number vary
    enough, the cheapest circle of cells is hidden on which it can: one that moves it up, down or
    both ways far enough. Then what turns out not to be needed is shown again, the dearest first.
    Of equally dear cells those with small numbers are hidden. The order of rows and columns
    decides between equals only, and the same table always gives the same places.

    It is near the fewest, not always the fewest. That it is enough is exact, by
    :func:`~inclusion_core.disclosure.audit.audited`.

    Returns:
        The hidden places, with all of ``table.hidden``, all that need it, and the twins of each
        (see :class:`CountTable`). The interval of each place is as wide as it needs.

    Raises:
        NotProtectableError: Too much is known by everybody.

    Example:
        >>> table = CountTable(values=((3, 20, 15), (30, 40, 12)), needed={(0, 0): 9})
        >>> sorted(protected(table))
        [(0, 0), (0, 2), (1, 0), (1, 2)]
    """
    network = Network.of(table)
    firsts = [place for place in table.places() if place == table.twins(place)[0]]
    needed = {place: table.needed_of(place) for place in firsts if table.needed_of(place)}
    known = table.with_twins(table.known)
    if not known.isdisjoint(needed):
        raise NotProtectableError(tuple(sorted(known.intersection(needed))))
    prices = _prices(table, (place for place in firsts if place not in known))
    always = {network.arc(place) for place in (*table.with_twins(table.hidden), *needed)}
    covers: list[Cover] = []
    for order in _orders(table):
        cover = Cover(network, _by_arc(network, needed), always, prices)
        for place in sorted(needed, key=order):
            if not cover.protect(network.arc(place)):
                raise NotProtectableError(_open_to_all(network, needed, prices))
        cover.clean()
        covers.append(cover)
    best = min(covers, key=lambda cover: cover.price).opening
    return table.with_twins(place for place in firsts if best.hides(network.arc(place)))


def _by_arc(network: Network, numbers: dict[Place, int]) -> dict[int, int]:
    return {network.arc(place): number for place, number in numbers.items()}


def _prices(table: CountTable, places: Iterable[Place]) -> Sequence[int | None]:
    """What each arc costs; a larger number a little more, so that little is lost by hiding."""
    prices: list[int | None] = [None] * ((table.rows + 1) * (table.columns + 1))
    unit = _TIES * (table.rows + table.columns + 2)
    for place in places:
        size = min(abs(table.value(place)).bit_length(), _TIES - 1)
        row, column = place
        prices[row * (table.columns + 1) + column] = table.cost_of(place) * unit + size
    return prices


def _orders(table: CountTable) -> tuple[_Order, ...]:
    """In which orders those are taken that need it: the neediest, largest or smallest first."""
    needed, value = table.needed_of, table.value
    orders: tuple[_Order, ...] = (
        lambda place: (-needed(place), value(place), *place),
        lambda place: (-value(place), *place),
        lambda place: (value(place), -place[0], -place[1]),
    )
    return orders if table.rows * table.columns <= _SMALL else orders[:1]


def _open_to_all(
    network: Network, needed: dict[Place, int], prices: Sequence[int | None]
) -> tuple[Place, ...]:
    """Those of which too much is known when all is hidden that has a price."""
    opening = Opening(network, (arc for arc, price in enumerate(prices) if price is not None))
    found = [
        place
        for place, number in needed.items()
        if width(opening, network.arc(place), number)[0] < number
    ]
    return tuple(found)
