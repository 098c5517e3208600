"""The same rule written by hand, twice: as it reads best, and as it runs fastest.

Both give yes, no or unknown from the same records, and mean what the declared rule means: a day is
an interval, an absent one may still come after the day known, a record that is not there may hold
anything, and reading stops as soon as the answer is settled.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from person_rule import ADULT_YEARS, JOBLESS_MONTHS, LOW, OPENED

from inclusion_core.expr.records import Records
from inclusion_core.model.client import Client
from inclusion_core.model.entry import EntryTraits
from inclusion_core.model.labour import LabourStatus
from inclusion_core.model.participation import Participation
from inclusion_core.model.yes_no import YesNo
from inclusion_core.periods import months_after, months_before
from inclusion_core.truth import Truth, all_of, any_of
from inclusion_core.values import ABSENT, ALWAYS, ANY_DAY, NEVER, DaySpan, Unknown, day_span

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
OUT_OF_WORK = (LabourStatus.UNEMPLOYED, LabourStatus.INACTIVE)


# As it reads best: small functions, and what the library has for days and answers.


def as_it_reads_best(
    records: Records, judged_on: date, known_on: date
) -> Callable[[EntryTraits], Truth]:
    """Judges one person; every part is asked."""
    later = DaySpan(known_on + timedelta(days=1), NEVER)

    def span(day: Any) -> DaySpan:
        return later if day is ABSENT else day_span(day)

    def verdict(traits: EntryTraits) -> Truth:
        participation = records.find("participation", traits.participation_id)
        client = None
        if isinstance(participation, Participation):
            client = records.find("client", participation.client_id)
        entered = span(participation.entered_on) if participation else ANY_DAY
        born = span(client.born_on) if isinstance(client, Client) else ANY_DAY
        grown_up = DaySpan(*(_moved(day, -12 * ADULT_YEARS) for day in entered))
        jobless_for_long = DaySpan(
            *(_moved(day, JOBLESS_MONTHS) for day in span(traits.unemployed_since))
        )
        return all_of(
            (
                _by(DaySpan(OPENED, OPENED), entered),
                _by(entered, DaySpan(judged_on, judged_on)),
                _by(born, grown_up),
                _is(traits.labour_status, OUT_OF_WORK),
                ~_by(entered, jobless_for_long),
                ~_is(traits.in_education, (YesNo.YES,)),
                any_of(
                    (
                        _is(traits.education_level, LOW),
                        _is(traits.disability, (YesNo.YES,)),
                        _is(traits.dependent_children, (YesNo.YES,)),
                    )
                ),
            )
        )

    return verdict


def _moved(day: date, months: int) -> date:
    if day in (ALWAYS, NEVER):
        return day
    return months_after(day, months) if months > 0 else months_before(day, -months)


def _by(left: DaySpan, right: DaySpan) -> Truth:
    if left.latest <= right.earliest:
        return YES
    return NO if left.earliest > right.latest else UNKNOWN


def _is(code: Any, members: tuple[Any, ...]) -> Truth:
    return UNKNOWN if isinstance(code, Unknown) else Truth.of(code in members)


# As it runs fastest: everything in one function, known days first, no part asked in vain.


def as_it_runs_fastest(  # noqa: C901, PLR0915  that is the point of it
    records: Records, judged_on: date, known_on: date, *, remembers: bool = False
) -> Callable[[EntryTraits], Truth]:
    """Judges one person; stops where the answer is settled, may remember days that it moved."""
    find, later = records.find, known_on + timedelta(days=1)
    unemployed, inactive = OUT_OF_WORK
    low, yes = frozenset(each.value for each in LOW), YesNo.YES
    months_to_adult = -12 * ADULT_YEARS

    def ends(day: Any) -> tuple[date, date]:
        return (later, NEVER) if day is ABSENT else day_span(day)

    def moved(day: date, months: int) -> date:
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        of_month = day.day
        if day.year in (1000, 9000):
            return day
        if of_month > 28:
            of_month = min(of_month, monthrange(year, month + 1)[1])
        return date(year, month + 1, of_month)

    if remembers:
        moved = lru_cache(maxsize=20_000)(moved)

    def verdict(traits: EntryTraits) -> Truth:  # noqa: C901, PLR0912, PLR0915
        answer = YES
        participation: Any = find("participation", traits.participation_id)
        client: Any = None
        if participation is None:
            entered, entered_last = ALWAYS, NEVER
        else:
            entered = entered_last = participation.entered_on
            if type(entered) is not date:
                entered, entered_last = ends(entered)
        if entered < OPENED:
            if entered_last < OPENED:
                return NO
            answer = UNKNOWN
        if entered_last > judged_on:
            if entered > judged_on:
                return NO
            answer = UNKNOWN

        if participation is not None:
            client = find("client", participation.client_id)
        if client is None:
            born, born_last = ALWAYS, NEVER
        else:
            born = born_last = client.born_on
            if type(born) is not date:
                born, born_last = ends(born)
        adult = moved(entered, months_to_adult)
        if born_last > adult:
            if entered is not entered_last:
                adult = moved(entered_last, months_to_adult)
            if born > adult:
                return NO
            answer = UNKNOWN

        status = traits.labour_status
        if status is not unemployed and status is not inactive:
            if type(status) is not Unknown:
                return NO
            answer = UNKNOWN

        since = since_last = traits.unemployed_since
        if type(since) is not date:
            since, since_last = ends(since)
        jobless = moved(since, JOBLESS_MONTHS)
        if entered_last <= jobless:
            return NO
        if since is not since_last:
            jobless = moved(since_last, JOBLESS_MONTHS)
        if entered <= jobless:
            answer = UNKNOWN

        at_school = traits.in_education
        if at_school is yes:
            return NO
        if type(at_school) is Unknown:
            answer = UNKNOWN

        level, disability = traits.education_level, traits.disability
        children = traits.dependent_children
        if type(level) is not Unknown and level.value in low:
            return answer
        if disability is yes or children is yes:
            return answer
        if type(level) is Unknown or type(disability) is Unknown or type(children) is Unknown:
            return UNKNOWN
        return NO

    return verdict
