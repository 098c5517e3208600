"""The first provider's clients: those of April 2016, and those who came and went after them.

69 people are served in April 2016; 23 relocated people are in the country on 24 May, of whom
15 were served in April.
"""

from __future__ import annotations

from inclusion_core.dice import days
from inclusion_core.model.participation import LeavingReason
from inclusion_core.model.status import ArrivalManner
from inclusion_sif.sample.courses import Window
from inclusion_sif.sample.life import Tale
from inclusion_sif.sample.people import Schooling
from inclusion_sif.sample.quotas import HomeQuota, SingleQuota

__all__ = ["EARLY_HOMES", "EARLY_SCHOOLINGS", "EARLY_SINGLES"]

APRIL = Window(
    arrived=days("2015-11-10..2016-04-20"),
    entered=days("2016-03-01..2016-04-28"),
    left=days("2016-06-10..2017-04-30"),
)
LEFT_IN_APRIL = Window(
    arrived=days("2015-11-10..2016-03-10"),
    entered=days("2016-03-01..2016-03-20"),
    left=days("2016-04-05..2016-04-29"),
)
LEFT_ON_FIRST_DAY = Window(
    arrived=days("2015-11-10..2016-03-10"),
    entered=days("2016-03-01..2016-03-20"),
    left=days("2016-04-01"),
)
ENTERED_ON_LAST_DAY = Window(
    arrived=days("2016-04-01..2016-04-25"),
    entered=days("2016-04-30"),
    left=days("2016-08-01..2017-02-28"),
)
LEFT_BEFORE_APRIL = Window(
    arrived=days("2015-11-10..2016-03-05"),
    entered=days("2016-03-01..2016-03-14"),
    left=days("2016-03-20..2016-03-30"),
)
LEFT_ON_EVE = Window(
    arrived=days("2015-11-10..2016-03-10"),
    entered=days("2016-03-01..2016-03-20"),
    left=days("2016-03-31"),
)
RELOCATED = Window(
    arrived=days("2016-02-05..2016-04-20"),
    entered=days("2016-03-01..2016-04-28"),
    left=days("2016-06-10..2017-03-31"),
    manner=ArrivalManner.RELOCATION,
    at_arrival=True,
)
RELOCATED_LATER = Window(
    arrived=days("2016-04-25..2016-05-12"),
    entered=days("2016-05-13..2016-06-20"),
    left=days("2016-08-01..2017-05-31"),
    manner=ArrivalManner.RELOCATION,
    at_arrival=True,
)
RELOCATED_AND_GONE = Window(
    arrived=days("2016-02-05..2016-02-20"),
    entered=days("2016-03-01..2016-03-07"),
    left=days("2016-03-15..2016-03-30"),
    manner=ArrivalManner.RELOCATION,
    reason=LeavingReason.LEFT_COUNTRY,
)
RELOCATED_AND_GONE_IN_MAY = Window(
    arrived=days("2016-02-20..2016-03-20"),
    entered=days("2016-03-21..2016-04-15"),
    left=days("2016-05-03..2016-05-23"),
    manner=ArrivalManner.RELOCATION,
    reason=LeavingReason.LEFT_COUNTRY,
)
BETWEEN = Window(
    arrived=days("2016-05-25..2018-04-20"),
    entered=days("2016-05-25..2018-04-30"),
    left=days("2016-06-10..2018-05-31"),
)
BETWEEN_YEARS = Window(
    arrived=days("2016-06-01..2017-06-30"),
    entered=days("2016-07-01..2017-08-31"),
    left=days("2016-09-01..2017-12-31"),
    longest_stay=200,
)
WITH_STATUS_IN_2017 = Window(
    arrived=days("2016-09-01..2016-12-31"),
    entered=days("2016-11-01..2017-02-28"),
    left=days("2017-05-10..2017-09-30"),
    granted=days("2017-02-01..2017-04-30"),
    reason=LeavingReason.COMPLETED,
)
LEFT_AT_HANDOVER = Window(
    arrived=days("2017-11-01..2018-03-31"),
    entered=days("2018-01-10..2018-04-30"),
    left=days("2018-05-31"),
    reason=LeavingReason.OTHER,
)

EARLY_HOMES: tuple[HomeQuota, ...] = (
    HomeQuota(homes=6, adults=11, children=12, window=APRIL),
    HomeQuota(homes=3, adults=6, children=5, window=RELOCATED),
    HomeQuota(homes=1, adults=2, children=2, window=RELOCATED_LATER),
    HomeQuota(homes=17, adults=30, children=33, window=BETWEEN),
    HomeQuota(homes=6, adults=13, children=0, window=BETWEEN),
)

EARLY_SINGLES: tuple[SingleQuota, ...] = (
    SingleQuota(people=22, window=APRIL),
    SingleQuota(people=1, window=APRIL, tale=Tale.ENTRY_MISWRITTEN),
    SingleQuota(people=5, window=LEFT_IN_APRIL),
    SingleQuota(people=1, window=LEFT_ON_FIRST_DAY),
    SingleQuota(people=1, window=ENTERED_ON_LAST_DAY),
    SingleQuota(people=2, window=LEFT_BEFORE_APRIL),
    SingleQuota(people=1, window=LEFT_ON_EVE),
    SingleQuota(people=4, window=RELOCATED),
    SingleQuota(people=4, window=RELOCATED_LATER),
    SingleQuota(people=2, window=RELOCATED_AND_GONE),
    SingleQuota(people=1, window=RELOCATED_AND_GONE_IN_MAY),
    SingleQuota(people=90, window=BETWEEN),
    SingleQuota(people=4, window=BETWEEN, tale=Tale.GENDER_ASKED_LATER),
    SingleQuota(people=2, window=BETWEEN, tale=Tale.REASON_UNKNOWN),
    SingleQuota(people=5, window=BETWEEN_YEARS, tale=Tale.BIRTH_UNKNOWN),
    SingleQuota(people=1, window=BETWEEN_YEARS, tale=Tale.ERASED),
    SingleQuota(people=2, window=WITH_STATUS_IN_2017, tale=Tale.ARRIVAL_UNKNOWN),
    SingleQuota(people=3, window=WITH_STATUS_IN_2017, tale=Tale.LEFT_BY_MONTH),
    SingleQuota(people=2, window=LEFT_AT_HANDOVER),
)

EARLY_SCHOOLINGS = (
    *[Schooling.AT_SCHOOL] * 4,
    *[Schooling.AT_PRESCHOOL] * 2,
    *[Schooling.TOO_YOUNG] * 2,
    Schooling.NOT_STARTED,
    Schooling.NOT_TOLD,
)
