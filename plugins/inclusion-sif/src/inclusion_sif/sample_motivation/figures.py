"""What was published, and how many people are drawn, in which parts, so that it comes out.

Published are 168 persons in 2018, of them 39 with a result (8, 11 and 20 by region), and 60 persons
from September 2020 to 1 May 2021, of them 18. Everything else here is made up: how many were served
in each region, and what became of all the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from inclusion_core.dice import Days, Dice
from inclusion_core.model.outcome import OutcomeKind
from inclusion_sif.motivation.metrics import NARROW, WIDE

__all__ = ["LATER_QUOTAS", "REGION_OF_VIESITE", "Quota", "Results", "quotas_of_2018"]

SERVED_IN_2018 = 168
WITH_RESULT_IN_2018 = {"RIGA": 8, "VIDZEME": 11, "ZIEMELLATGALE": 20}
SERVED_UNTIL_MAY_2021 = 60
RE_INCLUDED = 18

REGION_OF_VIESITE = "LV009"
"""Zemgale in the list of 2021; that Viesīte lay in it is from memory, to be verified."""

WIDE_ALONE: tuple[OutcomeKind, ...] = tuple(kind for kind in WIDE if kind not in NARROW)
"""What was a result in 2018 and no longer in 2020."""
NEVER_COUNTED = (OutcomeKind.LANGUAGE_LEVEL, OutcomeKind.OWN_HOUSING)


@attrs.frozen(kw_only=True)
class Results:
    """What becomes of the people of a quota.

    Attributes:
        kinds: One of these.
        happened: On one of these days, as far as they come after entry.
        first: The day of the first of them.
    """

    kinds: tuple[OutcomeKind, ...]
    happened: Days
    first: date


@attrs.frozen(kw_only=True)
class Quota:
    """So many people, and how they go through the programme.

    Attributes:
        people: How many.
        region: Code of the region on entry.
        entered: Days from which the day of entry is drawn.
        results: ``None`` for who has none.
        come_back: They leave early, and enter once more in the same year.
        only_month: Of the day of entry only the month is known.
        met_before: They were clients of the other provider in 2018.
    """

    people: int
    region: str
    entered: Days
    results: Results | None = None
    come_back: bool = False
    only_month: bool = False
    met_before: bool = False


IN_2018 = Results(
    kinds=WIDE,
    happened=Days(date(2018, 3, 8), date(2018, 12, 31)),
    first=date(2018, 12, 31),
)
AFTER_2018 = Results(
    kinds=WIDE,
    happened=Days(date(2019, 1, 1), date(2019, 4, 30)),
    first=date(2019, 1, 1),
)
IN_2019 = Results(
    kinds=WIDE,
    happened=Days(date(2019, 3, 11), date(2019, 6, 28)),
    first=date(2019, 6, 28),
)
UNCOUNTED = Results(
    kinds=NEVER_COUNTED,
    happened=Days(date(2018, 4, 2), date(2018, 12, 31)),
    first=date(2018, 12, 28),
)
LATE_IN_2018 = Days(date(2018, 8, 1), date(2018, 12, 14))
MOST_OF_2018 = Days(date(2018, 3, 1), date(2018, 12, 14))
EARLY_IN_2018 = Days(date(2018, 3, 1), date(2018, 5, 31))
EARLY_IN_2019 = Days(date(2019, 1, 2), date(2019, 2, 28))


def quotas_of_2018(dice: Dice) -> Iterator[Quota]:
    """All who entered under the first contract; how many in each region is drawn."""
    served = dice.shares(SERVED_IN_2018, len(WITH_RESULT_IN_2018), least=44, most=68)
    for (region, results), everybody in zip(WITH_RESULT_IN_2018.items(), served, strict=True):
        parts = (
            Quota(
                people=results,
                region=region,
                entered=Days(date(2018, 3, 1), date(2018, 11, 30)),
                results=IN_2018,
            ),
            Quota(people=3, region=region, entered=LATE_IN_2018, results=AFTER_2018),
            Quota(people=2, region=region, entered=EARLY_IN_2018, results=UNCOUNTED),
            Quota(people=2, region=region, entered=EARLY_IN_2018, come_back=True),
        )
        yield from parts
        others = everybody - sum(part.people for part in parts)
        yield Quota(people=others, region=region, entered=MOST_OF_2018)
        yield Quota(people=2, region=region, entered=EARLY_IN_2019, results=IN_2019)


IN_TIME = Days(date(2020, 9, 1), date(2021, 2, 26))


def _in_viesite(
    people: int, results: Results | None = None, entered: Days = IN_TIME, **unlike: bool
) -> Quota:
    return Quota(
        people=people, region=REGION_OF_VIESITE, entered=entered, results=results, **unlike
    )


BEFORE_SEPTEMBER = Days(date(2020, 7, 1), date(2020, 8, 20))
SURELY_IN = Days(date(2020, 10, 1), date(2021, 5, 1))
"""In the period, whatever day of September it began on."""
RE_INCLUDED_IN_TIME = Results(kinds=NARROW, happened=SURELY_IN, first=date(2021, 5, 1))
OTHERWISE_IN_TIME = Results(kinds=WIDE_ALONE, happened=SURELY_IN, first=date(2021, 5, 1))
TOO_LATE = Results(
    kinds=NARROW,
    happened=Days(date(2021, 5, 2), date(2021, 6, 15)),
    first=date(2021, 5, 2),
)
TOO_EARLY = Results(
    kinds=NARROW,
    happened=Days(date(2020, 8, 24), date(2020, 8, 31)),
    first=date(2020, 8, 31),
)

_PARTS: tuple[Quota, ...] = (
    _in_viesite(RE_INCLUDED - 1, RE_INCLUDED_IN_TIME),
    _in_viesite(1, RE_INCLUDED_IN_TIME, BEFORE_SEPTEMBER),
    _in_viesite(7, OTHERWISE_IN_TIME),
    _in_viesite(3, TOO_LATE),
    _in_viesite(1, TOO_EARLY, BEFORE_SEPTEMBER),
    _in_viesite(2, None, BEFORE_SEPTEMBER),
    _in_viesite(2, None, Days(date(2020, 9, 1), date(2020, 9, 1)), only_month=True),
    _in_viesite(3, None, met_before=True),
)
LATER_QUOTAS: tuple[Quota, ...] = (
    *_PARTS,
    _in_viesite(SERVED_UNTIL_MAY_2021 - sum(part.people for part in _PARTS)),
)
"""All who were in the programme from September 2020 to 1 May 2021."""
