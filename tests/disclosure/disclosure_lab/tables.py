"""Tables drawn by a seed, as published ones are: few large numbers, many small, some none."""

from __future__ import annotations

from collections.abc import Iterator

from inclusion_core.dice import Dice
from inclusion_core.disclosure.counts import CountTable

THRESHOLD = 10
SHAPES = ((1, 2), (1, 4), (2, 2), (2, 3), (3, 3), (2, 5), (3, 4), (4, 4), (3, 1))
NUMBERS = (
    (0, 0, 0, 1, 2, 12, 15, 40),
    (0, 1, 3, 5, 8, 11, 20, 25, 60),
    (3, 12, 14, 18, 22, 26, 30, 48, 75, 90),
)


def drawn_values(dice: Dice, shape: tuple[int, int]) -> tuple[tuple[int, ...], ...]:
    """Inner cells of one of several kinds."""
    numbers = dice.pick(NUMBERS)
    rows, columns = shape
    return tuple(
        tuple(dice.pick(numbers) + dice.below(3) * dice.below(2) for _ in range(columns))
        for _ in range(rows)
    )


def small_ones(table: CountTable, dice: Dice | None = None) -> dict[tuple[int, int], int]:
    """What the small numbers need, totals among them; now and then as much as an amount does."""
    return {
        place: THRESHOLD - 1 + (dice.below(2) * dice.below(8) if dice else 0)
        for place in table.places()
        if 0 < table.value(place) < THRESHOLD
    }


def drawn_table(dice: Dice, shape: tuple[int, int] | None = None) -> CountTable:
    """A table of which the small numbers need hiding, some are hidden anyway, some are known."""
    values = drawn_values(dice, shape or dice.pick(SHAPES))
    plain = CountTable(values=values)
    needed = small_ones(plain, dice)
    others = [place for place in plain.places() if place not in plain.with_twins(needed)]
    known = {place for place in others if dice.below(30) == 0}
    hidden = {place for place in others if dice.below(20) == 0} - plain.with_twins(known)
    some = [place for place in plain.places() if dice.below(12) == 0]
    return CountTable(
        values=values,
        needed=needed,
        known=known,
        hidden=hidden,
        least={place: dice.below(plain.value(place) + 1) for place in some},
        most={place: plain.value(place) + dice.below(40) for place in some if dice.below(2)},
    )


def drawn_tables(count: int, seed: int) -> Iterator[CountTable]:
    """As many tables, the same for the same seed."""
    dice = Dice(seed)
    for _ in range(count):
        yield drawn_table(dice)


def drawn_growth(dice: Dice, values, *, growing: bool):
    """The same table later: some cells have changed, by a few or by many; none is below zero."""
    return tuple(
        tuple(
            max(0, number + dice.pick((0, 0, 0, 1, 2, 5, 12, 30)) * dice.pick(_SIGNS[growing]))
            for number in row
        )
        for row in values
    )


_SIGNS = {True: (1,), False: (1, 1, -1)}
