"""The people of June to November 2018, served or not, and those who came soon after.

The quotas are chosen so that the published figures follow from them whatever is drawn:
19 households with 37 children (19 of them still there on the status day, one of these turned 18),
5 without, 81 people in all; 65 single people, two of them minors.
"""

from __future__ import annotations

from inclusion_core.dice import days
from inclusion_core.model.participation import LeavingReason
from inclusion_core.model.status import ArrivalManner
from inclusion_sif.sample.courses import Window
from inclusion_sif.sample.life import Tale
from inclusion_sif.sample.people import Schooling
from inclusion_sif.sample.quotas import HomeQuota, SingleQuota

__all__ = [
    "ANOTHER",
    "LEAVING_HOMES",
    "LEAVING_SCHOOLINGS",
    "NEVER_SERVED",
    "NEVER_SERVED_HOMES",
    "SINGLES",
    "STAYING_HOMES",
    "STAYING_SCHOOLINGS",
    "TAKEN_FOR_ANOTHER",
]

CAME_BEFORE = days("2017-10-01..2018-05-20")
CAME_IN_AUTUMN = days("2017-10-01..2017-12-31")
CAME_WITHIN = days("2018-06-01..2018-10-20")
STAYED = days("2018-12-04..2019-02-20")

STAYS = Window(arrived=CAME_BEFORE, entered=days("2017-11-15..2018-05-30"))
LEAVES_LATER = Window(arrived=CAME_BEFORE, entered=days("2017-11-15..2018-05-30"), left=STAYED)
LEAVES = Window(
    arrived=CAME_BEFORE,
    entered=days("2017-11-15..2018-05-30"),
    left=days("2018-06-05..2018-11-28"),
)
LEFT_ON_FIRST_DAY = Window(
    arrived=CAME_IN_AUTUMN, entered=days("2017-11-15..2018-03-31"), left=days("2018-06-01")
)
TO_THE_LIMIT = Window(
    arrived=days("2017-06-01..2017-08-31"),
    entered=days("2017-11-15..2018-04-30"),
    left=days("2018-10-01..2018-11-28"),
    reason=LeavingReason.LIMIT_REACHED,
)
HANDED_OVER = Window(
    arrived=CAME_IN_AUTUMN,
    entered=days("2018-01-05..2018-04-30"),
    left=days("2018-09-01..2018-11-20"),
    granted=days("2018-02-15..2018-04-10"),
    reason=LeavingReason.COMPLETED,
)
BEARS_BEFORE = Window(
    arrived=CAME_IN_AUTUMN,
    entered=days("2017-11-15..2018-02-05"),
    left=days("2018-07-10..2018-11-20"),
    granted=days("2018-05-05..2018-06-20"),
    reason=LeavingReason.COMPLETED,
)
BEARS_WITHIN = Window(
    arrived=days("2018-01-01..2018-05-20"),
    entered=days("2018-02-01..2018-05-30"),
    granted=days("2018-11-01..2019-01-31"),
)
SPLITS = Window(
    arrived=CAME_IN_AUTUMN,
    entered=days("2017-11-15..2018-02-10"),
    left=days("2018-06-20..2018-11-20"),
)
CAME_AGAIN = Window(
    arrived=days("2018-03-10..2018-05-10"), entered=days("2018-09-01..2018-10-20"), left=STAYED
)
CAME_AGAIN_SOON = Window(
    arrived=days("2018-06-01..2018-06-15"), entered=days("2018-09-01..2018-10-20")
)
DIES = Window(
    arrived=CAME_BEFORE,
    entered=days("2018-01-10..2018-05-30"),
    left=days("2018-07-01..2018-10-31"),
    reason=LeavingReason.DEATH,
)
LOSES_STATUS = Window(
    arrived=days("2017-08-01..2017-09-30"),
    entered=days("2017-12-01..2018-04-30"),
    left=days("2018-08-01..2018-10-31"),
    granted=days("2017-11-15..2018-01-31"),
    reason=LeavingReason.OTHER,
)
WINS_APPEAL = Window(
    arrived=days("2017-10-01..2017-11-15"),
    entered=days("2018-02-01..2018-05-20"),
    left=days("2018-12-10..2019-01-05"),
    granted=days("2018-01-10..2018-03-20"),
    reason=LeavingReason.COMPLETED,
)
LOSES_APPEAL = Window(
    arrived=CAME_IN_AUTUMN,
    entered=days("2018-01-10..2018-05-20"),
    left=days("2018-09-20..2018-11-15"),
    reason=LeavingReason.OTHER,
)
TAKEN_FOR_ANOTHER = Window(
    arrived=days("2018-05-10..2018-05-20"),
    entered=days("2018-05-20..2018-05-30"),
    left=days("2018-06-10..2018-06-20"),
    reason=LeavingReason.LEFT_COUNTRY,
)
ANOTHER = Window(arrived=days("2018-08-01..2018-09-10"), entered=days("2018-08-20..2018-09-11"))
RESETTLED = Window(
    arrived=days("2018-06-05..2018-09-20"),
    entered=days("2018-06-15..2018-10-15"),
    manner=ArrivalManner.RESETTLEMENT,
)

NEW_STAYS = Window(arrived=CAME_WITHIN, entered=days("2018-06-10..2018-10-31"))
NEW_LEAVES_LATER = Window(arrived=CAME_WITHIN, entered=days("2018-06-10..2018-10-31"), left=STAYED)
NEW_LEAVES = Window(
    arrived=days("2018-06-01..2018-09-20"),
    entered=days("2018-06-08..2018-10-10"),
    left=days("2018-07-01..2018-11-30"),
)
NEW_LEAVES_ONE_BY_ONE = Window(
    arrived=days("2018-06-01..2018-06-20"),
    entered=days("2018-06-22..2018-07-10"),
    left=days("2018-09-20..2018-11-20"),
)
NEW_LEAVES_AFTER_PERIOD = Window(
    arrived=CAME_WITHIN, entered=days("2018-06-10..2018-10-31"), left=days("2018-12-01..2018-12-02")
)
NEW_LEAVES_ON_STATUS_DAY = Window(
    arrived=CAME_WITHIN, entered=days("2018-06-10..2018-10-31"), left=days("2018-12-03")
)
NEW_ON_FIRST_DAY = Window(arrived=days("2018-06-01"), entered=days("2018-06-01..2018-06-20"))
NEW_ON_LAST_DAY = Window(arrived=days("2018-11-20..2018-11-30"), entered=days("2018-11-30"))
NEW_IN_JULY = Window(arrived=days("2018-07-01..2018-07-31"), entered=days("2018-08-01..2018-09-30"))

NEVER_SERVED = Window(arrived=days("2018-06-01..2018-11-30"), entered=None)
NEVER_SERVED_FROM_LAST_DAY = Window(arrived=days("2018-11-30"), entered=None)
CAME_AFTER = Window(arrived=days("2018-12-01..2019-01-31"), entered=days("2018-12-04..2019-02-15"))
CAME_AT_ONCE_AFTER = Window(arrived=days("2018-12-01"), entered=days("2018-12-01"))

BORN_TO_TURN_18 = days("2000-06-05..2000-11-25")
FROM_JULY_TO_OCTOBER = days("2018-07-01..2018-10-31")
TAKEN_FOR_BIRTH = days("2001-03-01..2001-12-31")
BORN_BEFORE = days("2018-02-10..2018-04-30")
LAST_SPRING = days("2018-03-05..2018-05-10")
IN_AUGUST = days("2018-08-01..2018-08-31")
BORN_SCHOOLCHILD = days("2002-01-01..2003-06-30")
LEFT_IN_EARLY_SUMMER = days("2018-06-10..2018-07-31")
LEFT_IN_SUMMER = days("2018-07-10..2018-08-10")

STAYING_HOMES: tuple[HomeQuota, ...] = (
    HomeQuota(homes=1, adults=2, children=3, window=STAYS, tale=Tale.TURNS_18, day=BORN_TO_TURN_18),
    HomeQuota(
        homes=1,
        adults=2,
        children=2,
        window=BEARS_WITHIN,
        tale=Tale.BORN_IN_SERVICE,
        day=FROM_JULY_TO_OCTOBER,
    ),
    HomeQuota(homes=2, adults=3, children=4, window=LEAVES_LATER),
    HomeQuota(
        homes=1, adults=2, children=3, window=NEW_STAYS, tale=Tale.PROVES_ADULT, day=TAKEN_FOR_BIRTH
    ),
    HomeQuota(homes=3, adults=5, children=5, window=NEW_STAYS),
    HomeQuota(homes=1, adults=2, children=2, window=NEW_LEAVES_ON_STATUS_DAY),
    HomeQuota(homes=2, adults=5, children=0, window=STAYS),
    HomeQuota(homes=1, adults=2, children=0, window=NEW_LEAVES_LATER),
)
"""Households that are there on the status day, with 18 children and one who turned 18."""

STAYING_SCHOOLINGS = (
    *[Schooling.AT_SCHOOL] * 10,
    *[Schooling.AT_PRESCHOOL] * 3,
    Schooling.TOO_YOUNG,
    Schooling.NOT_STARTED,
    Schooling.MOVED_ON,
)
"""What those children do of whom no tale says it; with the tale's two, twelve go to school."""

LEAVING_HOMES: tuple[HomeQuota, ...] = (
    HomeQuota(
        homes=1,
        adults=2,
        children=2,
        window=BEARS_BEFORE,
        tale=Tale.BORN_IN_SERVICE,
        day=BORN_BEFORE,
    ),
    HomeQuota(homes=1, adults=2, children=2, window=HANDED_OVER, tale=Tale.OWN_RECORD),
    HomeQuota(homes=1, adults=1, children=2, window=SPLITS, tale=Tale.SPLIT, day=LAST_SPRING),
    HomeQuota(homes=2, adults=3, children=3, window=LEAVES),
    HomeQuota(
        homes=1,
        adults=2,
        children=2,
        window=NEW_LEAVES_ONE_BY_ONE,
        tale=Tale.LEFT_BEFORE_FAMILY,
        day=IN_AUGUST,
    ),
    HomeQuota(homes=3, adults=5, children=5, window=NEW_LEAVES),
    HomeQuota(
        homes=1, adults=2, children=2, window=NEW_LEAVES_AFTER_PERIOD, tale=Tale.STILL_AT_SCHOOL
    ),
    HomeQuota(homes=1, adults=2, children=0, window=LEAVES),
    HomeQuota(homes=1, adults=2, children=0, window=NEW_LEAVES, tale=Tale.RETRACTED),
)
"""Households that have left by the status day, with 18 children."""

LEAVING_SCHOOLINGS = (
    *[Schooling.AT_SCHOOL] * 5,
    *[Schooling.AT_PRESCHOOL] * 2,
    *[Schooling.TOO_YOUNG] * 2,
    Schooling.NOT_STARTED,
)

NEVER_SERVED_HOMES: tuple[HomeQuota, ...] = (
    HomeQuota(homes=2, adults=4, children=2, window=NEVER_SERVED),
)

SINGLES: tuple[SingleQuota, ...] = (
    SingleQuota(people=1, window=NEW_STAYS, tale=Tale.UNACCOMPANIED, day=BORN_SCHOOLCHILD),
    SingleQuota(people=1, window=STAYS, tale=Tale.UNACCOMPANIED, day=BORN_TO_TURN_18),
    SingleQuota(people=1, window=CAME_AGAIN, tale=Tale.CAME_TWICE, day=LEFT_IN_EARLY_SUMMER),
    SingleQuota(people=1, window=CAME_AGAIN_SOON, tale=Tale.CAME_TWICE, day=LEFT_IN_SUMMER),
    SingleQuota(people=2, window=HANDED_OVER, tale=Tale.OWN_RECORD),
    SingleQuota(people=1, window=DIES, tale=Tale.DIED),
    SingleQuota(people=1, window=LOSES_STATUS, tale=Tale.REVOKED),
    SingleQuota(people=1, window=WINS_APPEAL, tale=Tale.UPGRADED, day=FROM_JULY_TO_OCTOBER),
    SingleQuota(people=1, window=LOSES_APPEAL, tale=Tale.APPEALED),
    SingleQuota(people=1, window=TO_THE_LIMIT),
    SingleQuota(people=2, window=RESETTLED, tale=Tale.RESETTLED),
    SingleQuota(people=1, window=NEW_STAYS, tale=Tale.COUNTRY_CORRECTED),
    SingleQuota(people=8, window=STAYS),
    SingleQuota(people=7, window=LEAVES),
    SingleQuota(people=1, window=LEFT_ON_FIRST_DAY),
    SingleQuota(people=10, window=NEW_STAYS),
    SingleQuota(people=5, window=NEW_LEAVES_LATER),
    SingleQuota(people=1, window=NEW_ON_FIRST_DAY),
    SingleQuota(people=1, window=NEW_ON_LAST_DAY),
    SingleQuota(people=13, window=NEW_LEAVES),
    SingleQuota(people=2, window=NEW_IN_JULY, tale=Tale.ARRIVAL_BY_MONTH),
    SingleQuota(people=1, window=NEVER_SERVED_FROM_LAST_DAY),
    SingleQuota(people=8, window=CAME_AFTER),
    SingleQuota(people=1, window=CAME_AT_ONCE_AFTER),
)
"""With the one who moved out, the two taken for one person, and the one handed over among the
lives, 65 in the half year; of the last three rows nobody was served in it."""
