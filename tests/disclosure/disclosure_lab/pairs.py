"""Two releases one after the other, and what is to be kept from whoever has both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from disclosure_lab.linear import Puzzle, of_pair
from disclosure_lab.tables import SHAPES, THRESHOLD, drawn_growth, drawn_values, small_ones
from inclusion_core.dice import Dice
from inclusion_core.disclosure.changes import changes
from inclusion_core.disclosure.counts import CountTable, Place
from inclusion_core.disclosure.fitting import fitting
from inclusion_core.disclosure.hiding import NotProtectableError, protected


class Pair(NamedTuple):
    """Two tables, and what is hidden of each."""

    first: CountTable
    hidden_first: frozenset[Place]
    second: CountTable
    hidden_second: frozenset[Place]

    @property
    def puzzle(self) -> Puzzle:
        """All that is known of both."""
        return of_pair(*self, grown=self.shows_no_loss)

    @property
    def shows_no_loss(self) -> bool:
        """Whether nobody who has both sees that a number has gone down."""
        return all(
            self.second.value(place) >= self.first.value(place) for place in self.first.places()
        )

    def secrets(self) -> Iterator[tuple[tuple[str, Place], int]]:
        """The numbers to be kept, and how wide: of each release, and small changes."""
        for place in self.first.places():
            old, new = self.first.value(place), self.second.value(place)
            if place in self.first.needed:
                yield ("X", place), self.first.needed[place]
            if place in self.second.needed and (place in self.hidden_first or old != new):
                yield ("Y", place), self.second.needed[place]
            if 0 < abs(new - old) < THRESHOLD:
                yield ("D", place), THRESHOLD - 1


def drawn_pair(dice: Dice, *, naive: bool = False) -> Pair | None:
    """A pair, the second of which is hidden with a view to the first; ``None``: all is hidden.

    Args:
        dice: Where it is drawn from.
        naive: Hide the second as if there had been no first.
    """
    values = drawn_values(dice, dice.pick(SHAPES))
    later = drawn_growth(dice, values, growing=dice.below(3) > 0)
    first = CountTable(values=values, needed=small_ones(CountTable(values=values)))
    second = CountTable(values=later, needed=small_ones(CountTable(values=later)))
    before = values
    try:
        hidden = protected(first)
        if dice.below(2):
            shown = {p: first.value(p) for p in first.places() if p not in hidden}
            before = fitting(shown, later)
        table = changes(before, hidden, later, second.needed, THRESHOLD)
        now = protected(second if naive else table)
    except NotProtectableError:
        return None
    return Pair(first, hidden, second, now)
