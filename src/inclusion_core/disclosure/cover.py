"""What is hidden besides the cells that need it: circle by circle, then as little as will do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from inclusion_core.disclosure.circles import Circle, Prices, cheapest
from inclusion_core.disclosure.network import Network, Opening, carried

__all__ = ["Cover", "width"]


def width(opening: Opening, arc: int, needed: int) -> tuple[int, frozenset[int]]:
    """How wide the interval of an arc is, up to what is needed, and which others make it so."""
    more, forth = carried(opening, arc, needed, up=True)
    less, back = carried(opening, arc, needed - more, up=False)
    moved = (each for each in (*forth, *back) if forth.get(each) or back.get(each))
    return more + less, frozenset(moved)


class Cover:
    """Cells hidden one circle after the other, until each that needs it can move far enough.

    Attributes:
        opening: What is hidden at the moment.
    """

    def __init__(
        self, network: Network, needed: Mapping[int, int], always: Iterable[int], prices: Prices
    ) -> None:
        self.opening: Opening = Opening(network, always)
        self._network = network
        self._needed = needed
        self._prices = prices
        self._besides: set[int] = set()

    @property
    def price(self) -> int:
        """Of all that is hidden without need of its own."""
        return sum(self._prices[arc] or 0 for arc in self._besides)

    def protect(self, arc: int) -> bool:
        """Hide until one arc can move far enough; say whether that can be done at all."""
        while (reached := width(self.opening, arc, self._needed[arc])[0]) < self._needed[arc]:
            circle = self._whole(arc) or self._part(arc, self._needed[arc] - reached)
            if circle is None:
                return False
            for each in circle.arcs:
                self.opening.hide(each)
            self._besides.update(circle.arcs)
        return True

    def clean(self) -> None:
        """Show again what is not needed, the dearest first."""
        proofs = _Proofs(self.opening, self._needed)
        for arc in sorted(self._besides, key=lambda each: (-(self._prices[each] or 0), each)):
            if proofs.hold_without(arc):
                self._besides.discard(arc)

    def _whole(self, arc: int) -> Circle | None:
        """The cheapest circle that is enough by itself: it moves far forth, far back, or both."""
        needed, room = self._needed[arc], (self._network.up, self._network.down)
        least = max(0, needed - room[1][arc])
        most = min(needed, room[0][arc])
        found: Circle | None = None
        for forth in sorted({least, (least + most) // 2, most}) if least <= most else ():
            circle = cheapest(self.opening, room, self._prices, arc, (forth, needed - forth))
            if circle and (found is None or circle.price < found.price):
                found = circle
        return found

    def _part(self, arc: int, lack: int) -> Circle | None:
        """The circle that brings most for its price, beside what hidden ones carry already."""
        found: tuple[float, Circle] | None = None
        for forth in (True, False):
            carries, moved = carried(self.opening, arc, self._needed[arc], up=forth)
            room = self._room_beside(moved)
            own = (self._network.up if forth else self._network.down)[arc] - carries
            amount = min(lack, own)
            while amount:
                far = (amount, 0) if forth else (0, amount)
                circle = cheapest(self.opening, room, self._prices, arc, far)
                if circle:
                    dear = circle.price / amount
                    if found is None or dear < found[0]:
                        found = (dear, circle)
                    break
                amount //= 2
        return found and found[1]

    def _room_beside(self, moved: Mapping[int, int]) -> tuple[Sequence[int], Sequence[int]]:
        up, down = list(self._network.up), list(self._network.down)
        for arc, amount in moved.items():
            up[arc] -= amount
            down[arc] += amount
        return up, down


class _Proofs:
    """For each arc that needs to move, the others by which it does: only they can take it away."""

    def __init__(self, opening: Opening, needed: Mapping[int, int]) -> None:
        self._opening = opening
        self._needed = needed
        self._by: dict[int, frozenset[int]] = {}
        self._for: dict[int, set[int]] = {}
        for arc in needed:
            self._keep(arc, width(opening, arc, needed[arc])[1])

    def hold_without(self, arc: int) -> bool:
        """Show an arc if all others can still move far enough, and say whether it was done."""
        self._opening.show(arc)
        others: dict[int, frozenset[int]] = {}
        for each in sorted(self._for.get(arc, ())):
            reached, others[each] = width(self._opening, each, self._needed[each])
            if reached < self._needed[each]:
                self._opening.hide(arc)
                return False
        for each, by in others.items():
            self._keep(each, by)
        return True

    def _keep(self, arc: int, by: frozenset[int]) -> None:
        for each in self._by.get(arc, ()):
            self._for[each].discard(arc)
        self._by[arc] = by
        for each in by:
            self._for.setdefault(each, set()).add(arc)
