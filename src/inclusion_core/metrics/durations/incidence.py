"""Cumulative incidence: for which part something has happened by each day, exits told apart.

Who is not yet in sight for so long counts for the days on which he or she was. That is right where
those who came late do not differ from those who came early; it cannot be seen from the data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Context, Decimal

import attrs

from inclusion_core.errors import UnknownNameError

__all__ = ["Incidence", "Step", "incidence"]

PLACES = 10
"""Digits to which shares are rounded."""

_SCALE = 10**PLACES
_EXACT = Context(prec=PLACES + 2)


@attrs.frozen(kw_only=True)
class Step:
    """A day, counted from the beginning, on which something happened to somebody.

    Attributes:
        days: Since the beginning.
        at_risk: How many were in sight on that day, and nothing had happened to them before.
        counted: How many had each outcome on that day.
        shares: Which part has had each outcome by the end of that day, a part of 1.
    """

    days: int
    at_risk: int
    counted: Mapping[str, int]
    shares: Mapping[str, Decimal]


@attrs.frozen(kw_only=True)
class Incidence:
    """The cumulative incidence of several outcomes, of which one comes first.

    Attributes:
        outcomes: Their ids.
        steps: The days on which something happened.
        seen_through: The last day on which anybody was in sight; ``None`` of nobody.
        complete: Whether something has happened to everybody.
        medians: By outcome, the first day by which one half or more had it.
    """

    outcomes: tuple[str, ...]
    steps: tuple[Step, ...]
    seen_through: int | None
    complete: bool
    medians: Mapping[str, int]

    def share(self, outcome: str, days: int) -> Decimal | None:
        """Which part has had an outcome by the end of a day; ``None`` where nobody is seen so long.

        Raises:
            UnknownNameError: There is no such outcome.
        """
        self._known(outcome)
        if self.seen_through is None or (days > self.seen_through and not self.complete):
            return None
        reached = [step.shares[outcome] for step in self.steps if step.days <= days]
        return reached[-1] if reached else Decimal(0)

    def median(self, outcome: str) -> int | None:
        """The first day by which one half of all had an outcome; ``None``: not reached.

        Raises:
            UnknownNameError: There is no such outcome.
        """
        self._known(outcome)
        return self.medians.get(outcome)

    def _known(self, outcome: str) -> None:
        if outcome not in self.outcomes:
            raise UnknownNameError("outcome", outcome, self.outcomes)


def incidence(outcomes: Mapping[str, Mapping[int, int]], not_yet: Mapping[int, int]) -> Incidence:
    """The cumulative incidence of outcomes.

    Args:
        outcomes: By id, how many had it first, by days since the beginning.
        not_yet: How many had none so far, by the days for which they were in sight. What happened
            on the last of these would have been seen.

    Source:
        The estimator of Aalen and Johansen for competing outcomes; with one outcome it is that of
        Kaplan and Meier.

    Example:
        >>> found = incidence({"work": {30: 1, 90: 1}, "left": {60: 1}}, {90: 1})
        >>> found.share("work", 30), found.share("work", 90), found.median("work")
        (Decimal('0.2500000000'), Decimal('0.5000000000'), 90)
        >>> found.median("left") is None
        True
    """
    days = [day for by_day in (not_yet, *outcomes.values()) for day in by_day if by_day[day]]
    medians: dict[str, int] = {}
    steps = tuple(_steps(outcomes, not_yet, medians))
    return Incidence(
        outcomes=tuple(outcomes),
        steps=steps,
        seen_through=max(days, default=None),
        complete=not any(not_yet.values()),
        medians=medians,
    )


def _steps(
    outcomes: Mapping[str, Mapping[int, int]],
    not_yet: Mapping[int, int],
    medians: dict[str, int],
) -> Iterator[Step]:
    """The steps; all shares so far are whole numbers over one ``whole``, so that they are exact."""
    at_risk = sum(not_yet.values()) + sum(sum(each.values()) for each in outcomes.values())
    happened = sorted({day for by_day in outcomes.values() for day in by_day if by_day[day]})
    gone = sorted(not_yet.items(), reverse=True)
    without, whole, had = 1, 1, dict.fromkeys(outcomes, 0)
    for day in happened:
        while gone and gone[-1][0] < day:
            at_risk -= gone.pop()[1]
        counted = {name: by_day.get(day, 0) for name, by_day in outcomes.items()}
        had = {name: had[name] * at_risk + without * counted[name] for name in had}
        without, whole = without * (at_risk - sum(counted.values())), whole * at_risk
        shares = {name: _rounded(number, whole) for name, number in had.items()}
        for name, number in had.items():
            if 2 * number >= whole:
                medians.setdefault(name, day)
        yield Step(days=day, at_risk=at_risk, counted=counted, shares=shares)
        at_risk -= sum(counted.values())


def _rounded(number: int, whole: int) -> Decimal:
    scaled = (2 * number * _SCALE + whole) // (2 * whole)
    return Decimal(scaled).scaleb(-PLACES, context=_EXACT)
