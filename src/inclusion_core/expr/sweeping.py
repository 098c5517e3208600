"""Sweeping: a day parameter moves over a range of days, and everything else stays."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import cached_property
from itertools import product

import attrs

from inclusion_core.errors import ExpressionError
from inclusion_core.expr import nodes
from inclusion_core.expr.moves import STAYS, Moves, Parts, keep_order, moved, then
from inclusion_core.periods import Period

__all__ = ["Sweep", "checked_for_sweeping"]

ONE_DAY = timedelta(days=1)


@attrs.frozen
class Sweep:
    """The days over which a day moves, from the first to the last, both inside.

    Raises:
        BackwardsPeriodError: The last day lies before the first.
    """

    first_day: date
    last_day: date

    def __attrs_post_init__(self) -> None:
        Period(self.first_day, self.last_day)

    @cached_property
    def _ordinals(self) -> range:
        return range(self.first_day.toordinal(), self.last_day.toordinal() + 1)

    def climbs(self, height: Callable[[date], int]) -> Iterator[date]:
        """The days on which what never falls is higher than on the day before."""
        for reached in range(height(self.first_day) + 1, height(self.last_day) + 1):
            index = bisect_left(self._ordinals, reached, key=lambda o: height(date.fromordinal(o)))
            yield date.fromordinal(self._ordinals[index])

    def reaches(self, moves: Moves, day: date) -> Iterator[date]:
        """The days on which a day that moves reaches another and on which it passes it."""
        yield from self.climbs(lambda on: (moved(on, moves) >= day) + (moved(on, moves) > day))

    def meetings(self, left: Parts, right: Parts) -> Iterator[date]:
        """The days on which the order of two days may change."""
        yield from left.kinks | right.kinks
        for side, other in ((left, right), (right, left)):
            for moves, day in product(side.moves, other.fixed):
                yield from self.reaches(moves, day)


def checked_for_sweeping(node: nodes.Node, parameter: str = "judged_on") -> None:
    """Refuse an expression whose changes cannot be found exactly while a day parameter moves.

    Both sides of a comparison may follow that day as long as that leaves their order alone:
    months counted from it are compared with the day itself, or with a different number of months.

    Raises:
        ExpressionError: Both sides follow it and may overtake one another again and again; or it is
            the day through which a list is complete.
    """
    swept = nodes.DayParameter(parameter)
    known: dict[nodes.Node, frozenset[Moves]] = {swept: frozenset({STAYS})}

    def moves(of: nodes.DayNode) -> frozenset[Moves]:
        if of not in known:
            known[of] = frozenset(found(of))
        return known[of]

    def found(of: nodes.DayNode) -> Iterable[Moves]:
        match of:
            case nodes.Shifted(inner):
                return (then(before, of) for before in moves(inner))
            case nodes.Extreme(days):
                return (each for day in days for each in moves(day))
            case nodes.RelatedDay(_, value):
                return moves(value)
            case _:
                return ()

    def even(left: nodes.DayNode, right: nodes.DayNode) -> bool:
        return all(keep_order(*both) for both in product(moves(left), moves(right)))

    for part in nodes.walk(node):
        match part:
            case nodes.NotAfter(left, right) if not even(left, right):
                raise _refused(node, part, f"both sides of a comparison follow {parameter!r}")
            case nodes.LatestCode(_, _, by) if not even(by, by):
                raise _refused(node, part, f"two days of a list follow {parameter!r}")
            case nodes.CompletedYears(since, on) if moves(since) and moves(on):
                raise _refused(node, part, f"an age follows {parameter!r} at both ends")
            case nodes.Related(complete_through=through) if through is not None:
                if swept in nodes.walk(through):
                    raise _refused(node, part, f"a list is complete through {parameter!r}")
            case _:
                pass


def _refused(node: nodes.Node, part: nodes.Node, problem: str) -> ExpressionError:
    named = [each for each in nodes.walk(node) if isinstance(each, nodes.Named)]
    around = [each.clause.id for each in named if any(p is part for p in nodes.walk(each))]
    where = f"clause {around[-1]!r}: " if around else ""
    return ExpressionError(
        f"{where}{problem}, so the days on which it changes cannot be found",
        "let one side be a day that stays: a field, or a day that is written",
    )
