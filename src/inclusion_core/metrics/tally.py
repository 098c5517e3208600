"""A tally: how many subjects are counted, for how many it is not known, for how many not yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

import attrs

__all__ = [
    "Cells",
    "Group",
    "NoCode",
    "Tally",
    "added",
    "ordered_cells",
    "ordered_groups",
    "rolled",
]


class NoCode(Enum):
    """Why a subject is in the group of no code."""

    ABSENT = "absent"
    UNKNOWN = "unknown"


Group: TypeAlias = str | NoCode
"""The code that a group of subjects shares."""


@attrs.frozen(repr=False)
class Tally:
    """How many subjects are counted, and for how many it is not known.

    Every subject that may be asked about is in one of four: counted, unknown, open, or not counted.

    Attributes:
        counted: The condition holds.
        unknown: It is not known whether they are asked about, or whether the condition holds.
        asked: How many are surely asked about, and their answer stands: the denominator.
        open: How many may be asked about and their answer does not stand yet: their window is open
            at the end of what is known.
        amount: What the amounts of the counted add up to, as far as they are known.
        amount_unknown: How many of the counted have an amount that is not known.
        spread: How many of the counted have which amount, for a median; smallest amount first.
    """

    counted: int = 0
    unknown: int = 0
    asked: int = 0
    open: int = 0
    amount: int = 0
    amount_unknown: int = 0
    spread: tuple[tuple[int, int], ...] = ()

    def __repr__(self) -> str:
        """What it holds; of what most counts have none of, only what there is."""
        always = ("counted", "unknown", "asked")
        shown = (
            f"{name}={value!r}"
            for name, value in attrs.asdict(self, recurse=False).items()
            if value or name in always
        )
        return f"Tally({', '.join(shown)})"

    @property
    def empty(self) -> bool:
        """Whether nobody is in it."""
        return not (self.counted or self.unknown or self.asked or self.open)

    @property
    def median(self) -> Decimal | int | None:
        """The median of the amounts, half way between two of them; ``None`` for none."""
        number = sum(times for _, times in self.spread)
        if not number:
            return None
        lower, upper = self._amount_at((number + 1) // 2), self._amount_at(number // 2 + 1)
        both = lower + upper
        return both // 2 if both % 2 == 0 else Decimal(both) / 2

    def _amount_at(self, place: int) -> int:
        """The amount of one subject, in the order of their amounts, the first at 1."""
        amounts = iter(self.spread)
        amount, times = next(amounts)
        while times < place:
            amount, more = next(amounts)
            times += more
        return amount


def added(tallies: Iterable[Tally]) -> Tally:
    """The tally of several groups of which nobody is in two."""
    listed = list(tallies)
    if len(listed) == 1:
        return listed[0]
    spread: Counter[int] = Counter()
    for tally in listed:
        if tally.spread:
            spread.update(dict(tally.spread))
    return Tally(
        counted=sum(tally.counted for tally in listed),
        unknown=sum(tally.unknown for tally in listed),
        asked=sum(tally.asked for tally in listed),
        open=sum(tally.open for tally in listed),
        amount=sum(tally.amount for tally in listed),
        amount_unknown=sum(tally.amount_unknown for tally in listed),
        spread=tuple(sorted(spread.items())),
    )


Cells: TypeAlias = Mapping[tuple[Group, ...], Tally]
"""The tallies of the cells of a table, by one code for each of its axes."""


def rolled(cells: Cells, places: Iterable[int]) -> Cells:
    """The cells of fewer axes: of those at these places, in this order."""
    kept = tuple(places)
    if kept == tuple(range(len(next(iter(cells), ())))):
        return ordered_cells(cells)
    found: dict[tuple[Group, ...], list[Tally]] = {}
    for codes, tally in cells.items():
        found.setdefault(tuple(codes[place] for place in kept), []).append(tally)
    return ordered_cells({codes: added(tallies) for codes, tallies in found.items()})


def _order(group: Group) -> tuple[int, str]:
    """Codes by their text, then the groups of no code."""
    return (0, group) if isinstance(group, str) else ({"absent": 1, "unknown": 2}[group.value], "")


def ordered_cells(cells: Cells) -> Cells:
    """Cells in the one order in which figures hold them, without the empty ones."""
    if isinstance(cells, OrderedCells):
        return cells
    filled = [(codes, tally) for codes, tally in cells.items() if not tally.empty]
    return OrderedCells(sorted(filled, key=lambda cell: order_of(cell[0])))


class OrderedCells(dict[tuple[Group, ...], Tally]):
    """Cells that are in order and of which none is empty."""


def order_of(codes: tuple[Group, ...]) -> tuple[tuple[int, str], ...]:
    """The place of a cell among others."""
    return tuple(_order(group) for group in codes)


def ordered_groups(groups: Iterable[tuple[Group, Tally]]) -> dict[Group, Tally]:
    """Groups in the same order, without those in which nobody is counted or may come to be."""
    filled = [
        (group, tally) for group, tally in groups if tally.counted or tally.unknown or tally.open
    ]
    return dict(sorted(filled, key=lambda each: _order(each[0])))
