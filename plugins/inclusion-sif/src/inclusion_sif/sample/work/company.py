"""Who lives with a client on the day of entry."""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_core.periods import completed_years
from inclusion_core.values import Unknown, day_span
from inclusion_sif.sample.life import Home

__all__ = ["ALONE", "Company", "company_in"]


@attrs.frozen(kw_only=True)
class Company:
    """The adults and children of a household, the client among them.

    Attributes:
        adults: How many.
        children: How many.
        includes_adult: Whether the client is one of the adults.
    """

    adults: int
    children: int
    includes_adult: bool = True

    @property
    def is_single_parent(self) -> bool:
        """Whether the client is the only adult among children."""
        return self.includes_adult and self.adults == 1 and self.children > 0


ALONE = Company(adults=1, children=0)


def company_in(home: Home, on: date, *, is_adult: bool) -> Company:
    """The company of a member of a household on a day; who is not born yet does not count."""
    lives = (*home.lives, *(() if home.mover is None else (home.mover,)))
    births = [life.client.born_on for life in lives]
    ages = [
        completed_years(day_span(born_on).earliest, on)
        for born_on in births
        if isinstance(born_on, Unknown) or day_span(born_on).earliest <= on
    ]
    adults = sum(age >= 18 for age in ages)
    return Company(adults=adults, children=len(ages) - adults, includes_adult=is_adult)
