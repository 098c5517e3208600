"""How many lives of a kind there are to be, within which days, and what is unlike about them.

What follows from no quota is drawn.
"""

from __future__ import annotations

import attrs

from inclusion_core.dice import Days
from inclusion_sif.sample.courses import Window
from inclusion_sif.sample.life import HORIZON, Tale

__all__ = ["NO_DAY", "HomeQuota", "SingleQuota"]

NO_DAY = Days(HORIZON, HORIZON)
"""For a tale that has no day of its own."""


@attrs.frozen(kw_only=True)
class HomeQuota:
    """So many households, with so many adults and children among them.

    Attributes:
        homes: How many households.
        adults: How many adults live in them together.
        children: How many children live in them together, each household having at least one;
            none in any of them where this is 0.
        window: The days of their course, which the members go through together.
        tale: What is unlike about each household.
        day: The days among which the day of the tale is drawn.
    """

    homes: int
    adults: int
    children: int
    window: Window
    tale: Tale = Tale.PLAIN
    day: Days = NO_DAY


@attrs.frozen(kw_only=True)
class SingleQuota:
    """So many people on their own.

    Attributes:
        people: How many.
        window: The days of their course.
        tale: What is unlike about each of them.
        day: The days among which the day of the tale is drawn.
    """

    people: int
    window: Window
    tale: Tale = Tale.PLAIN
    day: Days = NO_DAY
