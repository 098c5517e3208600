"""The services that were not surely within the limits of the support that they are."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

import attrs

from inclusion_core.checks.examined import Examined
from inclusion_core.checks.limits_kept.good_faith import GoodFaith
from inclusion_core.checks.limits_kept.windows import (
    Window,
    Windows,
    in_programme,
    service_days,
)
from inclusion_core.checks.offered import Offered
from inclusion_core.expr.objects import ObjectReader
from inclusion_core.limits.limit import Limit, Support
from inclusion_core.model.participation import Participation
from inclusion_core.model.service import Service, ServiceAttendance
from inclusion_core.rules.eligibility import Eligibility
from inclusion_core.texts import Text, lv
from inclusion_core.truth import Truth
from inclusion_core.values import DaySpan, day_span

__all__ = ["Judgement", "Kept", "judgements"]

SERVICE_DAY = lv("pakalpojuma diena").en("the day of the service")
IN_PROGRAMME = lv("dalības pirmā vai pēdējā diena").en("the first or last day in the programme")
KIND = lv("vai tas ir {support}").en("whether it is {support}")
BEGINNING = lv("kopš kuras dienas: {limit}").en("since which day: {limit}")


class Kept(Enum):
    """How a service stands to the limit of the support that it is, where it is not inside."""

    OUTSIDE = "outside"
    IN_GOOD_FAITH = "in_good_faith"
    """Outside by what is known now, inside by what was known on the day of the service."""
    UNDECIDED = "undecided"


@attrs.frozen(kw_only=True)
class Judgement:
    """One service to one participant, judged by the limits of one kind of support.

    Attributes:
        attendance: Who was there.
        service: At what.
        support: The kind of support.
        kept: How it stands to the limit.
        limit: The limit that counts on the day.
        unknown: What is not known, where that leaves it open.
    """

    attendance: ServiceAttendance
    service: Service
    support: Support
    kept: Kept
    limit: Limit
    unknown: tuple[Text, ...] = ()


def judgements(eligibility: Eligibility, examined: Examined) -> tuple[Judgement, ...]:
    """The services that are, or may be, support outside of its limits, ordered by attendance."""
    key = f"judgements {eligibility.programme.id}"
    return examined.once(key, lambda: tuple(_judgements(eligibility, examined)))


def _judgements(eligibility: Eligibility, examined: Examined) -> Iterator[Judgement]:
    judging = _Judging(
        eligibility=eligibility,
        reader=ObjectReader(examined.records),
        windows=Windows(
            eligibility=eligibility, records=examined.records, known_on=examined.known_on
        ),
        good_faith=GoodFaith(eligibility=eligibility, examined=examined),
    )
    visits = Offered(examined, eligibility.programme.id).participations
    services = {each.id: each for each in examined.of(Service)}
    for attendance in examined.of(ServiceAttendance):
        visit = visits.get(attendance.participation_id)
        service = services.get(attendance.service_id)
        if visit is not None and service is not None:
            yield from judging.judged(attendance, service, visit)


@attrs.frozen(kw_only=True)
class _Judging:
    """What services are judged by."""

    eligibility: Eligibility
    reader: ObjectReader
    windows: Windows
    good_faith: GoodFaith

    def judged(
        self, attendance: ServiceAttendance, service: Service, visit: Participation
    ) -> Iterator[Judgement]:
        """One judgement for each kind of support that it is, or may be."""
        days = service_days(service.given_on, service.last_day)
        for support in self.eligibility.supports:
            given = self.reader.truth(support.given, attendance)
            allowed = Truth.NO if given is Truth.NO else self.windows.allow(support, visit, days)
            if given is Truth.NO or allowed is Truth.YES:
                continue
            windows = self.windows.of(support, visit, days[-1])
            kept, unknown = Kept.UNDECIDED, self._unknown(given, windows, visit, days)
            if given is Truth.YES and allowed is Truth.NO:
                in_good_faith = self.good_faith.allowed(support, visit, days)
                kept, unknown = Kept.IN_GOOD_FAITH if in_good_faith else Kept.OUTSIDE, ()
            yield Judgement(
                attendance=attendance,
                service=service,
                support=support,
                kept=kept,
                limit=windows[0].limit,
                unknown=unknown,
            )

    def _unknown(
        self,
        given: Truth,
        windows: list[Window],
        visit: Participation,
        days: tuple[DaySpan, ...],
    ) -> tuple[Text, ...]:
        """What leaves it open, in the words of whoever declared it."""
        found: list[Text] = []
        if given is Truth.UNKNOWN:
            found.append(KIND.filled(support=windows[0].limit.support.says))
        if not all(day.exact for day in days):
            found.append(SERVICE_DAY)
        exact = day_span(visit.entered_on).exact and day_span(visit.left_on).exact
        if not exact and in_programme(visit, days) is Truth.UNKNOWN:
            found.append(IN_PROGRAMME)
        for window in windows:
            for day in days:
                found.extend(self._open(window, visit, day))
        return tuple(dict.fromkeys(found))

    def _open(self, window: Window, visit: Participation, day: DaySpan) -> Iterator[Text]:
        """What of a window is not known, and can change whether a day is inside."""
        if window.covers(day) is Truth.UNKNOWN:
            if not window.first.exact and window.first.latest > day.earliest:
                yield BEGINNING.filled(limit=window.limit.says)
            for end in self.windows.open_ends(window, visit, day):
                yield end.says
