"""What people receive in a project, and what comes of it."""

from __future__ import annotations

from datetime import date

import attrs

from inclusion_amif.records import AmifObjective
from inclusion_amif.sample.cards import Decks, Levels
from inclusion_amif.sample.funding import LAST_DAY
from inclusion_amif.sample.notebook import Notebook
from inclusion_amif.support import (
    AmifApplication,
    AmifLanguageTest,
    AmifSupport,
    AmifSurveyAnswer,
    AmifVulnerability,
    SupportKind,
    TestMoment,
)
from inclusion_core.dice import Dice
from inclusion_core.periods import days_after

__all__ = ["Received", "Stay"]

COURSE_DAYS = 40


@attrs.frozen(kw_only=True)
class Stay:
    """A stay in a project; its last day may not have come."""

    participation_id: str
    first_day: date
    last_day: date


class Received:
    """Draws what people receive, and writes it down when it is known."""

    def __init__(self, dice: Dice, decks: Decks, notebook: Notebook) -> None:
        self._dice, self._decks, self._notebook = dice, decks, notebook

    def write(self, stay: Stay, objective: AmifObjective) -> None:
        """What one stay brings."""
        asylum = objective is AmifObjective.ASYLUM
        kinds = (self._decks.asylum if asylum else self._decks.integration).deal()
        for number, kind in enumerate(kinds):
            self._support(stay, kind, number)
        if asylum:
            self._vulnerable(stay)
        else:
            self._answer(stay)
            self._applications(stay)

    def _support(self, stay: Stay, kind: SupportKind, number: int) -> None:
        first_day = days_after(stay.first_day, 2 + number * COURSE_DAYS)
        last_day = min(days_after(first_day, COURSE_DAYS - 1), stay.last_day)
        support = AmifSupport(
            id=f"s-{stay.participation_id}-{number}",
            participation_id=stay.participation_id,
            kind=kind,
            first_day=first_day,
        )
        self._notebook.write(support, first_day)
        self._notebook.write(attrs.evolve(support, last_day=last_day), last_day)
        if kind is SupportKind.LANGUAGE_COURSE:
            self._tests(support, self._decks.levels.deal(), (first_day, last_day))

    def _tests(self, course: AmifSupport, levels: Levels, days: tuple[date, date]) -> None:
        for moment, level, day in zip(TestMoment, levels, days, strict=True):
            if level is not None:
                test = AmifLanguageTest(
                    id=f"t-{course.id}-{moment.value}",
                    amif_support_id=course.id,
                    moment=moment,
                    level=level,
                    taken_on=day,
                )
                self._notebook.write(test, day)

    def _vulnerable(self, stay: Stay) -> None:
        vulnerable = self._decks.vulnerable.deal()
        if vulnerable is not None:
            found_on = days_after(stay.first_day, 5)
            finding = AmifVulnerability(
                id=f"v-{stay.participation_id}",
                participation_id=stay.participation_id,
                vulnerable=vulnerable,
                found_on=found_on,
            )
            self._notebook.write(finding, found_on)

    def _answer(self, stay: Stay) -> None:
        helpful = self._decks.helpful.deal()
        if helpful is not None and stay.last_day <= LAST_DAY:
            answer = AmifSurveyAnswer(
                id=f"a-{stay.participation_id}",
                participation_id=stay.participation_id,
                helpful=helpful,
                answered_on=stay.last_day,
            )
            self._notebook.write(answer, stay.last_day)

    def _applications(self, stay: Stay) -> None:
        """Some apply only after they have left."""
        for number, (kind, result) in enumerate(self._decks.applied.deal()):
            applied_on = days_after(stay.first_day, 10 + self._dice.below(160))
            decided_on = days_after(applied_on, 60)
            application = AmifApplication(
                id=f"ap-{stay.participation_id}-{number}",
                participation_id=stay.participation_id,
                kind=kind,
                applied_on=applied_on,
            )
            self._notebook.write(application, applied_on)
            if result is not None:
                decided = attrs.evolve(application, decided_on=decided_on, result=result)
                self._notebook.write(decided, decided_on)
