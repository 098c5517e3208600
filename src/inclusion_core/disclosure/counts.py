"""A table of numbers with its margins, and what everybody knows of it before it is published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NoReturn, TypeAlias

import attrs

from inclusion_core.errors import DeclarationError

__all__ = ["CountTable", "Place", "Values"]

Place: TypeAlias = tuple[int, int]
"""Row and column, from 0; the row behind the last holds the totals of the columns, and likewise."""

Values: TypeAlias = tuple[tuple[int, ...], ...]
"""The inner cells, row by row."""

_Numbers: TypeAlias = Mapping[Place, int]


def _numbers(given: Mapping[Place, int]) -> _Numbers:
    return dict(given)


def _places(given: Iterable[Place]) -> frozenset[Place]:
    return frozenset(given)


def _inner(rows: Iterable[Iterable[int]]) -> Values:
    return tuple(tuple(row) for row in rows)


@attrs.frozen(kw_only=True)
class CountTable:
    """Inner cells whose totals follow, and which of them may be seen.

    With R rows and C columns of inner cells, row R holds the totals of the columns, column C those
    of the rows, and (R, C) the grand total. A table of one axis has one row. Where there is one
    row only, the total of a column is the cell above it: one number in two places, which is hidden
    and shown in both. The same is true of one column.

    No number is in ``repr``.

    Attributes:
        values: The inner cells; below zero only where ``least`` allows it.
        needed: How wide the interval must stay that anybody can work out of a place; 0 where not
            given. A place that needs more than 0 is hidden.
        hidden: Hidden whatever comes: never published, or hidden before.
        known: Cannot be hidden, because everybody knows it.
        least: What everybody knows a place to be at least; 0 where not given.
        most: What everybody knows a place to be at most; no end where not given.
        cost: What it costs to hide a place. Where not given, 1 for an inner cell; one total costs
            more than all inner cells, and the grand total more than all others together.

    Raises:
        DeclarationError: Rows differ in length or are empty, a place is none of the table, a
            number is outside of what everybody knows, or a place is both hidden and known.

    Example:
        >>> table = CountTable(values=((1, 20), (30, 40)), needed={(0, 0): 9})
        >>> table.value((0, 2)), table.value((2, 2))
        (21, 91)
    """

    values: Values = attrs.field(converter=_inner, repr=False)
    needed: Mapping[Place, int] = attrs.field(factory=dict, converter=_numbers, repr=False)
    hidden: frozenset[Place] = attrs.field(factory=frozenset, converter=_places)
    known: frozenset[Place] = attrs.field(factory=frozenset, converter=_places)
    least: Mapping[Place, int] = attrs.field(factory=dict, converter=_numbers, repr=False)
    most: Mapping[Place, int] = attrs.field(factory=dict, converter=_numbers, repr=False)
    cost: Mapping[Place, int] = attrs.field(factory=dict, converter=_numbers, repr=False)
    _whole: Values = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if not self.values or not self.values[0]:
            _refuse("all", "it needs one row and one column at least")
        for row, cells in enumerate(self.values):
            if len(cells) != self.columns:
                _refuse(f"row {row}", "it is not as long as the first row")
        with_totals = [(*row, sum(row)) for row in self.values]
        bottom = tuple(sum(column) for column in zip(*with_totals, strict=True))
        object.__setattr__(self, "_whole", (*with_totals, bottom))
        self._check()

    @property
    def rows(self) -> int:
        """How many rows of inner cells."""
        return len(self.values)

    @property
    def columns(self) -> int:
        """How many columns of inner cells."""
        return len(self.values[0])

    def places(self) -> Iterator[Place]:
        """Every place, totals included, row by row."""
        for row in range(self.rows + 1):
            for column in range(self.columns + 1):
                yield row, column

    def value(self, place: Place) -> int:
        """The number at a place, totals included."""
        row, column = place
        return self._whole[row][column]

    def is_total(self, place: Place) -> bool:
        """Whether a place holds a sum of others; with one row or column it may be one number."""
        row, column = place
        return (row == self.rows > 1) or (column == self.columns > 1)

    def twins(self, place: Place) -> tuple[Place, ...]:
        """The places that hold the same number by nature, the given one among them.

        Example:
            >>> CountTable(values=((1, 20),)).twins((0, 1))
            ((0, 1), (1, 1))
        """
        row, column = place
        rows = (0, 1) if self.rows == 1 else (row,)
        columns = (0, 1) if self.columns == 1 else (column,)
        return tuple((each, other) for each in rows for other in columns)

    def least_of(self, place: Place) -> int:
        """What everybody knows the number at a place to be at least."""
        given = [self.least[twin] for twin in self.twins(place) if twin in self.least]
        return max(given, default=0)

    def most_of(self, place: Place) -> int | None:
        """What everybody knows the number at a place to be at most; ``None`` for no end."""
        given = [self.most[twin] for twin in self.twins(place) if twin in self.most]
        return min(given, default=None)

    def needed_of(self, place: Place) -> int:
        """How wide the interval of a place must stay."""
        return max(self.needed.get(twin, 0) for twin in self.twins(place))

    def cost_of(self, place: Place) -> int:
        """What it costs to hide a place, whose twins are hidden with it."""
        given = [self.cost[twin] for twin in self.twins(place) if twin in self.cost]
        if given:
            return max(given)
        if not self.is_total(place):
            return 1
        total = self.rows * self.columns + 1
        if (self.rows, self.columns) not in self.twins(place):
            return total
        return total * (self.rows + self.columns + 1)

    def with_twins(self, places: Iterable[Place]) -> frozenset[Place]:
        """The places, and all others that hold the same numbers by nature."""
        return frozenset(twin for place in places for twin in self.twins(place))

    def require(self, places: Iterable[Place]) -> None:
        """Refuse a place that the table does not have.

        Raises:
            DeclarationError: Names the first one.
        """
        for row, column in sorted(places):
            if not (0 <= row <= self.rows and 0 <= column <= self.columns):
                _refuse(f"{(row, column)}", "the table has no such place")

    def _check(self) -> None:
        for given in (self.needed, self.hidden, self.known, self.least, self.most, self.cost):
            self.require(given)
        for name, numbers in (("needed", self.needed), ("cost", self.cost)):
            for place, number in sorted(numbers.items()):
                if number < 0:
                    _refuse(f"{place}", f"`{name}` is below zero")
        for place in self.places():
            most = self.most_of(place)
            if self.value(place) < self.least_of(place):
                _refuse(f"{place}", "its number is below what `least` says everybody knows")
            if most is not None and self.value(place) > most:
                _refuse(f"{place}", "its number is above what `most` says everybody knows")
        for place in sorted(self.with_twins(self.hidden) & self.with_twins(self.known)):
            _refuse(f"{place}", "it cannot be hidden and known to everybody")


def _refuse(where: str, problem: str) -> NoReturn:
    raise DeclarationError("table of counts", where, problem)
