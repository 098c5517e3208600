"""The figures that were published about the social worker and social mentor service."""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_core.periods import Period, term
from inclusion_core.sources import Source
from inclusion_sif.sources import ANNOUNCEMENT_2016, ANNOUNCEMENT_2018

__all__ = [
    "APRIL_2016",
    "HALF_YEAR_2018",
    "UNNAMED_COUNTRIES",
    "AprilFigures",
    "HalfYearFigures",
]


@attrs.frozen(kw_only=True)
class AprilFigures:
    """What was said about April 2016.

    Attributes:
        source: Where it was said.
        period: The month reported on.
        status_day: The day of the announcement, for which "currently" stands; what is said is
            what was known on it.
        persons: Persons served in the period.
        relocated: Relocated persons in the country on the status day; no part of the persons.
        social_workers: Social workers engaged in the period.
        social_mentors: Social mentors engaged in the period.
    """

    source: Source
    period: Period
    status_day: date
    persons: int
    relocated: int
    social_workers: int
    social_mentors: int


@attrs.frozen(kw_only=True)
class HalfYearFigures:
    """What was said about June to November 2018.

    Attributes:
        source: Where it was said.
        period: The half year reported on.
        status_day: The day of the announcement, for which "now" stands; what is said is what
            was known on it.
        persons: Persons served in the period.
        families_with_children: Households of two or more with somebody under 18.
        families_without_children: Households of two or more with nobody under 18.
        individuals: Persons served who are in no such household.
        children: Persons served in the period who were under 18 when it began for them.
        children_now: Persons served on the status day and under 18 on it.
        children_at_school: Those of them who attend a general education school.
        countries: How many countries the asylum seekers who arrived in the period came from.
        arrivals: The asylum seekers who arrived in the period, by those countries that are named.
        social_workers: Social workers engaged in the period.
        social_mentors: Social mentors engaged in the period.
    """

    source: Source
    period: Period
    status_day: date
    persons: int
    families_with_children: int
    families_without_children: int
    individuals: int
    children: int
    children_now: int
    children_at_school: int
    countries: int
    arrivals: tuple[tuple[str, int], ...]
    social_workers: int
    social_mentors: int


APRIL_2016 = AprilFigures(
    source=ANNOUNCEMENT_2016,
    period=Period.month(2016, 4),
    status_day=date(2016, 5, 24),
    persons=69,
    relocated=23,
    social_workers=1,
    social_mentors=4,
)

_ONE_EACH = ("BY", "NG", "SD", "US", "AT", "IN", "CM", "KZ", "KG", "CD", "LY", "PK", "PS", "UA")

HALF_YEAR_2018 = HalfYearFigures(
    source=ANNOUNCEMENT_2018,
    period=term(date(2018, 6, 1), 6),
    status_day=date(2018, 12, 3),
    persons=146,
    families_with_children=19,
    families_without_children=5,
    individuals=65,
    children=39,
    children_now=19,
    children_at_school=12,
    countries=26,
    arrivals=(("RU", 25), ("IQ", 18), ("AZ", 14), *((country, 1) for country in _ONE_EACH)),
    social_workers=2,
    social_mentors=11,
)

UNNAMED_COUNTRIES: tuple[tuple[str, int], ...] = (
    ("SY", 8),
    ("AF", 6),
    ("GE", 5),
    ("TR", 5),
    ("VN", 4),
    ("AM", 4),
    ("EG", 3),
    ("IR", 3),
    ("TJ", 2),
)
"""The nine countries that the announcement leaves unnamed, and how many came from each.

Invented: all that follows from the announcement is that each lies between 2 and 13.
"""
