"""What a correction of the records does to support windows: the same limits, known on two days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import attrs

from inclusion_core.facts.cases import Cases
from inclusion_core.limits.limit import Limit
from inclusion_core.limits.sentences import until
from inclusion_core.limits.window import SupportWindow, window_of
from inclusion_core.periods import Period
from inclusion_core.texts import LanguageCode, listing, lv, period_text

__all__ = ["RevisedWindow", "changed_windows"]

KNOWN = lv("Kā zināms {known_on:locative}: {told}").en("As known on {known_on}: {told}")
NOT_THERE = lv("Tādas dalības nav.").en("There is no such participation.")
LOST = lv("Dienas, kas vairs noteikti nav termiņā: {days}.").en(
    "Days that are no longer surely within the limit: {days}."
)
GAINED = lv("Dienas, kas tagad noteikti ir termiņā: {days}.").en(
    "Days that are now surely within the limit: {days}."
)
ONE_DAY = timedelta(days=1)


@attrs.frozen(kw_only=True, repr=False)
class RevisedWindow:
    """A window that is known otherwise than it was.

    Attributes:
        participation_id: Whose.
        limit: The limit.
        known_before: The earlier day on which it was known.
        known_after: The later one.
        before: As it was known; ``None`` where the participation was not.
        after: As it is known; ``None`` where the participation was taken back.
    """

    participation_id: str
    limit: Limit
    known_before: date
    known_after: date
    before: SupportWindow | None
    after: SupportWindow | None

    def __repr__(self) -> str:
        return f"RevisedWindow(limit={self.limit.id!r}, {self.participation_id!r})"

    @property
    def lost(self) -> tuple[Period, ...]:
        """Days that were surely inside and no longer surely are.

        What was given on them was given in good faith, and may not be paid for.
        """
        return tuple(_without(_inside(self.before), _inside(self.after)))

    @property
    def gained(self) -> tuple[Period, ...]:
        """Days that were not surely inside and now are."""
        return tuple(_without(_inside(self.after), _inside(self.before)))

    def explain(self, language: LanguageCode) -> str:
        """The window before and after, and the days for which it matters."""
        told = [
            KNOWN.filled(known_on=known_on, told=_until(window, language)).in_(language)
            for known_on, window in (
                (self.known_before, self.before),
                (self.known_after, self.after),
            )
        ]
        told += [
            says.filled(days=listing(map(period_text, days))).in_(language)
            for says, days in ((LOST, self.lost), (GAINED, self.gained))
            if days
        ]
        return " ".join(told)


def changed_windows(
    limits: Sequence[Limit], before: Cases, after: Cases, on: date
) -> tuple[RevisedWindow, ...]:
    """The windows that two states of the records give differently, by participation, then limit.

    Args:
        limits: The limits.
        before: The cases as known on the earlier day.
        after: The cases as known on the later day.
        on: The day of the question, the same for both.
    """
    then, now = _windows(limits, before, on), _windows(limits, after, on)
    return tuple(
        RevisedWindow(
            participation_id=key[0],
            limit=(then.get(key) or now[key]).limit,
            known_before=before.caseload.known_on,
            known_after=after.caseload.known_on,
            before=then.get(key),
            after=now.get(key),
        )
        for key in sorted({*then, *now})
        if _days(then.get(key)) != _days(now.get(key))
    )


def _windows(
    limits: Iterable[Limit], cases: Cases, on: date
) -> dict[tuple[str, str], SupportWindow]:
    return {
        (standing.participation.id, limit.id): window_of(limit, standing, on)
        for limit in limits
        for standing in cases.in_programme(limit.programme)
    }


def _days(window: SupportWindow | None) -> object:
    """What makes two windows the same for those who live by them."""
    if window is None:
        return None
    ended = (window.ended_by, window.will_end_by, window.may_end_by)
    return window.first, window.last, ended


def _until(window: SupportWindow | None, language: LanguageCode) -> str:
    return NOT_THERE.in_(language) if window is None else until(window, language)


def _inside(window: SupportWindow | None) -> Period | None:
    return None if window is None else window.inside


def _without(whole: Period | None, part: Period | None) -> Iterator[Period]:
    """The days of a period that are not in another."""
    if whole is None:
        return
    common = None if part is None else whole.intersection(part)
    if common is None:
        yield whole
        return
    if whole.first_day < common.first_day:
        yield Period(whole.first_day, common.first_day - ONE_DAY)
    if common.last_day is not None and common.last_day != whole.last_day:
        yield Period(common.last_day + ONE_DAY, whole.last_day)
